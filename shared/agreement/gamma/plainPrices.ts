import type { PairCosts } from './pairCosts.ts'

/**
 * Prices of which it is plain that no part costs less. A part's cost is a sum over
 * pairs of annotators: of what is unlike in two units each has half, and what an
 * empty place costs beside a unit that unit has whole. For each other annotator
 * the least of these, whichever unit of theirs it may be, is no more than its share.
 */
export function plainPrices({ size, annotators, annotatorOf, from, pairs, part }: PairCosts): Float64Array {
  const empty = part / ((annotators * (annotators - 1)) / 2)
  const prices = new Float64Array(size)
  for (let unit = 0; unit < size; unit++)
    for (let one = 0; one < annotators; one++) {
      if (one === annotatorOf[unit]) continue
      let share = empty
      for (let other = from[one]!; other < from[one + 1]!; other++)
        share = Math.min(share, (pairs[unit * size + other]! + empty) / 2)
      prices[unit]! += share
    }
  return prices
}
