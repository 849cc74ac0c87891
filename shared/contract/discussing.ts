import * as z from 'zod'
import { MAX_ARTICLES } from '../limits.ts'
import { Ticket, WorkName } from './shapes.ts'

/*
 * What colleagues wrote about anybody's work, as it crosses the bridge. Their
 * files are read and never written; what is told goes over as JSON texts.
 */

const count = z.int().nonnegative()
const annotator = z.string().min(1).max(64)

export const discussing = {
  /**
   * What everybody but the person wrote about an open article: the JSON text of
   * an array of `ToldVoice`. `about` are annotations and verdicts of theirs that
   * are to be told too, as are verdicts in gold by which something of the layer in hand isn't taken as it is.
   */
  'discussion.article': {
    input: z.strictObject({
      article: Ticket,
      about: z.array(z.strictObject({ layer: annotator, id: z.string().min(1).max(100_000) })).max(10_000),
    }),
    output: z.strictObject({
      voices: z.string(),
      /** Whose layer is in hand: what the person says stands there. null where it is nobody's here. */
      mine: annotator.nullable(),
      /** Whose layers couldn't be read. */
      unread: z.array(annotator).max(1_000),
    }),
  },
  /**
   * Questions of these articles (null: of the whole workspace), resolved ones too, come as `discussion.found`; of an
   * article that is open, as it is in hand. Another run of the same name ends this one.
   */
  'discussion.questions': {
    input: z.strictObject({
      workspace: Ticket,
      name: WorkName,
      articles: z.array(Ticket).max(MAX_ARTICLES).nullable(),
    }),
    /** `questions`: how many are told. */
    output: z.strictObject({ isComplete: z.boolean(), unread: count, questions: count }),
  },
  'discussion.cancel': { input: z.strictObject({ workspace: Ticket, name: WorkName }), output: z.null() },
}

/** Questions of one article after another, as the JSON text of an array of `[ticket, ToldQuestion[]]`, and how many articles have been looked at. */
export const DiscussionFound = z.strictObject({ name: WorkName, found: z.string(), done: count, total: count })

/** Colleagues' layers of these articles came, went or were changed. */
export const DiscussionChanged = z.strictObject({ workspace: Ticket, articles: z.array(Ticket).max(MAX_ARTICLES) })
