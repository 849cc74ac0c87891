import type { Span } from '../../annotation/span.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { makeRuler, type Unit } from '../../text/ruler.ts'
import type { AnnotationLine } from './annotationLines.ts'
import { brokenAtLineEnds, sameSpans } from './fragments.ts'
import { reckoningOf, standsThere, type TextBound } from './reckoning.ts'
import type { Side } from './sideFile.ts'
import type { Telling } from './telling.ts'

/** Words of the text that a line marks. */
export interface Place {
  readonly type: string
  /** UTF-16, sorted. */
  readonly spans: readonly Span[]
}

export interface PlacesReading {
  readonly text: string
  /** What offsets count, where it is known. */
  readonly unit?: Unit
  readonly side: Side
}

/** By id, what the T lines mark. What doesn't stand at its words is told. */
export function placesIn(
  lines: readonly AnnotationLine[],
  { text, unit, side }: PlacesReading,
  telling: Telling,
): Map<string, Place> {
  const bounds: TextBound[] = []
  for (const line of lines) telling.attempt(line, () => void bounds.push(boundOf(line)))
  const reckoning = reckoningOf(text, bounds, unit)
  if (reckoning.name !== '' && reckoning.name !== unit) telling.reckoned(bounds[0]!.file, reckoning.name)
  const unbroken = unbrokenIn(text, side)
  const places = new Map<string, Place>()
  for (const bound of bounds)
    telling.attempt(bound, () => {
      const spans = spansOf(bound, reckoning.toUtf16)
      const how = standsThere(text, bound, reckoning)
      if (how === null) throw new Untakeable('other-words', shortened(bound.words), shortened(wordsAt(text, spans)))
      const sorted = [...spans].sort((one, other) => one.start - other.start || one.end - other.end)
      if (sorted.some(({ start }, i) => i > 0 && start < sorted[i - 1]!.end))
        throw new Untakeable('malformed', shortened(bound.words), 'parts overlap')
      if (how === 'broken') telling.taken(bound, `lines ${bound.line}–${bound.more.at(-1)!.line}`)
      else {
        telling.strays(bound)
        if (sorted.some((span, i) => span !== spans[i])) telling.taken(bound, 'order of parts')
      }
      places.set(bound.id, { type: bound.type, spans: unbroken(bound, sorted) })
    })
  return places
}

/** Gives the spans that were broken at the ends of lines, where that is all that was done to them. */
function unbrokenIn(text: string, side: Side) {
  const ruler = makeRuler(text)
  return ({ file, id }: TextBound, fragments: readonly Span[]): readonly Span[] => {
    try {
      const known = side.spansOf(file, id)
      const spans = known?.map(([start, end]) => ({ start: ruler.toUtf16(start), end: ruler.toUtf16(end) }))
      return spans && sameSpans(brokenAtLineEnds(text, spans), fragments) ? spans : fragments
    } catch {
      // Changed since it was written, or bent: the annotation file counts.
      return fragments
    }
  }
}

function boundOf(line: AnnotationLine): TextBound {
  const [, type, places] = /^(.+?) +(\d+ \d+(?:;\d+ \d+)*)\s*$/.exec(line.body) ?? []
  if (!type || !places) throw new Untakeable('malformed', shortened(line.words))
  const spans = places.split(';').map(place => {
    const [start, end] = place.split(' ').map(Number) as [number, number]
    return { start, end }
  })
  if (spans.some(({ start, end }) => start > end)) throw new Untakeable('malformed', shortened(line.words))
  if (spans.some(({ start, end }) => start === end)) throw new Untakeable('no-words', shortened(line.words))
  return { ...line, type, places: spans }
}

function spansOf({ places, words }: TextBound, toUtf16: (place: number) => number): Span[] {
  try {
    return places.map(({ start, end }) => ({ start: toUtf16(start), end: toUtf16(end) }))
  } catch (error) {
    if (error instanceof RangeError) throw new Untakeable('outside-text', shortened(words))
    throw error
  }
}

const wordsAt = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' ')
