import * as z from 'zod'
import { commentKinds } from '../annotation/comment.ts'
import type { Edit as LayerEdit } from '../annotation/edit.ts'
import { zones } from '../article/article.ts'
import { fieldNames, isFieldValue, LONGEST_FIELD, listedFields } from '../article/metadata.ts'
import { snapRules } from '../codebook/codebook.ts'
import { MOST_KEYS } from '../commands/bindings.ts'
import { circumstances, commandIds } from '../commands/commands.ts'
import { Field } from '../facts/saidFile.ts'
import { isJson, isReserved } from '../json/isJson.ts'
import type { Json } from '../json/json.ts'
import {
  MAX_ARTICLES,
  MAX_DRAFT_CHARACTERS,
  MAX_FIELD_DEPTH,
  MAX_RECENT_SEARCHES,
  MAX_VALUE_CHARACTERS,
} from '../limits.ts'
import { copyMakers } from '../merging/conflictCopy.ts'
import { collections as mergedCollections } from '../merging/sidecarEntries.ts'
import { isProblemKind, type ProblemKind } from '../problems/kinds.ts'
import { collections } from '../project/projectEdit.ts'
import { searched, waysToAsk } from '../search/query.ts'
import { searchScopes } from '../search/scope.ts'
import { encodingNames } from '../text/encodingNames.ts'
import { languages } from '../words/languages.ts'

/** The shapes that the contract is made of. Strict: what isn't named here doesn't cross the bridge. */

const word = z.string().min(1).max(MAX_VALUE_CHARACTERS)
const value = z.string().max(MAX_VALUE_CHARACTERS)
/** Words of an article, and whatever a file may hold of a note or of surroundings: what was read must be able to go back. */
const quote = z.string().max(16 * 1024 * 1024)
const rest = z
  .string()
  .max(1024 * 1024)
  .exactOptional()
const offset = z.int().nonnegative()

export const Ticket = z.uuid()
export const AnnotatorId = z.string().regex(/^(?!article$)(?!gold-)[a-z0-9][a-z0-9-]{0,31}$/)
export const Person = z.strictObject({ id: AnnotatorId, name: z.string().trim().min(1).max(200) })
/** On which of their layers a person works: their own, or the gold layer in which their decisions stand. */
export const WorkedOn = z.enum(['own', 'gold'])
export const Zone = z.enum(zones)
export const CommandName = z.enum(commandIds as [string, ...string[]])
export const CircumstanceName = z.enum(circumstances)

export const Notice = z.strictObject({ kind: z.custom<ProblemKind>(isProblemKind), detail: z.string().max(10_000) })

export const Span = z
  .strictObject({ start: offset, end: offset })
  .refine(({ start, end }) => start < end, 'a span has an extent')

const Anchor = z.strictObject({ start: offset, end: offset, quote, before: quote, after: quote, rest })
const Opaque = z.strictObject({ json: z.string().max(1024 * 1024) })
const AttributeValue = z.union([value, z.boolean(), z.number(), z.array(value).max(1000), Opaque])
const Attributes = z.record(word, AttributeValue)

const annotation = {
  id: word,
  tag: word,
  spans: z.array(Anchor).min(1).max(10_000),
  attributes: Attributes,
  entity: word.exactOptional(),
  note: quote.exactOptional(),
  origin: z.strictObject({ kind: word, rest }),
  carriedFrom: z
    .strictObject({ textSha256: z.string().max(64), starts: z.array(offset).min(1).max(10_000), rest })
    .exactOptional(),
  created: word,
  modified: word,
  rest,
}
export const Annotation = z.strictObject(annotation)
export const Unplaced = z.strictObject({
  ...annotation,
  placement: z.enum(['lost', 'ambiguous', 'changed']),
  textSha256: z.string().max(64),
})

const LinkEnd = z.union([
  z.strictObject({ annotation: word, rest }),
  z.strictObject({ entity: word, rest }),
  z.strictObject({ author: z.literal(true), rest }),
])
export const Link = z.strictObject({
  id: word,
  type: word,
  from: word,
  to: LinkEnd,
  attributes: Attributes,
  cue: Anchor.exactOptional(),
  rest,
})

