import type { Span } from '../../annotation/span.ts'
import { makeRuler, type Unit } from '../../text/ruler.ts'
import { sayable } from '../xml/writeXml.ts'
import type { BiocAnnotation, BiocDocument, BiocLocation, BiocPart } from './document.ts'

/** A document's text, put together of its parts by their offsets, and where places in it are. Offsets are UTF-16. */
export interface Layout {
  readonly text: string
  /** Of each part. */
  readonly spans: readonly Span[]
  /** A RangeError where there is no such place; `part` is the number of the one that the location stands in, -1 for none. */
  readonly place: (location: BiocLocation, part: number) => Span
}

interface Way {
  readonly unit: Unit
  /** Locations count from their passage or sentence, against the standard. */
  readonly isRelative: boolean
}

/** The layout in which most annotations stand at their words, or, where they don't say any, at least inside the text. */
export function layoutOf(document: BiocDocument, units: readonly Unit[]): Layout {
  const ways: Way[] = [
    ...units.map(unit => ({ unit, isRelative: false })),
    ...units.map(unit => ({ unit, isRelative: true })),
  ]
  let best: { readonly layout: Layout; readonly score: number } | null = null
  for (const way of ways) {
    const layout = laidOut(document.parts, way)
    const { score, isWhole } = scoreOf(layout, document)
    if (!best || score > best.score) best = { layout, score }
    if (isWhole) break
  }
  return best!.layout
}

function laidOut(parts: readonly BiocPart[], { unit, isRelative }: Way): Layout {
  let text = ''
  // A document that is a piece of another begins where that piece does.
  const base = parts[0]?.offset ?? 0
  let counted = base
  let isWhole = true
  const spans = parts.map(part => {
    const gap = part.offset - counted
    // Between passages lies what the document has there, a line's end or two; so much of it as the offsets say.
    if (gap > 0 && gap < MAX_GAP) text += `\n${' '.repeat(gap - 1)}`
    else if (gap !== 0) {
      isWhole = false
      text += text === '' ? '' : '\n'
    }
    const start = text.length
    text += part.text
    counted = part.offset + lengthIn(part.text, unit)
    return { start, end: text.length }
  })
  const ruler = makeRuler(text)
  const rulers = parts.map(part => makeRuler(part.text))
  const place = ({ offset, length }: BiocLocation, part: number) => {
    if (!isRelative && isWhole)
      return { start: ruler.toUtf16(offset - base, unit), end: ruler.toUtf16(offset - base + length, unit) }
    const span = spans[part]
    if (!span) throw new RangeError('A location that counts from nothing')
    const from = isRelative ? offset : offset - parts[part]!.offset
    const at = (position: number) => span.start + rulers[part]!.toUtf16(position, unit)
    return { start: at(from), end: at(from + length) }
  }
  return { text, spans, place }
}

/** Units that may lie between two passages; what lies further apart isn't filled up with nothing. */
const MAX_GAP = 1000

function lengthIn(text: string, unit: Unit): number {
  return makeRuler(text).fromUtf16(text.length, unit)
}

function scoreOf(layout: Layout, document: BiocDocument): { score: number; isWhole: boolean } {
  const all: [BiocAnnotation, number][] = [
    ...document.parts.flatMap((part, i) => part.annotations.map((one): [BiocAnnotation, number] => [one, i])),
    ...document.annotations.map((one): [BiocAnnotation, number] => [one, -1]),
  ]
  let score = 0
  for (const [one, part] of all) {
    try {
      const spans = one.locations.map(location => layout.place(location, part))
      const words = spans.map(({ start, end }) => layout.text.slice(start, end))
      const own = layout.spans[part] ?? { start: 0, end: layout.text.length }
      const isInside = spans.every(({ start, end }) => start >= own.start && end <= own.end)
      score += isSaid(words, one.text) ? 1_000 : isInside ? 1 : 0
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  return { score, isWhole: score === all.length * 1_000 }
}

/** Whether words of several stretches are those that an annotation says, whatever it puts between them, and in place of what XML can't say. */
export function isSaid(words: readonly string[], text: string): boolean {
  return [' … ', ' ', '', ' ... ', ';', ','].some(between => {
    const joined = words.join(between)
    return joined === text || sayable(joined) === text
  })
}
