import { type BootstrapChoice, bootstrap } from './bootstrap.ts'
import type { Measured } from './measured.ts'
import { MISSING, type Ratings } from './ratings.ts'

/**
 * Ratings by the patterns in them: rows that look alike are one, and for each article how often it has which. So a figure
 * of a sample costs what there are different rows, not what there are rows.
 */
export interface Patterned<V> {
  readonly ratings: Ratings<V>
  /** For each article the patterns that it has, and how many units look like each. */
  readonly articles: readonly (readonly { readonly pattern: number; readonly units: number }[])[]
}

/** `articleOf[row]` says which article a row stands in, from 0 on. */
export function patternsOf<V>(ratings: Ratings<V>, articleOf: ArrayLike<number>): Patterned<V> {
  const { annotators, codes, rows } = ratings
  const keyOf = keysOf(ratings)
  const patterns = new Map<number | string, number>()
  const firstRows: number[] = []
  const articles: Map<number, number>[] = []
  for (let row = 0; row < rows; row++) {
    const key = keyOf(row)
    let pattern = patterns.get(key)
    if (pattern === undefined) {
      pattern = firstRows.push(row) - 1
      patterns.set(key, pattern)
    }
    while (articles.length <= articleOf[row]!) articles.push(new Map())
    const counts = articles[articleOf[row]!]!
    counts.set(pattern, (counts.get(pattern) ?? 0) + (ratings.times?.[row] ?? 1))
  }
  const kept = new Int32Array(firstRows.length * annotators)
  for (const [pattern, row] of firstRows.entries())
    kept.set(codes.subarray(row * annotators, (row + 1) * annotators), pattern * annotators)
  const times = new Float64Array(firstRows.length)
  for (const counts of articles) for (const [pattern, units] of counts) times[pattern]! += units
  return {
    ratings: { ...ratings, rows: firstRows.length, codes: kept, times },
    articles: articles.map(counts => [...counts].map(([pattern, units]) => ({ pattern, units }))),
  }
}

/** The same ratings with rows that look alike as one: every measure is the same, and takes as long as there are different rows. */
export function condensed<V>(ratings: Ratings<V>): Ratings<V> {
  return patternsOf(ratings, new Int32Array(ratings.rows)).ratings
}

/** What tells two rows apart: a number while one holds it exactly. */
function keysOf({ annotators, codes, categories }: Ratings<unknown>): (row: number) => number | string {
  const base = categories.length + 1
  const isExact = base ** annotators < Number.MAX_SAFE_INTEGER
  return row => {
    const from = row * annotators
    if (!isExact) return codes.subarray(from, from + annotators).join()
    let key = 0
    for (let i = 0; i < annotators; i++) key = key * base + (codes[from + i]! - MISSING)
    return key
  }
}

/** The interval of a measure of ratings, over the articles that they stand in. */
export function intervalOf<V>(
  { ratings, articles }: Patterned<V>,
  measure: (ratings: Ratings<V>) => Measured,
  choice: BootstrapChoice = {},
): ReturnType<typeof bootstrap> {
  const times = new Float64Array(ratings.rows)
  const sample = { ...ratings, times }
  return bootstrap(
    articles.length,
    drawn => {
      times.fill(0)
      for (let article = 0; article < drawn.length; article++) {
        const often = drawn[article]!
        if (often > 0) for (const { pattern, units } of articles[article]!) times[pattern]! += often * units
      }
      return measure(sample).value
    },
    choice,
  )
}
