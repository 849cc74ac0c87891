import type { Span } from './span.ts'

/**
 * A span that knows its words: enough of the text to find it again after the
 * text changed, and to notice when it did. `before` and `after` hold at most
 * 32 code points. Offsets are UTF-16.
 */
export interface Anchor extends Span {
  readonly quote: string
  readonly before: string
  readonly after: string
  readonly rest?: Rest
}

/**
 * The keys of a file's object that this version doesn't know, as the JSON text
 * of one object, digit for digit. It travels with the thing it came from (over
 * the bridge, through undo, into the history) and is written back unchanged.
 */
export type Rest = string

/** A value that this version can't edit (an object, `null`, a number such as `1.50`), kept as its JSON text. */
export interface OpaqueValue {
  readonly json: string
}

export type AttributeValue = string | boolean | number | readonly string[] | OpaqueValue
export type Attributes = Readonly<Record<string, AttributeValue>>

/** Where an annotation comes from. `kind` is manual, suggested, imported or adjudicated; the rest is carried as it came. */
export interface Origin {
  readonly kind: string
  readonly rest?: Rest
}

/**
 * Where an annotation stood before a changed text carried it elsewhere: the text
 * by its hash, and where each span began in it, in **code points**. It stays
 * until a person has seen where the annotation stands now.
 */
export interface Carried {
  readonly textSha256: string
  readonly starts: readonly number[]
  readonly rest?: Rest
}

/** What one annotator wrote down of one place: identity by `id`, never by position. */
export interface Annotation {
  readonly id: string
  /** The id of a tag in the codebook. */
  readonly tag: string
  /** At least one, sorted, none overlapping another; more than one is a discontinuous annotation. */
  readonly spans: readonly Anchor[]
  readonly attributes: Attributes
  readonly entity?: string
  readonly note?: string
  readonly origin: Origin
  readonly carriedFrom?: Carried
  /** ISO 8601, in UTC. */
  readonly created: string
  readonly modified: string
  readonly rest?: Rest
}

/** Why an annotation has no place in the present text. */
export type Placement = 'lost' | 'ambiguous' | 'changed'

/**
 * An annotation whose words could not be found for certain. Its offsets are
 * **code points of the text with hash `textSha256`**, as in the file, for that
 * text is not at hand.
 */
export interface Unplaced extends Annotation {
  readonly placement: Placement
  readonly textSha256: string
}

/** What a link points at: an annotation of this layer, an entity of the project, or the article's own voice. */
export type LinkEnd =
  | { readonly annotation: string; readonly rest?: Rest }
  | { readonly entity: string; readonly rest?: Rest }
  | { readonly author: true; readonly rest?: Rest }

/** A typed, directed relation from an annotation. */
export interface Link {
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: LinkEnd
  readonly attributes: Attributes
  /** The words that tell of the relation ("said", "according to"). */
  readonly cue?: Anchor
  readonly rest?: Rest
}

export type Status = 'in-progress' | 'done' | 'adjudicated'

/** The extent of an annotation from its first character to its last. */
export function extent({ spans }: Pick<Annotation, 'spans'>): Span {
  return { start: spans[0]!.start, end: spans.at(-1)!.end }
}

/** The words of an annotation; the parts of a discontinuous one are joined by an ellipsis. */
export function quoteOf({ spans }: Pick<Annotation, 'spans'>): string {
  return spans.map(span => span.quote).join(' … ')
}
