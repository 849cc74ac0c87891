import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { Span } from '../../../shared/annotation/span.ts'

/** Those of the annotations that cover the character at `offset`, the smallest first. */
export function stackAt(annotations: readonly Annotation[], offset: number): Annotation[] {
  return annotations
    .filter(({ spans }) => spans.some(({ start, end }) => start <= offset && offset < end))
    .sort((one, other) => size(one.spans) - size(other.spans) || (one.id < other.id ? -1 : 1))
}

function size(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** Which of a stack a click chooses: the next larger one if one of it was chosen by a click on the same stack. */
export function nextOf(stack: readonly string[], chosen: string | null): string | undefined {
  const at = chosen === null ? -1 : stack.indexOf(chosen)
  return stack[(at + 1) % stack.length]
}
