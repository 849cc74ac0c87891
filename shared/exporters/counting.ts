import { makeRuler, type Unit } from '../text/ruler.ts'

/** How somebody's program counted the characters of a text, whatever its standard says. */
export interface Counting {
  readonly unit: Unit
  /** A line's end of CR LF counts as one character. */
  readonly isLineEndOne?: boolean
  /** A byte order mark that the text begins with isn't counted. */
  readonly isMarkLeftOut?: boolean
}

/** A stretch in somebody's counting, with the words that stand there by their account; undefined where they don't say. */
export interface Counted {
  readonly start: number
  readonly end: number
  readonly quote: string | undefined
}

/** The UTF-16 offset of a position; a RangeError where a text has no such place. */
export type Place = (position: number) => number

/** How positions of a counting are found in a text. */
export function placesIn(text: string, { unit, isLineEndOne = false, isMarkLeftOut = false }: Counting): Place {
  const leavesMark = isMarkLeftOut && text.startsWith('\ufeff')
  const joinsEnds = isLineEndOne && text.includes('\r\n')
  if (!leavesMark && !joinsEnds) {
    const ruler = makeRuler(text)
    return position => ruler.toUtf16(position, unit)
  }
  const from = leavesMark ? 1 : 0
  const counted = joinsEnds ? text.slice(from).replaceAll('\r\n', '\n') : text.slice(from)
  const ruler = makeRuler(counted)
  // Where a line's end was joined, everything after it stands one further on.
  const joints: number[] = []
  if (joinsEnds) for (let at = text.indexOf('\r\n', from); at >= 0; at = text.indexOf('\r\n', at + 2)) joints.push(at)
  return position => {
    const offset = ruler.toUtf16(position, unit) + from
    let low = 0
    let high = joints.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (joints[middle]! - middle < offset) low = middle + 1
      else high = middle
    }
    return offset + low
  }
}

/** Whether the words that stand somewhere are those that a program says do. */
export type IsSame = (there: string, quote: string) => boolean
const isExactly: IsSame = (there, quote) => there === quote

/** The way of counting by which most quotes stand at their places; the earlier of those that are equal. */
export function countingThatFits(
  text: string,
  counted: readonly Counted[],
  countings: readonly Counting[],
  isSame: IsSame = isExactly,
): Counting {
  const quoted = counted.filter(({ quote }) => quote !== undefined && quote !== '')
  let best = countings[0]!
  let most = -1
  for (const counting of countings) {
    const place = placesIn(text, counting)
    const fitting = quoted.filter(one => fits(text, one, place, isSame)).length
    if (fitting > most) {
      best = counting
      most = fitting
    }
    if (most === quoted.length) break
  }
  return best
}

function fits(text: string, { start, end, quote }: Counted, place: Place, isSame: IsSame): boolean {
  try {
    return isSame(text.slice(place(start), place(end)), quote!)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
