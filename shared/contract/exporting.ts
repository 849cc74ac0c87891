import * as z from 'zod'
import { features } from '../dataset/features.ts'
import { fittings, toldWhys } from '../dataset/format.ts'
import { MAX_ARTICLES } from '../limits.ts'
import { Notice, Ticket, Zone } from './shapes.ts'

/*
 * Datasets out of a workspace, as it crosses the bridge. Where one goes is
 * chosen on the desktop, and named by a ticket.
 */

/** So much of what is left out, or goes wrong, is told one by one; the rest is counted, and stands in the receipt. */
export const MAX_TOLD = 200
/** Of words that are quoted, so many characters are told. */
export const MAX_QUOTED = 300

const count = z.int().nonnegative()
const word = z.string().min(1).max(1_000)
const path = z.string().max(4_096)
const annotator = z.string().min(1).max(64)
const units = ['codepoint', 'utf16', 'utf8'] as const
const Feature = z.enum(features)
const Fitting = z.enum(fittings)

/** A format that is written, as a person chooses it. */
export const ExportFormat = z.strictObject({
  id: word,
  makes: z.enum(['file', 'folder']),
  /** How its file ends, without the dot. */
  extension: z.string().max(32),
  /** What offsets may count, the usual one first; empty where it has none. */
  units: z.array(z.enum(units)).max(units.length),
  canLeaveTextOut: z.boolean(),
  options: z.array(z.strictObject({ name: word, values: z.array(word).max(100) })).max(100),
  /** Readers by others that have read it. */
  readBy: z.array(word).max(100),
  /** Whether what is written can be read again, and so be compared. */
  isReadBack: z.boolean(),
  /** What it says in part, and the ways to do it, the usual one first. */
  ways: z.array(z.strictObject({ feature: Feature, ways: z.array(Fitting).min(1) })).max(features.length),
})

/** What is exported, and how. null: all of them. */
export const ExportAsked = z.strictObject({
  format: word,
  articles: z.array(Ticket).max(MAX_ARTICLES).nullable(),
  layers: z.array(annotator).max(1_000).nullable(),
  tags: z.array(word).max(1_000).nullable(),
  zones: z.array(Zone).nullable(),
  anonymous: z.boolean(),
  unit: z.enum(units).nullable(),
  withText: z.boolean(),
  fittings: z.partialRecord(Feature, Fitting),
  options: z.record(word, z.string().max(1_000)),
  /** Shares as `80/10/10`, and the number that another split is drawn by. */
  split: z.strictObject({ shares: z.string().max(4_000), seed: z.int().nonnegative().max(999_999_999) }).nullable(),
  /** With layers of sealed codings, too, that the person isn't shown yet; without it they stay out. */
  withSealed: z.literal(true).exactOptional(),
})

/** What was chosen last in a workspace: for all formats, and for each of them. */
export const KeptExport = z.strictObject({
  ...ExportAsked.pick({ format: true, layers: true, tags: true, zones: true, anonymous: true, split: true }).shape,
  articles: z.enum(['all', 'listed', 'open']),
  formats: z.record(word, ExportAsked.pick({ unit: true, withText: true, fittings: true, options: true })),
})

/** Something that a format can't say. */
const Touched = z
  .array(
    z.strictObject({
      article: Ticket,
      path,
      /** null for what is the article's own. */
      annotator: annotator.nullable(),
      kind: z.enum(['annotation', 'link', 'remark', 'article']),
      /** The words that it stands at; '' for what stands at none. */
      quote: z.string().max(MAX_QUOTED + 1),
    }),
  )
  .max(MAX_TOLD)

/** Of a kind of thing that a format can't say, how much there is, and the first of it. */
const LeftOut = z.strictObject({
  feature: Feature,
  done: z.enum(['dropped', 'changed', 'without']),
  count,
  touched: Touched,
})

/** How much isn't there, is there otherwise, or is there without something. */
const becomes = { dropped: count, changed: count, without: count }

/** What was asked for and isn't in it, through no fault of the format. */
const notTaken = {
  /** Annotations without a place in their text. */
  unplaced: count,
  /** Articles and layers that can't be read, and the first of them. */
  unread: count,
  unreadNamed: z.array(z.strictObject({ path, annotator: annotator.nullable(), problem: Notice })).max(MAX_TOLD),
  /** Layers, and facts of articles, whose file lacks edits that a history has, and the first of them. */
  ahead: count,
  aheadNamed: z.array(z.strictObject({ path, annotator: annotator.nullable() })).max(MAX_TOLD),
}

