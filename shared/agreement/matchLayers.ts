import { assign } from './assignment.ts'
import type { Places } from './place.ts'
import { isSameAnswer, type Readied, type ReadiedLayer } from './readied.ts'

/** An annotation of each of two layers that are taken to be about the same thing. */
export interface Match {
  readonly a: Readied
  readonly b: Readied
  readonly isSameTag: boolean
  readonly isSamePlace: boolean
  /** How much of their places they share, more than 0 and at most 1. */
  readonly overlap: number
}

/** What became of all annotations of two layers of one article. */
export interface Matching {
  readonly matches: readonly Match[]
  readonly onlyA: readonly Readied[]
  readonly onlyB: readonly Readied[]
}

/** Of another tag are two annotations about the same thing only where they share at least as much as they don't. */
const HALF = 0.5
/** Overlap is weighed in thousandths, then what else is the same. */
const SHADES = 1_000
const DETAILS = 16
const QUALITY = (SHADES + 1) * DETAILS

/**
 * Matches annotations that share characters: of the same tag, or of two tags
 * where at least half of both is shared. As many as possible of the same place
 * and tag; then as many as possible of the same tag; then what shares the most,
 * and says the most that is the same (`assign`). An annotation is matched once.
 */
export function matchLayers(a: ReadiedLayer, b: ReadiedLayer, places: Places): Matching {
  return matchMeetings(a, b, meetingsOf(a, b, places), meeting => places.areSame(meeting.a.place, meeting.b.place))
}

/** The same, of meetings that are known, where `isSamePlace` says of two whether they are in one place. */
export function matchMeetings(
  a: ReadiedLayer,
  b: ReadiedLayer,
  meetings: readonly Meeting[],
  isSamePlace: (meeting: Meeting, number: number) => boolean,
): Matching {
  const candidates: Candidate[] = []
  for (const [number, meeting] of meetings.entries()) {
    const isSame = isSamePlace(meeting, number)
    if (!meeting.isSameTag && !isSame && meeting.overlap < HALF) continue
    candidates.push({ ...meeting, isSamePlace: isSame, left: meeting.a.key, right: meeting.b.key })
  }
  const matches = assign(candidates, weightOf).sort(byKey)
  const inA = new Set(matches.map(match => match.a))
  const inB = new Set(matches.map(match => match.b))
  return {
    matches,
    onlyA: a.annotations.filter(one => !inA.has(one)),
    onlyB: b.annotations.filter(one => !inB.has(one)),
  }
}

interface Candidate extends Match {
  readonly left: string
  readonly right: string
}

/** Two annotations of two layers that share characters. */
export type Meeting = Omit<Match, 'isSamePlace'>

/** All that share characters: looked for along the text, so that far ones are never compared. */
export function meetingsOf(a: ReadiedLayer, b: ReadiedLayer, places: Places): Meeting[] {
  const meetings: Meeting[] = []
  const others = [...b.annotations].sort((one, other) => startOf(one) - startOf(other))
  let open: Readied[] = []
  let next = 0
  for (const one of [...a.annotations].sort((x, y) => startOf(x) - startOf(y))) {
    const start = startOf(one)
    const end = endOf(one)
    open = open.filter(other => endOf(other) > start)
    while (next < others.length && startOf(others[next]!) < start) {
      if (endOf(others[next]!) > start) open.push(others[next]!)
      next++
    }
    for (const other of open) consider(one, other)
    for (let at = next; at < others.length && startOf(others[at]!) < end; at++) consider(one, others[at]!)
  }
  return meetings

  function consider(one: Readied, other: Readied): void {
    const overlap = places.overlap(one.place, other.place)
    if (overlap > 0)
      meetings.push({ a: one, b: other, isSameTag: one.annotation.tag === other.annotation.tag, overlap })
  }
}

/** Each of the three counts more than all that come after it together can. */
function weightOf({ a, b, isSameTag, isSamePlace, overlap }: Match, mostPairs: number): number {
  const quality = 1 + Math.round(overlap * SHADES) * DETAILS + detailOf(a, b)
  const sameTag = (QUALITY + 1) * (mostPairs + 1)
  const exact = sameTag * (mostPairs + 1)
  return quality + (isSameTag ? sameTag : 0) + (isSameTag && isSamePlace ? exact : 0)
}

/** What else two annotations say alike, at most 15: which of two in one place is meant. */
function detailOf(a: Readied, b: Readied): number {
  return (
    (a.saysOfLinks === b.saysOfLinks ? 8 : 0) +
    (haveSameAnswers(a, b) ? 4 : 0) +
    (a.annotation.entity === b.annotation.entity ? 2 : 0) +
    (a.annotation.note === b.annotation.note ? 1 : 0)
  )
}

function haveSameAnswers(a: Readied, b: Readied): boolean {
  const one = a.annotation.attributes
  const other = b.annotation.attributes
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length && keys.every(key => key in other && isSameAnswer(one[key], other[key]))
  )
}

function startOf({ place }: Readied): number {
  return place[0]!.start
}

function endOf({ place }: Readied): number {
  return place.at(-1)!.end
}

function byKey(one: Match, other: Match): number {
  return one.a.key < other.a.key ? -1 : one.a.key > other.a.key ? 1 : 0
}
