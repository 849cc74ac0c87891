import { inOrder, type Level, type Ratings, ratingsOf, type Value } from '../coefficients/ratings.ts'
import { type Edge, isNumber, type Layout, layoutOf } from './layout.ts'

/** What a person says of a table of ratings beside its level. */
export interface TableChoice {
  readonly level: Level
  readonly firstRow?: Edge | undefined
  readonly firstColumn?: Edge | undefined
  /** All categories, the lowest first where they have an order. */
  readonly categories?: readonly string[] | undefined
  /** Cells that stand for nothing, besides empty ones. */
  readonly missing?: readonly string[] | undefined
}

/** A row of a table as its file has it, and which one it is, from 1 on. */
export interface TableRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** A table as ratings. */
export interface RatingsTable {
  readonly ratings: Ratings
  /** The annotators by name, or by the number of their column. */
  readonly annotators: readonly string[]
  readonly layout: Layout
  /** Ratings that other programs write where nothing was rated, and that count as categories here. */
  readonly looksMissing: readonly string[]
}

/** Why a table can't be taken as it stands: what a person reads of each stands in `shared/words/`. */
export type Refusal =
  | { readonly why: 'empty' }
  | { readonly why: 'ragged'; readonly row: number; readonly cells: number; readonly wanted: number }
  | { readonly why: 'not-a-number'; readonly row: number; readonly cell: string; readonly level: Level }
  | { readonly why: 'not-a-category'; readonly row: number; readonly cell: string }
  | { readonly why: 'no-order'; readonly words: readonly string[] }

/** Ratings out of the rows of a table, or why not. Numbers count by their size: 1 and 1.0 are the same. */
export function ratingsTable(
  rows: readonly TableRow[],
  choice: TableChoice,
): RatingsTable | { readonly refusal: Refusal } {
  const missing = new Set(['', ...(choice.missing ?? [])])
  const all = withoutBlank(rows.map(({ number, cells }) => ({ number, cells: cells.map(cell => cell.trim()) })))
  const layout = layoutOf(
    all.map(({ cells }) => cells),
    choice,
  )
  const body = layout.firstRow === 'names' ? all.slice(1) : all
  const from = layout.firstColumn === 'names' ? 1 : 0
  const wanted = body[0]?.cells.length ?? 0
  if (wanted <= from) return { refusal: { why: 'empty' } }
  const ragged = body.find(({ cells }) => cells.length !== wanted)
  if (ragged) return { refusal: { why: 'ragged', row: ragged.number, cells: ragged.cells.length, wanted } }
  const cells = body.map(({ number, cells }) => ({
    number,
    cells: cells.slice(from).map(cell => (missing.has(cell) ? null : cell)),
  }))
  const values = valuesOf(cells, choice)
  if ('refusal' in values) return values
  const names = layout.firstRow === 'names' ? all[0]!.cells : []
  // A first row that is a cell short names annotators alone.
  const firstName = names.length === wanted - 1 ? 0 : from
  return {
    ratings: ratingsOf(values.rows, { categories: values.categories }),
    annotators: Array.from({ length: wanted - from }, (_, i) => names[firstName + i] || String(i + 1)),
    layout,
    looksMissing: values.categories
      .map(String)
      .filter(value => /^(?:n\/?a|nan|null|none|nil|\.|\*|-|\?|—|–)$/i.test(value)),
  }
}

/** Lines without anything in a table of several columns are no units. */
function withoutBlank(rows: readonly TableRow[]): readonly TableRow[] {
  const isWide = rows.some(({ cells }) => cells.length > 1)
  const last = rows.at(-1)
  if (isWide) return rows.filter(({ cells }) => cells.length > 1 || cells[0] !== '')
  return last?.cells.join('') === '' ? rows.slice(0, -1) : rows
}

interface Cells {
  readonly number: number
  readonly cells: readonly (string | null)[]
}

function valuesOf(
  rows: readonly Cells[],
  { level, categories: said }: TableChoice,
): { readonly rows: (Value | null)[][]; readonly categories: Value[] } | { readonly refusal: Refusal } {
  const different = new Set(rows.flatMap(({ cells }) => cells).filter(cell => cell !== null))
  const given = said && new Set(said)
  const areNumbers = [...different, ...(given ?? [])].every(level === 'nominal' ? isPlainNumber : isNumber)
  const find = (isWrong: (cell: string) => boolean) => {
    for (const { number, cells } of rows)
      for (const cell of cells) if (cell !== null && isWrong(cell)) return { row: number, cell }
    return null
  }
  if (!areNumbers && (level === 'interval' || level === 'ratio')) {
    const wrong = find(cell => !isNumber(cell)) ?? { row: 0, cell: [...(given ?? [])].find(cell => !isNumber(cell))! }
    return { refusal: { why: 'not-a-number', level, ...wrong } }
  }
  if (!areNumbers && level === 'ordinal' && !given)
    return { refusal: { why: 'no-order', words: inOrder(different).map(String) } }
  const read = (cell: string): Value => (areNumbers ? Number(cell) + 0 : cell)
  const categories = given ? [...new Set([...given].map(read))] : inOrder(new Set([...different].map(read)))
  const known = new Set(categories)
  const stranger = find(cell => !known.has(read(cell)))
  if (stranger) return { refusal: { why: 'not-a-category', ...stranger } }
  return { rows: rows.map(({ cells }) => cells.map(cell => (cell === null ? null : read(cell)))), categories }
}

/** A number that nobody writes to say something else: 007 and 7 may be two names, 1 and 1.0 are one. */
function isPlainNumber(cell: string): boolean {
  return isNumber(cell) && !/^[+-]?0\d/.test(cell)
}
