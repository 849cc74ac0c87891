import type { Anchor } from '../annotation/annotation.ts'
import type { Span } from '../annotation/span.ts'
import type { Recoding } from '../text/recoding.ts'
import { makeRuler, type Ruler } from '../text/ruler.ts'
import { carry } from './carry.ts'
import { MOST_CANDIDATES, type Placing } from './placing.ts'
import { Seeker } from './seeker.ts'
import { Terrain } from './terrain.ts'

/** An earlier version of a text by its hash; undefined where it isn't kept. */
export type OldTexts = (textSha256: string) => string | undefined
/** How many code points an earlier version had, by its hash; null where that isn't known. */
export type OldLengths = (textSha256: string) => number | null

/** The way from another reading of the same file, in another encoding, by the hash of its text; undefined where the old text is none. */
export type Recodings = (textSha256: string) => Recoding | undefined

/** What became of all the parts of an annotation together. */
export type PlacedWhole =
  | { readonly kind: 'placed'; readonly spans: readonly Span[] }
  | {
      readonly kind: 'changed' | 'ambiguous' | 'lost'
      /** Places for all parts, the likeliest first. */
      readonly candidates: readonly (readonly Span[])[]
      /** Where the first part stood, as far as that can be told: a UTF-16 offset. */
      readonly near: number | null
    }

/**
 * Places annotations of earlier versions in the text at hand: through the
 * difference where the version that they were made on is kept, else by their
 * words and surroundings. Each version is compared once. What was made on the
 * same bytes in another encoding stands at those bytes: for certain where the
 * words are the same, and else a person says so.
 */
export class Placer {
  /** Whether there was time to look at everything. */
  isWhole = true
  readonly #text: string
  readonly #textSha256: string
  readonly #oldTexts: OldTexts
  readonly #oldLengths: OldLengths
  readonly #isOver: () => boolean
  readonly #recodings: Recodings
  readonly #seeker: Seeker
  readonly #versions = new Map<string, { readonly terrain: Terrain; readonly ruler: Ruler } | null>()

  constructor(
    text: string,
    textSha256: string,
    oldTexts: OldTexts,
    isOver: () => boolean,
    oldLengths: OldLengths = () => null,
    recodings: Recodings = () => undefined,
  ) {
    this.#text = text
    this.#textSha256 = textSha256
    this.#oldTexts = oldTexts
    this.#oldLengths = oldLengths
    this.#isOver = isOver
    this.#recodings = recodings
    this.#seeker = new Seeker(text)
  }

  /** Where an anchor is whose offsets count code points of the version with the hash. */
  place(anchor: Anchor, madeOn: string): Placing {
    const recoded = this.#recodings(madeOn)?.span(anchor.start, anchor.end)
    if (recoded) return recodedPlace(anchor, recoded, this.#text)
    const version = this.#version(madeOn)
    const span = version && spanIn(version.terrain.was, version.ruler, anchor)
    const isOver = () => {
      const over = this.#isOver()
      if (over) this.isWhole = false
      return over
    }
    if (span) return carry(version.terrain, span, isOver)
    return this.#seeker.seek(anchor, madeOn === this.#textSha256 ? 'this text' : this.#oldLengths(madeOn), isOver)
  }

  /** The same for the parts of an annotation (in order), which must come to stand in their old order and without overlap. */
  placeAll(anchors: readonly Anchor[], madeOn: string): PlacedWhole {
    const places = anchors.map(anchor => this.place(anchor, madeOn))
    const certain = places.flatMap(place => ('span' in place ? [place.span] : []))
    if (certain.length === places.length && areInOrder(certain)) return { kind: 'placed', spans: certain }
    const choices = places.map(place => ('span' in place ? [place.span] : place.candidates.map(one => one.span)))
    const near =
      places.map(place => ('span' in place ? place.span.start : place.near)).find(one => one !== null) ?? null
    const candidates = combined(choices)
    const kinds = places.map(({ kind }) => kind)
    if (candidates.length === 0) return { kind: 'lost', candidates, near }
    const isAmbiguous = kinds.includes('ambiguous') || candidates.length > 1
    return { kind: isAmbiguous ? 'ambiguous' : 'changed', candidates, near }
  }

  #version(textSha256: string) {
    const known = this.#versions.get(textSha256)
    if (known !== undefined) return known
    const was = textSha256 === this.#textSha256 ? undefined : this.#oldTexts(textSha256)
    const version =
      was !== undefined ? { terrain: new Terrain(was, this.#text, this.#isOver), ruler: makeRuler(was) } : null
    if (version && !version.terrain.isWhole) this.isWhole = false
    this.#versions.set(textSha256, version)
    return version
  }
}

/** The same bytes say the same only where they were read alike. */
function recodedPlace({ start, quote }: Anchor, span: Span, text: string): Placing {
  const isExact = text.slice(span.start, span.end) === quote
  if (isExact) return { kind: span.start === start ? 'kept' : 'moved', span }
  return { kind: 'changed', candidates: [{ span, isExact }], near: span.start }
}

/** Where an anchor of a file stands in its own text; null where its words don't stand there. */
export function spanIn(text: string, { toUtf16 }: Pick<Ruler, 'toUtf16'>, { start, end, quote }: Anchor): Span | null {
  try {
    const span = { start: toUtf16(start), end: toUtf16(end) }
    return span.start < span.end && text.slice(span.start, span.end) === quote ? span : null
  } catch (error) {
    if (error instanceof RangeError) return null // offsets outside the text
    throw error
  }
}

function areInOrder(spans: readonly Span[]): boolean {
  return spans.every((span, i) => i === 0 || spans[i - 1]!.end <= span.start)
}

/** Each way to take one place for every part, in order and without overlap; as many as a person goes through. */
function combined(choices: readonly (readonly Span[])[]): Span[][] {
  let ways: Span[][] = [[]]
  for (const places of choices) {
    ways = ways.flatMap(way => places.map(place => [...way, place])).filter(areInOrder)
    if (ways.length > MOST_CANDIDATES * 4) ways = ways.slice(0, MOST_CANDIDATES * 4)
  }
  return ways.slice(0, MOST_CANDIDATES)
}
