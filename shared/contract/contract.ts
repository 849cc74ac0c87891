import * as z from 'zod'
import {
  MAX_ANNOTATIONS,
  MAX_DRAFTS,
  MAX_PASTE_CHARACTERS,
  MAX_RIGHT_AS_IS,
  MAX_SAMPLE_CHARACTERS,
  MAX_UNREAD_NAMED,
  MAX_VALUE_CHARACTERS,
  MAX_VERSION_CHARACTERS,
} from '../limits.ts'
import { agreeing, KeptAgreement } from './agreement.ts'
import { bringing } from './bringing.ts'
import { discussing } from './discussing.ts'
import { exporting, KeptExport } from './exporting.ts'
import { organising } from './organising.ts'
import { KeptReview, reviewing } from './reviewing.ts'
import * as shape from './shapes.ts'
import { telling } from './telling.ts'
import { unpacking } from './unpacking.ts'

/**
 * Everything the window may ask of the desktop, once.
 *
 * The router checks each call against this table before a handler sees it, and
 * each answer before it leaves. Files are named by a ticket that the desktop
 * handed out, never by a path: a window can only touch what a person opened.
 */
export const contract = {
  /** What holds before anything is open. */
  'desk.enter': {
    input: z.undefined(),
    output: z.strictObject({
      person: shape.Person.nullable(),
      settings: shape.Settings,
      recent: z.array(z.strictObject({ ticket: shape.Ticket, name: z.string().max(1000), opened: z.string().max(64) })),
      workspace: shape.Workspace.nullable(),
      runtime: shape.Circumstance,
      /** Whether assistive technology, such as a screen reader, is on. */
      assisted: z.boolean(),
      problems: z.array(shape.Notice),
    }),
  },
  'person.set': { input: shape.Person, output: shape.Person },
  'settings.set': { input: shape.Settings.partial(), output: shape.Settings },
  /** What can be done now, so that the native menu is grey where it must be. */
  'menu.show': { input: z.array(shape.CircumstanceName).max(64), output: z.null() },

  /** A dialog; null when the person closes it. A workspace that is open in another window comes to the front there. */
  'workspace.choose': { input: z.enum(['folder', 'file']), output: shape.Workspace.nullable() },
  'workspace.openRecent': { input: shape.Ticket, output: shape.Workspace.nullable() },
  /** What this device remembers of the work in a workspace, for nobody else. */
  'workspace.recall': {
    input: shape.Ticket,
    output: z.strictObject({
      search: shape.KeptSearch.nullable(),
      exporting: KeptExport.nullable(),
      agreement: KeptAgreement.nullable(),
      review: KeptReview.nullable(),
      right: z.array(shape.RightAsIs).max(MAX_RIGHT_AS_IS),
      drafts: z.array(shape.KeptDraft).max(MAX_DRAFTS),
    }),
  },
  /** Remembers what is given, instead of what was there. */
  'workspace.remember': {
    input: z.strictObject({
      workspace: shape.Ticket,
      search: shape.KeptSearch.exactOptional(),
      exporting: KeptExport.exactOptional(),
      agreement: KeptAgreement.exactOptional(),
      review: KeptReview.exactOptional(),
      right: z.array(shape.RightAsIs).max(MAX_RIGHT_AS_IS).exactOptional(),
      drafts: z.array(shape.KeptDraft).max(MAX_DRAFTS).exactOptional(),
    }),
    output: z.null(),
  },
  'workspace.openSample': { input: z.undefined(), output: shape.Workspace.nullable() },

  'article.open': { input: shape.Ticket, output: shape.Opened },
  /** Gives up reading an article whose opening takes long; its opening is refused with `stopped`. One that is open stays. */
  'article.stop': { input: shape.Ticket, output: z.null() },
  /** Writes what is due and forgets the article; the offset is remembered. */
  'article.close': {
    input: z.strictObject({ article: shape.Ticket, offset: z.int().nonnegative() }),
    output: z.null(),
  },
  /** The first article is painted: a picture can be taken. */
  'article.painted': { input: shape.Ticket, output: z.null() },
  'article.create': {
    input: z.strictObject({ text: z.string().max(MAX_PASTE_CHARACTERS) }),
    output: z.strictObject({ article: shape.Ticket, path: z.string().max(4096) }),
  },
  /**
   * Makes a copy of an open plain-text article in which other words stand at a span (UTF-16). The person's layer goes
   * with it; the article itself isn't touched.
   */
  'article.correct': {
    input: z.strictObject({
      article: shape.Ticket,
      span: shape.Span,
      quote: z.string().max(MAX_VALUE_CHARACTERS),
      words: z.string().max(MAX_VALUE_CHARACTERS),
    }),
    output: z.strictObject({ article: shape.Ticket, path: z.string().max(4096) }),
  },
  /** Layers follow their renamed article. Resolves to the article's ticket. */
  'stray.follow': { input: shape.Ticket, output: shape.Ticket },
  'stray.leave': { input: shape.Ticket, output: z.null() },

  /**
   * From now on whatever is done to layers in this workspace is done to the
   * person's own, or to gold; what is open is opened anew by asking for its layer.
   * A workspace is opened, and a page begins, on the own ones.
   */
  'layer.workOn': { input: z.strictObject({ workspace: shape.Ticket, layer: shape.WorkedOn }), output: z.null() },
  /** The person's own layer of an open article; reading it may take longer than the text. */
  'layer.open': { input: shape.Ticket, output: shape.LayerHead },
  /** One piece of its annotations, as the JSON text of an array. */
  'layer.piece': { input: z.strictObject({ article: shape.Ticket, piece: z.int().nonnegative() }), output: z.string() },
  /** What has to be seen or decided since the text changed, as the JSON text of a `Review`. */
  'layer.review': { input: shape.Ticket, output: z.string() },
  /** What was changed here and outside is merged as a person decided; answers once that stands in the file. */
  'layer.decide': {
    input: z.strictObject({ article: shape.Ticket, decisions: z.array(shape.Decision).max(MAX_ANNOTATIONS) }),
    output: shape.LayerHead,
  },
  /** The person says that the open layer, which has their id and was made on another device, is theirs: when the article is opened again, it can be changed here. */
  'layer.own': { input: shape.Ticket, output: z.null() },
  /** The person says that whoever else has the layer isn't at work any more: when the article is opened again, it can be changed here. */
  'layer.takeOver': { input: shape.Ticket, output: z.null() },
  /** What merging a conflict copy of the open layer comes to, as far as the person has decided. Nothing is changed. */
  'copy.look': {
    input: z.strictObject({
      article: shape.Ticket,
      copy: shape.Ticket,
      decisions: z.array(shape.Decision).max(MAX_ANNOTATIONS),
    }),
    output: shape.LookedAtCopy,
  },
  /** The person has dealt with a copy: it is offered again once it holds something else than what was looked at. null: than what it holds now. No article stands for a copy of the project. */
  'copy.settle': {
    input: z.strictObject({
      article: shape.Ticket.nullable(),
      copy: shape.Ticket,
      content: z.string().max(64).nullable(),
    }),
    output: z.null(),
  },
  /** Answers once the edits are on disk. Several edits are one undo and one line. */
  'layer.record': {
    input: z.strictObject({ article: shape.Ticket, edit: shape.Edit }),
    output: z.strictObject({ revision: z.int().nonnegative() }),
  },
  /** What the histories of the open layer tell, as it stands now; it is handed out in pieces, the latest first. */
  'history.open': { input: shape.Ticket, output: shape.PastHead },
  /** One piece of it, once, as JSON text: a `TimelinePiece`. */
  'history.piece': {
    input: z.strictObject({ article: shape.Ticket, piece: z.int().nonnegative() }),
    output: z.string(),
  },
  /** Leaves the single steps between named versions out of this device's history, all but the latest; null where there is nothing to leave out. A trial only says what that would do. */
  'history.shorten': {
    input: z.strictObject({ article: shape.Ticket, isTrial: z.boolean() }),
    output: shape.ShorterHistory.nullable(),
  },
  /** Names the layer as it stood after a line of this device's history; '' for the last. No name takes the name away. Answers once that is on disk. */
  'history.name': {
    input: z.strictObject({
      article: shape.Ticket,
      line: z.string().regex(/^([0-9a-f]{64})?$/),
      name: z.string().trim().max(MAX_VERSION_CHARACTERS),
    }),
    output: z.null(),
  },
  /**
   * The same kind of change in many articles, of the person's own layers only.
   * Answers once all of it is on disk: what was done, by its undo, and what
   * wasn't, with the reason. One that was cancelled has done nothing. `changes`
   * are pieces of `BulkChange`, and `done` of `BulkDone`.
   */
  'layers.record': {
    input: z.strictObject({
      name: shape.WorkName,
      changes: shape.Pieces,
      /** The workspace whose project is meant; needed where that is changed. */
      workspace: shape.Ticket.optional(),
      project: shape.ProjectEdit.nullable(),
    }),
    output: z.strictObject({
      done: shape.Pieces,
      refused: z.array(shape.BulkRefused),
      projectUndo: shape.ProjectEdit.nullable(),
    }),
  },
  /** What was done so far is taken back. Answers at once; nothing happens where no such change is under way. */
  'layers.cancel': { input: z.strictObject({ name: shape.WorkName }), output: z.null() },
  /** A dialog, and the codebook in the file that the person chooses, as JSON text; null when they close the dialog. */
  'codebook.import': {
    input: z.undefined(),
    output: z.strictObject({ file: z.string().max(1000), codebook: z.string() }).nullable(),
  },
  /** A dialog, and the file's name once the codebook stands in it; null when the person closes the dialog. */
  'codebook.export': { input: z.undefined(), output: z.string().max(1000).nullable() },
  /** An edit of `stet.json`, with all that follows from it. Answers once it is on disk; `revision` counts since the workspace was opened. */
  'project.record': {
    input: z.strictObject({ workspace: shape.Ticket, edit: shape.ProjectEdit }),
    output: z.strictObject({ revision: z.int().nonnegative() }),
  },
  /** What git left in the project file is merged; answers once that stands in the file. What both branches changed is told by `project.changed`. */
  'project.mergeGit': { input: z.strictObject({ workspace: shape.Ticket }), output: z.null() },
  /** What a conflict copy of the project has and the project lacks. Nothing is changed. */
  'project.lookAtCopy': {
    input: z.strictObject({ workspace: shape.Ticket, copy: shape.Ticket }),
    output: z.strictObject({
      content: z.string().max(64),
      /** The edit that brings it in, as the JSON text of a `ProjectEdit`; null where there is nothing to be brought. */
      edit: z.string().nullable(),
      /** Records that are new here, and that get other fields. */
      added: z.int().nonnegative(),
      changed: z.int().nonnegative(),
      /** What stays as it is here: the JSON text of an array of `Contradiction`. */
      contradictions: z.string(),
    }),
  },
  /** How an open article begins to read in each encoding. */
  'facts.encodings': {
    input: shape.Ticket,
    output: z
      .array(
        z.strictObject({
          encoding: z.string().max(64),
          words: z.string().max(MAX_SAMPLE_CHARACTERS * 2),
          invalid: z.int().nonnegative(),
        }),
      )
      .max(200),
  },
  'facts.record': { input: z.strictObject({ article: shape.Ticket, edit: shape.FactsEdit }), output: z.null() },

  /**
   * Looks for something; hits are told by `search.found` while they are found,
   * in the order of the articles. A search of the same name is ended first.
   */
  'search.run': {
    input: z.strictObject({ name: shape.WorkName, query: shape.Query, scope: shape.Scope }),
    output: z.strictObject({
      hits: z.int().nonnegative(),
      /** Articles with a hit. */
      articles: z.int().nonnegative(),
      /** Whether everything was looked at. */
      isComplete: z.boolean(),
      /** Whether there were more hits than are kept. */
      isCut: z.boolean(),
      /** Articles, and layers of colleagues, that couldn't be read. */
      unreadArticles: z.int().nonnegative(),
      unreadLayers: z.int().nonnegative(),
      /** The first of those: an article, or in it the layer of an annotator. */
      unread: z.array(shape.Unread).max(MAX_UNREAD_NAMED),
      /** Why the search ended early; null where it didn't, or was cancelled. */
      problem: shape.Notice.nullable(),
    }),
  },
  /** Somebody is about to search there: what takes long is begun in the background. Answered at once. */
  'search.prepare': { input: z.strictObject({ scope: shape.Scope }), output: z.null() },
  'search.cancel': { input: z.strictObject({ name: shape.WorkName }), output: z.null() },
  ...unpacking,
  ...exporting,
  ...telling,
  ...reviewing,
  ...agreeing,
  ...bringing,
  ...organising,
  ...discussing,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type Call = keyof typeof contract
export type Input<C extends Call> = z.infer<(typeof contract)[C]['input']>
export type Output<C extends Call> = z.infer<(typeof contract)[C]['output']>

export type Workspace = z.infer<typeof shape.Workspace>
export type ArticleRow = z.infer<typeof shape.ArticleRow>
export type Copy = z.infer<typeof shape.Copy>
export type LookedAtCopy = z.infer<typeof shape.LookedAtCopy>
export type KeptSearch = z.infer<typeof shape.KeptSearch>
export type RightAsIs = z.infer<typeof shape.RightAsIs>
export type Unread = z.infer<typeof shape.Unread>
export type Stray = z.infer<typeof shape.Stray>
export type Settings = z.infer<typeof shape.Settings>
export type Person = z.infer<typeof shape.Person>
export type WorkedOn = z.infer<typeof shape.WorkedOn>
export type Opened = z.infer<typeof shape.Opened>
export type LayerHead = z.infer<typeof shape.LayerHead>
export type ShorterHistory = z.infer<typeof shape.ShorterHistory>
export type PastHead = z.infer<typeof shape.PastHead>
export type Saving = z.infer<typeof shape.Saving>
export type Runtime = z.infer<typeof shape.Circumstance>

/** What travels back. A thrown error loses its class on the way; this doesn't. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: { readonly kind: string; readonly detail: string } }