const CommentTarget = z.union([
  z.strictObject({ layer: word, annotation: word, rest }),
  z.strictObject({ layer: word, comment: word, rest }),
  z.strictObject({ layer: word, verdict: word, rest }),
  z.strictObject({ span: Anchor, rest }),
  z.strictObject({ lost: Anchor, textSha256: z.string().max(64), rest }),
  z.strictObject({ article: z.literal(true), rest }),
  z.strictObject({ entry: z.strictObject({ kind: z.enum(['tag', 'attribute', 'link']), id: word, rest }), rest }),
])
export const Comment = z.strictObject({
  id: word,
  kind: word,
  on: CommentTarget,
  text: quote,
  created: word,
  modified: word.exactOptional(),
  came: word.exactOptional(),
  rest,
})
export const Verdict = z.strictObject({
  id: word,
  on: z.strictObject({ layer: word, annotation: word, revision: offset, says: quote.exactOptional(), rest }),
  verdict: word,
  reason: word.exactOptional(),
  reasonLabel: word.exactOptional(),
  note: quote.exactOptional(),
  gold: word.exactOptional(),
  created: word,
  modified: word.exactOptional(),
  rest,
})
const OpaqueEntry = z.strictObject({ id: word, json: quote })

const single = [
  z.strictObject({ kind: z.literal('put'), annotation: Annotation }),
  z.strictObject({ kind: z.literal('remove'), id: word }),
  z.strictObject({ kind: z.literal('putLink'), link: Link }),
  z.strictObject({ kind: z.literal('removeLink'), id: word }),
  z.strictObject({ kind: z.literal('putUnplaced'), unplaced: Unplaced }),
  z.strictObject({ kind: z.literal('removeUnplaced'), id: word }),
  z.strictObject({ kind: z.literal('putComment'), comment: z.union([Comment, OpaqueEntry]) }),
  z.strictObject({ kind: z.literal('removeComment'), id: word }),
  z.strictObject({ kind: z.literal('putVerdict'), verdict: z.union([Verdict, OpaqueEntry]) }),
  z.strictObject({ kind: z.literal('removeVerdict'), id: word }),
  z.strictObject({ kind: z.literal('status'), status: z.enum(['in-progress', 'done', 'adjudicated']) }),
] as const

/** Edits nest one level only: an `all` holds plain edits, as the window makes them. */
export const Edit = z.union([
  ...single,
  z.strictObject({ kind: z.literal('all'), edits: z.array(z.union(single)).max(200_000) }),
])

const zoneEdit = z.strictObject({
  kind: z.literal('zone'),
  span: Span,
  quote: z.string().max(64),
  zone: Zone.nullable(),
})
const factsEdits = [
  zoneEdit,
  z
    .strictObject({ kind: z.literal('field'), name: z.enum(fieldNames), to: Field.nullable() })
    .refine(({ name, to }) => to === null || isFieldValue(name, to.value)),
  z.strictObject({ kind: z.literal('encoding'), encoding: z.enum(encodingNames).nullable() }),
] as const
export const FactsEdit = z.union([
  ...factsEdits,
  z.strictObject({ kind: z.literal('all'), edits: z.array(z.union(factsEdits)).max(200_000) }),
])

/** What a sync service left of an article's file that was changed in two places. */
export const Copy = z.strictObject({
  ticket: Ticket,
  /** Of the file, which lies beside the article, or beside the project. */
  name: z.string().max(1000),
  by: z.enum(copyMakers),
  /** The person's own annotations, what the article's paragraphs are, or the project. */
  of: z.enum(['layer', 'facts', 'project']),
  /** Whether the person has dealt with it as it stands. */
  isSettled: z.boolean(),
})

