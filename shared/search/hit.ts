import { CONTEXT } from '../annotation/anchor.ts'
import type { Anchor, Annotation, Link, Unplaced } from '../annotation/annotation.ts'
import type { Zone } from '../article/article.ts'

/** How much of its surroundings a hit shows on either side, in code points. */
export const HIT_CONTEXT = 64

/** An annotation of the person's own that stands over a hit. */
export interface Covering {
  readonly id: string
  readonly tag: string
  readonly entity?: string
}

/**
 * One place that was found. Offsets are UTF-16 in the article's text, half-open.
 *
 * For a note, `quote`, `before` and `after` are the note's, and the offsets are
 * those of its annotation. What has no place in the present text stands at 0.
 */
export interface Hit {
  /** The article's ticket. */
  readonly article: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly before: string
  readonly after: string
  /** Of the block that the hit begins in. */
  readonly zone: Zone
  /** Whose annotation, note or link it is; left out for words of the text. */
  readonly annotator?: string
  readonly annotation?: Annotation
  readonly unplaced?: Unplaced
  readonly link?: Link
  /** When the article was written, as its dateline says it: of an article's first hit only, where that is known. */
  readonly written?: string
  /** The person's own annotations that share a character with the words of a text. */
  readonly covering: readonly Covering[]
}

/** The anchor of a hit's words, for an annotation that is to stand there. */
export function anchorOf({ start, end, quote, before, after }: Hit): Anchor {
  return {
    start,
    end,
    quote,
    before: [...before].slice(-CONTEXT).join(''),
    after: [...after].slice(0, CONTEXT).join(''),
  }
}
