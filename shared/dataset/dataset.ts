import type { Comment } from '../annotation/comment.ts'
import type { Span } from '../annotation/span.ts'
import type { Verdict } from '../annotation/verdict.ts'
import type { Zone } from '../article/article.ts'
import type { FieldName } from '../article/metadata.ts'
import type { Codebook } from '../codebook/codebook.ts'
import type { Entity } from '../project/entity.ts'

/**
 * The neutral dataset: what stands between Stet and every format. A format is
 * written from it and read into it, and what is lost on the way is found by
 * comparing two of it. Every offset in it is UTF-16 of the article's `text`.
 */
export interface DatasetHead {
  /** What the workspace is called. */
  readonly name: string
  readonly codebook: Pick<Codebook, 'id' | 'version' | 'tags' | 'attributes' | 'links'>
  /** The entities that annotations refer to, those that were merged into another left out. */
  readonly entities: readonly Entity[]
  /** Whose layers are in it, by id and as they are called; anonymous ones are `a1`, `a2`… without a name. */
  readonly annotators: readonly DatasetAnnotator[]
  /** The parts of a split in their order; empty where there is none. */
  readonly splits: readonly string[]
}

export interface DatasetAnnotator {
  readonly id: string
  readonly name?: string
}

/** One article with the layers that were asked for. */
export interface DatasetArticle {
  /** Inside the workspace, with `/`: what tells it from every other. */
  readonly path: string
  readonly text: string
  /** What is known of it; a field that nothing speaks for is left out. */
  readonly metadata: Readonly<Partial<Record<FieldName, string>>>
  /** Every block that isn't body. */
  readonly zones: readonly DatasetZone[]
  /** The part of a split that it is in. */
  readonly split?: string
  readonly layers: readonly DatasetLayer[]
}

export interface DatasetZone extends Span {
  readonly zone: Zone
}

/** What one annotator wrote down of one article. */
export interface DatasetLayer {
  readonly annotator: string
  readonly status?: 'in-progress' | 'done' | 'adjudicated'
  /** What its annotator wrote about anybody's work, and decided on annotations of others, without keys that Stet doesn't know; left out where there is none. */
  readonly comments?: readonly Comment[]
  readonly verdicts?: readonly Verdict[]
  /** How many of them stand in its file in a shape that isn't known: no dataset has those. */
  readonly unknownRemarks?: number
  /** That is all that stands in its file: whose it is hasn't annotated the article. */
  readonly onlyDiscusses?: true
  /** By place: first start, then end, then id. */
  readonly annotations: readonly DatasetAnnotation[]
  readonly links: readonly DatasetLink[]
}

/** An answer; several for a question that takes several. `json` is one that Stet itself can't edit, as JSON text. */
export type DatasetValue = string | number | boolean | readonly string[] | { readonly json: string }
export type DatasetAttributes = Readonly<Record<string, DatasetValue>>

/** Answers to be filled in, where a question may be called as anything: `__proto__` and `toString` are names like others. */
export function noAnswers(): Record<string, DatasetValue> {
  return Object.create(null)
}

export interface DatasetAnnotation {
  /** Unique in its layer. */
  readonly id: string
  readonly tag: string
  /** At least one, sorted, none overlapping another; more than one is a discontinuous annotation. */
  readonly spans: readonly Span[]
  readonly attributes: DatasetAttributes
  /** The id of an entity in the dataset's head. */
  readonly entity?: string
  readonly note?: string
  /** `frame`: it came as the trigger of an event, whose roles are links from it that came as roles. */
  readonly cameAs?: 'frame'
}

export interface DatasetLink {
  /** Unique in its layer, among its links. */
  readonly id: string
  readonly type: string
  /** The id of an annotation of the layer. */
  readonly from: string
  readonly to: { readonly annotation: string } | { readonly entity: string } | { readonly author: true }
  readonly attributes: DatasetAttributes
  /** The words that tell of it. */
  readonly cue?: Span
  readonly cameAs?: 'role'
}

/** The words of an annotation in its article; the parts of a discontinuous one with ` … ` between them. */
export function wordsOf(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' … ')
}

/** By first start, then last end, then id: the order in which annotations are written. */
export function byPlace(one: DatasetAnnotation, other: DatasetAnnotation): number {
  const start = one.spans[0]!.start - other.spans[0]!.start
  if (start !== 0) return start
  const end = one.spans.at(-1)!.end - other.spans.at(-1)!.end
  return end !== 0 ? end : one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
