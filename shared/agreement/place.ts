import type { Span } from '../annotation/span.ts'
import { type TokenCut, tokenCut } from '../dataset/tokenCut.ts'

/** How far two extents may part and still count as the same. */
export interface Tolerance {
  /** How many words may lie between two starts, or between two ends. */
  readonly words: number
  /** Whether quotation marks, other punctuation and white space at the ends of a span count for nothing. */
  readonly ignoreEnds: boolean
}

/** Letter for letter. */
export const exactly: Tolerance = { words: 0, ignoreEnds: false }

/** The spans of an annotation as they are compared: sorted, none overlapping another, in UTF-16 offsets. */
export type Place = readonly Span[]

/** Places in one text under a tolerance. */
export interface Places {
  /** The place of an annotation's spans: with a tolerance for ends, without what stands there and in gaps of nothing else. */
  readonly of: (spans: readonly Span[]) => Place
  /** Whether two places count as one: as many spans, and each start and each end as near as the tolerance wants. */
  readonly areSame: (one: Place, other: Place) => boolean
  /**
   * How many words a tolerance needs so that two places count as one: the most that lie between two starts or two
   * ends, one at least where these aren't the same offset; 0 where all are. Infinite where they have different
   * numbers of spans, or share nothing.
   */
  readonly wordsApart: (one: Place, other: Place) => number
  /** How much of both two places share, by characters: 0 where nothing, 1 where all (Jaccard 1901). */
  readonly overlap: (one: Place, other: Place) => number
}

const negligible = /[\p{P}\s]/u

/** Cuts the text into words only where they are counted; whoever has its words gives them. */
export function placesIn(
  text: string,
  { words, ignoreEnds }: Tolerance,
  wordsOf: () => TokenCut = () => wordCut(text, tokenCut(text)),
): Places {
  let cut: TokenCut | null = null
  const apart = (one: number, other: number) => {
    if (one === other) return 0
    cut ??= wordsOf()
    return Math.max(1, countBetween(cut, Math.min(one, other), Math.max(one, other)))
  }
  const wordsApart = (one: Place, other: Place) => {
    if (one.length !== other.length || sharedBy(one, other) === 0) return Number.POSITIVE_INFINITY
    let most = 0
    for (const [i, { start, end }] of one.entries())
      most = Math.max(most, apart(start, other[i]!.start), apart(end, other[i]!.end))
    return most
  }
  return {
    of: spans => (ignoreEnds ? trimmed(text, spans) : spans),
    areSame: (one, other) => areExact(one, other) || (words > 0 && wordsApart(one, other) <= words),
    wordsApart: (one, other) => (areExact(one, other) ? 0 : wordsApart(one, other)),
    overlap: (one, other) => {
      const shared = sharedBy(one, other)
      return shared === 0 ? 0 : shared / (lengthOf(one) + lengthOf(other) - shared)
    },
  }
}

/** Whether two places are the same letter for letter, and hold one at least. */
function areExact(one: Place, other: Place): boolean {
  if (one.length !== other.length) return false
  let length = 0
  for (let i = 0; i < one.length; i++) {
    const { start, end } = one[i]!
    if (start !== other[i]!.start || end !== other[i]!.end) return false
    length += end - start
  }
  return length > 0
}

/** The words of a text, in order: its tokens that hold a letter or a digit. */
export function wordCut(text: string, { starts, ends }: TokenCut): TokenCut {
  const words = [...starts.keys()].filter(i => isWord(text, starts[i]!, ends[i]!))
  return { starts: Int32Array.from(words, i => starts[i]!), ends: Int32Array.from(words, i => ends[i]!) }
}

function isWord(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) | 0x20
  return (first >= 0x61 && first <= 0x7a) || /[\p{L}\p{N}]/u.test(text.slice(start, end))
}

/** How many words stand at least partly between two offsets. */
function countBetween({ starts, ends }: TokenCut, from: number, to: number): number {
  return firstFrom(starts, to) - firstFrom(ends, from + 1)
}

/** The place of the first offset that is no smaller than this. */
function firstFrom(offsets: Int32Array, least: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets[middle]! >= least) high = middle
    else low = middle + 1
  }
  return low
}

function trimmed(text: string, spans: readonly Span[]): Place {
  const out: Span[] = []
  for (const span of spans) {
    let { start, end } = span
    while (start < end && negligible.test(text[start]!)) start++
    while (end > start && negligible.test(text[end - 1]!)) end--
    const last = out.at(-1)
    if (start === end) continue
    if (last && isNegligible(text, last.end, start)) out[out.length - 1] = { start: last.start, end }
    else out.push({ start, end })
  }
  // What is nothing but punctuation stands where it stands.
  return out.length > 0 ? out : spans
}

function isNegligible(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!negligible.test(text[at]!)) return false
  return true
}

/** How many UTF-16 units two places share. */
function sharedBy(one: Place, other: Place): number {
  let shared = 0
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const a = one[i]!
    const b = other[j]!
    shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
    if (a.end <= b.end) i++
    else j++
  }
  return shared
}

function lengthOf(place: Place): number {
  let length = 0
  for (const { start, end } of place) length += end - start
  return length
}
