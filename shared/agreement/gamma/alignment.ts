import { MAX_MEETINGS } from '../../limits.ts'
import { Problem } from '../../problems/problem.ts'
import { assign } from '../assignment.ts'
import type { Unit } from '../unitizingAlpha.ts'
import { cheapestCover, type Offer } from './cheapestCover.ts'
import { dissimilarity, type GammaWeights } from './dissimilarity.ts'

/** What is taken to be one thing: for each annotator the unit that says so, null for one who has none. */
export type UnitaryAlignment = readonly (Unit | null)[]

/** A whole alignment: each unit stands in one of its parts. */
export interface Alignment {
  readonly parts: readonly UnitaryAlignment[]
  /** The disorder of all parts, divided by how many units an annotator has on average (Mathet et al. 2015, section 4.3). */
  readonly disorder: number
  /** Whether it is proven that no other has less disorder. Else the search was broken off, and there may be a better one. */
  readonly isProven: boolean
}

/**
 * The best alignment of annotators' units (Mathet, Widlöcher and Métivier 2015,
 * “The Unified and Holistic Method Gamma (γ)”, Computational Linguistics 41(3)):
 * of all ways to put units together, at most one of each annotator, the one of
 * least disorder, and of several the one of the fewest parts. Two annotators'
 * is an assignment; for more, what can matter to each other is searched apart,
 * for up to `effort` steps each.
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
  if (units === 0) return { parts: [], disorder: 0, isProven: true }
  const found = sorted.length === 2 ? ofTwo(sorted[0]!, sorted[1]!, weights) : ofMany(sorted, weights, effort)
  const total = found.parts.reduce((sum, part) => sum + disorderOf(part, weights), 0)
  const inPlace = (part: UnitaryAlignment) => {
    const back: (Unit | null)[] = part.map(() => null)
    for (const [rank, { place }] of ranked.entries()) back[place] = part[rank]!
    return back
  }
  return { ...found, parts: found.parts.map(inPlace), disorder: total / (units / annotators.length) }
}

function byUnits(one: readonly Unit[], other: readonly Unit[]): number {
  if (one.length !== other.length) return one.length - other.length
  for (const [i, unit] of one.entries()) {
    const order = byPlace(unit, other[i]!)
    if (order !== 0) return order
  }
  return 0
}

const EFFORT = 50_000

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

type Found = Pick<Alignment, 'parts' | 'isProven'>

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
    isProven: true,
  }
}

/** So little that it decides between what costs the same, and nothing else. */
const TIE = 1e-9

function ofMany(annotators: readonly (readonly Unit[])[], weights: GammaWeights, effort: number): Found {
  const owners = annotators.flatMap((units, annotator) => units.map(unit => ({ unit, annotator })))
  // Along the text, so that what stands together is searched together.
  const places = owners.map((_, i) => i).sort((i, j) => byPlace(owners[i]!.unit, owners[j]!.unit) || i - j)
  const inOrder = places.map(i => owners[i]!)
  const { offers, isWhole } = offersOf(inOrder, annotators.length, weights)
  const cover = cheapestCover(inOrder.length, offers, effort)
  return {
    parts: cover.chosen.map(({ members }) => {
      const part: (Unit | null)[] = annotators.map(() => null)
      for (const member of members) part[inOrder[member]!.annotator] = inOrder[member]!.unit
      return part
    }),
    isProven: cover.isProven && isWhole,
  }
}

interface Owned {
  readonly unit: Unit
  readonly annotator: number
}

/** More possible parts than this aren't searched. */
const MOST_OFFERS = 30_000

interface Offered {
  readonly offers: readonly Offer[]
  /** Whether they are all that can matter. */
  readonly isWhole: boolean
}

/**
 * The unitary alignments that can be in a best one. Where there are too many of
 * them, only those of units that are alike: as alike as keeps their number in
 * bounds.
 */
function offersOf(units: readonly Owned[], annotators: number, weights: GammaWeights): Offered {
  const pairs = (annotators * (annotators - 1)) / 2
  const { empty } = weights
  // What putting two units together costs more than leaving a place empty.
  const costs = units.map(({ unit, annotator }) =>
    units.map(other =>
      other.annotator === annotator
        ? Number.POSITIVE_INFINITY
        : (dissimilarity(unit, other.unit, weights) - empty) / pairs,
    ),
  )
  const all = offersBelow(Number.POSITIVE_INFINITY, costs, annotators, empty)
  if (all) return { offers: all, isWhole: true }
  for (let most = empty; ; most /= 2) {
    const some = offersBelow(most, costs, annotators, empty)
    if (some) return { offers: some, isWhole: false }
  }
}

/**
 * Parts of units of which any two cost at most `most` together, null where they
 * are too many. One that costs more than its units alone is in no best alignment
 * (there, section 5.1.1), nor is one from which a unit is better set apart.
 */
function offersBelow(
  most: number,
  costs: readonly (readonly number[])[],
  annotators: number,
  empty: number,
): Offer[] | null {
  const pairs = (annotators * (annotators - 1)) / 2
  const offers: Offer[] = costs.map((_, i) => ({ members: [i], cost: empty * (1 + TIE) }))
  let frontier: readonly Offer[] = offers
  for (let size = 2; size <= annotators; size++) {
    const larger: Offer[] = []
    // What units still to come can at most bring back of what those at hand cost.
    const left = annotators - size
    const hope = (((left * (left - 1)) / 2 + left * size) * empty) / pairs
    for (const { members, cost } of frontier)
      for (let next = members.at(-1)! + 1; next < costs.length; next++) {
        let total = cost
        for (const member of members) {
          const more = costs[member]![next]!
          total += more > most ? Number.POSITIVE_INFINITY : more
        }
        if (total - hope > (size + left) * empty) continue
        larger.push({ members: [...members, next], cost: total })
        if (offers.length + larger.length > MOST_OFFERS) return null
      }
    offers.push(...larger)
    frontier = larger
  }
  return offers.filter(offer => isSound(offer, costs, empty))
}

/** Whether no unit of it is cheaper alone. */
function isSound({ members }: Offer, costs: readonly (readonly number[])[], empty: number): boolean {
  if (members.length < 2) return true
  return members.every(member => {
    const withOthers = members.reduce((sum, other) => (other === member ? sum : sum + costs[member]![other]!), 0)
    return withOthers <= empty * (1 + TIE)
  })
}

function byPlace(one: Unit, other: Unit): number {
  return (
    one.start - other.start ||
    one.end - other.end ||
    (one.category < other.category ? -1 : one.category > other.category ? 1 : 0)
  )
}
