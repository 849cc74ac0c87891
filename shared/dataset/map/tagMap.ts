import type { DatasetAttributes, DatasetValue } from '../dataset.ts'

/**
 * How what somebody else annotated becomes ours: tags, attributes with their
 * values, and types of links by name, and frames that become links. What a map
 * doesn't name stays as it is. It says nothing of articles, so that it can be
 * saved and used again; `mapFile.ts` is its file.
 */
export interface TagMap {
  readonly tags: Readonly<Record<string, TagRule>>
  readonly attributes: Readonly<Record<string, AttributeRule>>
  readonly links: Readonly<Record<string, LinkRule>>
  /** At most one for a tag. */
  readonly frames: readonly FrameRule[]
}

/** `drop` leaves out what has the name, and tells it. */
export type Drop = { readonly drop: true }

/** The tag that takes the place of another, and answers that are given with it where the annotation gives none: for several tags that become one. */
export type TagRule = Drop | { readonly to: string; readonly attributes?: DatasetAttributes }

/** The attribute that takes the place of another, and what its values become, by the words that they are written in; others stay. */
export type AttributeRule = Drop | { readonly to: string; readonly values?: Readonly<Record<string, DatasetValue>> }

/** The type that takes the place of another; `turned`: its ends change places. */
export type LinkRule = Drop | { readonly to: string; readonly turned?: true }

/**
 * A frame that becomes links: one from each annotation in the role `from` to
 * each in the role `to`, of the type `link`. The words of the role `cue` become
 * the link's cue, and the annotation that marked them goes; where nothing has
 * it, the trigger's words are the cue. The frame's answers become the link's.
 * A role with a number behind its name is the role.
 */
export interface FrameRule {
  /** The frame's tag. */
  readonly frame: string
  readonly link: string
  readonly from: string
  readonly to: string
  readonly cue?: string
  /** What becomes of a frame in which nothing has the role `to`. */
  readonly without: WithoutEnd
}

/** The article's own voice, or an entity of the register, is the end of the link; or there is none, and each annotation in the role `from` has these answers. Where nothing is said the frame is told. */
export type WithoutEnd =
  | { readonly to: 'author' }
  | { readonly to: { readonly entity: string } }
  | { readonly answers: DatasetAttributes }
  | null

export const emptyMap: TagMap = { tags: {}, attributes: {}, links: {}, frames: [] }

/** Why something isn't as it was, beside what the map says of its name. */
export const mappedWhys = [
  'dropped',
  'end-dropped',
  'about-dropped',
  'no-from',
  'no-to',
  'several-cues',
  'cue-in-parts',
  'role-left',
  'answer-left',
  'note-left',
  'entity-left',
] as const
/**
 * `dropped`: the map says so. `end-dropped`: a link, one of whose ends is gone.
 * `about-dropped`: a comment or a verdict, since what it is about is gone.
 * `no-from`, `no-to`: a frame without that role. `several-cues`: only the first
 * is the link's cue. `cue-in-parts`: only its first part is. `role-left`: a role
 * that the rule doesn't name. `answer-left`: another attribute became the same,
 * or there is no link to have it. `note-left`, `entity-left`: of a frame; links have none.
 */
export type MappedWhy = (typeof mappedWhys)[number]

/** What a map takes from an article, one at a time: nothing goes in silence. */
export interface MappedAway {
  readonly path: string
  readonly annotator: string
  readonly kind: 'annotation' | 'link' | 'remark'
  readonly id: string
  readonly why: MappedWhy
  /** The words, the value or the note that it is about. */
  readonly what: string
}
