import type { Span } from '../annotation/span.ts'
import { MAX_LINES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'

/**
 * The lines of a text, each with its line end: LF, CR LF or a lone CR. Other
 * separators (U+2028, vertical tab, form feed) end none, as in editors and in
 * Python's universal newlines. The lines' texts in order are the text; a text
 * that ends with a line end has no empty line after it. Offsets are UTF-16.
 * Throws a Problem where there are more than MAX_LINES.
 */
export function lineSpans(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  let lineFeed = text.indexOf('\n')
  let carriageReturn = text.indexOf('\r')
  while (lineFeed !== -1 || carriageReturn !== -1) {
    // The one that comes first ends the line; a CR just before the LF goes with it.
    const returnsFirst = carriageReturn !== -1 && (lineFeed === -1 || carriageReturn < lineFeed)
    const last = returnsFirst && lineFeed !== carriageReturn + 1 ? carriageReturn : lineFeed
    const end = last + 1
    lines.push({ start, end })
    if (lines.length > MAX_LINES) throw new Problem('too-large', `The text has more than ${MAX_LINES} lines.`)
    start = end
    if (lineFeed !== -1 && lineFeed < end) lineFeed = text.indexOf('\n', end)
    if (carriageReturn !== -1 && carriageReturn < end) carriageReturn = text.indexOf('\r', end)
  }
  if (start < text.length) lines.push({ start, end: text.length })
  return lines
}

/** Whether a line holds nothing but white space, a byte order mark or zero-width spaces. */
export function isBlank(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (!blank.test(text.charAt(at))) return false
  return true
}

const blank = /[\s\u200b\u2060\ufeff]/
