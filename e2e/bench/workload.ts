import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Span } from '../../shared/annotation/span.ts'
import { makeProse, type Random, seeded } from './prose.ts'

/** The sizes that everything is measured at: characters of the article, annotations on it. */
export const sizes = {
  S: { characters: 5_000, annotations: 50 },
  M: { characters: 100_000, annotations: 2_000 },
  L: { characters: 1_000_000, annotations: 20_000 },
  XL: { characters: 5_000_000, annotations: 100_000 },
} as const

export type Size = keyof typeof sizes

/** An article with annotations on it, the same for the same size on every machine. */
export interface Workload {
  readonly title: string
  readonly text: string
  readonly annotations: readonly Annotation[]
  /** The part of the annotations that overlap another. */
  readonly overlapping: number
}

/** The part of annotations that are actors and events; the others are claims. */
const ACTORS = 0.6
const EVENTS = 0.2
/** Characters, from and to. */
const lengths = { actor: [5, 25], event: [20, 60], claim: [80, 400] } as const
/** This part of the claims holds others, on average this many: about 37 % of all annotations then overlap another. */
const HOSTS = 0.5
const GUESTS = 2.7

type Tag = keyof typeof lengths

interface Planned extends Span {
  readonly tag: Tag
}

/** What is laid out as one: an annotation alone, or a claim with others in and across it; places from its start. */
interface Group {
  readonly parts: readonly Planned[]
  readonly length: number
}

/** An article of a size, with its annotations. `seed` makes others of the same kind. */
export function makeWorkload(size: Size, seed = 1): Workload {
  const { characters, annotations } = sizes[size]
  const random = seeded(seed * 7919 + characters)
  const title = `Workload ${size}${seed === 1 ? '' : ` ${seed}`}: the ferry inquiry, told at length`
  const text = makeProse(title, characters, random)
  const planned = placed(plan(annotations, random), title.length + 2, text.length - 2, random).map(part => ({
    tag: part.tag,
    span: toWords(text, part),
  }))
  planned.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end)
  return {
    title,
    text,
    overlapping: overlapping(planned.map(({ span }) => span)),
    annotations: planned.map(({ tag, span }, i) => annotationOf(tag, makeAnchor(text, span), i, random)),
  }
}

function annotationOf(tag: Tag, anchor: ReturnType<typeof makeAnchor>, index: number, random: Random): Annotation {
  const created = new Date(Date.UTC(2031, 2, 5, 9, 0, index % 86_400)).toISOString()
  return {
    id: uuid(random),
    tag,
    spans: [anchor],
    attributes: {},
    origin: { kind: 'manual' },
    created,
    modified: created,
  }
}

function plan(count: number, random: Random): Group[] {
  const actors = Math.round(count * ACTORS)
  const events = Math.round(count * EVENTS)
  const small: Planned[] = [
    ...Array.from({ length: actors }, () => lone('actor', random)),
    ...Array.from({ length: events }, () => lone('event', random)),
  ]
  shuffle(small, random)
  const claims = Array.from({ length: count - actors - events }, () => lone('claim', random))
  const hosts = Math.round(claims.length * HOSTS)
  let housed = 0
  const groups = claims.map((claim, i) => {
    if (i >= hosts) return { parts: [claim], length: claim.end }
    const first = housed
    housed += Math.round(GUESTS - 1 + random() * 2)
    return host(claim, small.slice(first, housed), random)
  })
  for (const part of small.slice(housed)) groups.push({ parts: [part], length: part.end })
  shuffle(groups, random)
  return groups
}

/** A claim with others in it; the last one may reach across its end. */
function host(claim: Planned, guests: readonly Planned[], random: Random): Group {
  const room = claim.end / Math.max(1, guests.length)
  const parts = guests.map(({ tag, end }, i) => {
    const start = Math.floor(i * room + random() * Math.max(0, room - 4))
    return { tag, start, end: start + end }
  })
  return { parts: [claim, ...parts], length: Math.max(claim.end, ...parts.map(({ end }) => end)) }
}

function lone(tag: Tag, random: Random): Planned {
  const [least, most] = lengths[tag]
  // Long claims are rare.
  const part = tag === 'claim' ? random() ** 4 : random()
  return { tag, start: 0, end: Math.round(least + part * (most - least)) }
}

/** The groups one after the other, with what is left of the text spread between them. */
function placed(groups: readonly Group[], from: number, to: number, random: Random): Planned[] {
  const used = groups.reduce((sum, { length }) => sum + length, 0)
  const weights = groups.map(() => 0.3 + random())
  const unit = (to - from - used) / weights.reduce((sum, weight) => sum + weight, 0)
  if (unit < 0) throw new RangeError(`The annotations need ${used} characters of ${to - from}`)
  let at = from
  return groups.flatMap(({ parts, length }, i) => {
    const start = Math.floor(at)
    at += length + weights[i]! * unit
    return parts.map(part => ({ tag: part.tag, start: start + part.start, end: start + part.end }))
  })
}

/** The nearest whole words, within the length that the tag may have. */
function toWords(text: string, { tag, start, end }: Planned): Span {
  const [least, most] = lengths[tag]
  let from = start
  while (from < end - least && !(isSpace(text, from - 1) && !isSpace(text, from))) from++
  if (!isSpace(text, from - 1) || isSpace(text, from)) {
    from = start
    while (isSpace(text, from)) from++
  }
  let to = Math.min(text.length - 1, Math.max(end, from + least))
  while (to > from + least && !(isSpace(text, to) && !isSpace(text, to - 1))) to--
  if (to <= from + least && !isSpace(text, to)) {
    while (to < Math.min(text.length - 1, from + most) && !isSpace(text, to)) to++
  }
  while (isSpace(text, to - 1)) to--
  return { start: from, end: Math.max(to, from + least) }
}

function isSpace(text: string, at: number): boolean {
  return at < 0 || at >= text.length || /\s/.test(text.charAt(at))
}

/** The part of sorted spans that share a character with another. */
function overlapping(spans: readonly Span[]): number {
  const touched = new Set<number>()
  let furthest = -1
  for (let i = 0; i < spans.length; i++) {
    if (furthest >= 0 && spans[furthest]!.end > spans[i]!.start) {
      touched.add(i)
      touched.add(furthest)
    }
    if (furthest < 0 || spans[i]!.end > spans[furthest]!.end) furthest = i
  }
  return touched.size / spans.length
}

function shuffle(things: unknown[], random: Random): void {
  for (let i = things.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    ;[things[i], things[other]] = [things[other], things[i]]
  }
}

function uuid(random: Random): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`
}
