import type { Rest } from './annotation.ts'

/** The annotation that a verdict judges, as it was when it was judged. */
export interface Judged {
  /** The annotator in whose layer it stands. */
  readonly layer: string
  readonly annotation: string
  /** Of the layer's file. */
  readonly revision: number
  /** sha256 of what the annotation and its links said (`shared/review/saying.ts`): whether it has changed since. */
  readonly says?: string
  readonly rest?: Rest
}

/** `change`: right in part; what is right instead stands in gold. */
export const verdictWords = ['accept', 'reject', 'change'] as const

/** What a reviewer decided on one annotation of a colleague. It stands in the reviewer's own file. */
export interface Verdict {
  readonly id: string
  readonly on: Judged
  /** One of `verdictWords`; a later version's is carried as it came. */
  readonly verdict: string
  /** The id of one of the codebook's reasons. */
  readonly reason?: string
  /** What that reason was called when it was given: the codebook may call it otherwise since, or have it no more. */
  readonly reasonLabel?: string
  /** The reviewer's own words. */
  readonly note?: string
  /** The annotation of the verdict's own layer that was made of it, where that is gold. */
  readonly gold?: string
  /** ISO 8601, in UTC. */
  readonly created: string
  readonly modified?: string
  readonly rest?: Rest
}
