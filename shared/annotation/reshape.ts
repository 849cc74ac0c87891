import { makeAnchor, stands } from './anchor.ts'
import type { Anchor, Annotation } from './annotation.ts'
import { overlaps, type Span } from './span.ts'

/**
 * The annotation on other words of the same text: fresh anchors at `spans`
 * (UTF-16, in any order), and everything else of it as it was, its identity
 * first. Parts that overlap or touch become one, empty ones vanish. Throws a
 * RangeError if nothing is left, for an annotation without words is none.
 * The very same annotation comes back where its spans are these already.
 */
export function withSpans(annotation: Annotation, text: string, spans: readonly Span[]): Annotation {
  const parts = joined(spans)
  if (parts.length === 0) throw new RangeError('An annotation must stand on words')
  const anchors = parts.map((part, i) => anchorOf(annotation.spans, part, text, parts.length, i))
  const isSame =
    anchors.length === annotation.spans.length && anchors.every((anchor, i) => anchor === annotation.spans[i])
  return isSame ? annotation : { ...annotation, spans: anchors }
}

/** Spans as the parts of one annotation: sorted, none empty, those that overlap or touch made one. */
export function joined(spans: readonly Span[]): Span[] {
  const parts: Span[] = []
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = parts.at(-1)
    if (start >= end) continue
    if (last && start <= last.end) parts[parts.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else parts.push({ start, end })
  }
  return parts
}

/** What a file says beside the words of a part, in keys that we don't know, goes on with the part that it became. */
function anchorOf(was: readonly Anchor[], part: Span, text: string, count: number, i: number): Anchor {
  const kept = was.find(({ start, end }) => start === part.start && end === part.end)
  if (kept && stands(text, kept)) return kept
  const before = count === was.length ? was[i] : was.find(one => overlaps(one, part))
  const anchor = makeAnchor(text, part)
  return before?.rest === undefined ? anchor : { ...anchor, rest: before.rest }
}
