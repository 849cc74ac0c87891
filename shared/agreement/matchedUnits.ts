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
    return one
  }
  const joins = comparisons.flatMap(({ a, b, matches, onlyA, onlyB }) => {
    for (const one of onlyA) named(a, one)
    for (const one of onlyB) named(b, one)
    return matches.map(match => ({ match, one: named(a, match.a), other: named(b, match.b), by: `${a} ${b}` }))
  })
  joins.sort(
    (one, other) =>
      surest(one.match, other.match) || compare(one.by, other.by) || compare(one.match.a.key, other.match.a.key),
  )
  for (const { one, other } of joins) {
    const unit = units.get(one)!
    const joined = units.get(other)!
    if (unit === joined || [...joined.keys()].some(annotator => unit.has(annotator))) continue
    for (const [annotator, each] of joined) {
      unit.set(annotator, each)
      units.set(each, unit)
    }
  }
  return [...new Set(units.values())]
    .map(unit => ({ first: firstKey(unit), unit: new Map([...unit].sort(([one], [other]) => (one < other ? -1 : 1))) }))
    .sort((one, other) => (one.first < other.first ? -1 : 1))
    .map(({ unit }) => unit)
}

function surest(one: ComparedMatch, other: ComparedMatch): number {
  return (
    rankOf(other) - rankOf(one) ||
    other.overlap - one.overlap ||
    one.differences.length - other.differences.length ||
    compare(lesser(one), lesser(other)) ||
    compare(greater(one), greater(other))
  )
}

function rankOf({ isSameTag, isSamePlace }: Match): number {
  return isSameTag ? (isSamePlace ? 2 : 1) : 0
}

function lesser({ a, b }: Match): string {
  return [saidBy(a), saidBy(b)].sort()[0]!
}

function greater({ a, b }: Match): string {
  return [saidBy(a), saidBy(b)].sort()[1]!
}

/** Its key without its id. */
function saidBy({ key, annotation }: Readied): string {
  return key.slice(0, key.length - annotation.id.length)
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
