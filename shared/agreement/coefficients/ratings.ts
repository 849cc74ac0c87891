import type { Reason } from './measured.ts'

/** What somebody chose for a unit: a word, or a number where it has a size. */
export type Value = string | number

/** How much values say: names alone; an order; how far they lie apart; how many times one is the other. */
export const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type Level = (typeof levels)[number]

/** Why these values don't have a level: words lie nowhere, and below zero nothing is so many times another. Null where they have it. */
export function whyNoLevel(values: readonly Value[], level: Level): Reason | null {
  if (level !== 'interval' && level !== 'ratio') return null
  if (values.some(value => typeof value !== 'number')) return 'not-numbers'
  return level === 'ratio' && values.some(value => Number(value) < 0) ? 'below-zero' : null
}

/** Stands in `Ratings.codes` where somebody rated nothing. */
export const MISSING = -1

/**
 * What annotators chose for units: a table with a row for each unit and a
 * column for each annotator. `codes` holds it row by row, each cell the place of
 * its value in `categories`, or `MISSING`. A row stands for `times` units that
 * look alike (one each where that is null), so that a table of counts, and a
 * sample drawn from a larger one, are ratings like any other.
 *
 * `categories` are in their order, the lowest first, where values have one. They
 * may hold values that nobody chose: some measures count them.
 */
export interface Ratings<V = Value> {
  readonly annotators: number
  readonly rows: number
  readonly codes: Int32Array
  readonly times: Float64Array | null
  readonly categories: readonly V[]
}

/** Ratings from rows of values, null where somebody rated nothing. Without categories these are the values that occur, numbers by size and words by their characters. */
export function ratingsOf(
  rows: readonly (readonly (Value | null)[])[],
  given: { readonly categories?: readonly Value[]; readonly times?: readonly number[] } = {},
): Ratings {
  const annotators = Math.max(0, ...new Set(rows.map(row => row.length)))
  const categories = given.categories ?? inOrder(new Set(rows.flat().filter(value => value !== null)))
  const codeOf = new Map(categories.map((value, code) => [value, code]))
  const codes = new Int32Array(rows.length * annotators).fill(MISSING)
  for (const [row, values] of rows.entries())
    for (const [annotator, value] of values.entries())
      if (value !== null) codes[row * annotators + annotator] = codeIn(codeOf, value)
  return {
    annotators,
    rows: rows.length,
    codes,
    times: given.times ? Float64Array.from(given.times) : null,
    categories,
  }
}

function codeIn(codeOf: ReadonlyMap<Value, number>, value: Value): number {
  const code = codeOf.get(value)
  if (code === undefined) throw new RangeError(`“${value}” is none of the categories.`)
  return code
}

/** Numbers by size, then words by their characters. */
export function inOrder(values: Iterable<Value>): Value[] {
  return [...values].sort((a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b
    if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
    return typeof a === 'number' ? -1 : 1
  })
}

/** Two annotators' ratings from a table of counts: row `i`, column `j` says how often the first chose category `i` where the second chose `j`. */
export function ratingsOfTable(counts: readonly (readonly number[])[], categories: readonly Value[]): Ratings {
  const cells = counts.flatMap((row, i) => row.map((count, j) => ({ i, j, count }))).filter(({ count }) => count > 0)
  return {
    annotators: 2,
    rows: cells.length,
    codes: Int32Array.from(cells.flatMap(({ i, j }) => [i, j])),
    times: Float64Array.from(cells, ({ count }) => count),
    categories,
  }
}

/** The same ratings by two of the annotators alone. */
export function ratingsBy<V>(ratings: Ratings<V>, chosen: readonly number[]): Ratings<V> {
  const codes = new Int32Array(ratings.rows * chosen.length)
  for (let row = 0; row < ratings.rows; row++)
    for (let i = 0; i < chosen.length; i++)
      codes[row * chosen.length + i] = ratings.codes[row * ratings.annotators + chosen[i]!]!
  return { ...ratings, annotators: chosen.length, codes }
}

/** The annotators who rated anything, as columns, in order. */
export function ratersIn({ annotators, codes, rows, times }: Ratings<unknown>): number[] {
  const found = new Uint8Array(annotators)
  for (let row = 0, at = 0; row < rows; row++)
    for (let annotator = 0; annotator < annotators; annotator++, at++)
      if (codes[at] !== MISSING && (times === null || times[row]! > 0)) found[annotator] = 1
  return [...found.keys()].filter(annotator => found[annotator] === 1)
}
