import { type Format, type ReadChoices, type ReadFiles, type ReadItem, saysAll } from '../dataset/format.ts'
import { Untakeable } from '../dataset/untakeable.ts'
import { fileOf, layersIn } from './cas/files.ts'
import { fromCas } from './cas/fromCas.ts'
import { readLayers } from './cas/readLayers.ts'
import { linesOf } from './webannoTsv/lines.ts'
import { placed } from './webannoTsv/place.ts'
import { casIn } from './webannoTsv/read.ts'
import { tsvOf } from './webannoTsv/write.ts'

/**
 * WebAnno TSV 3.3, as INCEpTION exports it: a file a layer. Every annotation is
 * a span of one layer, with its tag, attributes, note and entity as features;
 * links are relations, and the roles of frames are slots. A tag or a link's
 * type that is the full name of a layer is that layer. Offsets are UTF-16.
 */
export const webannoTsv: Format = {
  id: 'webanno-tsv',
  extensions: ['tsv'],
  makes: 'folder',
  says: { ...saysAll, metadata: 'lost', zones: 'lost', status: 'lost' },
  units: ['utf16'],
  canLeaveTextOut: false,
  keepsIds: false,
  readBy: ['webanno_tsv 0.1.0'],
  write: () => ({
    begin: () => [],
    add: article =>
      layersIn(article).map(layer => ({
        file: fileOf(article.path, layer?.annotator ?? null, 'tsv'),
        data: tsvOf(article.text, layer),
      })),
    end: () => [],
  }),
  read,
  looksLike: begin => begin.startsWith('#FORMAT=WebAnno TSV 3'),
}

function read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  return readLayers(files, 'tsv', choices, async (named, tell) => {
    const lines = await linesOf(files.parts(named.file), tell)
    const place = placed(lines, choices.unit)
    for (const { line, words } of place.strays) tell(new Untakeable('other-words', words[1]), line)
    return { text: place.text, ...fromCas(casIn(lines, place, tell), place.text, tell) }
  })
}
