import { byPlace, type DatasetAnnotation, type DatasetLayer, wordsOf } from '../../dataset/dataset.ts'
import type { ReadArticle, ReadChoices, ReadEntity, ReadFiles, ReadItem, UntakenWhy } from '../../dataset/format.ts'
import { pathFor } from '../../dataset/pathFor.ts'
import { shortened } from '../../dataset/untakeable.ts'
import { type Placed, placeIn, rebuiltOf } from './placing.ts'
import { type Marks, type RowDocument, rowDocuments } from './rows.ts'
import { fileOf, type SidecarLayer, sidecarLines, sidecarStems } from './sidecar.ts'

/** Something that stands over tokens of a document, the first and the last by number, counted from 0 through all of it. */
export interface Marked {
  readonly tag: string
  readonly first: number
  readonly last: number
  /** Where it begins in the file. */
  readonly line: number
  /** The cluster that it is of, by its number or name. */
  readonly cluster?: string
}

/** One document as its rows say it. */
export interface Said {
  /** Of each sentence. */
  readonly words: readonly (readonly string[])[]
  readonly marked: readonly Marked[]
}

export type Tell = (line: number, why: UntakenWhy, what: string, detail?: string) => void

/** How one of the CoNLL formats is read. */
export interface Dialect {
  readonly marks: Marks
  /** For one file: what its documents say, in order. `isOurs`: it stands beside a file of texts. */
  readonly open: (isOurs: boolean, tell: Tell) => (document: RowDocument) => Said
  /** The path that the mark of a document names, where it does. */
  readonly pathIn?: (mark: string) => string | null
}

/** The endings of files of rows in a folder; any other file there is left alone. */
const ROWS = /\.(?:v4_gold_conll|v4_auto_conll|conll\d*|bio|iob2?|txt)$|^$/

/** The articles of files of rows: those beside a file of texts with the exact text, of others with one that is rebuilt. */
export async function* readConll(files: ReadFiles, choices: ReadChoices, dialect: Dialect): AsyncGenerator<ReadItem> {
  const stems = sidecarStems(files)
  for (const stem of stems) yield* besideTexts(files, stem, dialect)
  const isOurs = (name: string) => stems.some(stem => name.startsWith(`${stem}.`))
  for (const name of files.names)
    if (ROWS.test(name) && !isOurs(name)) yield* alone({ files, file: name, choices, dialect })
}

/** What couldn't be taken, until it is handed on. */
function untold() {
  const items: ReadItem[] = []
  const tell =
    (file: string): Tell =>
    (line, why, what, detail = '') =>
      void items.push({ kind: 'untaken', untaken: { file, line, what: shortened(what), why, detail } })
  return { tell, take: () => items.splice(0) }
}

async function* besideTexts(files: ReadFiles, stem: string, dialect: Dialect): AsyncGenerator<ReadItem> {
  const { tell, take } = untold()
  const opened = new Map<string, () => Promise<DatasetLayerMaker | null>>()
  const next = (annotator: string) => {
    const file = fileOf(stem, annotator)
    if (!files.names.includes(file)) return async () => null
    const documents = rowDocuments(files.parts(file), dialect.marks)
    const read = dialect.open(true, tell(file))
    return async () => {
      const { value, done } = await documents.next()
      if (done) return null
      const said = read(value)
      return (text: string, layer: SidecarLayer) => layerOf(said, placeIn(text, said.words.flat()), layer, tell(file))
    }
  }
  const texts = sidecarLines(files, stem, (file, line, { why, what, message }) => tell(file)(line, why, what, message))
  for await (const { line, path, text, split, layers } of texts) {
    const taken: DatasetLayer[] = []
    for (const layer of layers) {
      if (!opened.has(layer.annotator)) opened.set(layer.annotator, next(layer.annotator))
      const make = await opened.get(layer.annotator)!()
      if (make) taken.push(make(text, layer))
      else tell(`${stem}.texts.jsonl`)(line, 'end-missing', path, fileOf(stem, layer.annotator))
    }
    yield* take()
    const article = { path, text, metadata: {}, zones: [], ...(split === undefined ? {} : { split }), layers: taken }
    yield { kind: 'article', article: { ...article, file: `${stem}.texts.jsonl` } }
  }
  for (const [annotator, rest] of opened)
    if (await rest()) tell(fileOf(stem, annotator))(1, 'no-text', fileOf(stem, annotator))
  yield* take()
}

type DatasetLayerMaker = (text: string, layer: SidecarLayer) => DatasetLayer

interface Alone {
  readonly files: ReadFiles
  readonly file: string
  readonly choices: ReadChoices
  readonly dialect: Dialect
}

async function* alone({ files, file, choices, dialect }: Alone): AsyncGenerator<ReadItem> {
  const { tell, take } = untold()
  const read = dialect.open(false, tell(file))
  let number = 0
  let held: RowDocument | null = null
  const articleOf = async (document: RowDocument, isOnly: boolean): Promise<ReadArticle> => {
    const said = read(document)
    const path = dialect.pathIn?.(document.mark) ?? pathFor(file, isOnly ? null : number)
    const words = said.words.flat()
    const known = await choices.textOf(path)
    const there = known === null ? null : placeIn(known, words)
    const isThere = there !== null && !there.spans.includes(null)
    const placed = isThere ? there : rebuiltOf(said.words)
    const layer = clustersNamed(path, layerOf(said, placed, { annotator: choices.annotator }, tell(file)))
    const entities = entitiesIn(placed.text, layer)
    return {
      ...{ path, text: placed.text, metadata: {}, zones: [], file },
      ...(isThere ? {} : { rebuilt: true }),
      layers: [layer],
      ...(entities.length > 0 ? { entities } : {}),
    }
  }
  for await (const document of rowDocuments(files.parts(file), dialect.marks)) {
    if (held) {
      number++
      yield { kind: 'article', article: await articleOf(held, false) }
      yield* take()
    }
    held = document
  }
  if (held) {
    const isOnly = number === 0
    number++
    yield { kind: 'article', article: await articleOf(held, isOnly) }
  }
  yield* take()
}

function layerOf({ marked }: Said, { spans }: Placed, layer: SidecarLayer, tell: Tell): DatasetLayer {
  const annotations: DatasetAnnotation[] = []
  for (const { tag, first, last, line, cluster } of marked) {
    const [start, end] = [spans[first], spans[last]]
    if (!start || !end) {
      tell(line, 'other-words', tag)
      continue
    }
    const entity = cluster === undefined ? undefined : layer.entities ? layer.entities[Number(cluster)] : cluster
    annotations.push({
      ...{ id: `n${annotations.length + 1}`, tag, spans: [{ start: start.start, end: end.end }], attributes: {} },
      ...(entity === undefined ? {} : { entity }),
    })
  }
  return { annotator: layer.annotator, annotations: annotations.sort(byPlace), links: [] }
}

/** Numbers of clusters mean something within their document only: with its path they are ids of entities. */
function clustersNamed(path: string, { annotations, ...layer }: DatasetLayer): DatasetLayer {
  const named = annotations.map(one => (one.entity === undefined ? one : { ...one, entity: `${path}#${one.entity}` }))
  return { ...layer, annotations: named }
}

/** Entities that only clusters tell of, each by the longest words that refer to it. */
function entitiesIn(text: string, { annotations }: DatasetLayer): ReadEntity[] {
  const names = new Map<string, string>()
  for (const { entity, spans } of annotations) {
    const words = wordsOf(text, spans)
    if (entity !== undefined && words.length > (names.get(entity) ?? '').length) names.set(entity, words)
  }
  return [...names].map(([id, name]) => ({ id, name }))
}
