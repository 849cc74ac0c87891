import { type Comparing, compareArticle } from '../agreement/compareLayers.ts'
import { type Difference, differencesOf } from '../agreement/differences.ts'
import { type MatchedUnit, matchedUnits } from '../agreement/matchedUnits.ts'
import type { Match } from '../agreement/matchLayers.ts'
import { placesIn } from '../agreement/place.ts'
import type { Readied, ReadiedLayer } from '../agreement/readied.ts'
import { standingLayer } from '../agreement/standingLayer.ts'
import type { Annotation } from '../annotation/annotation.ts'
import type { Verdict } from '../annotation/verdict.ts'
import { type DatasetLayer, type DatasetLink, wordsOf } from '../dataset/dataset.ts'
import { sha256Now } from '../text/sha256Now.ts'
import { around } from './around.ts'
import { type Case, type CaseKind, type CaseLink, caseKinds, type Opinion } from './case.ts'
import { isGoneFrom, type KnownLayers } from './known.ts'
import { madeOf } from './madeOf.ts'
import { sayings } from './saying.ts'
import { type Decisions, nameOf, stateOf } from './stateOf.ts'
import { weightOf } from './weight.ts'

/** A layer that is reviewed, with the revision of its file. Offsets are UTF-16. */
export interface ReviewedLayer extends DatasetLayer {
  readonly revision: number
}

/** The layer that a reviewer's decisions stand in. */
export interface ReviewerLayer {
  readonly annotator: string
  readonly verdicts: readonly Verdict[]
  /** All of its annotations, those without a place too. */
  readonly annotations: readonly (Pick<Annotation, 'id' | 'origin'> & Partial<Annotation>)[]
}

/** An article as it is reviewed. */
export interface Reviewed {
  readonly text: string
  /** Those that were chosen and that the article has. */
  readonly layers: readonly ReviewedLayer[]
  /** null where nothing was decided yet. */
  readonly reviewer: ReviewerLayer | null
  /** `tags`: only cases in which one of these is said are told; all are matched. */
  readonly comparing: Comparing
  readonly isDisputed?: (verdict: Verdict) => boolean
  /** Without a word the layers, of which nothing waits for a place. */
  readonly known?: KnownLayers
}

/**
 * The cases of an article, by place: each annotation of each layer is in one. A
 * place that all have the same of is a case too, of kind `same`; what one layer
 * alone says is of kind `only`, even where no other layer is looked at. Links
 * are the same where they lead to annotations of the same case. Neither the order of
 * layers, annotations or links nor their ids change anything but ids, unless a
 * layer has two annotations that say the same. Entities are those that stand now; what
 * an annotation says (`says`) is told of it as it was written.
 */
export function casesOf(reviewed: Reviewed): Case[] {
  const { text, layers: given, reviewer, comparing, isDisputed = () => false } = reviewed
  const known = reviewed.known ?? new Map(given.map(({ annotator }) => [annotator, new Set()]))
  const layers = given.map(layer => standingLayer(layer, comparing.merged))
  const { layers: ready, comparisons } = compareArticle(text, layers, { ...comparing, tags: null })
  const units = ready.length === 1 ? alone(ready[0]!) : matchedUnits(comparisons)
  const differences = differencesIn(text, units, ready, comparing)
  const opinions = opinionsOf(text, layers, given)
  const linked = linkCounts(layers)
  const isGone = ({ on }: Verdict) => isGoneFrom(known, opinions, on)
  const decisions = decisionsOf(reviewer, { isGone, isDisputed })
  const goldOf = goldBySource(reviewer)
  const annotators = ready.map(({ annotator }) => annotator)
  const isAsked = ({ tag }: Opinion) => comparing.tags === null || comparing.tags.includes(tag)
  return units
    .map((unit): Case => {
      const said = [...unit].map(
        ([layer, { annotation }]) => opinions.get(nameOf({ layer, annotation: annotation.id }))!,
      )
      const apart = differences.get(unit) ?? []
      const silent = annotators.filter(annotator => !unit.has(annotator))
      const kinds = kindsOf(said.length, silent.length, apart)
      const extent = {
        start: Math.min(...said.map(({ spans }) => spans[0]!.start)),
        end: Math.max(...said.map(({ spans }) => spans.at(-1)!.end)),
      }
      const links = Math.max(...said.map(opinion => linked.get(nameOf(opinion)) ?? 0))
      const verdicts = said.flatMap(opinion => decisions.on.get(nameOf(opinion)) ?? [])
      const named = said.map(nameOf)
      return {
        id: sha256Now(JSON.stringify(named)).slice(0, ID_LENGTH),
        ...{ kinds, differences: apart, opinions: said, silent, extent, ...around(text, extent) },
        weight: weightOf(kinds, annotators.length, links),
        ...{ state: stateOf(said, decisions), verdicts },
        gold: [...new Set(named.flatMap(name => goldOf.get(name) ?? []))].sort(),
      }
    })
    .filter(({ opinions }) => opinions.some(isAsked))
    .sort(byPlace)
}

/** Of the hexadecimal digits of a hash: no two cases of a workspace meet in so many. */
const ID_LENGTH = 32

function alone({ annotator, annotations }: ReadiedLayer): MatchedUnit[] {
  return annotations.map(one => new Map([[annotator, one]]))
}

function kindsOf(said: number, silent: number, apart: Case['differences']): CaseKind[] {
  const kinds = new Set<CaseKind>(apart.flatMap(pair => pair.differences.map(({ kind }) => kind)))
  if (silent > 0 || said === 1) kinds.add('only')
  return kinds.size === 0 ? ['same'] : caseKinds.filter(kind => kinds.has(kind))
}

