import * as z from 'zod'
import { MAX_ARTICLES, MAX_UNREAD_NAMED } from '../limits.ts'
import { caseKinds } from '../review/case.ts'
import { queueOrders, shownStates } from '../review/queueView.ts'
import { Notice, Ticket, WorkName } from './shapes.ts'

/*
 * Reviewing what several annotators wrote down, as it crosses the bridge.
 * Nothing of it writes a file. Cases go over as JSON texts: there may be many.
 */

const count = z.int().nonnegative()
const annotator = z.string().min(1).max(64)
const word = z.string().min(1).max(1_000)
const status = z.enum(['in-progress', 'done', 'adjudicated'])
const CaseKind = z.enum(caseKinds)

/** What is reviewed, and how it is compared. */
const asked = {
  /** The annotators whose layers are compared; of those an article has none of, nothing is told there. */
  layers: z.array(annotator).max(1_000),
  /** Ids of tags: only cases in which one of them is said are told. null: all. */
  tags: z.array(word).max(1_000).nullable(),
  /** Only cases of one of these kinds are told, and those on which anything has been decided; all are counted. null: all, what all agree on too. */
  kinds: z.array(CaseKind).max(caseKinds.length).nullable(),
  /** See `Tolerance`. */
  tolerance: z.strictObject({ words: z.int().min(0).max(1_000), ignoreEnds: z.boolean() }),
}
export const ReviewAsked = z.strictObject(asked)

/** How differences were looked at last in a workspace: whose layers, what of them was shown and how, whether names were hidden, and the case that was at hand. */
export const KeptReview = z.strictObject({
  layers: z.array(annotator).max(1_000),
  filters: z.strictObject({
    kinds: z.array(CaseKind).max(caseKinds.length).nullable(),
    tags: z.array(z.string().max(1_000)).max(1_000).nullable(),
    annotators: z.array(annotator).max(1_000).nullable(),
  }),
  order: z.enum(queueOrders),
  shown: z.enum(shownStates),
  /** Over the words of an article, or on a page beside it. */
  way: z.enum(['overlaid', 'beside']),
  isBlind: z.boolean(),
  at: z.strictObject({ article: Ticket, case: z.string().max(10_000) }).nullable(),
})

/** What couldn't be compared: an article, or in it the layer of an annotator, and why. */
export const ReviewUnread = z.strictObject({
  article: Ticket,
  annotator: annotator.nullable(),
  problem: Notice,
})

/** A layer as it was compared in one article. */
export const ComparedLayer = z.strictObject({
  annotator,
  status,
  /** Of its file, or of the layer in hand. */
  revision: count,
  /** Those with a place in the text. */
  annotations: count,
  /** Without a place in the text: they are in no case. */
  unplaced: count,
  /** Whether it was made on another text than the article has now. */
  isOfAnotherText: z.boolean(),
})

/** An annotator who has layers in the workspace. */
export const ReviewLayer = z.strictObject({
  annotator,
  name: z.string().max(1_000),
  /** How many articles they have a layer of. */
  articles: count,
  statuses: z.record(status, count),
  /** Layers of theirs that can't be read. */
  unread: count,
  /** Annotations of theirs that came from a dataset of others. */
  imported: count,
  isGold: z.boolean(),
  /** `own`: the person's own layer; `gold`: the gold layer in which their decisions stand. */
  isMine: z.enum(['own', 'gold']).nullable(),
})

/** How many cases of a kind (the weightiest that they have) there are in which state. */
const CaseCounts = z.strictObject({ kind: CaseKind, open: count, decided: count, stale: count })

const unread = {
  /** The first of what couldn't be compared; nothing is left out without being counted. */
  unread: z.array(ReviewUnread).max(MAX_UNREAD_NAMED),
  unreadCount: count,
}

/** Layers that aren't compared and can't be read: whether something in them disagrees with a decision isn't known. */
const unheard = count

export const reviewing = {
  /** Whose layers there are, by id. */
  'review.layers': {
    input: z.strictObject({ workspace: Ticket }),
    output: z.strictObject({ layers: z.array(ReviewLayer).max(1_000), ...unread }),
  },
  /**
   * Compares layers over articles (null: all of the workspace, in the order of
   * its list). Cases come as `review.found` while it goes on, those of an
   * article one after another. Another run of the same name ends this one.
   */
  'review.run': {
    input: z.strictObject({
      name: WorkName,
      workspace: Ticket,
      articles: z.array(Ticket).max(MAX_ARTICLES).nullable(),
      ...asked,
    }),
    output: z.strictObject({
      /** Those that have one of the layers. */
      articles: count,
      /** Of these articles layers that were asked for aren't shown now, since they are sealed. */
      sealed: count,
      cases: count,
      counts: z.array(CaseCounts).max(caseKinds.length),
      ...unread,
      unheard,
      /** False where it was ended before. */
      isComplete: z.boolean(),
      /** Whether there are more cases than are told; all are counted. */
      isCut: z.boolean(),
    }),
  },
  /** The cases of one article, as it is in hand where it is open. */
  'review.article': {
    input: z.strictObject({ article: Ticket, ...asked }),
    output: z.strictObject({
      layers: z.array(ComparedLayer).max(1_000),
      /** See `KnownLayers`. */
      known: z.array(z.strictObject({ annotator, waiting: z.array(z.string()) })).max(1_000),
      /** JSON texts of arrays of `Case`, by place. Every annotation of every layer is an opinion of one case. */
      cases: z.array(z.string()),
      counts: z.array(CaseCounts).max(caseKinds.length),
      /** Whether layers of it that were asked for aren't shown now, since they are sealed. */
      isSealed: z.boolean(),
      ...unread,
      unheard,
    }),
  },
  /**
   * What all agree on, or so many (`atLeast`; null: all layers of an article, at
   * least two), and of which nothing is decided: as edits of gold. Nothing is
   * changed by asking; `layers.record` makes the change. How far it is comes as
   * `review.found` without cases.
   */
  'review.agreed': {
    input: z.strictObject({
      name: WorkName,
      workspace: Ticket,
      layers: asked.layers,
      tolerance: asked.tolerance,
      atLeast: z.int().min(2).max(1_000).nullable(),
    }),
    output: z.strictObject({
      /** A JSON text an article: `{article, edit, seen}`, as `layers.record` wants a change. */
      changes: z.array(z.string()).max(MAX_ARTICLES),
      /** Places that are taken, in how many articles. */
      cases: count,
      articles: count,
      isComplete: z.boolean(),
    }),
  },
  'review.cancel': { input: z.strictObject({ workspace: Ticket, name: WorkName }), output: z.null() },
}

/** Cases of a run, as the JSON text of an array of `FoundCases`, and how many articles have been looked at. */
export const ReviewFound = z.strictObject({
  name: WorkName,
  found: z.string(),
  done: count,
  total: count,
})

/** Layers of these articles were changed by somebody else, or went, since the window asked for cases of the workspace. */
export const ReviewChanged = z.strictObject({ workspace: Ticket, articles: z.array(Ticket).max(MAX_ARTICLES) })
