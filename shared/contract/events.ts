import * as z from 'zod'
import { AgreementProgress } from './agreement.ts'
import { BringProgress, Brought } from './bringing.ts'
import { DiscussionChanged, DiscussionFound } from './discussing.ts'
import { ExportProgress } from './exporting.ts'
import { ReviewChanged, ReviewFound } from './reviewing.ts'
import * as shape from './shapes.ts'
import { TellProgress } from './telling.ts'
import { OpenedArchive, UnpackProgress } from './unpacking.ts'

/** Everything the desktop may tell the window, once. Checked before it is sent. */
export const events = {
  /** Articles that came, changed or became known, and those that went. */
  'articles.changed': z.strictObject({
    workspace: shape.Ticket,
    changed: z.array(shape.ArticleRow),
    removed: z.array(shape.Ticket),
  }),
  /** What sync services left of the project file. */
  'copies.changed': z.strictObject({ workspace: shape.Ticket, copies: z.array(shape.Copy) }),
  'strays.changed': z.strictObject({ workspace: shape.Ticket, strays: z.array(shape.Stray) }),
  /** How far the index is; done = total when it is complete. */
  'index.progress': z.strictObject({
    workspace: shape.Ticket,
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
  /** A workspace was opened for this window: dropped on it, or named by a second start. */
  'workspace.opened': shape.Workspace,
  'workspace.problem': z.strictObject({ workspace: shape.Ticket.nullable(), problem: shape.Notice }),
  /**
   * Somebody else changed the project, or whether it can be changed. It is
   * whole, with every edit in it that the desktop was handed. `contradictions`
   * is the JSON text of an array of `Contradiction`.
   */
  'project.changed': z.strictObject({
    workspace: shape.Ticket,
    project: z.string(),
    projectProblem: shape.Notice.nullable(),
    sealedAround: shape.SealedAround,
    contradictions: z.string(),
    /** Where nobody else did: the person's layers were sealed. */
    sealed: z.literal(true).exactOptional(),
  }),
  /** Another window changed who annotates here, or how everything looks. */
  'person.changed': shape.Person,
  'settings.changed': shape.Settings,
  /** Assistive technology, such as a screen reader, was switched on or off. */
  'assistance.changed': z.strictObject({ assisted: z.boolean() }),
  saving: shape.Saving,
  /**
   * The file of an open article, or its layer, was changed outside. `free`: whoever had the layer open for writing has let
   * go of it; `taken`: it was had here, and is had elsewhere now, because a person said so there.
   */
  'article.outside': z.strictObject({
    article: shape.Ticket,
    what: z.enum(['text', 'layer', 'gone', 'free', 'taken']),
  }),
  /** Hits of a search, as the JSON text of an array of `Hit`, and how many articles have been looked at. */
  'search.found': z.strictObject({
    name: shape.WorkName,
    hits: z.string(),
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
  /** How far a change of many articles is. */
  'layers.progress': z.strictObject({
    name: shape.WorkName,
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
  /** A file of many articles was dropped on the window. */
  'unpack.offered': z.strictObject({ workspace: shape.Ticket, opened: OpenedArchive }),
  /** How far it is looked through, or written. */
  'unpack.progress': UnpackProgress,
  /** How far a dataset is. */
  'export.progress': ExportProgress,
  /** How far comparing annotators is. */
  'agreement.progress': AgreementProgress,
  /** How far letters, a packet or an answer are, in articles. */
  'tell.progress': TellProgress,
  /** What was dropped is a dataset that others annotated: it may be brought into the workspace. */
  'bring.offered': z.strictObject({ workspace: shape.Ticket, opened: Brought }),
  /** How far it is read, or written. */
  'bring.progress': BringProgress,
  /** Cases of a review, while it goes on. */
  'review.found': ReviewFound,
  'review.changed': ReviewChanged,
  /** Questions that wait in the workspace, while they are looked for. */
  'discussion.found': DiscussionFound,
  'discussion.changed': DiscussionChanged,
  /** A person chose a command in the native menu. */
  command: z.strictObject({ id: shape.CommandName }),
} as const satisfies Record<string, z.ZodType>

export type EventName = keyof typeof events
export type EventOf<E extends EventName> = z.infer<(typeof events)[E]>
/** An event as it crosses the bridge. */
export type Told = { [E in EventName]: { readonly name: E; readonly value: EventOf<E> } }[EventName]
