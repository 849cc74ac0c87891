import type { Span } from '../annotation/span.ts'

/** Numbers from 0 up to 1 that a seed determines. */
export type Random = () => number

/** A row of random numbers of its own for each seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const upTo = (random: Random, most: number) => Math.floor(random() * most)
const oneOf = <T>(random: Random, things: readonly T[]): T => things[upTo(random, things.length)]!

/** Test ground: a text whose every character knows the old one that it is, so that what became of a span is known. */
export interface Traced {
  readonly text: string
  /** The old offset of each UTF-16 unit; -1 for what came new. */
  readonly from: readonly number[]
  /** Whether a unit is a copy of an old one, which may still stand where it stood. */
  readonly isCopy: readonly boolean[]
}

export function traced(text: string): Traced {
  return { text, from: Array.from({ length: text.length }, (_, i) => i), isCopy: Array(text.length).fill(false) }
}

function part(whole: Traced, start: number, end: number, asCopy = false): Traced {
  return {
    text: whole.text.slice(start, end),
    from: whole.from.slice(start, end),
    isCopy: asCopy ? Array(end - start).fill(true) : whole.isCopy.slice(start, end),
  }
}

function fresh(text: string): Traced {
  return { text, from: Array(text.length).fill(-1), isCopy: Array(text.length).fill(false) }
}

function joined(...parts: readonly Traced[]): Traced {
  return {
    text: parts.map(one => one.text).join(''),
    from: parts.flatMap(one => one.from),
    isCopy: parts.flatMap(one => one.isCopy),
  }
}

const names = [
  'Robin Hale',
  'Linus Berg',
  'Nazarbayev',
  'Robin Vance',
  'Mrs Ågren',
  'the ministry',
  'Astana',
  '王毅',
  'Łódź',
]
const verbs = ['said', 'denied', 'repeated', 'warned', 'told reporters', 'promised', 'wrote']
const things = ['the bridge', 'the vote', 'a new tax', 'the strike', 'the talks', 'the harbour', 'the deal of 2031']
const turns = [
  'would be closed',
  'had been agreed',
  'was off',
  'could not go on',
  'will begin on Monday',
  'cost 1,200 euros',
]

/** A sentence of a small language, in which much is said twice. */
export function sentenceOf(random: Random): string {
  const said = `${oneOf(random, names)} ${oneOf(random, verbs)} that ${oneOf(random, things)} ${oneOf(random, turns)}`
  return random() < 0.5 ? `${said}.` : `${said}, and ${oneOf(random, names)} ${oneOf(random, verbs)} it.`
}

/** Some paragraphs of such sentences, some of them twice. */
export function newsOf(random: Random): string {
  const paragraphs: string[] = []
  for (let n = 2 + upTo(random, 12); n > 0; n--) {
    const again = paragraphs.length > 0 && random() < 0.12
    const sentences = Array.from({ length: 1 + upTo(random, 4) }, () => sentenceOf(random))
    paragraphs.push(again ? oneOf(random, paragraphs) : sentences.join(' '))
  }
  return `${paragraphs.join(random() < 0.8 ? '\n\n' : '\n')}\n`
}

/** Where paragraphs begin and end, their line ends included. */
function paragraphsOf({ text }: Traced): Span[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*(?:\n+|$)/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
}

/** Beginnings of words. */
function wordStart({ text }: Traced, random: Random): number {
  const near = upTo(random, text.length)
  const found = text.slice(near).search(/(?<=\s)\S/)
  return found < 0 ? text.length : near + found
}

type Change = (whole: Traced, random: Random) => Traced

