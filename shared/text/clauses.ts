import type { Span } from '../annotation/span.ts'
import { trimSpace } from './characters.ts'
import type { Quotation } from './quotations.ts'

/**
 * What parts clauses: a comma, semicolon or colon that a space follows (so not
 * the one in 50,000), those of Chinese, Japanese and Arabic, and dashes. The
 * closing mark after a comma goes with it.
 */
const breaks = /[,;:](?:["”’»]|(?=\s|$))|[，；：、،؛]|[—―]|\s(?:--?|–)\s/gu

/**
 * The clause around `span` in `within` (its sentence, or what of it is quoted),
 * without the white space around it. A break inside a quotation that doesn't
 * hold the span parts nothing: `quotations` are those nearby. UTF-16.
 */
export function clauseAround(text: string, span: Span, within: Span, quotations: readonly Quotation[]): Span {
  const parts = (from: number, to: number) =>
    [...text.slice(from, to).matchAll(breaks)]
      .map(({ 0: sign, index }) => ({ start: from + index, end: from + index + sign.length }))
      .filter(({ start, end }) => !quotations.some(one => one.start < start && end < one.end && !isIn(one, span)))
  const before = parts(within.start, Math.max(within.start, span.start)).at(-1)
  const after = parts(Math.min(within.end, span.end), within.end)[0]
  const clause = { start: before?.end ?? within.start, end: after ? endAt(text, after) : within.end }
  return trimSpace(text, clause) ?? span
}

function isIn({ inner }: Quotation, { start, end }: Span): boolean {
  return inner.start <= start && end <= inner.end
}

/** The mark after a comma closes a quotation of this clause; the comma alone isn't of it. */
function endAt(text: string, { start, end }: Span): number {
  return /["”’»]$/.test(text.slice(start, end)) ? end : start
}
