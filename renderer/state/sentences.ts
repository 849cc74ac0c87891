import type { RefusedWork } from '../../shared/words/refusedWork.ts'

/** What the window says by itself; in `words/` they stand in a language. */
export interface Sentences {
  readonly undoRefused: string
  readonly undoChanged: string
  /** `why` is the title of a problem; null where it is a bug. */
  readonly refused: (work: RefusedWork, why: string | null) => string
  readonly lost: (changes: number, article: string) => string
  readonly reopen: string
  readonly noteLost: (words: string, note: string) => string
}
