/** What a row or a column at the edge of a table holds: names of what stands in it, or ratings like the rest. */
export type Edge = 'names' | 'ratings'

/** How a table of ratings is laid out: rows are units, columns annotators. */
export interface Layout {
  /** Whether the first row names the annotators. */
  readonly firstRow: Edge
  /** Whether the first column names the units. */
  readonly firstColumn: Edge
  /** False where the first column could as well be something else than it was taken for: then a person is told of it. */
  readonly isSure: boolean
}

/**
 * How a table is laid out, as far as it isn't `said`.
 *
 * The first row is names where every cell of it (the corner may be empty) is a word that occurs nowhere else and no two are
 * alike; numbers are never taken for names. The first column is names where the first row is, and its corner is empty, missing,
 * or says that it is about units (“unit”, “item”, “subject”, “doc_id” …), or where each of its cells is another
 * word, none occurs in another column, and the rest does repeat itself.
 *
 * It isn't sure where the first column counts up from 0 or 1 and nothing says that it is names: then it is taken for ratings.
 */
export function layoutOf(
  rows: readonly (readonly string[])[],
  said: { readonly firstRow?: Edge | undefined; readonly firstColumn?: Edge | undefined } = {},
): Layout {
  const firstRow = said.firstRow ?? (isRowOfNames(rows) ? 'names' : 'ratings')
  const body = firstRow === 'names' ? rows.slice(1) : rows
  const guessed = (firstRow === 'names' && isAboutUnits(rows[0] ?? [], body)) || isColumnOfNames(body)
  const firstColumn = said.firstColumn ?? (guessed ? 'names' : 'ratings')
  const isSure = said.firstColumn !== undefined || firstColumn === 'names' || !countsUp(body)
  return { firstRow, firstColumn, isSure }
}

/** Whether a cell is a number as programs write it: with a point, at most, and an exponent. */
export function isNumber(cell: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(cell) && Number.isFinite(Number(cell))
}

function isRowOfNames([first, ...body]: readonly (readonly string[])[]): boolean {
  if (!first || body.length === 0) return false
  const names = first[0] === '' ? first.slice(1) : first
  if (names.length === 0 || names.some(name => name === '' || isNumber(name))) return false
  if (new Set(names).size < names.length) return false
  const known = new Set(names)
  return body.every(row => row.every(cell => !known.has(cell)))
}

const unitWords =
  /^(?:units?|items?|subjects?|cases?|segments?|documents?|docs?|articles?|texts?|sentences?|objects?|targets?|observations?|rows?|index|ids?|nos?|nrs?|numbers?|keys?|names?|#|unnamed: 0)(?:[ ._-]*(?:ids?|nos?|nrs?|numbers?|names?|keys?|index|#))?\.?$/i

function isAboutUnits(names: readonly string[], body: readonly (readonly string[])[]): boolean {
  const corner = names[0] ?? ''
  const isShort = body.length > 0 && body.every(row => row.length === names.length + 1)
  return corner === '' || isShort || unitWords.test(corner)
}

function isColumnOfNames(body: readonly (readonly string[])[]): boolean {
  if (body.length < 3) return false
  const names = new Set(body.map(([first = '']) => first))
  if (names.size < body.length) return false
  for (const name of names) if (name === '' || isNumber(name)) return false
  const rest = body.flatMap(row => row.slice(1)).filter(cell => cell !== '')
  const different = new Set(rest)
  return rest.length > 0 && different.size < rest.length && rest.every(cell => !names.has(cell))
}

/** Whether the first column is 0, 1, 2 … or 1, 2, 3 …, as numbers of rows are. */
function countsUp(body: readonly (readonly string[])[]): boolean {
  const from = Number(body[0]?.[0])
  return (
    body.length >= 3 &&
    (body[0]?.length ?? 0) > 1 &&
    (from === 0 || from === 1) &&
    body.every(([first], i) => first === String(from + i))
  )
}