const count = z.int().nonnegative()
/** What merging a copy of the person's layer comes to. */
export const LookedAtCopy = z.strictObject({
  /** Which content of the copy was looked at. */
  content: z.string().max(64),
  /** The edit that merges it, as the JSON text of an `Edit`; null while something is undecided, or where nothing is to be done. */
  edit: z.string().nullable(),
  /** What becomes of annotations, how many links, comments and verdicts change, and whether the progress does. */
  changes: z.strictObject({
    ...{ added: count, changed: count, removed: count, links: count, comments: count, verdicts: count },
    progress: z.boolean(),
  }),
  /** What the person has to decide: the JSON text of an array of `ShownContradiction`. */
  contradictions: z.string(),
  /** Who made it, where it may not be the person themselves. */
  madeBy: z.string().max(1000).nullable(),
})

/** What is known of one article without opening it. */
export const ArticleRow = z.strictObject({
  ticket: Ticket,
  /** Inside the workspace, with `/`. */
  path: z.string().max(4096),
  bytes: z.number().nonnegative(),
  /** Why it can't be opened; null for one that can. */
  problem: Notice.nullable(),
  /** What follows is the index's and comes later; null until then. */
  known: z
    .strictObject({
      title: z.string().max(LONGEST_FIELD),
      /** Their values alone. */
      fields: z.partialRecord(z.enum(listedFields), z.string().max(LONGEST_FIELD)),
      words: z.int().nonnegative(),
      /** Of the person's own layer; null without one. */
      status: z.enum(['in-progress', 'done', 'adjudicated']).nullable(),
      /** The person's own annotations by tag, those in boilerplate apart. */
      counts: z.record(word, z.int().nonnegative()),
      inBoilerplate: z.int().nonnegative(),
      unplaced: z.int().nonnegative(),
      /** Whose layers there are, the person's own included. */
      layers: z.array(z.string().max(64)).max(1000),
    })
    .nullable(),
  /** Left out where there are none. */
  copies: z.array(Copy).exactOptional(),
})

/** What couldn't be read: an article, or in it the layer of an annotator. */
export const Unread = z.strictObject({ article: Ticket, annotator: z.string().max(64).nullable() })

/** Layers whose article is gone while an article with the same bytes has none: they may follow it. */
export const Stray = z.strictObject({
  ticket: Ticket,
  was: z.string().max(4096),
  is: z.string().max(4096),
  annotators: z.array(z.string().max(64)).min(1).max(1000),
})

const retired = z.literal(true).exactOptional()
export const Tag = z.strictObject({
  id: word,
  label: word,
  key: z.string().max(1),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  mark: z.enum(['brace', 'solid', 'double', 'dotted', 'wavy']),
  guidance: value,
  examples: z.array(value).max(100).default([]),
  snap: z.array(z.enum(snapRules)).max(snapRules.length).default([]),
  entityKinds: z.array(word).max(100).default([]),
  meaningChanged: word.exactOptional(),
  mergedInto: word.exactOptional(),
  retired,
})
const Choice = z.strictObject({ id: word, label: word, mergedInto: word.exactOptional(), retired })
const attribute = {
  id: word,
  label: word,
  kind: z.enum(['choice', 'several', 'yes-no', 'number', 'date', 'text']),
  choices: z.array(Choice).max(1000),
  key: z.string().max(1),
  guidance: value,
}
export const Codebook = z.strictObject({
  id: word,
  version: z.int().positive(),
  tags: z.array(Tag).min(1).max(200),
  attributes: z
    .array(
      z.strictObject({ ...attribute, tag: word, folded: z.boolean(), meaningChanged: word.exactOptional(), retired }),
    )
    .max(2000),
  links: z
    .array(
      z.strictObject({
        id: word,
        label: word,
        from: z.array(word).max(200),
        to: z.array(word).max(200),
        attributes: z.array(z.strictObject(attribute)).max(100),
        guidance: value.exactOptional(),
        retired,
      }),
    )
    .max(500),
  reasons: z
    .array(z.strictObject({ id: word, label: word, guidance: value.exactOptional(), retired }))
    .max(500)
    .exactOptional(),
  rulesOff: z.array(word).max(200).default([]),
})

const fieldName = z
  .string()
  .min(1)
  .max(200)
  .refine(name => !isReserved(name), 'a name that can be kept')
