import type { Span } from '../annotation/span.ts'
import { stretchAround } from './stretch.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
/** Longer than any word; a run of punctuation longer than this is crossed in more than one step. */
const CELL = 1024

/**
 * Where the caret lands one word onwards: at the end of the word at or after
 * `offset`, in UTF-16. Punctuation and white space are passed over.
 */
export function wordAfter(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  const stretch = stretchAround(text, offset, CELL)
  const segments = segmenter.segment(text.slice(stretch.start, stretch.end))
  let at = offset
  while (at < stretch.end) {
    const segment = segments.containing(at - stretch.start)
    if (!segment) break
    at = stretch.start + segment.index + segment.segment.length
    if (segment.isWordLike) return at
  }
  return at
}

/**
 * Where the caret lands one word back: at the start of the word before (or
 * around) `offset`, in UTF-16. Punctuation and white space are passed over.
 */
export function wordBefore(text: string, offset: number): number {
  if (offset <= 0) return 0
  const stretch = stretchAround(text, offset - 1, CELL)
  const segments = segmenter.segment(text.slice(stretch.start, stretch.end))
  let at = Math.min(offset, text.length)
  while (at > stretch.start) {
    const segment = segments.containing(at - 1 - stretch.start)
    if (!segment) break
    at = stretch.start + segment.index
    if (segment.isWordLike) return at
  }
  return at
}

/**
 * The word that `offset` (UTF-16) stands in or just after, as a double click
 * would take it; null between words.
 */
export function wordAt(text: string, offset: number): Span | null {
  return wordHolding(text, offset) ?? (offset > 0 ? wordHolding(text, offset - 1) : null)
}

/** The word that the character at `offset` (UTF-16) is of; null where it is of none. */
export function wordHolding(text: string, offset: number): Span | null {
  if (offset < 0 || offset >= text.length) return null
  const stretch = stretchAround(text, offset, CELL)
  const found = segmenter.segment(text.slice(stretch.start, stretch.end)).containing(offset - stretch.start)
  if (!found?.isWordLike) return null
  const start = stretch.start + found.index
  return { start, end: start + found.segment.length }
}
