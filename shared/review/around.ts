import type { Span } from '../annotation/span.ts'
import { wholeAtOrBefore } from '../text/surrogates.ts'

/** How much of the text is told on either side, in UTF-16 units: a line or so. */
const REACH = 80

/** The words before and after a place, no word cut where the text has spaces. `place` is UTF-16. */
export function around(text: string, { start, end }: Span): { readonly before: string; readonly after: string } {
  const from = wholeAtOrBefore(text, Math.max(0, start - REACH))
  const to = wholeAtOrBefore(text, Math.min(text.length, end + REACH))
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  return {
    before: from === 0 ? before : before.slice(before.search(/\s/u) + 1),
    after: to === text.length ? after : after.replace(/\s\S*$/u, ''),
  }
}
