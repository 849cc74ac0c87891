import type { Merged } from '../project/merged.ts'
import type { LayerComparison } from './compareLayers.ts'
import { type Counter, countLevels } from './countLevels.ts'
import { type ComparedMatch, differencesOf, withPlace } from './differences.ts'
import type { Levels } from './levels.ts'
import { Matcher, type Matching, type Meeting, matchingOf, meetingsOf } from './matchLayers.ts'
import type { Places } from './place.ts'
import type { ReadiedLayer } from './readied.ts'
import type { StatementParts } from './statement.ts'
import { inCommon, type TaggedTokens } from './tokenTags.ts'

/** What of a comparison doesn't depend on the tolerance. */
export interface Asked {
  /** Ids of tags; null: all. */
  readonly tags: readonly string[] | null
  readonly statement: StatementParts
  /** Entities, tags and choices that were merged: they are the same as what stands for them. */
  readonly merged: Merged
}

/** A comparison with all that it was made of, tags that aren't asked for too. */
interface Told {
  readonly nearer: number
  readonly matches: readonly ComparedMatch[]
  readonly onlyA: Matching['onlyA']
  readonly onlyB: Matching['onlyB']
  readonly comparison: LayerComparison
}

/** Two layers with the annotations of theirs that share characters. */
export class PreparedPair {
  private readonly a: ReadiedLayer
  private readonly b: ReadiedLayer
  private readonly places: Places
  private readonly asked: Asked
  private readonly tokensOf: (tag: string) => Levels['tokens']
  private readonly meetings: readonly Meeting[]
  private readonly matcher: Matcher
  private apart: Float64Array | null = null
  private last: Told | null = null

  constructor(
    layers: readonly ReadiedLayer[],
    [a, b]: readonly [number, number],
    places: Places,
    tokens: readonly TaggedTokens[],
    asked: Asked,
  ) {
    this.a = layers[a]!
    this.b = layers[b]!
    this.places = places
    this.asked = asked
    this.tokensOf = tag => inCommon(tokens, tag, a, b)
    this.meetings = meetingsOf(this.a, this.b, places)
    this.matcher = new Matcher(this.a, this.b, this.meetings)
  }

  /** The comparison under a tolerance of so many words: the same one where no two annotations come or go by it. */
  at(words: number): LayerComparison {
    const apart = this.wordsApart(words)
    let nearer = 0
    for (const one of apart) if (one <= words) nearer++
    if (this.last?.nearer !== nearer) this.last = this.told(nearer, number => apart[number]! <= words)
    return this.last.comparison
  }

  /** By meeting. Words are counted where a tolerance asks for them: without one, all that isn't the same is far. */
  private wordsApart(words: number): Float64Array {
    if (this.apart) return this.apart
    const { places, meetings } = this
    if (words <= 0)
      return Float64Array.from(meetings, ({ a, b }) =>
        places.areSame(a.place, b.place) ? 0 : Number.POSITIVE_INFINITY,
      )
    this.apart = Float64Array.from(meetings, ({ a, b }) => places.wordsApart(a.place, b.place))
    return this.apart
  }

  private told(nearer: number, isSamePlace: (number: number) => boolean): Told {
    const { tags, statement } = this.asked
    const { last } = this
    const made = this.matcher.matched(isSamePlace)
    const isKnown = last !== null && areSamePairs(last.matches, made)
    const { onlyA, onlyB } = isKnown ? last : matchingOf(this.a, this.b, made)
    // Who is matched with whom decides of all differences but the extent.
    const matches = isKnown
      ? last.matches.map((match, i) => withPlace(match, made[i]!.isSamePlace))
      : differencesOf({ matches: made }, statement)
    const counters = countLevels(matches, onlyA, onlyB, statement)
    const told = { a: this.a.annotator, b: this.b.annotator, pairing: isKnown ? last.comparison.pairing : {} }
    if (tags === null) {
      const levels = this.totals(counters)
      return { nearer, matches, onlyA, onlyB, comparison: { ...told, matches, onlyA, onlyB, levels } }
    }
    const isAsked = (tag: string) => tags.includes(tag)
    for (const tag of counters.keys()) if (!isAsked(tag)) counters.delete(tag)
    const comparison = {
      ...told,
      matches: matches.filter(match => isAsked(match.a.annotation.tag) || isAsked(match.b.annotation.tag)),
      onlyA: onlyA.filter(({ annotation }) => isAsked(annotation.tag)),
      onlyB: onlyB.filter(({ annotation }) => isAsked(annotation.tag)),
      levels: this.totals(counters),
    }
    return { nearer, matches, onlyA, onlyB, comparison }
  }

  private totals(counters: ReadonlyMap<string, Counter>): Readonly<Record<string, Levels>> {
    const tags = [...counters.keys()].sort()
    for (const tag of tags) counters.get(tag)!.tokens(this.tokensOf(tag))
    return Object.fromEntries(tags.map(tag => [tag, counters.get(tag)!.total()]))
  }
}

function areSamePairs(ones: Matching['matches'], others: Matching['matches']): boolean {
  return ones.length === others.length && ones.every(({ a, b }, i) => a === others[i]!.a && b === others[i]!.b)
}