/** Everything that happens to an article, by name. */
export const changes: Record<string, Change> = {
  insert: (whole, random) => {
    const at = random() < 0.7 ? wordStart(whole, random) : upTo(random, whole.text.length)
    return joined(part(whole, 0, at), fresh(`${sentenceOf(random)} `), part(whole, at, whole.text.length))
  },
  delete: (whole, random) => {
    const start = wordStart(whole, random)
    const end = Math.min(whole.text.length, start + 1 + upTo(random, 120))
    return joined(part(whole, 0, start), part(whole, end, whole.text.length))
  },
  duplicate: (whole, random) => {
    const paragraphs = paragraphsOf(whole)
    if (paragraphs.length === 0) return whole
    const { start, end } = oneOf(random, paragraphs)
    const at = random() < 0.5 ? (random() < 0.5 ? start : end) : oneOf(random, paragraphs).start
    return joined(part(whole, 0, at), part(whole, start, end, true), part(whole, at, whole.text.length))
  },
  move: (whole, random) => {
    const paragraphs = paragraphsOf(whole)
    if (paragraphs.length < 2) return whole
    const { start, end } = oneOf(random, paragraphs)
    const moved = part(whole, start, end)
    const rest = joined(part(whole, 0, start), part(whole, end, whole.text.length))
    const at = oneOf(random, paragraphsOf(rest)).start
    return joined(part(rest, 0, at), moved, part(rest, at, rest.text.length))
  },
  removeParagraph: (whole, random) => {
    const paragraphs = paragraphsOf(whole)
    if (paragraphs.length < 2) return whole
    const { start, end } = oneOf(random, paragraphs)
    return joined(part(whole, 0, start), part(whole, end, whole.text.length))
  },
  addParagraph: (whole, random) => {
    const at = paragraphsOf(whole).at(upTo(random, paragraphsOf(whole).length))?.start ?? 0
    return joined(
      part(whole, 0, at),
      fresh(`${sentenceOf(random)} ${sentenceOf(random)}\n\n`),
      part(whole, at, whole.text.length),
    )
  },
  correctName: (whole, random) => {
    const was = oneOf(random, names)
    const is = random() < 0.5 ? `${was.slice(0, -1)}x` : oneOf(random, names)
    let left = whole
    const parts: Traced[] = []
    for (let at = left.text.indexOf(was); at >= 0; at = left.text.indexOf(was)) {
      parts.push(part(left, 0, at), fresh(is))
      left = part(left, at + was.length, left.text.length)
      if (random() < 0.3) break
    }
    return joined(...parts, left)
  },
  typo: (whole, random) => {
    const at = upTo(random, whole.text.length)
    const isIn = random() < 0.5
    return joined(
      part(whole, 0, at),
      fresh(isIn ? oneOf(random, [...'aeixq']) : ''),
      part(whole, at + (isIn && random() < 0.5 ? 0 : 1), whole.text.length),
    )
  },
  lineEnds: whole => {
    const isCrLf = whole.text.includes('\r\n')
    const parts: Traced[] = []
    for (let at = 0; at < whole.text.length; at++) {
      if (isCrLf && whole.text.startsWith('\r\n', at)) continue
      if (!isCrLf && whole.text[at] === '\n') parts.push(fresh('\r'))
      parts.push(part(whole, at, at + 1))
    }
    return joined(...parts)
  },
  wrap: (whole, random) => {
    const width = 30 + upTo(random, 60)
    const parts: Traced[] = []
    for (let at = 0, column = 0; at < whole.text.length; at++, column++) {
      const isTurn = whole.text[at] === ' ' && column > width
      parts.push(isTurn ? fresh('\n') : part(whole, at, at + 1))
      if (isTurn || whole.text[at] === '\n') column = 0
    }
    return joined(...parts)
  },
  decompose: whole => {
    const parts: Traced[] = []
    for (const { 0: letter, index } of whole.text.matchAll(/[\s\S]/gu)) {
      const now = letter.normalize('NFD')
      parts.push(now === letter ? part(whole, index, index + letter.length) : fresh(now))
    }
    return joined(...parts)
  },
  misread: whole => {
    const parts: Traced[] = []
    for (const { 0: letter, index } of whole.text.matchAll(/[\s\S]/gu)) {
      const bytes = new TextEncoder().encode(letter)
      parts.push(
        bytes.length === 1 || bytes.length > 2
          ? part(whole, index, index + letter.length)
          : fresh(String.fromCharCode(...bytes)),
      )
    }
    return joined(...parts)
  },
}

/** What is true of a span of the old text in the new one. */
export interface Truth {
  /** Where its own characters stand one after another, letter for letter; null where they don't. */
  readonly intact: Span | null
  /** Whether a place is where the words went, or where most of them did. */
  isRight(place: Span): boolean
}

export function truthOf({ text, from, isCopy }: Traced, was: string, { start, end }: Span): Truth {
  const isOf = (at: number) => from[at]! >= start && from[at]! < end
  const own: number[] = []
  let copies = 0
  for (let at = 0; at < text.length; at++) {
    if (!isOf(at)) continue
    if (isCopy[at]) copies++
    else own.push(at)
  }
  const length = end - start
  const first = own[0] ?? 0
  const isIntact = own.length === length && own.every((at, i) => at === first + i && from[at] === start + i)
  return {
    intact:
      isIntact && text.slice(first, first + length) === was.slice(start, end)
        ? { start: first, end: first + length }
        : null,
    isRight(place) {
      let here = 0
      let copied = 0
      for (let at = place.start; at < place.end; at++) {
        if (!isOf(at)) continue
        if (isCopy[at]) copied++
        else here++
      }
      if (here * 2 >= length) return true
      // What was cut out and put in again is the thing itself, as long as it was put in once.
      return own.length * 2 < length && copied * 2 >= length && copies < length * 2
    },
  }
}
