import { type FieldName, fieldNames } from '../../article/metadata.ts'
import { byPlace, type DatasetLayer } from '../../dataset/dataset.ts'
import type { ReadArticle, ReadChoices, ReadEntity, ReadItem, Untaken } from '../../dataset/format.ts'
import { Untakeable } from '../../dataset/untakeable.ts'
import { makeRuler, type Unit } from '../../text/ruler.ts'
import type { AnswerKind } from './cells.ts'
import {
  annotationIn,
  annotationTables,
  linkIn,
  type Place,
  type ReadRow,
  type TakenRow,
  unitIn,
  zoneIn,
} from './readRows.ts'

/** The tables of a dataset by their names, each with its rows. */
export type ReadTables = Readonly<Record<string, () => AsyncIterable<ReadRow>>>

/**
 * The articles that tables say, in the order of the table of articles. Rows of
 * other tables are held in memory until their article's turn, so that it
 * doesn't matter how somebody sorted them; texts are not.
 */
export async function* articlesOf(tables: ReadTables, choices: ReadChoices): AsyncGenerator<ReadItem> {
  const known = await knownOf(tables, choices)
  const layers = await grouped(tables, ['layers'])
  const zones = await grouped(tables, ['zones'])
  const annotations = await grouped(tables, Object.keys(annotationTables))
  const links = await grouped(tables, ['links'])
  const rowsOf = (path: string): ArticleRows => {
    const take = (groups: Map<string, TakenRow[]>) => {
      const rows = groups.get(path) ?? []
      groups.delete(path)
      return rows
    }
    return { layers: take(layers), zones: take(zones), annotations: take(annotations), links: take(links) }
  }
  for await (const row of rowsIn(tables, 'articles'))
    yield* articleItems(row, rowsOf(row.cells['article'] ?? ''), known)
  // Without a table of articles their texts are found by their paths.
  for (const path of new Set([layers, zones, annotations, links].flatMap(groups => [...groups.keys()]))) {
    const rows = rowsOf(path)
    const { file, line } = [...rows.annotations, ...rows.links, ...rows.layers, ...rows.zones][0]!
    yield* articleItems({ file, line, cells: { article: path } }, rows, known)
  }
}

/** The rows that say something of one article. */
export interface ArticleRows {
  readonly layers: readonly TakenRow[]
  readonly zones: readonly TakenRow[]
  readonly annotations: readonly TakenRow[]
  readonly links: readonly TakenRow[]
}

/** What is known before the first article. */
export interface Known {
  readonly choices: ReadChoices
  readonly unit: Unit
  readonly kindOf: (of: 'tag' | 'link', id: string, attribute: string) => AnswerKind
  readonly entities: ReadonlyMap<string, ReadEntity>
}

async function knownOf(tables: ReadTables, choices: ReadChoices): Promise<Known> {
  let unit = choices.unit ?? 'codepoint'
  for await (const { cells } of rowsIn(tables, 'about'))
    if (cells['key'] === 'offsetUnit') unit = unitIn(cells['value']) ?? unit
  const kinds = new Map<string, AnswerKind>()
  for await (const { cells } of rowsIn(tables, 'codebook')) {
    const of = cells['what'] === 'attribute' ? 'tag' : cells['what'] === 'link attribute' ? 'link' : null
    if (of) kinds.set(JSON.stringify([of, cells['of'], cells['id']]), cells['kind'] as AnswerKind)
  }
  const entities = new Map<string, ReadEntity>()
  for await (const { cells } of rowsIn(tables, 'entities')) {
    const { id = '', name = '', kind = '', external_ids } = cells
    const externalIds = wordsByName(external_ids)
    if (id !== '') entities.set(id, { id, name, ...(kind ? { kind } : {}), ...(externalIds ? { externalIds } : {}) })
  }
  const kindOf: Known['kindOf'] = (of, id, attribute) => kinds.get(JSON.stringify([of, id, attribute])) ?? 'text'
  return { choices, unit, kindOf, entities }
}

async function* rowsIn(tables: ReadTables, name: string): AsyncIterable<ReadRow> {
  if (Object.hasOwn(tables, name)) yield* tables[name]!()
}

async function grouped(tables: ReadTables, names: readonly string[]): Promise<Map<string, TakenRow[]>> {
  const groups = new Map<string, TakenRow[]>()
  for (const table of names)
    for await (const row of rowsIn(tables, table)) {
      const path = row.cells['article'] ?? ''
      const rows = groups.get(path) ?? []
      rows.push({ ...row, table })
      groups.set(path, rows)
    }
  return groups
}

