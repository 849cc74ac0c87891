import { type Answers, answersOf } from './answersOfUnits.ts'
import type { ArticleAgreement, RatedRow } from './articleAgreement.ts'
import type { LayerComparison } from './compareLayers.ts'
import { continuaOf } from './continuaOfArticle.ts'
import { once } from './countedLater.ts'
import { entityCounts } from './entityScores.ts'
import { type MatchedUnit, matchedUnits } from './matchedUnits.ts'
import { NOTHING, RatingsTally, rateUnits, tallied } from './ratingsOfUnits.ts'
import type { ReadiedLayer } from './readied.ts'
import { type TaggedTokens, tagSets, underTag } from './tokenTags.ts'

/** What of an article is counted, whatever the tolerance of words. */
interface Countable {
  readonly layers: readonly ReadiedLayer[]
  readonly tokens: readonly TaggedTokens[]
  readonly tokenCount: number
  /** Of the text, in UTF-16 units. */
  readonly length: number
  readonly isAsked: (tag: string) => boolean
}

/**
 * Counts an article under one tolerance after another: what a tolerance doesn't
 * change is counted once, and what not every figure needs once somebody looks at it.
 */
export class ArticleCounts {
  private readonly article: Countable
  private readonly annotators: readonly string[]
  private readonly tokens: () => ArticleAgreement['tokens']
  private readonly tokenSets: () => ArticleAgreement['tokenSets']
  private readonly continua: () => ArticleAgreement['continua']
  private units: UnitCounts | null = null
  private entities: {
    readonly pairings: readonly object[]
    readonly counts: () => ArticleAgreement['entities']
  } | null = null

  constructor(article: Countable) {
    this.article = article
    const { layers, tokens, length, isAsked } = article
    const annotators = layers.map(({ annotator }) => annotator)
    this.annotators = annotators
    this.tokens = once(() => {
      const tags = [...new Set(tokens.flatMap(one => one.tags.flat()))].filter(isAsked).sort()
      return Object.fromEntries(tags.map(tag => [tag, tallied(annotators, underTag(tokens, tag))]))
    })
    this.tokenSets = once(() => tallied(annotators, tagSets(tokens, isAsked)))
    this.continua = once(() => continuaOf(layers, length, isAsked))
  }

  /** The counts of a comparison of this article's layers. */
  of(comparisons: readonly LayerComparison[]): ArticleAgreement {
    const { tokens, tokenSets, continua } = this
    const { rows, answers } = this.countUnits(matchedUnits(comparisons))
    const entities = this.countEntities(comparisons)
    // As properties of its own, so that they go along where it is handed on.
    return {
      annotators: this.annotators,
      pairs: comparisons.map(({ a, b, levels }) => ({ a, b, levels })),
      tokenCount: this.article.tokenCount,
      get tokens() {
        return tokens()
      },
      get tokenSets() {
        return tokenSets()
      },
      units: rows,
      get answers() {
        return answers()
      },
      get entities() {
        return entities()
      },
      get continua() {
        return continua()
      },
    }
  }

  private countUnits(matched: readonly MatchedUnit[]): UnitCounts {
    if (this.units && areAlike(this.units.matched, matched)) return this.units
    const units = new RatingsTally(this.annotators)
    rateUnits(units, matched, new Set(this.annotators), ({ annotation }) => annotation.tag, NOTHING)
    const answers = once(() => answersOf(matched, this.annotators, this.article.isAsked))
    this.units = { matched, rows: units.rows(), answers }
    return this.units
  }

  private countEntities(comparisons: readonly LayerComparison[]): () => ArticleAgreement['entities'] {
    const pairings = comparisons.map(({ pairing }) => pairing)
    if (!this.entities?.pairings.every((one, i) => one === pairings[i])) {
      const counts = once(() => comparisons.flatMap(one => entityCounts(one, this.article.isAsked) ?? []))
      this.entities = { pairings, counts }
    }
    return this.entities.counts
  }
}

interface UnitCounts {
  readonly matched: readonly MatchedUnit[]
  readonly rows: readonly RatedRow[]
  readonly answers: () => Answers
}

/** Whether the same annotations are in the same units. */
function areAlike(ones: readonly MatchedUnit[], others: readonly MatchedUnit[]): boolean {
  return (
    ones.length === others.length &&
    ones.every((unit, i) => {
      const other = others[i]!
      if (unit.size !== other.size) return false
      for (const [annotator, one] of unit) if (other.get(annotator) !== one) return false
      return true
    })
  )
}
