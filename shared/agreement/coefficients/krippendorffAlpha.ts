import { type Measured, without } from './measured.ts'
import { type Level, type Ratings, type Value, whyNoLevel } from './ratings.ts'
import { eachRow, whyNothing } from './units.ts'
import { MOST_WEIGHED } from './weights.ts'

/**
 * Krippendorff's α (Krippendorff 2011, “Computing Krippendorff's
 * Alpha-Reliability”): 1 − Do / De, where Do is the mean squared difference of the
 * values within units, each unit's pairs counting 1 / (m − 1) for its m ratings, and De that of all values
 * paired at random. Any number of annotators, ratings missing; units with one rating don't count.
 *
 * The differences: of names 0 or 1; of ranks the values between two, each end by half; of numbers their
 * difference; of ratios (c − k) / (c + k). No pair of values is looked at for names, ranks
 * and numbers: the counts of values do, so that a million units take a second.
 */
export function krippendorffAlpha(ratings: Ratings, level: Level): Measured {
  const reason = whyNothing(ratings) ?? whyNoLevel(ratings.categories, level)
  if (reason) return without(reason)
  const counts = pairableCounts(ratings)
  if (level === 'nominal') return alphaOf(nominalWithin(ratings), nominalOverall(counts), counts)
  if (level === 'ratio') return alphaBy(ratings, ratioDistance(ratings.categories))
  const sizes = level === 'ordinal' ? midRanks(counts) : Float64Array.from(ratings.categories, Number)
  return alphaOf(squaresWithin(ratings, sizes), squaresOverall(counts, sizes), counts)
}

/** Krippendorff's α of values that differ as `apart` says of two codes: what is called δ² (2011). */
export function alphaBy(ratings: Ratings<unknown>, apart: (k: number, l: number) => number): Measured {
  const reason = whyNothing(ratings)
  if (reason) return without(reason)
  const counts = pairableCounts(ratings)
  const used = [...counts.keys()].filter(k => counts[k]! > 0)
  if (used.length > MOST_WEIGHED) return without('too-many-values')
  let within = 0
  eachRow(ratings, (chosen, count, times) => {
    let sum = 0
    for (let i = 0; i < count; i++)
      for (let j = 0; j < i; j++) if (chosen[i] !== chosen[j]) sum += 2 * apart(chosen[i]!, chosen[j]!)
    if (count > 1) within += (times * sum) / (count - 1)
  })
  let overall = 0
  for (const [i, k] of used.entries())
    for (let j = 0; j < i; j++) overall += 2 * counts[k]! * counts[used[j]!]! * apart(k, used[j]!)
  return alphaOf(within, overall, counts)
}

/** How often each value stands in units that two or more rated: Krippendorff's n(c). */
export function pairableCounts(ratings: Ratings<unknown>): Float64Array {
  const counts = new Float64Array(ratings.categories.length)
  eachRow(ratings, (chosen, count, times) => {
    if (count > 1) for (let i = 0; i < count; i++) counts[chosen[i]!]! += times
  })
  return counts
}

/** Of the sums of differences within units and overall. */
function alphaOf(within: number, overall: number, counts: Float64Array): Measured {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (overall === 0 || counts.filter(count => count > 0).length < 2) return without('no-variation')
  const [found, byChance] = [within / all, overall / (all * (all - 1))]
  return { value: 1 - found / byChance, found, byChance }
}

function nominalWithin(ratings: Ratings): number {
  const often = new Int32Array(ratings.categories.length)
  let sum = 0
  eachRow(ratings, (chosen, count, times) => {
    if (count < 2) return
    let same = 0
    for (let i = 0; i < count; i++) same += often[chosen[i]!]!++
    for (let i = 0; i < count; i++) often[chosen[i]!] = 0
    sum += (times * (count * (count - 1) - 2 * same)) / (count - 1)
  })
  return sum
}

function nominalOverall(counts: Float64Array): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return counts.reduce((sum, count) => sum + count * (all - count), 0)
}

/** Where each value stands among all that were chosen: the values before it and half of its own. Two of these differ by exactly the ordinal difference. */
function midRanks(counts: Float64Array): Float64Array {
  let before = 0
  return counts.map(count => {
    before += count
    return before - count / 2
  })
}

/** Σ (x − y)² of all ordered pairs within units is 2 m Σ (x − mean)². */
function squaresWithin(ratings: Ratings, sizes: Float64Array): number {
  let sum = 0
  eachRow(ratings, (chosen, count, times) => {
    if (count < 2) return
    // From the first value on, so that values that are the same differ by nothing at all.
    const first = sizes[chosen[0]!]!
    let mean = 0
    for (let i = 1; i < count; i++) mean += (sizes[chosen[i]!]! - first) / count
    let squares = 0
    for (let i = 0; i < count; i++) squares += (sizes[chosen[i]!]! - first - mean) ** 2
    sum += (times * 2 * count * squares) / (count - 1)
  })
  return sum
}

function squaresOverall(counts: Float64Array, sizes: Float64Array): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const mean = counts.reduce((sum, count, k) => sum + (count / all) * sizes[k]!, 0)
  return 2 * all * counts.reduce((sum, count, k) => sum + count * (sizes[k]! - mean) ** 2, 0)
}

function ratioDistance(categories: readonly Value[]) {
  const sizes = Float64Array.from(categories, Number)
  return (k: number, l: number) => ((sizes[k]! - sizes[l]!) / (sizes[k]! + sizes[l]!)) ** 2
}
