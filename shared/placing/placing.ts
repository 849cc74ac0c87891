import type { Span } from '../annotation/span.ts'

/** Words in the new text that may be those that were annotated. UTF-16 offsets of the new text. */
export interface Candidate {
  readonly span: Span
  /** Whether the very words stand there; otherwise they resemble them. */
  readonly isExact: boolean
}

/**
 * What became of annotated words in a changed text. `kept` and `moved` are
 * certain: the words stand there letter for letter, in a stretch that has not
 * changed, and no look-alike came or went. Everything else is for a person to
 * decide, who is offered the candidates, the likeliest first.
 */
export type Placing =
  | { readonly kind: 'kept' | 'moved'; readonly span: Span }
  | {
      readonly kind: 'changed' | 'ambiguous' | 'lost'
      readonly candidates: readonly Candidate[]
      /** Where in the new text the words stood, as far as that can be told: a UTF-16 offset. */
      readonly near: number | null
    }

/** More look-alikes than a person goes through. */
export const MOST_CANDIDATES = 9
