import { CONTEXT } from '../annotation/anchor.ts'
import type { Anchor } from '../annotation/annotation.ts'
import { makeRuler, type Ruler } from '../text/ruler.ts'
import { type Candidate, MOST_CANDIDATES, type Placing } from './placing.ts'
import { nearest } from './resemblance.ts'
import { type Numbering, type Tokens, tokensOf } from './tokens.ts'

type Words = Pick<Anchor, 'start' | 'quote' | 'before' | 'after'>

/** Of its letters, how many may be wrong in words that are searched for. */
const ERRORS = 0.2
/** A word in more places isn't gone through. */
const MOST_PLACES = 5_000
const LONGEST = 400

/**
 * What is known of the text that an anchor was made on: that it is this very
 * text (and the anchor's offsets are wrong), or how many code points it had;
 * null where not even that.
 */
export type MadeOn = 'this text' | number | null

/** The words of a text, and the places (from 0, in order) of each in their row. */
interface IndexedWords {
  readonly numbering: Numbering
  readonly tokens: Tokens
  readonly places: ReadonlyMap<number, readonly number[]>
}

/**
 * Finds anchors in a text whose earlier version isn't at hand: by their words
 * and what they remember of their surroundings. That may have stood twice, and
 * what is left may be the other one. So certain is only what has not moved:
 * words that stand, with their surroundings, as far from the beginning of the
 * text or from its end as they did, while nothing like those stands elsewhere.
 */
export class Seeker {
  readonly #text: string
  #words: IndexedWords | null = null
  #ruler: Ruler | null = null

  constructor(text: string) {
    this.#text = text
  }

  /** Where an anchor is, whose `start` counts code points of the text that it was made on. */
  seek(anchor: Words, madeOn: MadeOn, isOver: () => boolean): Placing {
    const { quote, before, after } = anchor
    if (quote === '') return { kind: 'lost', candidates: [], near: null }
    const whole = this.#find(before + quote + after, 2)
    const [only] = whole
    if (only !== undefined && whole.length === 1) {
      const at = only + before.length
      const span = { start: at, end: at + quote.length }
      const stays = this.#hasStayed(at, anchor.start, madeOn)
      const isOne = stays && this.#isEvidence(at, anchor) && this.#isAlone(anchor)
      if (isOne && (madeOn === 'this text' || this.#isUnlikeAll(anchor)))
        return { kind: this.#codePoint(at) === anchor.start ? 'kept' : 'moved', span }
    }
    if (isOver()) return { kind: 'ambiguous', candidates: [], near: null }
    const exact = this.#exact(anchor)
    if (exact.length > 0) return { kind: 'ambiguous', candidates: exact, near: null }
    const alike = this.#alike(anchor)
    return { kind: alike ? 'changed' : 'lost', candidates: alike ? [alike] : [], near: null }
  }

  /** Whether a place is as far from the beginning as the old one was, or as far from the end. In its own text an anchor may be anywhere. */
  #hasStayed(at: number, start: number, madeOn: MadeOn): boolean {
    if (madeOn === 'this text') return true
    const by = this.#codePoint(at) - start
    return by === 0 || (madeOn !== null && by === this.#codePoint(this.#text.length) - madeOn)
  }

  #codePoint(at: number): number {
    this.#ruler ??= makeRuler(this.#text)
    return this.#ruler.toCodePoint(at)
  }

  /**
   * Context that the end of the old text cut short says little, unless an end of
   * the new text is there too. One side that is whole is enough: with an empty
   * context any single "Robin" would do.
   */
  #isEvidence(at: number, { quote, before, after }: Words): boolean {
    const whole = (context: string, atTheEnd: boolean) => atTheEnd || [...context].length >= CONTEXT
    const end = at + quote.length
    return whole(before, at === before.length) || whole(after, end + after.length === this.#text.length)
  }

  /** Whether the words stand nowhere else with the same surroundings on one side: a copy that was touched on the other. */
  #isAlone({ quote, before, after }: Words): boolean {
    const isOnce = (words: string) => this.#find(words, 2).length < 2
    return isOnce(before + quote) && isOnce(quote + after)
  }

  /**
   * Whether the surroundings stand nowhere else, on either side: not even spaced or composed another way, around other
   * words. Their outermost word may be cut, and is left out.
   */
  #isUnlikeAll({ before, after }: Words): boolean {
    return this.#standsOnce(this.#idsOf(before).slice(1)) && this.#standsOnce(this.#idsOf(after).slice(0, -1))
  }

