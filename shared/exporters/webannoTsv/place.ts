import { makeRuler, type Unit } from '../../text/ruler.ts'
import type { TsvFile, TsvRow, TsvSentence } from './lines.ts'

/** The text that sentences make, and where each row stands in it, in UTF-16. */
export interface Placed {
  readonly text: string
  readonly at: ReadonlyMap<TsvRow, { readonly start: number; readonly end: number }>
  /** Rows whose words aren't those that stand at their place. */
  readonly strays: readonly TsvRow[]
}

/**
 * Sentences put where their first tokens say; of a gap between two of them
 * nothing is known but its length, so that it is a line's end and spaces. The
 * format counts UTF-16; where the words of its rows stand elsewhere, the unit
 * is taken in which most of them stand where they should.
 */
export function placed(file: TsvFile, unit: Unit | undefined): Placed {
  if (unit) return placedIn(file, unit)
  const inFormat = placedIn(file, 'utf16')
  if (inFormat.strays.length === 0) return inFormat
  const others = (['codepoint', 'utf8'] as const).map(other => placedIn(file, other))
  return [inFormat, ...others].reduce((best, one) => (one.strays.length < best.strays.length ? one : best))
}

function placedIn({ sentences }: TsvFile, unit: Unit): Placed {
  let text = ''
  let length = 0
  for (const sentence of sentences) {
    const gap = Math.min(startOf(sentence, unit) - length, MAX_GAP)
    const filled = gap > 0 ? `${text === '' ? ' ' : '\n'}${' '.repeat(gap - 1)}` : ''
    text += filled + sentence.text
    length += filled.length + lengthIn(sentence.text, unit)
  }
  const ruler = makeRuler(text)
  const at = new Map<TsvRow, { start: number; end: number }>()
  const strays: TsvRow[] = []
  for (const row of sentences.flatMap(({ rows }) => rows)) {
    const place = placeOf(row, (position: number) => ruler.toUtf16(position, unit))
    if (place && row.words.includes(text.slice(place.start, place.end))) at.set(row, place)
    else strays.push(row)
  }
  return { text, at, strays }
}

/** Sentences stand some characters apart; a gap of millions is a slip of an offset. */
const MAX_GAP = 1_000_000

/** Where a sentence begins: its first token does, unless white space stands before it. */
function startOf({ text, rows }: TsvSentence, unit: Unit): number {
  const first = rows[0]
  if (!first) return 0
  const begins = (words: string) => first.words.some(token => words.startsWith(token))
  if (begins(text)) return first.begin
  const before = text.slice(0, text.length - text.trimStart().length)
  return begins(text.trimStart()) ? first.begin - lengthIn(before, unit) : first.begin
}

function placeOf({ begin, end }: TsvRow, toUtf16: (position: number) => number) {
  try {
    return { start: toUtf16(begin), end: toUtf16(end) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function lengthIn(text: string, unit: Unit): number {
  return makeRuler(text).fromUtf16(text.length, unit)
}
