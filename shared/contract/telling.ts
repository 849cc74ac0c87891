import * as z from 'zod'
import { MAX_ARTICLES } from '../limits.ts'
import { unfitWhys } from '../packet/takeAnswer.ts'
import { BringTakenBack } from './bringing.ts'
import { AnnotatorId, Notice, Ticket } from './shapes.ts'

/*
 * Letters to annotators, packets for reviewers without Stet, and what both
 * answer, as they cross the bridge. Files are named by tickets; what is in an
 * answer is read in the worker.
 */

/** So many of what is left out, or can't be read, are told one by one; the rest is counted. */
export const MAX_UNFIT_TOLD = 200

const count = z.int().nonnegative()
const name = z.string().max(1_000)
const path = z.string().max(4_096)
const annotator = z.string().min(1).max(64)
const unread = z.array(z.strictObject({ path, annotator: annotator.nullable(), problem: Notice })).max(MAX_UNFIT_TOLD)

export const TellTarget = z.strictObject({
  target: Ticket,
  name,
  /** What is there already, and is never written over. */
  taken: name.nullable(),
})

export const LettersAsked = z.strictObject({
  gold: annotator,
  to: z.array(annotator).min(1).max(1_000),
  format: z.enum(['html', 'markdown']),
  isBlind: z.boolean(),
})

export const PacketAsked = z.strictObject({
  layers: z.array(annotator).min(1).max(1_000),
  /** null: all that have one of the layers. */
  articles: z.array(Ticket).max(MAX_ARTICLES).nullable(),
  isBlind: z.boolean(),
})

const LettersDone = z.strictObject({
  name,
  letters: z
    .array(
      z.strictObject({
        ...{ file: name, annotator, name },
        ...{ corrections: count, right: count, undecided: count },
      }),
    )
    .max(1_000),
  unread,
})

const PacketDone = z.strictObject({ name, articles: count, things: count, bytes: count, unread })

/** What became of an answer, or would. */
const AnswerDone = z.strictObject({
  /** Whose layer it becomes, and as they are called. */
  id: annotator,
  name,
  ...{ verdicts: count, comments: count, written: count, changed: count, same: count },
  /** Layers in which it says nothing new, and is the latest: bringing it in keeps an earlier one out. */
  dated: count,
  /** What of an earlier answer goes. */
  earlier: z.strictObject({
    ...{ verdictsReplaced: count, commentsReplaced: count },
    ...{ verdictsWithdrawn: count, commentsWithdrawn: count },
  }),
  /** Whether it is the id of whoever is at work here: then nothing is written, and `changes` are theirs to make. */
  isOwn: z.boolean(),
  /** A JSON text an article: `{article, edit, seen}`, as `layers.record` wants a change of the own layer. */
  changes: z.array(z.string()).max(MAX_ARTICLES),
  /** In how many articles a layer of that id is somebody else's; nothing is brought in then. */
  taken: count,
  /** In how many articles a later answer of theirs is; nothing is brought in then. */
  newer: count,
  unfit: count,
  unfitNamed: z
    .array(z.strictObject({ path, layer: name, why: z.enum(unfitWhys), text: z.string().max(301) }))
    .max(MAX_UNFIT_TOLD),
  failed: z.array(z.strictObject({ path, problem: Notice })).max(MAX_UNFIT_TOLD),
  /** The folder inside the workspace in which the files that it changed are kept as they were; '' where none was. */
  aside: path,
  unread,
})

export const TellProgress = z.strictObject({ workspace: Ticket, done: count, of: count })

const workspace = Ticket

export const telling = {
  /** Whose layers there are. Sealed ones aren't. */
  'tell.begin': {
    input: z.strictObject({ workspace }),
    output: z.strictObject({
      /** `at`: the places of their articles in `articles`. */
      layers: z
        .array(
          z.strictObject({
            annotator,
            name,
            articles: count,
            isGold: z.boolean(),
            at: z.array(count).max(MAX_ARTICLES),
          }),
        )
        .max(1_000),
      /** The articles that have any. */
      articles: z.array(Ticket).max(MAX_ARTICLES),
    }),
  },
  /** A dialog, and where letters or a packet are to be; null when the person closes it. */
  'tell.choose': {
    input: z.strictObject({ workspace, what: z.enum(['letters', 'packet']) }),
    output: TellTarget.nullable(),
  },
  /** Writes letters; null where it was stopped, and nothing was left. Without any letter nothing is written. */
  'tell.letters': {
    input: z.strictObject({ workspace, target: Ticket, asked: LettersAsked }),
    output: LettersDone.nullable(),
  },
  'tell.packet': {
    input: z.strictObject({ workspace, target: Ticket, asked: PacketAsked }),
    output: PacketDone.nullable(),
  },
  /** A dialog, and the answer that the person chose: what it is called, and the id that its layer would have. */
  'tell.chooseAnswer': {
    input: z.strictObject({ workspace }),
    output: z
      .strictObject({
        ...{ answer: Ticket, file: name, name, id: annotator },
        /** The annotator of this project who answered, beside whose layers the answer comes in; null where it is nobody's. */
        beside: annotator.nullable(),
        /** The id of whoever is at work here, where the name is theirs and nothing tells that the answer is; null otherwise. */
        perhaps: annotator.nullable(),
      })
      .nullable(),
  },
  /** What would come of it under an id, or comes; null where it was stopped. */
  'tell.answer': {
    input: z.strictObject({ workspace, answer: Ticket, id: AnnotatorId, write: z.boolean() }),
    output: AnswerDone.nullable(),
  },
  /** All that was answered and is in the workspace, by whom. */
  'tell.answers': {
    input: z.strictObject({ workspace }),
    output: z
      .strictObject({
        answers: z
          .array(z.strictObject({ id: annotator, name, articles: count, verdicts: count, comments: count }))
          .max(1_000),
      })
      .nullable(),
  },
  /** Puts what the last answer made out of the way (`id` null), or all that somebody answered. What anybody has changed since stays. */
  'tell.takeBack': {
    input: z.strictObject({ workspace, id: annotator.nullable() }),
    output: BringTakenBack,
  },
  'tell.cancel': { input: z.strictObject({ workspace }), output: z.null() },
  /** Shows what was written last in its folder, in the system's own window. */
  'tell.show': { input: z.strictObject({ workspace }), output: z.null() },
  'tell.close': { input: z.strictObject({ workspace }), output: z.null() },
} as const
