import type { Difference } from '../agreement/differences.ts'
import type { Attributes } from '../annotation/annotation.ts'
import type { Span } from '../annotation/span.ts'
import type { Verdict } from '../annotation/verdict.ts'

/** A link of an annotation in a case, with the words at its other end. Offsets are UTF-16. */
export interface CaseLink {
  readonly id: string
  readonly type: string
  readonly attributes: Attributes
  readonly to:
    | { readonly annotation: string; readonly tag: string; readonly quote: string; readonly spans: readonly Span[] }
    | { readonly entity: string }
    | { readonly author: true }
  readonly cue?: Span
}

/** What one layer says at a place. Offsets are UTF-16 of the article's present text. */
export interface Opinion {
  /** The annotator in whose layer it stands. */
  readonly layer: string
  readonly annotation: string
  /** Of the layer's file. */
  readonly revision: number
  /** sha256 of what it says, its links too, whatever its ids are (`sayings`). */
  readonly says: string
  readonly tag: string
  readonly spans: readonly Span[]
  readonly quote: string
  readonly attributes: Attributes
  readonly entity?: string
  readonly note?: string
  readonly links: readonly CaseLink[]
}

/**
 * How opinions differ, the weightiest first. `only`: some of the layers say nothing here, or one layer alone is looked at.
 * `withdrawn`: something was decided on what nobody says any more (`withdrawn.ts`).
 */
export const caseKinds = [
  'only',
  'tag',
  'extent',
  'source',
  'event',
  'attribute',
  'entity',
  'link',
  'note',
  'same',
  'withdrawn',
] as const
export type CaseKind = (typeof caseKinds)[number]

/**
 * One place of an article of which several layers may say something: what each
 * says, in what they differ, and what a reviewer has decided.
 */
export interface Case {
  /** The same as long as the same annotations meet in it. */
  readonly id: string
  /** At least one; sorted as `caseKinds`. */
  readonly kinds: readonly CaseKind[]
  /** What the opinions of two layers differ in; pairs without a difference aren't told. */
  readonly differences: readonly {
    readonly a: string
    readonly b: string
    readonly differences: readonly Difference[]
  }[]
  /** At most one of a layer, sorted by the layer's id; none in what was withdrawn. */
  readonly opinions: readonly Opinion[]
  /** What the annotation said that was withdrawn, as far as it is known: without a place, and without links. */
  readonly was?: Opinion
  /** The chosen layers that have the article and say nothing here, sorted. */
  readonly silent: readonly string[]
  /** From the first character of any opinion to the last; of what was withdrawn, where gold has it: else empty. */
  readonly extent: Span
  /** The words around the extent. */
  readonly before: string
  readonly after: string
  /** How much depends on it (`weightOf`): the queue's order, the heaviest first. */
  readonly weight: number
  /** `stale`: decided once, and what was decided on isn't what it was (`stateOf`). */
  readonly state: 'open' | 'decided' | 'stale'
  /** The reviewer's verdicts on its opinions; of several on one the latest is the last, and counts. */
  readonly verdicts: readonly Verdict[]
  /** Ids of the annotations in gold that were made of it, sorted; only such as are there. */
  readonly gold: readonly string[]
}
