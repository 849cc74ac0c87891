import type { Span } from '../../annotation/span.ts'
import { makeRuler, type Unit } from '../../text/ruler.ts'
import type { AnnotationLine } from './annotationLines.ts'
import { wordsOfFragments } from './fragments.ts'

/** What the offsets of files count: brat's own count code points of the text as it is, files of other programs may not. */
export interface Reckoning {
  /** In a few words, for a report; '' for brat's own. */
  readonly name: string
  /** The UTF-16 offset of a place. Throws a RangeError where there is none. */
  readonly toUtf16: (place: number) => number
}

/** A line that marks words of the text. */
export interface TextBound extends AnnotationLine {
  readonly type: string
  /** As they stand in the file, in its own count. */
  readonly places: readonly Span[]
}

/** The reckoning in which the most annotations stand at their words; brat's own, or `unit`, unless another is better. */
export function reckoningOf(text: string, bounds: readonly TextBound[], unit: Unit = 'codepoint'): Reckoning {
  const all = reckonings(text, unit)
  const right = (reckoning: Reckoning) => bounds.filter(bound => standsThere(text, bound, reckoning) !== null).length
  let best = all[0]!
  let most = right(best)
  for (const other of all.slice(1)) {
    if (most === bounds.length) break
    const count = right(other)
    if (count > most) [best, most] = [other, count]
  }
  return best
}

/**
 * Where an annotation stands, its words being there: `whole`, or `broken` where
 * they go on in the lines that follow it in its file. White space counts for
 * nothing, and a line without words has none to compare. null where other words stand there, or none.
 */
export function standsThere(text: string, bound: TextBound, { toUtf16 }: Reckoning): 'whole' | 'broken' | null {
  try {
    const spans = bound.places.map(({ start, end }) => ({ start: toUtf16(start), end: toUtf16(end) }))
    if (bound.tail === '' && bound.more.length === 0) return 'whole'
    const there = bare(wordsOfFragments(text, spans))
    if (there === bare(bound.tail)) return 'whole'
    return there === bare([bound.tail, ...bound.more.map(({ words }) => words)].join('')) ? 'broken' : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const bare = (words: string) => words.replace(/[\s\v\f\x1c-\x1f\x85\ufeff]+/g, '')

function reckonings(text: string, known: Unit): Reckoning[] {
  const units = [known, ...(['codepoint', 'utf16', 'utf8'] as const).filter(unit => unit !== known)]
  const texts = [{ name: '', text, shift: (offset: number) => offset }]
  if (text.includes('\r\n')) texts.push(withShortLineEnds(text))
  if (text.startsWith('\ufeff')) texts.push({ name: 'no mark', text: text.slice(1), shift: offset => offset + 1 })
  return texts.flatMap(({ name, text, shift }) => {
    const ruler = makeRuler(text)
    return units.map(unit => ({
      name: [unit === 'codepoint' ? '' : unit, name].filter(Boolean).join(', '),
      toUtf16: (place: number) => shift(ruler.toUtf16(place, unit)),
    }))
  })
}

/** The text as programs see it that read CR LF as one character. */
function withShortLineEnds(text: string) {
  const ends = [...text.matchAll(/\r\n/g)].map(({ index }, i) => index - i)
  const shift = (offset: number) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! < offset) low = middle + 1
      else high = middle
    }
    return offset + low
  }
  return { name: 'CR LF as one', text: text.replace(/\r\n/g, '\n'), shift }
}
