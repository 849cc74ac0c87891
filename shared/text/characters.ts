import type { Span } from '../annotation/span.ts'
import { stretchAround } from './stretch.ts'

/**
 * What a person takes for one character: a letter with its accents, an emoji
 * with its skin, a flag, CR with LF. All offsets are UTF-16, and each question
 * reads at most a few thousand units of the text, however long its line.
 */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Where the character at (or around) `offset` ends; the text's length at its end. */
export function graphemeAfter(text: string, offset: number): number {
  return graphemeAt(text, offset)?.end ?? text.length
}

/** Where the character before (or around) `offset` starts; 0 at the start of the text. */
export function graphemeBefore(text: string, offset: number): number {
  return graphemeAt(text, offset - 1)?.start ?? 0
}

/** The span widened until it cuts no character in two. An empty span stays empty, before the character it split. */
export function snapToGraphemes(text: string, { start, end }: Span): Span {
  const wholeStart = graphemeAt(text, start)?.start ?? start
  if (start === end) return { start: wholeStart, end: wholeStart }
  return { start: wholeStart, end: graphemeAt(text, end - 1)?.end ?? end }
}

/**
 * The span without the white space at its ends, or null if nothing is left.
 * No-break spaces, byte order marks and zero-width spaces are white space; one
 * that carries an accent is a character and stays.
 */
export function trimSpace(text: string, { start, end }: Span): Span | null {
  let from = start
  let to = end
  while (from < to && isSpace(text, from)) from++
  while (to > from && isSpace(text, to - 1)) to--
  return from < to ? { start: from, end: to } : null
}

const space = /[\s\u200b\u2060\ufeff]/
const carried = /[\p{M}\u200d]/u

function isSpace(text: string, at: number): boolean {
  if (!space.test(text.charAt(at))) return false
  const next = text.codePointAt(at + 1)
  // Nothing combines with a control: an accent after a line end, a byte order mark or a zero-width space stands alone.
  return next === undefined || controls.test(text.charAt(at)) || !carried.test(String.fromCodePoint(next))
}

const controls = /[\0-\x1f\u2028\u2029\u200b\u2060\ufeff]/

/** The character that holds the unit at `offset`. */
function graphemeAt(text: string, offset: number): Span | undefined {
  if (offset < 0 || offset >= text.length) return undefined
  const stretch = stretchAround(text, offset)
  const found = graphemes.segment(text.slice(stretch.start, stretch.end)).containing(offset - stretch.start)
  if (!found) return undefined
  const start = stretch.start + found.index
  return { start, end: start + found.segment.length }
}
