/** A stretch of a text: half-open, in UTF-16 offsets, `start < end` unless it is a caret. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether two spans share at least one character. Spans that only touch don't. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** Whether `outer` holds all of `inner`. A span holds itself. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** What spans cover together: sorted, none sharing a character with another. Those that only touch stay two. */
export function asStretches(spans: Iterable<Span>): Span[] {
  const stretches: Span[] = []
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const before = stretches.at(-1)
    if (before && span.start < before.end)
      stretches[stretches.length - 1] = { start: before.start, end: Math.max(before.end, span.end) }
    else stretches.push(span)
  }
  return stretches
}

/**
 * The index of the one that `offset` stands in, of spans that follow each other
 * without a gap (blocks); the last one at the end of the text, -1 of none.
 */
export function indexAt(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return high < 0 ? -1 : low
}
