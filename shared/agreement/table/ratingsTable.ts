import { inOrder, type Level, MISSING, type Ratings, type Value } from '../coefficients/ratings.ts'
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
  const all = withoutBlank(rows.map(trimmed))
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
  const found = ratingsIn(body, from, choice)
  if ('refusal' in found) return found
  const names = layout.firstRow === 'names' ? all[0]!.cells : []
  // A first row that is a cell short names annotators alone.
  const firstName = names.length === wanted - 1 ? 0 : from
  return {
    ratings: found,
    annotators: Array.from({ length: wanted - from }, (_, i) => names[firstName + i] || String(i + 1)),
    layout,
    looksMissing: found.categories
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

/** A row whose cells have nothing around what they hold; itself where that is so. */
function trimmed(row: TableRow): TableRow {
  return row.cells.some(cell => cell !== cell.trim()) ? { ...row, cells: row.cells.map(cell => cell.trim()) } : row
}

/** The ratings of rows from a column on. Each different cell is looked at once: there may be millions that are alike. */
function ratingsIn(
  body: readonly TableRow[],
  from: number,
  { level, categories: said, missing }: TableChoice,
): Ratings | { readonly refusal: Refusal } {
  const annotators = body[0]!.cells.length - from
  const isMissing = new Set(['', ...(missing ?? [])])
  // By cell, the row in which it stands first.
  const different = new Map<string, number>()
  for (const { number, cells } of body)
    for (let i = from; i < cells.length; i++) if (!different.has(cells[i]!)) different.set(cells[i]!, number)
  for (const cell of isMissing) different.delete(cell)
  const given = said && [...new Set(said)]
  const areNumbers = [...different.keys(), ...(given ?? [])].every(level === 'nominal' ? isPlainNumber : isNumber)
  if (!areNumbers && (level === 'interval' || level === 'ratio')) {
    const [cell, row] = [...different].find(([cell]) => !isNumber(cell)) ?? [given!.find(one => !isNumber(one))!, 0]
    return { refusal: { why: 'not-a-number', level, row, cell } }
  }
  if (!areNumbers && level === 'ordinal' && !given)
    return { refusal: { why: 'no-order', words: inOrder(different.keys()).map(String) } }
  // Minus nothing is nothing.
  const read = (cell: string): Value => (areNumbers ? Number(cell) + 0 : cell)
  const categories = given ? [...new Set(given.map(read))] : inOrder(new Set([...different.keys()].map(read)))
  const placeOf = new Map(categories.map((value, place) => [value, place]))
  const codeOf = new Map<string, number>()
  for (const [cell, row] of different) {
    const place = placeOf.get(read(cell))
    if (place === undefined) return { refusal: { why: 'not-a-category', row, cell } }
    codeOf.set(cell, place)
  }
  const codes = new Int32Array(body.length * annotators)
  let at = 0
  for (const { cells } of body) for (let i = from; i < cells.length; i++) codes[at++] = codeOf.get(cells[i]!) ?? MISSING
  return { annotators, rows: body.length, codes, times: null, categories }
}

/** A number that nobody writes to say something else: 007 and 7 may be two names, 1 and 1.0 are one. */
function isPlainNumber(cell: string): boolean {
  return isNumber(cell) && !/^[+-]?0\d/.test(cell)
}
