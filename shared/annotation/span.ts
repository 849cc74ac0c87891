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
