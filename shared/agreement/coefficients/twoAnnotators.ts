import { type Reason, without } from './measured.ts'
import { MISSING, type Ratings, ratersIn } from './ratings.ts'

/** What two annotators chose for the units that both rated: row `i` has `first[i]` and `second[i]`, and stands for `times[i]` units. */
export interface Paired {
  readonly first: Int32Array
  readonly second: Int32Array
  readonly times: Float64Array
  /** Units in all. */
  readonly units: number
  readonly categories: number
}

/** The two annotators of ratings, or why they can't be compared as two. Annotators who rated nothing count as not there. */
export function pairedOf(ratings: Ratings<unknown>): Paired | { readonly value: null; readonly reason: Reason } {
  const raters = ratersIn(ratings)
  if (raters.length === 0) return without('no-ratings')
  if (raters.length === 1) return without('one-annotator')
  if (raters.length > 2) return without('not-two-annotators')
  const [a, b] = raters as [number, number]
  const [first, second] = [new Int32Array(ratings.rows), new Int32Array(ratings.rows)]
  const times = new Float64Array(ratings.rows)
  let [count, units] = [0, 0]
  for (let row = 0; row < ratings.rows; row++) {
    const [one, other] = [ratings.codes[row * ratings.annotators + a]!, ratings.codes[row * ratings.annotators + b]!]
    const often = ratings.times === null ? 1 : ratings.times[row]!
    if (one === MISSING || other === MISSING || often === 0) continue
    first[count] = one
    second[count] = other
    times[count++] = often
    units += often
  }
  if (units === 0) return without('no-pairs')
  const upTo = <T extends Int32Array | Float64Array>(all: T) => all.subarray(0, count) as T
  return { first: upTo(first), second: upTo(second), times: upTo(times), units, categories: ratings.categories.length }
}

/** The share of each category among what one of the two chose. */
export function sharesAmong(codes: Int32Array, { times, units, categories }: Paired): Float64Array {
  const shares = new Float64Array(categories)
  for (let i = 0; i < codes.length; i++) shares[codes[i]!]! += times[i]!
  return shares.map(share => share / units)
}

/** The share of units for which both chose the same. */
export function sameAmong({ first, second, times, units }: Paired): number {
  let same = 0
  for (let i = 0; i < first.length; i++) if (first[i] === second[i]) same += times[i]!
  return same / units
}
