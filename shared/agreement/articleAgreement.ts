import type { DatasetLayer } from '../dataset/dataset.ts'
import type { Answers } from './answersOfUnits.ts'
import type { Value } from './coefficients/ratings.ts'
import type { Comparing } from './compareLayers.ts'
import type { ArticleContinuum } from './continuaOfArticle.ts'
import type { PairEntities } from './entityScores.ts'
import type { Levels } from './levels.ts'
import { prepareArticle } from './prepareArticle.ts'

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
  /** Each token: all tags that it stands under, as a set (`setText`). */
  readonly tokenSets: readonly RatedRow[]
  /** Each matched unit: the tag that each annotator gave it. */
  readonly units: readonly RatedRow[]
  /** How questions about matched units were answered. */
  readonly answers: Answers
  /** Of each two of whom one named an entity. */
  readonly entities: readonly PairEntities[]
  /** For measures of unitizing: of all annotators, then of each two. */
  readonly continua: readonly ArticleContinuum[]
}

/** Compares the layers of an article, all pairs of them, and rates its tokens and matched units. */
export function articleAgreement(
  text: string,
  layers: readonly DatasetLayer[],
  { tolerance, ...asked }: Comparing,
): ArticleAgreement {
  return prepareArticle(text, layers, asked).agreementAt(tolerance)
}