const setEdit = z.strictObject({
  kind: z.literal('set'),
  of: z.enum([...collections, 'codebook']),
  id: word,
  fields: z.record(
    fieldName,
    z.custom<Json>(value => isJson(value, MAX_FIELD_DEPTH)),
  ),
  at: offset.exactOptional(),
  nulls: z.array(fieldName).max(1000).exactOptional(),
})
const dropEdit = z.strictObject({ kind: z.literal('drop'), of: z.enum(collections), id: word })
/** Edits of the project nest one level only. Whether they leave a project behind is checked when they are made. */
export const ProjectEdit = z.union([
  setEdit,
  dropEdit,
  z.strictObject({ kind: z.literal('all'), edits: z.array(z.union([setEdit, dropEdit])).max(200_000) }),
])

/** What the workspaces seal that this one lies in: the JSON text of an array of `SealedProject`; left out where that is nothing. */
export const SealedAround = z.string().exactOptional()

export const Workspace = z.strictObject({
  ticket: Ticket,
  name: z.string().max(1000),
  /** Whether it is the copy of the sample that Stet made. */
  sample: z.boolean(),
  /** On which layers the person works here; left out for their own. */
  worksOn: WorkedOn.exactOptional(),
  articles: z.array(ArticleRow),
  strays: z.array(Stray),
  /** What sync services left of the project file; left out where there is nothing. */
  copies: z.array(Copy).exactOptional(),
  /** What is wrong with the workspace itself: folders that can't be read, a damaged stet.json. */
  problems: z.array(Notice),
  /** The project as JSON text: the codebook where it has one of its own, the register, the people. See `Project`. */
  project: z.string(),
  /** Why the project can't be changed; null where it can. */
  projectProblem: Notice.nullable(),
  sealedAround: SealedAround,
  /** What was changed here and by somebody else when the project was opened: the JSON text of an array of `Contradiction`. */
  contradictions: z.string(),
  /** Where the person was: an article and the UTF-16 offset at the top of the page. */
  place: z.strictObject({ article: Ticket, offset }).nullable(),
})

/** What the pane below the text can show. */
export const drawers = ['problems', 'search', 'history', 'placing', 'merge', 'discussion', 'review'] as const

export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.enum(['small', 'medium', 'large']),
  language: z.enum(languages),
  singleKeys: z.boolean(),
  /** The keys that the person changed, by command. */
  keys: z.record(z.string().max(64), z.array(z.string().max(40)).max(MOST_KEYS)),
  /** How much larger than usual the whole window is drawn; text has sizes of its own besides. */
  zoom: z.number().min(1).max(3),
  /** Whether every article is mounted whole, for those who hear it; null: where assistive technology is on. */
  whole: z.boolean().nullable(),
  articles: z.boolean(),
  inspector: z.boolean(),
  /** Widths of the panes in CSS pixels. */
  articlesWidth: z.number().min(160).max(800),
  inspectorWidth: z.number().min(200).max(800),
  /** What the pane below the text shows; null while it is closed. */
  drawer: z.enum(drawers).nullable(),
  /** Of the pane below, in CSS pixels, for each thing that it shows. */
  drawerHeights: z.object(
    Object.fromEntries(drawers.map(one => [one, z.number().min(80).max(2000)])) as Record<
      (typeof drawers)[number],
      z.ZodNumber
    >,
  ),
})

const Fields = z.partialRecord(z.enum(fieldNames), Field)

