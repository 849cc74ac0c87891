import type { Reason } from './measured.ts'
import { MISSING, type Ratings, ratersIn } from './ratings.ts'

/**
 * Calls `see` for each row with what was rated in it: the first `count` entries of
 * `chosen`, which is written over by the next row, and how many units the row stands for.
 */
export function eachRow(
  { annotators, codes, rows, times }: Ratings<unknown>,
  see: (chosen: Int32Array, count: number, times: number) => void,
): void {
  const chosen = new Int32Array(annotators)
  for (let row = 0, at = 0; row < rows; row++) {
    let count = 0
    for (let annotator = 0; annotator < annotators; annotator++, at++)
      if (codes[at] !== MISSING) chosen[count++] = codes[at]!
    const often = times === null ? 1 : times[row]!
    if (often > 0) see(chosen, count, often)
  }
}

/** What there is to compare: units that anybody rated, units that two or more did, ratings, and pairs of ratings of one unit. */
export interface Extent {
  readonly units: number
  readonly pairedUnits: number
  readonly ratings: number
  readonly pairs: number
}

export function extentOf(ratings: Ratings<unknown>): Extent {
  let [units, pairedUnits, all, pairs] = [0, 0, 0, 0]
  eachRow(ratings, (_, count, times) => {
    if (count > 0) units += times
    if (count > 1) pairedUnits += times
    all += times * count
    pairs += (times * count * (count - 1)) / 2
  })
  return { units, pairedUnits, ratings: all, pairs }
}

/** Why nothing can be compared in these ratings, or null where something can. */
export function whyNothing(ratings: Ratings<unknown>): Reason | null {
  const raters = ratersIn(ratings).length
  if (raters === 0) return 'no-ratings'
  if (raters === 1) return 'one-annotator'
  return extentOf(ratings).pairedUnits === 0 ? 'no-pairs' : null
}

/**
 * How alike those units were rated that two or more rated, each unit counting
 * the same: the pairs of its ratings that are the same, of all its pairs (Fleiss 1971, P(i) = Σ n(k) (n(k) − 1) / (n (n − 1)), of as many ratings as the unit has).
 */
export function foundAgreement(ratings: Ratings<unknown>): number {
  let [sum, units] = [0, 0]
  eachAgreement(ratings, (agreement, times) => {
    sum += times * agreement
    units += times
  })
  return sum / units
}

/** The agreement within each unit that two or more rated, row by row, with how many units the row stands for. */
export function eachAgreement(ratings: Ratings<unknown>, see: (agreement: number, times: number) => void): void {
  const often = new Int32Array(ratings.categories.length)
  eachRow(ratings, (chosen, count, times) => {
    if (count < 2) return
    let same = 0
    for (let i = 0; i < count; i++) same += often[chosen[i]!]!++
    for (let i = 0; i < count; i++) often[chosen[i]!] = 0
    see((2 * same) / (count * (count - 1)), times)
  })
}

/**
 * The share of each category: of a unit, of the ratings that it has, and of all, the mean of the units that anybody
 * rated (Gwet 2014, chapter 2). Where every unit has as many ratings that is the share of all ratings.
 */
export function sharesOf(ratings: Ratings<unknown>): Float64Array {
  const shares = new Float64Array(ratings.categories.length)
  let units = 0
  eachRow(ratings, (chosen, count, times) => {
    if (count === 0) return
    units += times
    for (let i = 0; i < count; i++) shares[chosen[i]!]! += times / count
  })
  return shares.map(share => share / units)
}