  /** Whether a row of words stands in no more than one place. */
  #standsOnce(ids: readonly number[]): boolean {
    const { tokens, places } = this.#indexed()
    const placesOf = (i: number) => places.get(ids[i]!) ?? []
    let rarest = 0
    for (let i = 1; i < ids.length; i++) if (placesOf(i).length < placesOf(rarest).length) rarest = i
    const isAt = (first: number) => ids.every((id, i) => tokens.ids[first + i] === id)
    let found = 0
    for (const at of placesOf(rarest)) if (isAt(at - rarest) && ++found > 1) return false
    return true
  }

  /** The numbers of words; -1 for one that the text doesn't have. */
  #idsOf(words: string): number[] {
    const { numbering } = this.#indexed()
    const { starts, ends } = tokensOf(words, new Map())
    return Array.from(starts, (start, i) => numbering.get(words.slice(start, ends[i]).normalize('NFC')) ?? -1)
  }

  /** Places of the very words, those first that have more of the old surroundings. */
  #exact({ quote, before, after }: Words): Candidate[] {
    const text = this.#text
    const likeness = (at: number) => {
      let same = 0
      while (same < before.length && text[at - 1 - same] === before[before.length - 1 - same]) same++
      let more = 0
      while (more < after.length && text[at + quote.length + more] === after[more]) more++
      return same + more
    }
    const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? ' ')
    const isWhole = (at: number) =>
      !(isLetter(at - 1) && isLetter(at)) && !(isLetter(at + quote.length - 1) && isLetter(at + quote.length))
    const all = this.#find(quote, MOST_PLACES)
    const whole = all.filter(isWhole)
    return (whole.length > 0 ? whole : all)
      .map(at => ({ at, likeness: likeness(at) }))
      .sort((one, other) => other.likeness - one.likeness || one.at - other.at)
      .slice(0, MOST_CANDIDATES)
      .map(({ at }) => ({ span: { start: at, end: at + quote.length }, isExact: true }))
  }

  /** The place that resembles the words within the bound of errors, near where their surroundings point. */
  #alike({ quote, before, after }: Words): Candidate | null {
    if (quote.length > LONGEST) return null
    const text = this.#text
    const pointed = [
      ...this.#find(before, 3).map(at => at + before.length),
      ...this.#find(after, 3).map(at => at - quote.length),
    ]
    for (const at of [before, after].every(one => [...one].length < CONTEXT / 2) ? [] : pointed) {
      const from = Math.max(0, at - CONTEXT)
      const near = nearest(quote, text.slice(from, at + quote.length + CONTEXT), Math.floor(quote.length * ERRORS))
      if (near) return { span: { start: from + near.start, end: from + near.end }, isExact: false }
    }
    return null
  }

  /** The first places of some words, as many as are wanted, by the rarest word in them. */
  #find(words: string, most: number): number[] {
    if (words === '') return []
    const rarest = this.#rarest(words)
    const found: number[] = []
    if (rarest) {
      const { starts } = this.#indexed().tokens
      for (const place of rarest.places) {
        const at = starts[place]! - rarest.offset
        if (found.length < most && this.#text.startsWith(words, at)) found.push(at)
      }
      return found
    }
    for (let at = this.#text.indexOf(words); at >= 0 && found.length < most; at = this.#text.indexOf(words, at + 1))
      found.push(at)
    return found
  }

  /** The word inside some words that stands in the fewest places, and where it begins in them; undefined where none is whole. */
  #rarest(words: string): { readonly places: readonly number[]; readonly offset: number } | undefined {
    const { numbering, places: all } = this.#indexed()
    const { starts, ends } = tokensOf(words, new Map())
    let best: { places: readonly number[]; offset: number } | undefined
    for (let i = 1; i + 1 < starts.length; i++) {
      const id = numbering.get(words.slice(starts[i], ends[i]))
      const places = id === undefined ? [] : (all.get(id) ?? [])
      if (!best || places.length < best.places.length) best = { places, offset: starts[i]! }
    }
    return best
  }

  #indexed(): IndexedWords {
    if (this.#words) return this.#words
    const numbering: Numbering = new Map()
    const tokens = tokensOf(this.#text, numbering)
    const places = new Map<number, number[]>()
    tokens.ids.forEach((id, i) => {
      const known = places.get(id)
      if (known) known.push(i)
      else places.set(id, [i])
    })
    this.#words = { numbering, tokens, places }
    return this.#words
  }
}