export const Opened = z.strictObject({
  ticket: Ticket,
  text: z.string(),
  /** [end, zone, by] of each block in order, what the reader said of one by a person, and its form, as JSON: one string crosses the bridge faster than many objects. */
  blocks: z.string(),
  title: z.string(),
  /** What the file says of the article beside its text, and what was said of it besides. */
  found: Fields,
  fields: Fields,
  encoding: z.string().max(64),
  encodingBy: z.enum(['mark', 'valid', 'declared', 'detected', 'person']),
  /** The encoding that a person chose, which may be none that is known here; null where nobody did. */
  encodingChosen: z.string().max(64).nullable(),
  /** Whether a person may choose another. */
  hasEncoding: z.boolean(),
  invalidBytes: z.int().nonnegative(),
  /** Their numbers, from 1. */
  pagesWithoutText: z.array(z.int().positive()),
  /** Characters that nobody sees unless they are marked. */
  unseen: z.int().nonnegative(),
  lineEnds: z.enum(['none', 'LF', 'CR LF', 'CR', 'mixed']),
  /** Which of the words for kinds of archives names what it is, where it holds many articles. */
  holdsMany: z.string().max(64).exactOptional(),
  /** Why zones can't be corrected here; null where they can. */
  factsProblem: Notice.nullable(),
  /** Blocks that were said to be something else here and by somebody else; null for what the reader said. Ours is kept. */
  zonesContradicted: z.array(
    z.strictObject({ start: offset, end: offset, quote: z.string(), ours: Zone.nullable(), theirs: Zone.nullable() }),
  ),
  /** The same of fields, and of the encoding. */
  saidContradicted: z.array(
    z.union([
      z.strictObject({ name: z.enum(fieldNames), ours: Field.nullable(), theirs: Field.nullable() }),
      z.strictObject({
        name: z.literal('encoding'),
        ours: z.string().max(64).nullable(),
        theirs: z.string().max(64).nullable(),
      }),
    ]),
  ),
  /** UTF-16 offset at the top of the page when the article was last left. */
  offset,
  /** The person's annotations around there, as the JSON text of an array: to be shown until the layer has come. */
  glimpse: z.string(),
})

/** Who has a layer open for writing. */
export const Holder = z.strictObject({
  /** `window`: another of this program; `program`: another Stet on this computer; `computer`: one on another. */
  where: z.enum(['window', 'program', 'computer']),
  /** The name of the other computer; '' where it isn't known. */
  computer: z.string().max(200),
  /** ISO 8601. */
  since: z.iso.datetime(),
  /** Whether nobody can know from here that it is still at work: then a person may say that it isn't. */
  mayBeGone: z.boolean(),
})

export const LayerHead = z.strictObject({
  /** `write`: the person's own; `read`: why not is in `problem`. */
  access: z.enum(['write', 'read']),
  problem: Notice.nullable(),
  /** Where the problem is that somebody else has it. */
  holder: Holder.nullable(),
  revision: z.int().nonnegative(),
  status: z.enum(['in-progress', 'done', 'adjudicated']),
  /** What changed on the way in, for a person to know: annotations that were carried over a changed text. */
  moved: z.int().nonnegative(),
  /** False where there was no time to look for all of them in the changed text: of the unplaced, some may stand in it. */
  isPlacedWhole: z.boolean(),
  annotations: z.int().nonnegative(),
  /** UTF-16 start of the first annotation of each piece, in order. */
  pieces: z.array(offset),
  /** Links, unplaced annotations, comments and verdicts, as JSON text; of the last two, those that can only be carried too. */
  links: z.string(),
  unplaced: z.string(),
  comments: z.string(),
  verdicts: z.string(),
  /** What a person has to decide before the layer may be changed: `ShownContradiction[]` as JSON text. */
  contradictions: z.string(),
})

/** What a person decided between two versions of a layer. */
export const Decision = z.strictObject({
  of: z.enum([...mergedCollections, 'layer']),
  /** '' for the layer itself. */
  id: value,
  /** '' where one side took the whole entry away. */
  field: value,
  side: z.enum(['ours', 'theirs']),
})

/** What is told of a layer's histories before their moments come. */
export const PastHead = z.strictObject({
  pieces: z.int().nonnegative(),
  moments: z.int().nonnegative(),
  /** What this device is called in its histories. */
  device: z.string().max(64),
  /** Bytes of the history that this device writes now. */
  bytes: z.int().nonnegative(),
  /** Histories that couldn't be read, or were too much to read. */
  unread: z.int().nonnegative(),
})

/** A history that was shortened, or would be: its bytes, single steps that are told no more, versions and edits that are kept. */
export const ShorterHistory = z.strictObject({
  before: z.int().nonnegative(),
  after: z.int().nonnegative(),
  dropped: z.int().nonnegative(),
  versions: z.int().nonnegative(),
  kept: z.int().nonnegative(),
})

