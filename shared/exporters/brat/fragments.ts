import type { Span } from '../../annotation/span.ts'

/** What ends a line for one reader of brat's files or another. */
const lineEnds = /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/g

/**
 * Spans as brat has them, none of which crosses the end of a line. Those that
 * hold nothing but ends of lines are left out, unless there is nothing else.
 * Offsets are UTF-16 of the text.
 */
export function brokenAtLineEnds(text: string, spans: readonly Span[]): readonly Span[] {
  const broken = spans.flatMap(({ start, end }) => {
    const pieces: Span[] = []
    let at = start
    for (const { index, 0: ends } of text.slice(start, end).matchAll(lineEnds)) {
      if (start + index > at) pieces.push({ start: at, end: start + index })
      at = start + index + ends.length
    }
    if (end > at) pieces.push({ start: at, end })
    return pieces
  })
  return broken.length > 0 ? broken : spans
}

/** The words of fragments as they end a line of brat's: with one space between them. */
export function wordsOfFragments(text: string, fragments: readonly Span[]): string {
  return fragments.map(({ start, end }) => text.slice(start, end).replace(lineEnds, ' ')).join(' ')
}

export function sameSpans(some: readonly Span[], others: readonly Span[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ start, end }, i) => start === others[i]!.start && end === others[i]!.end)
  )
}