const counts = { articles: count, layers: count, annotations: count, links: count }

/** What a dataset would have, and what it wouldn't. Nothing is written. */
export const ExportWeighed = z.strictObject({
  ...counts,
  ...notTaken,
  /** Of all its files together. */
  bytes: count,
  /** By feature, in their order; those of which nothing is lost are left out. */
  losses: z
    .array(
      z.strictObject({
        feature: Feature,
        count,
        touched: Touched,
        ...becomes,
        /** What is made of it, as things are chosen; null where there is nothing to choose. */
        way: Fitting.nullable(),
        /** What could be chosen, and how many annotations the dataset would have then. */
        ways: z.array(z.strictObject({ way: Fitting, ...becomes, annotations: count })).max(fittings.length),
      }),
    )
    .max(features.length),
  told: z.array(z.strictObject({ why: z.enum(toldWhys), count })).max(toldWhys.length),
})

export const ExportDone = z.strictObject({
  ...counts,
  ...notTaken,
  /** What the file or folder is called. */
  name: z.string().max(1_000),
  /** What its receipt is called, beside it; null where that couldn't be written, and why. */
  receipt: z.string().max(1_000).nullable(),
  receiptProblem: Notice.nullable(),
  files: count,
  /** The first of them, by their names inside the folder; '' for a dataset that is one file. */
  filesNamed: z.array(z.strictObject({ file: path, sha256: z.string().max(64) })).max(MAX_TOLD),
  leftOut: z.array(LeftOut).max(features.length * 3),
  /** What a person should know of what was written: cells, or annotations that are no row. */
  told: z
    .array(
      z.strictObject({
        why: z.enum(toldWhys),
        count,
        named: z
          .array(
            z.strictObject({ file: path, row: count, column: z.string().max(1_000), words: z.string().max(1_000) }),
          )
          .max(MAX_TOLD),
      }),
    )
    .max(toldWhys.length),
  /** What reading it back found; null for a format that nobody here reads. */
  readBack: z
    .strictObject({
      isEqual: z.boolean(),
      differing: count,
      differingNamed: z.array(path).max(MAX_TOLD),
      /** What couldn't be read of it, in words of its own. */
      untaken: z.array(z.string().max(1_000)).max(MAX_TOLD),
      problem: Notice.nullable(),
    })
    .nullable(),
  split: z
    .strictObject({
      parts: z.array(z.strictObject({ name: word, articles: count })).max(100),
      families: z.strictObject({ count, articles: count }),
    })
    .nullable(),
})

/** How far it is, in articles. */
export const ExportProgress = z.strictObject({
  workspace: Ticket,
  doing: z.enum(['weighing', 'dividing', 'writing', 'reading-back']),
  done: count,
  of: count,
})

const workspace = Ticket

export const exporting = {
  /** What there is to export, and the formats. */
  'export.begin': {
    input: z.strictObject({ workspace }),
    output: z.strictObject({
      formats: z.array(ExportFormat).max(1_000),
      /** Whose layers there are, by id and as they are called, with how many articles have one. */
      layers: z.array(z.strictObject({ annotator, name: z.string().max(1_000), articles: count })).max(1_000),
      /** The articles that have any. */
      articles: z.array(Ticket).max(MAX_ARTICLES),
    }),
  },
  /** What a dataset would have and what the format would leave out; null where it was stopped, or asked for anew. */
  'export.weigh': {
    input: z.strictObject({ workspace, asked: ExportAsked }),
    output: ExportWeighed.nullable(),
  },
  /** A dialog, and what the person says the dataset is to be called; null when they close the dialog. */
  'export.choose': {
    input: z.strictObject({ workspace, format: word }),
    output: z
      .strictObject({
        target: Ticket,
        name: z.string().max(1_000),
        /** What is there already, and is never written over. */
        taken: z.string().max(1_000).nullable(),
        /** Whether it is inside the workspace, in which its texts would be articles. */
        isInside: z.boolean(),
      })
      .nullable(),
  },
  /** Writes it, reads it back and saves its receipt; null where it was stopped, and nothing was left. */
  'export.write': {
    input: z.strictObject({ workspace, target: Ticket, asked: ExportAsked }),
    output: ExportDone.nullable(),
  },
  /** Stops what is under way. */
  'export.cancel': { input: z.strictObject({ workspace }), output: z.null() },
  /** Shows what was written last in its folder, in the system's own window. */
  'export.show': { input: z.strictObject({ workspace }), output: z.null() },
  /** The person is done with it. */
  'export.close': { input: z.strictObject({ workspace }), output: z.null() },
} as const
