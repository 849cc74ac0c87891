import type { Status } from '../annotation/annotation.ts'
import type { Case, CaseKind } from './case.ts'

/** Whose layer was compared in an article, and how it stands. */
export interface ComparedLayer {
  readonly annotator: string
  readonly status: Status
  /** Of its file, or of the layer in hand. */
  readonly revision: number
  /** Those with a place in the text. */
  readonly annotations: number
  /** Without a place in the text: they are in no case. */
  readonly unplaced: number
  /** Whether it was made on another text than the article has now. */
  readonly isOfAnotherText: boolean
}

/** Cases of one article, as a run tells them; an article with many is told in several parts, one after another. */
export interface FoundCases {
  /** The article's ticket. */
  readonly article: string
  /** Those that were compared, sorted by annotator. */
  readonly layers: readonly ComparedLayer[]
  readonly cases: readonly Case[]
}

/** How many cases of a kind (the weightiest that they have) there are in which state. */
export interface CaseCounts {
  readonly kind: CaseKind
  readonly open: number
  readonly decided: number
  readonly stale: number
}
