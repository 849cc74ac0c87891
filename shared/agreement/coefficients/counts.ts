import { MISSING, type Ratings, ratersIn } from './ratings.ts'
import { eachRow, sharesOf } from './units.ts'

/**
 * The counts that a figure is made of, by the categories that anybody chose (`codes`, places in the ratings' categories).
 * - contingency: how often the first of two annotators chose the row's category where the second chose the column's;
 * - coincidence: how often two ratings of a unit have the row's and the column's value, each unit's pairs counting
 *   1 / (m − 1) of its m ratings (Krippendorff 2011); rows add up to the values' counts;
 * - shares: how many ratings each category has, and its mean share of the units.
 */
export type Counts =
  | {
      readonly kind: 'contingency' | 'coincidence'
      readonly codes: readonly number[]
      readonly cells: readonly (readonly number[])[]
    }
  | {
      readonly kind: 'shares'
      readonly codes: readonly number[]
      readonly ratings: readonly number[]
      readonly shares: readonly number[]
    }

/** More categories than a person looks through as a table. */
export const MOST_SHOWN = 50

/** A table of two annotators. Null where there are more categories than anybody looks through. */
export function contingencyOf(ratings: Ratings<unknown>): Counts | null {
  const [a, b] = ratersIn(ratings)
  if (a === undefined || b === undefined) return null
  return tableOf(ratings, 'contingency', (row, add, times) => {
    const [one, other] = [ratings.codes[row * ratings.annotators + a]!, ratings.codes[row * ratings.annotators + b]!]
    if (one !== MISSING && other !== MISSING) add(one, other, times)
  })
}

/** A table of coincidences. Null where there are more categories than anybody looks through. */
export function coincidencesOf(ratings: Ratings<unknown>): Counts | null {
  return tableOf(ratings, 'coincidence', (row, add, times) => {
    const chosen = [...ratings.codes.subarray(row * ratings.annotators, (row + 1) * ratings.annotators)].filter(
      code => code !== MISSING,
    )
    for (const [i, one] of chosen.entries())
      for (const [j, other] of chosen.entries()) if (i !== j) add(one, other, times / (chosen.length - 1))
  })
}

/** How often each category was chosen. Null where there are more categories than anybody looks through. */
export function shareCountsOf(ratings: Ratings<unknown>): Counts | null {
  const codes = usedIn(ratings)
  if (codes.length > MOST_SHOWN) return null
  const [often, shares] = [new Float64Array(ratings.categories.length), sharesOf(ratings)]
  eachRow(ratings, (chosen, count, times) => {
    for (let i = 0; i < count; i++) often[chosen[i]!]! += times
  })
  return { kind: 'shares', codes, ratings: codes.map(code => often[code]!), shares: codes.map(code => shares[code]!) }
}

function tableOf(
  ratings: Ratings<unknown>,
  kind: 'contingency' | 'coincidence',
  seeRow: (row: number, add: (k: number, l: number, count: number) => void, times: number) => void,
): Counts | null {
  const codes = usedIn(ratings)
  if (codes.length > MOST_SHOWN) return null
  const placeOf = new Map(codes.map((code, place) => [code, place]))
  const cells = codes.map(() => codes.map(() => 0))
  const add = (k: number, l: number, count: number) => {
    cells[placeOf.get(k)!]![placeOf.get(l)!]! += count
  }
  for (let row = 0; row < ratings.rows; row++) {
    const times = ratings.times?.[row] ?? 1
    if (times > 0) seeRow(row, add, times)
  }
  return { kind, codes, cells }
}

function usedIn(ratings: Ratings<unknown>): number[] {
  const used = new Uint8Array(ratings.categories.length)
  eachRow(ratings, (chosen, count) => {
    for (let i = 0; i < count; i++) used[chosen[i]!] = 1
  })
  return [...used.keys()].filter(code => used[code] === 1)
}
