import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { Span } from '../../../shared/annotation/span.ts'

/** A stretch of text that the same annotations cover. */
export interface Cut extends Span {
  readonly covering: readonly {
    readonly annotation: Annotation /** Its first word stands here. */
    readonly begins: boolean
  }[]
}

/** Cuts a stretch of text wherever an annotation begins or ends in it. What touches and nests becomes a row of stretches. */
export function cutsOf({ start, end }: Span, annotations: readonly Annotation[]): Cut[] {
  // The larger before what lies in it.
  const here = annotations
    .filter(({ spans }) => spans.some(span => span.end > start && span.start < end))
    .sort((one, other) => one.spans[0]!.start - other.spans[0]!.start || endOf(other) - endOf(one))
  const edges = new Set([start, end])
  for (const { spans } of here) {
    for (const span of spans) for (const edge of [span.start, span.end]) if (edge > start && edge < end) edges.add(edge)
  }
  const sorted = [...edges].sort((one, other) => one - other)
  return sorted.slice(1).map((to, i) => {
    const from = sorted[i]!
    return {
      start: from,
      end: to,
      covering: here
        .filter(({ spans }) => spans.some(span => span.start < to && span.end > from))
        .map(annotation => ({ annotation, begins: annotation.spans[0]!.start === from })),
    }
  })
}

function endOf({ spans }: Annotation): number {
  return spans.at(-1)!.end
}