/** What each two opinions of a unit differ in, by the unit. */
function differencesIn(
  text: string,
  units: readonly MatchedUnit[],
  ready: readonly ReadiedLayer[],
  { tolerance, statement }: Comparing,
): ReadonlyMap<MatchedUnit, Case['differences']> {
  const places = placesIn(text, tolerance)
  const found = new Map<MatchedUnit, { a: string; b: string; differences: readonly Difference[] }[]>()
  for (const [i, { annotator: a }] of ready.entries())
    for (const { annotator: b } of ready.slice(i + 1)) {
      const both = units.flatMap(unit => {
        const one = unit.get(a)
        const other = unit.get(b)
        return one && other ? [{ unit, match: matched(one, other) }] : []
      })
      const compared = differencesOf({ matches: both.map(({ match }) => match) }, statement)
      for (const [at, { differences }] of compared.entries()) {
        if (differences.length === 0) continue
        const { unit } = both[at]!
        const known = found.get(unit)
        if (known) known.push({ a, b, differences })
        else found.set(unit, [{ a, b, differences }])
      }
    }
  return found

  function matched(a: Readied, b: Readied): Match {
    const isSameTag = a.annotation.tag === b.annotation.tag
    const overlap = places.overlap(a.place, b.place)
    return { a, b, isSameTag, isSamePlace: places.areSame(a.place, b.place), overlap }
  }
}

/** What each annotation says, by `nameOf`. */
function opinionsOf(
  text: string,
  layers: readonly ReviewedLayer[],
  given: readonly ReviewedLayer[],
): ReadonlyMap<string, Opinion> {
  const all = new Map<string, Opinion>()
  for (const [i, layer] of layers.entries()) {
    const says = sayings(text, given[i]!)
    const byId = new Map(layer.annotations.map(one => [one.id, one]))
    const links = new Map<string, CaseLink[]>()
    for (const link of layer.links) {
      const told = linkOf(link)
      const known = links.get(link.from)
      if (known) known.push(told)
      else links.set(link.from, [told])
    }
    for (const { id, tag, spans, attributes, entity, note } of layer.annotations) {
      const opinion: Opinion = {
        ...{ layer: layer.annotator, annotation: id, revision: layer.revision, says: says.get(id)! },
        ...{ tag, spans, quote: wordsOf(text, spans), attributes },
        ...(entity === undefined ? {} : { entity }),
        ...(note === undefined ? {} : { note }),
        links: (links.get(id) ?? []).sort(byWhatTheySay),
      }
      all.set(nameOf(opinion), opinion)
    }

    function linkOf({ id, type, to, attributes, cue }: DatasetLink): CaseLink {
      const end = 'annotation' in to ? byId.get(to.annotation) : undefined
      return {
        ...{ id, type, attributes },
        to:
          'annotation' in to
            ? {
                annotation: to.annotation,
                ...{ tag: end?.tag ?? '', quote: wordsOf(text, end?.spans ?? []), spans: end?.spans ?? [] },
              }
            : to,
        ...(cue ? { cue } : {}),
      }
    }
  }
  return all
}

/** By anything but ids, then by id. */
function byWhatTheySay(one: CaseLink, other: CaseLink): number {
  return compare(sayingOf(one), sayingOf(other)) || compare(one.id, other.id)
}

function sayingOf({ type, to, attributes, cue }: CaseLink): string {
  const end = 'annotation' in to ? [to.tag, to.spans] : to
  return JSON.stringify([type, end, Object.entries(attributes).sort(), cue ?? null])
}

/** How many links come from or lead to each annotation, by `nameOf`. */
function linkCounts(layers: readonly DatasetLayer[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { annotator: layer, links } of layers)
    for (const { from, to } of links)
      for (const annotation of 'annotation' in to ? [from, to.annotation] : [from]) {
        const name = nameOf({ layer, annotation })
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
  return counts
}

function decisionsOf(reviewer: ReviewerLayer | null, asks: Pick<Decisions, 'isGone' | 'isDisputed'>): Decisions {
  const on = new Map<string, Verdict[]>()
  const into = new Map<string, Verdict[]>()
  const verdicts = [...(reviewer?.verdicts ?? [])].sort(
    (one, other) => compare(one.modified ?? one.created, other.modified ?? other.created) || compare(one.id, other.id),
  )
  for (const verdict of verdicts) {
    add(on, nameOf(verdict.on), verdict)
    if (verdict.gold !== undefined) add(into, verdict.gold, verdict)
  }
  return { on, into, ...asks, inGold: new Set(reviewer?.annotations.map(({ id }) => id)) }
}

/** The annotations in gold by what they were made of. */
function goldBySource(reviewer: ReviewerLayer | null): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const there = new Set(reviewer?.annotations.map(({ id }) => id))
  for (const { on, gold } of reviewer?.verdicts ?? [])
    if (gold !== undefined && there.has(gold)) add(found, nameOf(on), gold)
  for (const { id, origin } of reviewer?.annotations ?? [])
    for (const source of madeOf(origin)) add(found, nameOf(source), id)
  return found
}

function add<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const known = lists.get(key)
  if (known) known.push(one)
  else lists.set(key, [one])
}

function byPlace(one: Case, other: Case): number {
  return (
    one.extent.start - other.extent.start ||
    one.extent.end - other.extent.end ||
    compare(saidIn(one), saidIn(other)) ||
    other.weight - one.weight ||
    compare(one.id, other.id)
  )
}

function saidIn({ opinions }: Case): string {
  return opinions.map(({ layer, says }) => `${layer} ${says}`).join(' ')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
