import type { DatasetArticle, DatasetHead } from '../dataset/dataset.ts'
import {
  type Format,
  type Part,
  type ReadArticle,
  type ReadChoices,
  type ReadEntity,
  type ReadFiles,
  type ReadItem,
  saysAll,
  type Untaken,
  type WriteChoices,
  type Writer,
} from '../dataset/format.ts'
import { makeRuler } from '../text/ruler.ts'
import { annotationLines } from './brat/annotationLines.ts'
import { type ArticleFiles, articleFiles } from './brat/articleFiles.ts'
import { Config } from './brat/config.ts'
import { FileNames } from './brat/fileNames.ts'
import { readLayer } from './brat/readLayer.ts'
import { SafeNames } from './brat/safeNames.ts'
import {
  articleLine,
  headLine,
  type NameKind,
  nameLine,
  noSide,
  readSide,
  SIDE_FILE,
  type Side,
  spansLine,
} from './brat/sideFile.ts'
import { textOfFile } from './brat/textFiles.ts'
import { linesOfLayer } from './brat/writeLayer.ts'

/**
 * brat standoff: a folder with `ARTICLE.txt` and `ARTICLE.ann`, the paths being
 * those of the workspace, and `annotation.conf`. Several annotators have a
 * folder each, which brat opens as a collection, or their name at the end of
 * the annotation file's (`annotators`: `suffix`). What brat's files can't say
 * themselves stands in a file beside them (`brat/sideFile.ts`), which our reader
 * takes back. Offsets count code points.
 */
export const brat: Format = {
  id: 'brat',
  extensions: ['ann'],
  makes: 'folder',
  says: {
    ...saysAll,
    metadata: 'lost',
    zones: 'lost',
    status: 'lost',
    'links-to-entities': 'lost',
    'links-to-author': 'lost',
    cues: 'lost',
  },
  units: ['codepoint'],
  canLeaveTextOut: true,
  keepsIds: false,
  takesPatterns: true,
  options: [{ name: 'annotators', values: ['folders', 'suffix'] }],
  readBy: ['the server of brat (2021-10)'],
  write,
  read,
  looksLike: (begin, name) =>
    /\.(ann|a1|a2)$/.test(name) && (begin === '' || /^(\ufeff)?([A-Z]\d+|#\d*|\*)\t/.test(begin)),
}

function write(head: DatasetHead, { withText, options }: WriteChoices): Writer {
  const isOne = head.annotators.length < 2
  const files = new FileNames(head, isOne ? 'beside' : options['annotators'] === 'suffix' ? 'suffix' : 'folders')
  const side: string[] = []
  const namesOf = (kind: NameKind) => new SafeNames((id, name) => void side.push(nameLine(kind, id, name)))
  const names = { tag: namesOf('tag'), link: namesOf('link'), attribute: namesOf('attribute') }
  const config = new Config(head.codebook, names)
  const entities = new Map(head.entities.map(entity => [entity.id, entity]))
  const sidePart = (): Part[] => {
    const data = side.splice(0).join('')
    return data === '' ? [] : [{ file: SIDE_FILE, data }]
  }

  return {
    begin: () => {
      const annotators = [...files.annotators].map(([id, name]) => ({ id, name }))
      return [{ file: SIDE_FILE, data: headLine({ layout: files.layout, annotators }) }, ...sidePart()]
    },
    *add(article) {
      const { path, text, split, layers } = article
      const stem = files.stemOf(article)
      if (`${stem}.txt` !== path) side.push(articleLine(path, stem, split))
      const ruler = makeRuler(text)
      const toCodePoint = (offset: number) => ruler.toCodePoint(offset)
      const texts = new Set<string>()
      for (const layer of layersToWrite(layers, files)) {
        const { text: textFile, annotations } = files.filesOf(stem, layer.annotator)
        const broken = (id: string, spans: [number, number][]) => void side.push(spansLine(spans, id, annotations))
        if (withText && !texts.has(textFile)) yield { file: textFile, data: text }
        texts.add(textFile)
        const data = linesOfLayer(layer, { text, toCodePoint, names, entities, used: config, broken })
        yield { file: annotations, data }
      }
      yield* sidePart()
    },
    end: () => [...sidePart(), { file: 'annotation.conf', data: config.toString() }],
  }
}

/** An article that nobody annotated has an empty annotation file, without which brat doesn't open it. */
function layersToWrite(layers: DatasetArticle['layers'], { annotators }: FileNames): DatasetArticle['layers'] {
  if (layers.length > 0) return layers
  return [{ annotator: [...annotators.keys()][0] ?? '', annotations: [], links: [] }]
}

async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  const side = files.names.includes(SIDE_FILE) ? readSide(textOfFile(await files.bytes(SIDE_FILE))) : noSide
  const untaken: Untaken[] = []
  const tell = (one: Untaken) => void untaken.push(one)
  const articles = articleFiles(files.names, side, choices, tell)
  for (const one of articles) {
    const article = await readArticle(one, files, choices, side, tell)
    if (article) yield { kind: 'article', article }
    for (const one of untaken.splice(0)) yield { kind: 'untaken', untaken: one }
  }
}

async function readArticle(
  { path, split, texts, layers }: ArticleFiles,
  files: ReadFiles,
  choices: ReadChoices,
  side: Side,
  tell: (untaken: Untaken) => void,
): Promise<ReadArticle | null> {
  const copies = new Map<string, string>()
  for (const file of texts) copies.set(file, textOfFile(await files.bytes(file)))
  const text = copies.get(texts[0] ?? '') ?? (await choices.textOf(path)) ?? null
  for (const [file, copy] of copies)
    if (copy !== text) tell({ file, line: null, what: path, why: 'other-words', detail: texts[0]! })
  const entities = new Map<string, ReadEntity>()
  const read: ReadArticle['layers'][number][] = []
  for (const [annotator, annotationFiles] of layers) {
    const all = []
    for (const file of annotationFiles) {
      if (text === null) tell({ file, line: null, what: path, why: 'no-text', detail: '' })
      const { lines, strays } = annotationLines(file, textOfFile(await files.bytes(file)))
      all.push(...lines)
      for (const { line, words } of strays)
        if (words.trim() !== '') tell({ file, line, what: words.slice(0, 80), why: 'malformed', detail: '' })
    }
    if (text === null) continue
    const { unit } = choices
    const layer = readLayer(all, { text, side, tell, ...(unit === undefined ? {} : { unit }) })
    for (const entity of layer.entities) entities.set(entity.id, { ...entities.get(entity.id), ...entity })
    read.push({ annotator, annotations: layer.annotations, links: layer.links })
  }
  if (text === null) return null
  return {
    ...{ file: texts[0] ?? [...layers.values()][0]?.[0] ?? '', path, text, metadata: {}, zones: [], layers: read },
    ...(split === undefined ? {} : { split }),
    ...(entities.size > 0 ? { entities: [...entities.values()] } : {}),
  }
}