/** An article out of its row and those of its annotations, and what of them could not be taken. */
export async function* articleItems(row: ReadRow, rows: ArticleRows, known: Known): AsyncGenerator<ReadItem> {
  const untaken: Untaken[] = []
  try {
    const article = await articleIn(row, rows, known, untaken)
    yield { kind: 'article', article }
  } catch (error) {
    if (!(error instanceof Untakeable)) throw error
    untaken.push(untakenAt(row, error))
  }
  for (const one of untaken) yield { kind: 'untaken', untaken: one }
}

function untakenAt({ file, line }: ReadRow, { what, why, message }: Untakeable): Untaken {
  return { file, line, what, why, detail: message }
}

async function articleIn(row: ReadRow, rows: ArticleRows, known: Known, untaken: Untaken[]): Promise<ReadArticle> {
  const { article: path = '', split = '', text: said } = row.cells
  if (path === '') throw new Untakeable('malformed', 'article')
  const text = said === undefined || said === '' ? await known.choices.textOf(path) : said
  if (text === null) throw new Untakeable('no-text', path)
  const place: Place = { text, ruler: makeRuler(text), unit: known.unit }
  const taking = <T>(some: readonly TakenRow[], take: (row: TakenRow) => T): T[] =>
    some.flatMap(one => {
      try {
        return [take(one)]
      } catch (error) {
        if (!(error instanceof Untakeable)) throw error
        untaken.push(untakenAt(one, error))
        return []
      }
    })
  const metadata: Partial<Record<FieldName, string>> = {}
  for (const name of fieldNames) if (row.cells[name]) metadata[name] = row.cells[name]
  const layers = layersIn(rows, place, known, taking)
  const entities = [...mentioned(layers)].flatMap(id => known.entities.get(id) ?? [])
  return {
    ...{ file: row.file, path, text, metadata, layers },
    ...(split === '' ? {} : { split }),
    zones: taking(rows.zones, one => zoneIn(one, place)),
    ...(entities.length === 0 ? {} : { entities }),
  }
}

type Taking = <T>(rows: readonly TakenRow[], take: (row: TakenRow) => T) => T[]

function layersIn(rows: ArticleRows, place: Place, known: Known, taking: Taking): DatasetLayer[] {
  const whose = ({ cells }: ReadRow) => cells['annotator'] || known.choices.annotator
  const status = new Map(rows.layers.map(row => [whose(row), row.cells['status']]))
  const annotators = new Set([...status.keys(), ...[...rows.annotations, ...rows.links].map(whose)])
  const [annotationsOf, linksOf] = [byKey(rows.annotations, whose), byKey(rows.links, whose)]
  return [...annotators].map(annotator => {
    const there = new Set<string>()
    const annotations = taking(annotationsOf.get(annotator) ?? [], row =>
      annotationIn(row, place, tag => name => known.kindOf('tag', tag, name), there),
    )
    const said = status.get(annotator)
    return {
      annotator,
      ...(said === 'in-progress' || said === 'done' || said === 'adjudicated' ? { status: said } : {}),
      annotations: annotations.sort(byPlace),
      links: taking(linksOf.get(annotator) ?? [], row =>
        linkIn(row, place, type => name => known.kindOf('link', type, name), there),
      ),
    }
  })
}

function byKey(rows: readonly TakenRow[], keyOf: (row: TakenRow) => string): Map<string, TakenRow[]> {
  const groups = new Map<string, TakenRow[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? []
    group.push(row)
    groups.set(keyOf(row), group)
  }
  return groups
}

function wordsByName(json: string | undefined): Record<string, string> | null {
  try {
    const said: unknown = JSON.parse(json || 'null')
    const words = Object.entries(said ?? {}).filter(([, value]) => typeof value === 'string')
    return words.length === 0 ? null : (Object.fromEntries(words) as Record<string, string>)
  } catch {
    return null
  }
}

/** The entities that layers refer to. */
function mentioned(layers: readonly DatasetLayer[]): Set<string> {
  return new Set(
    layers.flatMap(({ annotations, links }) => [
      ...annotations.flatMap(({ entity }) => entity ?? []),
      ...links.flatMap(({ to }) => ('entity' in to ? to.entity : [])),
    ]),
  )
}
