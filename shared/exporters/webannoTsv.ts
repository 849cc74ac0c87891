import type { DatasetLayer } from '../dataset/dataset.ts'
import {
  type Format,
  type ReadArticle,
  type ReadChoices,
  type ReadFiles,
  type ReadItem,
  saysAll,
  type Untaken,
} from '../dataset/format.ts'
import { Untakeable } from '../dataset/untakeable.ts'
import { byArticle, fileOf, isNobody, layersIn, type NamedFile } from './cas/files.ts'
import { fromCas } from './cas/fromCas.ts'
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
  readBy: [],
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

async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const group of byArticle(files.names, 'tsv')) {
    const untaken: Untaken[] = []
    let article: (ReadArticle & { readonly layers: DatasetLayer[] }) | null = null
    for (const named of group) {
      const tell = ({ what, why, message }: Untakeable, line?: number) =>
        void untaken.push({ file: named.file, line: line ?? null, what, why, detail: message })
      try {
        const { text, layer } = await layerOf(named, files, choices, tell)
        article ??= { path: named.path, file: named.file, text, metadata: {}, zones: [], layers: [] }
        if (article.text !== text) throw new Untakeable('other-words', named.path, article.file)
        if (!isNobody(named.annotator) || layer.annotations.length > 0) article.layers.push(layer)
      } catch (error) {
        if (!(error instanceof Untakeable)) throw error
        tell(error)
      }
    }
    if (article) yield { kind: 'article', article }
    for (const one of untaken) yield { kind: 'untaken', untaken: one }
  }
}

async function layerOf(
  { file, annotator }: NamedFile,
  files: ReadFiles,
  choices: ReadChoices,
  tell: (untakeable: Untakeable, line?: number) => void,
): Promise<{ text: string; layer: DatasetLayer }> {
  const lines = await linesOf(files.parts(file), tell)
  const place = placed(lines, choices.unit)
  for (const { line, words } of place.strays) tell(new Untakeable('other-words', words[1]), line)
  const said = fromCas(casIn(lines, place, tell), place.text, tell)
  return { text: place.text, layer: { annotator: annotator ?? choices.annotator, ...said } }
}
