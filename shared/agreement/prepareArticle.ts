import type { DatasetLayer } from '../dataset/dataset.ts'
import type { ArticleAgreement } from './articleAgreement.ts'

import type { ArticleComparison, Comparing, LayerComparison } from './compareLayers.ts'
import { type ArticleContinuum, continuaOf } from './continuaOfArticle.ts'
import { type ComparedArticle, countArticle } from './countArticle.ts'
import { type Counter, countLevels } from './countLevels.ts'
import { differencesOf } from './differences.ts'
import type { Levels } from './levels.ts'
import { type Meeting, matchMeetings, meetingsOf } from './matchLayers.ts'
import { type Places, placesIn, type Tolerance } from './place.ts'
import { type ReadiedLayer, readied } from './readied.ts'
import { inCommon, type TaggedTokens, type TokenCut, taggedTokens, tokenCut } from './tokenTags.ts'

/** What of a comparison doesn't depend on the tolerance. */
export type Asked = Pick<Comparing, 'tags' | 'statement'>

/**
 * An article whose layers are made ready to be compared under one tolerance
 * after another. What is cut, read and looked for along the text is so once;
 * how many words each two annotations lie apart is kept; and where another
 * tolerance changes nothing in an article, what was said of it is said again:
 * the very same value. So a step of a slider costs what it changes.
 */
export interface PreparedArticle {
  /** Whose layers they are, sorted. */
  readonly annotators: readonly string[]
  /** What became of each two layers. */
  readonly comparedAt: (tolerance: Tolerance) => ArticleComparison
  /** The counts that every figure of agreement is made of. */
  readonly agreementAt: (tolerance: Tolerance) => ArticleAgreement
}

/** Makes the layers of one article ready. The text's offsets are UTF-16. */
export function prepareArticle(text: string, layers: readonly DatasetLayer[], asked: Asked): PreparedArticle {
  let cut: TokenCut | null = null
  const sides = new Map<boolean, Side>()
  const sideOf = ({ ignoreEnds }: Tolerance) => {
    const known = sides.get(ignoreEnds)
    if (known) return known
    cut ??= tokenCut(text)
    const made = new Side(layers, placesIn(text, { words: 0, ignoreEnds }), cut, text.length, asked)
    sides.set(ignoreEnds, made)
    return made
  }
  return {
    annotators: layers.map(({ annotator }) => annotator).sort(),
    comparedAt: tolerance => sideOf(tolerance).compared(tolerance.words),
    agreementAt: tolerance => sideOf(tolerance).agreement(tolerance.words),
  }
}

/** An article with its places as they stand, or without what stands at their ends. */
class Side {
  private readonly layers: readonly ReadiedLayer[]
  private readonly tokens: readonly TaggedTokens[]
  private readonly pairs: readonly PreparedPair[]
  private readonly count: number
  private readonly isAsked: (tag: string) => boolean
  private last: Omit<ComparedArticle, 'continua'> | null = null
  private counted: ArticleAgreement | null = null
  private continua: readonly ArticleContinuum[] | null = null
  private readonly length: number

  constructor(layers: readonly DatasetLayer[], places: Places, cut: TokenCut, length: number, asked: Asked) {
    this.length = length
    const { tags } = asked
    this.isAsked = tag => tags === null || tags.includes(tag)
    this.layers = layers
      .map(layer => readied(layer, places))
      .sort((one, other) => (one.annotator < other.annotator ? -1 : 1))
    this.tokens = taggedTokens(cut, this.layers)
    this.count = cut.starts.length
    this.pairs = this.layers.flatMap((_, a) =>
      this.layers.slice(a + 1).map((_, i) => new PreparedPair(this.layers, [a, a + 1 + i], places, this.tokens, asked)),
    )
  }

  compared(words: number): Omit<ComparedArticle, 'continua'> {
    const comparisons = this.pairs.map(pair => pair.at(words))
    if (this.last?.comparisons.every((one, i) => one === comparisons[i])) return this.last
    this.counted = null
    this.last = {
      ...{ layers: this.layers, comparisons, tokens: this.tokens },
      ...{ tokenCount: this.count, isAsked: this.isAsked },
    }
    return this.last
  }

  agreement(words: number): ArticleAgreement {
    const compared = this.compared(words)
    this.continua ??= continuaOf(this.layers, this.length, this.isAsked)
    this.counted ??= countArticle({ ...compared, continua: this.continua })
    return this.counted
  }
}

/** Two layers with the annotations of theirs that share characters. */
class PreparedPair {
  private readonly a: ReadiedLayer
  private readonly b: ReadiedLayer
  private readonly places: Places
  private readonly asked: Asked
  private readonly tokensOf: (tag: string) => Levels['tokens']
  private readonly meetings: readonly Meeting[]
  private apart: Float64Array | null = null
  private last: { readonly nearer: number; readonly comparison: LayerComparison } | null = null

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
  }

  /** The comparison under a tolerance of so many words: the same one where no two annotations come or go by it. */
  at(words: number): LayerComparison {
    const apart = this.wordsApart(words)
    let nearer = 0
    for (const one of apart) if (one <= words) nearer++
    if (this.last?.nearer === nearer) return this.last.comparison
    const matching = matchMeetings(this.a, this.b, this.meetings, (_, i) => apart[i]! <= words)
    const comparison = this.told(matching)
    this.last = { nearer, comparison }
    return comparison
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

  private told(matching: ReturnType<typeof matchMeetings>): LayerComparison {
    const { tags, statement } = this.asked
    const isAsked = (tag: string) => tags === null || tags.includes(tag)
    const matches = differencesOf(matching, statement)
    const counters = countLevels(matches, matching.onlyA, matching.onlyB, statement)
    if (tags) for (const tag of counters.keys()) if (!isAsked(tag)) counters.delete(tag)
    return {
      ...{ a: this.a.annotator, b: this.b.annotator },
      matches: matches.filter(match => isAsked(match.a.annotation.tag) || isAsked(match.b.annotation.tag)),
      onlyA: matching.onlyA.filter(({ annotation }) => isAsked(annotation.tag)),
      onlyB: matching.onlyB.filter(({ annotation }) => isAsked(annotation.tag)),
      levels: this.totals(counters),
    }
  }

  private totals(counters: ReadonlyMap<string, Counter>): Readonly<Record<string, Levels>> {
    const tags = [...counters.keys()].sort()
    for (const tag of tags) counters.get(tag)!.tokens(this.tokensOf(tag))
    return Object.fromEntries(tags.map(tag => [tag, counters.get(tag)!.total()]))
  }
}
