import { answersOf } from './answersOfUnits.ts'
import type { ArticleAgreement } from './articleAgreement.ts'
import type { ArticleComparison } from './compareLayers.ts'
import type { ArticleContinuum } from './continuaOfArticle.ts'
import { entityCounts } from './entityScores.ts'
import { matchedUnits } from './matchedUnits.ts'
import { NOTHING, RatingsTally, rateUnits, tallied } from './ratingsOfUnits.ts'
import { type TaggedTokens, tagSets, underTag } from './tokenTags.ts'

/** An article that was compared, with what more is counted. */
export interface ComparedArticle extends ArticleComparison {
  readonly tokens: readonly TaggedTokens[]
  readonly tokenCount: number
  readonly isAsked: (tag: string) => boolean
  /** Which no tolerance of words changes. */
  readonly continua: readonly ArticleContinuum[]
}

/** Counts a compared article. */
export function countArticle(compared: ComparedArticle): ArticleAgreement {
  const { layers, comparisons, tokens, tokenCount, isAsked, continua } = compared
  const annotators = layers.map(({ annotator }) => annotator)
  const tags = [...new Set(tokens.flatMap(one => one.tags.flat()))].filter(isAsked).sort()
  const matched = matchedUnits(comparisons)
  const units = new RatingsTally(annotators)
  rateUnits(units, matched, new Set(annotators), ({ annotation }) => annotation.tag, NOTHING)
  return {
    annotators,
    pairs: comparisons.map(({ a, b, levels }) => ({ a, b, levels })),
    tokenCount,
    tokens: Object.fromEntries(tags.map(tag => [tag, tallied(annotators, underTag(tokens, tag))])),
    tokenSets: tallied(annotators, tagSets(tokens, isAsked)),
    units: units.rows(),
    answers: answersOf(matched, annotators, isAsked),
    entities: comparisons.flatMap(one => entityCounts(one, isAsked) ?? []),
    continua,
  }
}
