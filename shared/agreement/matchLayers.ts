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
  return matchingOf(
    a,
    b,
    new Matcher(a, b, meetings).matched(number => isSamePlace(meetings[number]!, number)),
  )
}

/** What a matching leaves in each layer, of its matches. */
export function matchingOf(a: ReadiedLayer, b: ReadiedLayer, matches: readonly Match[]): Matching {
  const [inA, inB] = [new Uint8Array(a.annotations.length), new Uint8Array(b.annotations.length)]
  for (const match of matches) {
    inA[match.a.at] = 1
    inB[match.b.at] = 1
  }
  return {
    matches,
    onlyA: a.annotations.filter(({ at }) => inA[at] === 0),
    onlyB: b.annotations.filter(({ at }) => inB[at] === 0),
  }
}

/** Matches two layers whose meetings are known, under one tolerance after another. */
export class Matcher {
  private readonly meetings: readonly Meeting[]
  private readonly degreesA: Int32Array
  private readonly degreesB: Int32Array
  private readonly sizeA: number

  constructor(a: ReadiedLayer, b: ReadiedLayer, meetings: readonly Meeting[]) {
    this.meetings = meetings
    this.sizeA = a.annotations.length
    this.degreesA = new Int32Array(this.sizeA)
    this.degreesB = new Int32Array(b.annotations.length)
  }

  /** The matches, sorted by the key of `a`, where `isSamePlace` says of a meeting by its number whether both are in one place. */
  matched(isSamePlace: (number: number) => boolean): Match[] {
    const { meetings, degreesA, degreesB } = this
    degreesA.fill(0)
    degreesB.fill(0)
    const able: Match[] = []
    for (let number = 0; number < meetings.length; number++) {
      const { a, b, isSameTag, overlap } = meetings[number]!
      const isSame = isSamePlace(number)
      if (!isSameTag && !isSame && overlap < HALF) continue
      degreesA[a.at]!++
      degreesB[b.at]!++
      able.push({ a, b, isSameTag, isSamePlace: isSame, overlap })
    }
    const byA: (Match | undefined)[] = new Array(this.sizeA)
    const contested: Candidate[] = []
    for (const match of able) {
      const { a, b } = match
      // Who meet nobody else are matched: any match is worth something.
      if (degreesA[a.at] === 1 && degreesB[b.at] === 1) byA[a.at] = match
      else contested.push({ match, left: a.key, right: b.key })
    }
    if (contested.length > 0)
      for (const { match } of assign(contested, (one, most) => weightOf(one.match, most))) byA[match.a.at] = match
    return byA.filter(match => match !== undefined)
  }
}

interface Candidate {
  readonly match: Match
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
  const keys = a.questions
  return keys.length === b.questions.length && keys.every(key => key in other && isSameAnswer(one[key], other[key]))
}

function startOf({ place }: Readied): number {
  return place[0]!.start
}

function endOf({ place }: Readied): number {
  return place.at(-1)!.end
}
