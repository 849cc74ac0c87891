import type { Span } from '../annotation/span.ts'
import { stretchAround } from './stretch.ts'

/** Where the character at (or around) `offset` ends, in UTF-16; the text's length at its end. */
export function graphemeAfter(text: string, offset: number): number {
  return graphemeAt(text, offset)?.end ?? text.length
}

/** Where the character before (or around) `offset` starts, in UTF-16; 0 at the start of the text. */
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

function isSpace(text: string, at: number): boolean {
  if (!space.test(text.charAt(at))) return false
  if (standsAlone(text, at - 1) && standsAlone(text, at + 1)) return true
  const held = graphemeAt(text, at)
  return held === undefined || /^[\s\u200b\u2060\ufeff]*$/.test(text.slice(held.start, held.end))
}

/** Whether the unit there surely isn't of one character with a white space: below U+0300 nothing joins one. */
function standsAlone(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return Number.isNaN(unit) || unit < 0x300 || space.test(text.charAt(at))
}

/**
 * What a person takes for one character: a letter with its accents, an emoji
 * with its skin, a flag, CR with LF.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Long enough for any stack of accents that is meant to be read. */
const CELL = 1024

function graphemeAt(text: string, offset: number): Span | undefined {
  if (offset < 0 || offset >= text.length) return undefined
  const stretch = stretchAround(text, offset, CELL)
  const found = segmenter.segment(text.slice(stretch.start, stretch.end)).containing(offset - stretch.start)
  if (!found) return undefined
  const start = stretch.start + found.index
  return { start, end: start + found.segment.length }
}
