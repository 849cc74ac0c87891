import type { LayerComparison } from './compareLayers.ts'
import type { ComparedMatch } from './differences.ts'
import type { Match } from './matchLayers.ts'
import type { Readied } from './readied.ts'

/** What several annotators of an article say of one thing: by annotator, at most one annotation each. */
export type MatchedUnit = ReadonlyMap<string, Readied>

/**
 * The units of an article over all its annotators, from the comparisons of all
 * pairs of layers. Matches are taken from the surest to the least sure (same
 * place and tag, then same tag, then how much is shared, then in how little they
 * differ, then by place and what is said) and each
 * joins the units of its two annotations, unless that would give an annotator
 * two. So each annotation is in one unit, a unit is held together by optimal
 * matches, and no order of annotators, layers or annotations changes what comes
 * out. Sorted by place.
 */
export function matchedUnits(comparisons: readonly LayerComparison[]): MatchedUnit[] {
  const units = new Map<Readied, Map<string, Readied>>()
  const named = (annotator: string, one: Readied) => {
    if (!units.has(one)) units.set(one, new Map([[annotator, one]]))
  }
  const joins: Join[] = []
  for (const { a, b, matches, onlyA, onlyB } of comparisons) {
    const by = `${a} ${b}`
    for (const one of onlyA) named(a, one)
    for (const one of onlyB) named(b, one)
    for (const match of matches) {
      named(a, match.a)
      named(b, match.b)
      const isTurned = match.b.said < match.a.said
      const [lesser, greater] = isTurned ? [match.b.said, match.a.said] : [match.a.said, match.b.said]
      joins.push({ match, by, rank: rankOf(match), lesser, greater })
    }
  }
  joins.sort(bySurety)
  for (const { match } of joins) {
    const unit = units.get(match.a)!
    const joined = units.get(match.b)!
    if (unit === joined || sharesAnnotator(unit, joined)) continue
    for (const [annotator, each] of joined) {
      unit.set(annotator, each)
      units.set(each, unit)
    }
  }
  return [...new Set(units.values())]
    .map(unit => ({ first: firstKey(unit), unit: sorted(unit) }))
    .sort((one, other) => (one.first < other.first ? -1 : 1))
    .map(({ unit }) => unit)
}

/** A match that may join two units. */
interface Join {
  readonly match: ComparedMatch
  readonly by: string
  readonly rank: number
  /** What both say, without ids, in order. */
  readonly lesser: string
  readonly greater: string
}

function bySurety(one: Join, other: Join): number {
  return (
    other.rank - one.rank ||
    other.match.overlap - one.match.overlap ||
    one.match.differences.length - other.match.differences.length ||
    compare(one.lesser, other.lesser) ||
    compare(one.greater, other.greater) ||
    compare(one.by, other.by) ||
    compare(one.match.a.key, other.match.a.key)
  )
}

function sharesAnnotator(unit: MatchedUnit, other: MatchedUnit): boolean {
  for (const annotator of other.keys()) if (unit.has(annotator)) return true
  return false
}

function sorted(unit: MatchedUnit): MatchedUnit {
  return unit.size === 1 ? unit : new Map([...unit].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function rankOf({ isSameTag, isSamePlace }: Match): number {
  return isSameTag ? (isSamePlace ? 2 : 1) : 0
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** By its first annotation in the text, then by who made it. */
function firstKey(unit: MatchedUnit): string {
  let first: string | null = null
  for (const [annotator, { key }] of unit) {
    const own = `${key} ${annotator}`
    if (first === null || own < first) first = own
  }
  return first!
}
