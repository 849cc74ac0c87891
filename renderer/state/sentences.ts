import type { Zone } from '../../shared/article/article.ts'
import type { FieldName } from '../../shared/article/metadata.ts'
import type { RefusedWork } from '../../shared/words/refusedWork.ts'

/** What the window says by itself; in `words/` they stand in a language. */
export interface Sentences {
  readonly undoRefused: string
  readonly undoChanged: string
  readonly undoBusy: string
  /** `why` is the title of a problem; null where it is a bug. */
  readonly refused: (work: RefusedWork, why: string | null) => string
  readonly lost: (changes: number, article: string) => string
  readonly reopen: string
  readonly noteLost: (words: string, note: string) => string
  /**
   * Somebody else changed the same field. `field` is '' where one took the whole
   * away; values are as a person reads them, null for one that was taken away.
   */
  readonly contradicted: (name: string, field: string, ours: string | null, theirs: string | null) => string
  /** Somebody else said something else of the block that begins so; null for what the reader says. */
  readonly zoneContradicted: (quote: string, ours: Zone | null, theirs: Zone | null) => string
  /** The same of a field of the article, or of its encoding; null for what the file says. */
  readonly saidContradicted: (name: FieldName | 'encoding', ours: string | null, theirs: string | null) => string
  /** Takes what they said. */
  readonly takeTheirs: string
  /** What leads to both sides of that. */
  readonly sideBySide: string
  /** `articles` are paths; `why` is the title of a problem. */
  readonly bulkRefused: (title: string, articles: readonly string[], why: string) => string
}
