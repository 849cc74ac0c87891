import { type FieldName, fieldNames } from '../../article/metadata.ts'
import { byPlace, type DatasetLayer } from '../../dataset/dataset.ts'
import type { ReadArticle, ReadChoices, ReadEntity, ReadItem, Untaken } from '../../dataset/format.ts'
import { Untakeable } from '../../dataset/untakeable.ts'
import { makeRuler, type Unit } from '../../text/ruler.ts'
import { byArticle, type RowsByArticle } from './byArticle.ts'
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
 * The articles that tables say, in the order of the table of articles; see
 * `byArticle` for what of the others is held meanwhile. `mostHeld` is less than
 * usual only in tests.
 */
export async function* articlesOf(
  tables: ReadTables,
  choices: ReadChoices,
  mostHeld?: number,
): AsyncGenerator<ReadItem> {
  const known = await knownOf(tables, choices)
  let order: Map<string, number> | undefined
  const orderOf = async () => {
    order ??= await placesIn(tables)
    return order
  }
  const open: RowsByArticle[] = []
  const grouped = async (names: readonly string[]) => {
    const groups: RowsByArticle[] = []
    for (const name of names) groups.push(await byArticle(name, () => rowsIn(tables, name), orderOf, mostHeld))
    open.push(...groups)
    return async (path: string) => {
      const rows: TakenRow[] = []
      for (const group of groups) for (const row of await group.take(path)) rows.push(row)
      return rows
    }
  }
  try {
    const layers = await grouped(['layers'])
    const zones = await grouped(['zones'])
    const annotations = await grouped(Object.keys(annotationTables))
    const links = await grouped(['links'])
    const rowsOf = async (path: string): Promise<ArticleRows> => ({
      ...{ layers: await layers(path), zones: await zones(path) },
      ...{ annotations: await annotations(path), links: await links(path) },
    })
    for await (const row of rowsIn(tables, 'articles'))
      yield* articleItems(row, await rowsOf(row.cells['article'] ?? ''), known)
    // Without a table of articles their texts are found by their paths.
    for (const path of new Set(open.flatMap(group => [...group.left()]))) {
      const rows = await rowsOf(path)
      const { file, line } = [...rows.annotations, ...rows.links, ...rows.layers, ...rows.zones][0]!
      yield* articleItems({ file, line, cells: { article: path } }, rows, known)
    }
  } finally {
    for (const group of open) await group.close()
  }
}

/** Where each article first stands in the table of articles. */
async function placesIn(tables: ReadTables): Promise<Map<string, number>> {
  const places = new Map<string, number>()
  let place = 0
  for await (const { cells } of rowsIn(tables, 'articles')) {
    const path = cells['article'] ?? ''
    if (!places.has(path)) places.set(path, place)
    place++
  }
  return places
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
