import { graphemeAfter, graphemeBefore, trimSpace } from '../text/characters.ts'
import { wordAfter, wordBefore } from '../text/words.ts'
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
  if (isSame) return annotation
  // Who puts an annotation on other words has seen where it stands.
  const { carriedFrom: _, ...seen } = annotation
  return { ...seen, spans: anchors }
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

/** The parts with the words of `span` among them; a part that it overlaps or touches grows by them. */
export function addSpan(spans: readonly Span[], span: Span): Span[] {
  return joined([...spans, span])
}

/** The parts without the one at `offset`; null where it is the only one, for an annotation keeps its last words. */
export function removePart(spans: readonly Span[], offset: number): Span[] | null {
  const at = partAt(spans, offset)
  return spans.length > 1 ? spans.filter((_, i) => i !== at) : null
}

/** The index of the part that a caret stands in or at; of the nearest where it stands between parts. */
export function partAt(spans: readonly Span[], offset: number): number {
  let nearest = 0
  let least = Number.POSITIVE_INFINITY
  spans.forEach(({ start, end }, i) => {
    const distance = Math.max(start - offset, offset - end, 0)
    if (distance < least) {
      least = distance
      nearest = i
    }
  })
  return nearest
}

export type NudgeUnit = 'word' | 'grapheme'

/**
 * The parts after one end of one of them (`part`; left out, the outer end of
 * all) has gone a word or a character on (`by` 1) or back (-1). By word an end
 * goes from end to end of words, a start from start to start; white space at an
 * end is passed over. Null where it can't go there: beyond the text, or so far
 * that the part would be empty, or would meet its neighbour.
 */
export function nudge(
  text: string,
  spans: readonly Span[],
  end: 'start' | 'end',
  by: 1 | -1,
  unit: NudgeUnit,
  part = end === 'start' ? 0 : spans.length - 1,
): Span[] | null {
  const was = spans[part]
  if (!was) return null
  const trimmed = trimSpace(text, { ...was, [end]: steps[unit][end](text, was[end], by) })
  if (!trimmed || Math.sign(trimmed[end] - was[end]) !== by) return null
  const now = { start: was.start, end: was.end, [end]: trimmed[end] }
  const floor = spans[part - 1]?.end ?? -1
  const ceiling = spans[part + 1]?.start ?? text.length + 1
  if (now.start <= floor || now.end >= ceiling) return null
  return spans.map((span, i) => (i === part ? now : span))
}

type Step = (text: string, at: number, by: 1 | -1) => number

const steps: Readonly<Record<NudgeUnit, Readonly<Record<'start' | 'end', Step>>>> = {
  word: {
    start: (text, at, by) => (by < 0 ? wordBefore(text, at) : wordStartAfter(text, at)),
    end: (text, at, by) => (by > 0 ? wordAfter(text, at) : wordEndBefore(text, at)),
  },
  grapheme: { start: character, end: character },
}

/** Where the first word begins that begins after `at`. */
function wordStartAfter(text: string, at: number): number {
  const past = wordAfter(text, at)
  const start = wordBefore(text, past)
  return start > at ? start : wordBefore(text, wordAfter(text, past))
}

/** Where the last word ends that ends before `at`. */
function wordEndBefore(text: string, at: number): number {
  const past = wordBefore(text, at)
  const end = wordAfter(text, past)
  return end < at ? end : wordAfter(text, wordBefore(text, past))
}

/** One character on or back, and on over white space. */
function character(text: string, from: number, by: 1 | -1): number {
  const step = by > 0 ? graphemeAfter : graphemeBefore
  let [was, now] = [from, step(text, from)]
  while (now !== was && trimSpace(text, { start: Math.min(was, now), end: Math.max(was, now) }) === null) {
    was = now
    now = step(text, was)
  }
  return now
}

/** What a file says beside the words of a part, in keys that we don't know, goes on with the part that it became. */
function anchorOf(was: readonly Anchor[], part: Span, text: string, count: number, i: number): Anchor {
  const kept = was.find(({ start, end }) => start === part.start && end === part.end)
  if (kept && stands(text, kept)) return kept
  const before = count === was.length ? was[i] : was.find(one => overlaps(one, part))
  const anchor = makeAnchor(text, part)
  return before?.rest === undefined ? anchor : { ...anchor, rest: before.rest }
}
