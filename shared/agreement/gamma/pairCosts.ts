import type { Unit } from '../unitizingAlpha.ts'
import { dissimilarity, type GammaWeights } from './dissimilarity.ts'

/** A unit, and the place of its annotator. */
export interface Owned {
  readonly unit: Unit
  readonly annotator: number
}

/**
 * What parts of an alignment cost. A part's disorder is the mean over all pairs of
 * annotators of how unlike their units are, Δ∅ where one of them has none (Mathet
 * et al. 2015, section 4.2): so it is Δ∅, and for each two units that stand in it
 * (d − Δ∅) / pairs of annotators more, which is mostly less than nothing. Units are
 * told by their number; those of an annotator stand in a row.
 */
export interface PairCosts {
  readonly size: number
  readonly annotators: number
  readonly annotatorOf: Int32Array
  /** Where an annotator's units begin, and at the end where the last one's end. */
  readonly from: Int32Array
  /** By one unit times `size` and another: what it adds that they stand together. */
  readonly pairs: Float64Array
  /** What a part costs by itself: Δ∅, and so little more that of what costs the same, fewer parts are taken. */
  readonly part: number
}

/** So little that it decides between what costs the same, and nothing else. */
export const TIE = 1e-9

/** What it adds to a part that two units stand in it together. */
export function addedBy(one: Unit, other: Unit, annotators: number, weights: GammaWeights): number {
  return (dissimilarity(one, other, weights) - weights.empty) / ((annotators * (annotators - 1)) / 2)
}

export function pairCosts(units: readonly Owned[], annotators: number, weights: GammaWeights): PairCosts {
  const size = units.length
  const pairs = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY)
  for (const [i, one] of units.entries())
    for (const [j, other] of units.entries())
      if (one.annotator !== other.annotator) pairs[i * size + j] = addedBy(one.unit, other.unit, annotators, weights)
  const from = new Int32Array(annotators + 1)
  for (const { annotator } of units) from[annotator + 1]!++
  for (let i = 0; i < annotators; i++) from[i + 1]! += from[i]!
  return {
    ...{ size, annotators, from, pairs, part: weights.empty * (1 + TIE) },
    annotatorOf: Int32Array.from(units, ({ annotator }) => annotator),
  }
}

/** Some units that may stand in one part, sorted, and what that costs. */
export interface Offer {
  readonly members: readonly number[]
  readonly cost: number
}

export function offerOf(members: readonly number[], { pairs, size, part }: PairCosts): Offer {
  let cost = part
  for (const [i, one] of members.entries())
    for (let j = i + 1; j < members.length; j++) cost += pairs[one * size + members[j]!]!
  return { members, cost }
}
