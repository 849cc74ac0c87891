import { MAX_MEETINGS } from '../../limits.ts'
import { Problem } from '../../problems/problem.ts'
import { assign } from '../assignment.ts'
import type { Unit } from '../unitizingAlpha.ts'
import { dissimilarity, type GammaWeights } from './dissimilarity.ts'
import { leastCover } from './leastCover.ts'
import { addedBy, type Owned, pairCosts, TIE } from './pairCosts.ts'

/** What is taken to be one thing: for each annotator the unit that says so, null for one who has none. */
export type UnitaryAlignment = readonly (Unit | null)[]

/** A whole alignment: each unit stands in one of its parts. */
export interface Alignment {
  readonly parts: readonly UnitaryAlignment[]
  /** The disorder of all parts, divided by how many units an annotator has on average (Mathet et al. 2015, section 4.3). */
  readonly disorder: number
  /** Whether it is proven that no other has less disorder. Else the search was broken off, and there may be a better one. */
  readonly isProven: boolean
  /** What no other has less disorder than; `disorder`, where that is proven. */
  readonly least: number
}

/**
 * The best alignment of annotators' units (Mathet, Widlöcher and Métivier 2015,
 * “The Unified and Holistic Method Gamma (γ)”, Computational Linguistics 41(3)):
 * of all ways to put units together, at most one of each annotator, the one of
 * least disorder, and of several the one of the fewest parts. Two annotators'
 * is an assignment; for more, what can matter to each other is searched apart,
 * for up to `effort` steps in all.
 */
export function bestAlignment(
  annotators: readonly (readonly Unit[])[],
  weights: GammaWeights,
  effort = EFFORT,
): Alignment {
  // Units and annotators in an order of their own, so that theirs doesn't decide between alignments that are alike.
  const ranked = annotators
    .map((units, place) => ({ units: [...units].sort(byPlace), place }))
    .sort((one, other) => byUnits(one.units, other.units))
  const sorted = ranked.map(({ units }) => units)
  const units = sorted.flat().length
  if (units === 0) return { parts: [], disorder: 0, isProven: true, least: 0 }
  const found = sorted.length === 2 ? ofTwo(sorted[0]!, sorted[1]!, weights) : ofMany(sorted, weights, effort)
  const total = found.parts.reduce((sum, part) => sum + disorderOf(part, weights), 0)
  const inPlace = (part: UnitaryAlignment) => {
    const back: (Unit | null)[] = part.map(() => null)
    for (const [rank, { place }] of ranked.entries()) back[place] = part[rank]!
    return back
  }
  const disorder = total / (units / annotators.length)
  return {
    ...{ parts: found.parts.map(inPlace), disorder },
    ...{ isProven: found.share >= 1, least: disorder * Math.min(1, found.share) },
  }
}

function byUnits(one: readonly Unit[], other: readonly Unit[]): number {
  if (one.length !== other.length) return one.length - other.length
  for (const [i, unit] of one.entries()) {
    const order = byPlace(unit, other[i]!)
    if (order !== 0) return order
  }
  return 0
}

const EFFORT = 400_000

/** The mean dissimilarity of all pairs in a unitary alignment; one with an empty place costs Δ∅. */
export function disorderOf(part: UnitaryAlignment, weights: GammaWeights): number {
  let sum = 0
  let pairs = 0
  for (const [i, one] of part.entries())
    for (const other of part.slice(i + 1)) {
      sum += one && other ? dissimilarity(one, other, weights) : weights.empty
      pairs++
    }
  return pairs === 0 ? 0 : sum / pairs
}

interface Found {
  readonly parts: readonly UnitaryAlignment[]
  /** What no alignment has less disorder than, by that of this one. */
  readonly share: number
}

function ofTwo(one: readonly Unit[], other: readonly Unit[], weights: GammaWeights): Found {
  if (one.length * other.length > MAX_MEETINGS)
    throw new Problem('too-entangled', `${one.length} units of one annotator and ${other.length} of another.`)
  const key = (n: number) => String(n).padStart(9, '0')
  const pairs = one.flatMap((a, i) =>
    other.map((b, j) => ({
      left: key(i),
      right: key(j),
      i,
      j,
      saved: 2 * weights.empty - dissimilarity(a, b, weights),
    })),
  )
  // A pair that saves nothing is put together nevertheless: one part instead of two.
  const able = pairs.filter(({ saved }) => saved >= 0)
  const chosen = assign(able, ({ saved }) => saved + weights.empty * TIE, Number.POSITIVE_INFINITY)
  const withA = new Set(chosen.map(({ i }) => i))
  const withB = new Set(chosen.map(({ j }) => j))
  return {
    parts: [
      ...chosen.map(({ i, j }) => [one[i]!, other[j]!]),
      ...one.filter((_, i) => !withA.has(i)).map(a => [a, null]),
      ...other.filter((_, j) => !withB.has(j)).map(b => [null, b]),
    ],
    share: 1,
  }
}

function ofMany(annotators: readonly (readonly Unit[])[], weights: GammaWeights, effort: number): Found {
  const owned = annotators.flatMap((units, annotator) => units.map(unit => ({ unit, annotator })))
  const parts: UnitaryAlignment[] = []
  let [cost, least] = [0, 0]
  const budget = { left: 0 }
  for (const group of groupsOf(owned, annotators.length, weights)) {
    if (group.length ** 2 > 4 * MAX_MEETINGS)
      throw new Problem('too-entangled', `${group.length} units of ${annotators.length} annotators.`)
    // What one group leaves, the next may use.
    budget.left = Math.max(0, budget.left) + (effort * group.length) / owned.length
    const cover = leastCover(pairCosts(group, annotators.length, weights), budget)
    cost += cover.cost
    least += cover.least
    for (const { members } of cover.parts) {
      const part: (Unit | null)[] = annotators.map(() => null)
      for (const member of members) part[group[member]!.annotator] = group[member]!.unit
      parts.push(part)
    }
  }
  return { parts, share: cost === 0 ? 1 : least / cost }
}

/**
 * Units that can matter to each other, each group apart. A part of two kinds of
 * units of which any two add more than a part costs is cheaper as two (Mathet et
 * al. 2015, section 5.1.1, have the like of whole parts).
 */
function groupsOf(units: readonly Owned[], annotators: number, weights: GammaWeights): Owned[][] {
  const groups: Owned[][] = []
  const left = new Set(units.keys())
  for (const first of left) {
    const group = [first]
    left.delete(first)
    for (const one of group)
      for (const other of left) {
        if (units[one]!.annotator === units[other]!.annotator) continue
        if (addedBy(units[one]!.unit, units[other]!.unit, annotators, weights) > weights.empty) continue
        left.delete(other)
        group.push(other)
      }
    groups.push(group.sort((one, other) => one - other).map(one => units[one]!))
  }
  return groups
}

/** Along the text. */
export function byPlace(one: Unit, other: Unit): number {
  return (
    one.start - other.start ||
    one.end - other.end ||
    (one.category < other.category ? -1 : one.category > other.category ? 1 : 0)
  )
}
