import type { DatasetLayer } from '../dataset/dataset.ts'
import type { Value } from './coefficients/ratings.ts'
import { type Comparing, compareArticle } from './compareLayers.ts'
import type { Levels } from './levels.ts'
import { matchedUnits } from './matchedUnits.ts'
import { NOTHING, RatingsTally, rateTokens, rateUnits } from './ratingsOfUnits.ts'

/** Rows of ratings that look alike: a value for each annotator of the article, and how many there are. */
export interface RatedRow {
  readonly values: readonly (Value | null)[]
  readonly times: number
}

/** What one article says of how far its annotators agree. It holds counts alone, and can be handed from a worker. */
export interface ArticleAgreement {
  /** Whose layers were compared, sorted. */
  readonly annotators: readonly string[]
  readonly pairs: readonly {
    readonly a: string
    readonly b: string
    readonly levels: Readonly<Record<string, Levels>>
  }[]
  readonly tokenCount: number
  /** By tag: each token under the tag or not. */
  readonly tokens: Readonly<Record<string, readonly RatedRow[]>>
  /** Each matched unit: the tag that each annotator gave it. */
  readonly units: readonly RatedRow[]
}

/** Compares the layers of an article, all pairs of them, and rates its tokens and matched units. */
export function articleAgreement(
  text: string,
  layers: readonly DatasetLayer[],
  comparing: Comparing,
): ArticleAgreement {
  const { layers: ready, cover, comparisons } = compareArticle(text, layers, comparing)
  const annotators = ready.map(({ annotator }) => annotator)
  const asked = (tag: string) => comparing.tags === null || comparing.tags.includes(tag)
  const tags = [...new Set(ready.flatMap(layer => layer.annotations.map(({ annotation }) => annotation.tag)))]
  const tokens = tags
    .filter(asked)
    .sort()
    .map(tag => {
      const tally = new RatingsTally(annotators)
      rateTokens(tally, cover, ready, tag)
      return [tag, tally.rows()] as const
    })
  const units = new RatingsTally(annotators)
  rateUnits(units, matchedUnits(comparisons), new Set(annotators), ({ annotation }) => annotation.tag, NOTHING)
  return {
    annotators,
    pairs: comparisons.map(({ a, b, levels }) => ({ a, b, levels })),
    tokenCount: cover.count,
    tokens: Object.fromEntries(tokens),
    units: units.rows(),
  }
}
