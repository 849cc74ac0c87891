import type { Comment } from '../annotation/comment.ts'
import type { Span } from '../annotation/span.ts'
import type { Verdict } from '../annotation/verdict.ts'

/** An annotation that comments are about. `span` is from its first character to its last, in UTF-16; null where it has no place. */
export interface ToldAnnotation {
  readonly id: string
  readonly tag: string
  readonly quote: string
  readonly span: Span | null
}

/**
 * What a colleague wrote about anybody's work in one article, with what of
 * their layer others' comments are about. Offsets are UTF-16 of the article's text.
 */
export interface ToldVoice {
  /** The annotator's id. */
  readonly layer: string
  readonly name: string
  readonly comments: readonly Comment[]
  readonly annotations: readonly ToldAnnotation[]
  readonly verdicts: readonly Verdict[]
}