/** What the status line says about saving. */
export const Saving = z.strictObject({
  /** The ticket of an article, or of the workspace where it is the project that is saved. */
  article: Ticket,
  /** Edits that are durable, counted since the article was opened. */
  durable: z.int().nonnegative(),
  /** Whether the sidecar holds all of them. */
  checkpointed: z.boolean(),
  problem: Notice.nullable(),
})

export const Circumstance = z.strictObject({
  runtime: z.enum(['official', 'fallback', 'override']),
  electron: z.string().max(64),
  sandbox: z.boolean(),
  platform: z.enum(['mac', 'other']),
})

const day = z.string().regex(/^\d{4}(-\d\d(-\d\d(T[\d:.]+Z?)?)?)?$/)

/** What is searched for; `shared/search/query.ts` says what each part means. */
export const Query = z.strictObject({
  words: z.string().max(MAX_VALUE_CHARACTERS),
  matchCase: z.boolean(),
  diacritics: z.boolean(),
  wholeWord: z.boolean(),
  regex: z.boolean(),
  what: z.enum(searched),
  tags: z.array(word).max(1000),
  attributes: z
    .array(
      z.strictObject({
        ...{ tag: word, id: word, value: z.union([value, z.number(), z.boolean(), z.null()]) },
        how: z.enum(waysToAsk).exactOptional(),
      }),
    )
    .max(1000),
  entities: z.array(word).max(100_000),
  annotators: z.array(word).max(1000),
  zones: z.array(Zone).max(zones.length),
  from: day.exactOptional(),
  to: day.exactOptional(),
})

/** What somebody searched for last in a workspace, and words searched for before, the last ones first. */
export const KeptSearch = z.strictObject({
  query: Query,
  scope: z.enum(searchScopes),
  recent: z.array(z.string().max(MAX_VALUE_CHARACTERS)).max(MAX_RECENT_SEARCHES),
})

/** A comment that is being written, and in whose layer it is to stand. */
export const KeptDraft = z.strictObject({
  article: Ticket,
  layer: z.string().max(64),
  on: CommentTarget,
  kind: z.enum(commentKinds),
  text: z.string().max(MAX_DRAFT_CHARACTERS),
  thread: word.nullable(),
  changes: word.nullable(),
})

/** A problem that an annotator said is right as it is; `key` is a finding's, with its words where it has no annotation. */
export const RightAsIs = z.strictObject({
  article: Ticket,
  annotator: z.string().max(64),
  key: z.string().max(300),
})

/** What a window calls a search, or a change of many articles, of its own: unique while that is under way. Names a file too. */
export const WorkName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

export const Scope = z.union([
  z.strictObject({ kind: z.literal('article'), article: Ticket }),
  z.strictObject({ kind: z.literal('articles'), articles: z.array(Ticket).max(MAX_ARTICLES) }),
  z.strictObject({ kind: z.literal('workspace') }),
])

/**
 * An edit among thousands. That it is one is checked by whoever takes it up, an
 * article at a time: checking all at once would hold the desktop up.
 */
const oneOfMany = z.custom<LayerEdit>(thing => typeof thing === 'object' && thing !== null)

/**
 * One article's part in a change of many. `seen` is an edit that leaves things
 * as they were seen where this was made (for an undo: what it takes back); null
 * where it puts only what wasn't there. Where the layer is otherwise by now,
 * nothing is changed.
 */
const BulkChange = z.strictObject({ article: Ticket, edit: oneOfMany, seen: oneOfMany.nullable() })
export const BulkChanges = z.array(BulkChange)
/** Pieces of things that may be thousands, as `inPieces` makes them: checked by whoever takes them up, a piece at a time. */
export const Pieces = z.array(z.string().max(64 * 1024 * 1024)).max(MAX_ARTICLES)
export const BulkRefused = z.strictObject({ article: Ticket, problem: Notice })

/** What is in a piece of `layers.record`. */
export type BulkChange = z.infer<typeof BulkChange>
/** What was done to one article of many, by its undo. */
export interface BulkDone {
  readonly article: string
  readonly undo: LayerEdit
}
