import { splitsPair, wholeAtOrBefore } from './surrogates.ts'

/** How a tool counts positions in a text: Python and the W3C model count code points, brat and many formats bytes. */
export type Unit = 'codepoint' | 'utf8' | 'utf16'

/**
 * One text, three ways to count it.
 *
 * Inside the program a position is a UTF-16 offset; files and exports count
 * otherwise. A place that has no counterpart (inside a surrogate pair, inside
 * the bytes of a character, outside the text, not a whole number) throws a
 * RangeError and is never rounded.
 */
export interface Ruler {
  /** The code point position of a UTF-16 offset. */
  toCodePoint(offset: number): number
  /** The UTF-16 offset of a position counted in `unit`: code points, unless said otherwise. */
  toUtf16(position: number, unit?: Unit): number
  /** The position in `unit` (code points, unless said otherwise) of a UTF-16 offset. */
  fromUtf16(offset: number, unit?: Unit): number
}

/**
 * The ruler of one text. Making it costs nothing; the first question in a unit
 * reads the text once, each question afterwards walks at most 1,024 units.
 */
export function makeRuler(text: string): Ruler {
  const scales = new Map<Unit, Scale>()
  const scaleOf = (unit: Unit): Scale => {
    const known = scales.get(unit)
    if (known) return known
    const made = unit === 'utf16' || isCountedAlike(text, unit) ? identity(text) : makeScale(text, widths[unit])
    scales.set(unit, made)
    return made
  }

  return {
    toCodePoint: offset => scaleOf('codepoint').from(checked(text, offset)),
    fromUtf16: (offset, unit = 'codepoint') => scaleOf(unit).from(checked(text, offset)),
    toUtf16(position, unit = 'codepoint') {
      const offset = scaleOf(unit).to(position)
      if (offset === undefined) throw new RangeError(`No UTF-16 offset for ${unit} position ${position}`)
      return checked(text, offset)
    },
  }
}

/** Both ways between UTF-16 offsets (already checked) and the positions of one unit. */
interface Scale {
  from(offset: number): number
  to(position: number): number | undefined
}

const widths: Record<Exclude<Unit, 'utf16'>, (code: number) => number> = {
  codepoint: () => 1,
  // A lone surrogate is written as U+FFFD, which takes three bytes as well.
  utf8: code => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4),
}

function isCountedAlike(text: string, unit: 'codepoint' | 'utf8'): boolean {
  return !(unit === 'codepoint' ? /[\ud800-\udfff]/ : /[^\0-\x7f]/).test(text)
}

function identity(text: string): Scale {
  return { from: offset => offset, to: position => (position >= 0 && position <= text.length ? position : undefined) }
}

/** UTF-16 units from mark to mark: few enough to walk, enough that the marks of 64 MiB are a trifle. */
const STRIDE = 1024

/**
 * A mark every STRIDE units holds the position there (or just before, where
 * the mark would split a pair); the rest of the way is walked.
 */
function makeScale(text: string, widthOf: (code: number) => number): Scale {
  const marks = new Uint32Array(Math.floor(text.length / STRIDE) + 1)
  const placeOf = (mark: number) => wholeAtOrBefore(text, mark * STRIDE)

  for (let mark = 1; mark < marks.length; mark++) {
    let position = marks[mark - 1]!
    const end = placeOf(mark)
    for (let at = placeOf(mark - 1); at < end; ) {
      const code = text.codePointAt(at)!
      position += widthOf(code)
      at += code > 0xffff ? 2 : 1
    }
    marks[mark] = position
  }

  return {
    from(offset) {
      const mark = Math.floor(offset / STRIDE)
      let position = marks[mark]!
      for (let at = placeOf(mark); at < offset; ) {
        const code = text.codePointAt(at)!
        position += widthOf(code)
        at += code > 0xffff ? 2 : 1
      }
      return position
    },
    to(position) {
      const mark = lastAtOrBelow(marks, position)
      if (mark < 0) return undefined
      let walked = marks[mark]!
      let at = placeOf(mark)
      while (walked < position && at < text.length) {
        const code = text.codePointAt(at)!
        walked += widthOf(code)
        at += code > 0xffff ? 2 : 1
      }
      return walked === position ? at : undefined
    },
  }
}

function lastAtOrBelow(marks: Uint32Array, position: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]! <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}

function checked(text: string, offset: number): number {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length)
    throw new RangeError(`Offset ${offset} is outside a text of ${text.length} UTF-16 units`)
  if (splitsPair(text, offset)) throw new RangeError(`Offset ${offset} is inside a surrogate pair`)
  return offset
}
