import type { Annotation } from './annotation.ts'
import type { Span } from './span.ts'

/** Those of the annotations that cover the character at `offset`, the smallest first. */
export function stackAt(annotations: readonly Annotation[], offset: number): Annotation[] {
  return smallestFirst(
    annotations.filter(({ spans }) => spans.some(({ start, end }) => start <= offset && offset < end)),
  )
}

/** Those of the annotations that a caret at `offset` stands in, or at an end of, the smallest first. */
export function stackAround(annotations: readonly Annotation[], offset: number): Annotation[] {
  return smallestFirst(
    annotations.filter(({ spans }) => spans.some(({ start, end }) => start <= offset && offset <= end)),
  )
}

/** By how many characters they cover; of equals, by id, so that the order stays. */
export function smallestFirst(annotations: readonly Annotation[]): Annotation[] {
  return [...annotations].sort((one, other) => size(one.spans) - size(other.spans) || (one.id < other.id ? -1 : 1))
}

function size(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}
