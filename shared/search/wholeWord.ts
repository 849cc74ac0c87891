import type { Span } from '../annotation/span.ts'
import { stretchAround } from '../text/stretch.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
/** Longer than any word. */
const CELL = 1024

/**
 * Whether a span begins and ends where words do, by Unicode's rules and, in
 * Chinese, Japanese and Thai, by a dictionary. A hyphen or an apostrophe parts
 * words, so that "Trump" is a whole word of "Trump’s", and "homme" of "l’homme".
 */
export function isWholeWord(text: string, { start, end }: Span): boolean {
  return isWordEdge(text, start) && isWordEdge(text, end)
}

function isWordEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)]
  if (isLetter(before) && isLetter(after)) return false
  if (alwaysParts(before) || alwaysParts(after)) return true
  const stretch = stretchAround(text, offset, CELL)
  const found = segmenter.segment(text.slice(stretch.start, stretch.end)).containing(offset - stretch.start)
  return found === undefined || stretch.start + found.index === offset
}

/** A letter or digit that never ends a word before another one: the common case, which needs no dictionary. */
function isLetter(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f
  )
}

/** White space, apostrophes, and what else stands in no word. */
function alwaysParts(unit: number): boolean {
  return unit <= 0x20 || unit === 0x27 || unit === 0x2019 || unit === 0x2d
}
