import * as z from 'zod'
import { MAX_ARTICLES } from '../limits.ts'
import { Ticket } from './shapes.ts'

/* Who annotates what, and sealed codings, as far as the window has to ask: the project itself it has, and changes it by ordinary edits. */

/** How far one layer is, and what it says, as its file has it. */
export interface LookedAtLayer {
  readonly article: string
  readonly annotator: string
  readonly status: 'in-progress' | 'done' | 'adjudicated'
  /** SHA-256 of `layerSays`, as the first seals have it. */
  readonly sha256: string
  /** By the ids of the rounds that it is in: the hash as seals have it now. */
  readonly inRounds: Readonly<Record<string, string>>
}

export const organising = {
  /** How far the layers of articles are, gold left out: the JSON text of an array of `LookedAtLayer`. What can't be read is left out. */
  'organise.look': {
    input: z.strictObject({ workspace: Ticket, articles: z.array(Ticket).max(MAX_ARTICLES) }),
    output: z.string(),
  },
  /**
   * Seals the person's own layers of articles in a sealed coding, where they are done and say something else than was sealed last; what was sealed
   * before stays in the record. Where the others could be seen already, the seal says so by its time. Answers how many seals were recorded.
   */
  'organise.seal': {
    input: z.strictObject({ workspace: Ticket, articles: z.array(Ticket).max(MAX_ARTICLES) }),
    output: z.int().nonnegative(),
  },
} as const
