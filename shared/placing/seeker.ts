import { CONTEXT } from '../annotation/anchor.ts'
import type { Anchor } from '../annotation/annotation.ts'
import { type Candidate, MOST_CANDIDATES, type Placing } from './placing.ts'
import { nearest } from './resemblance.ts'
import { tokensOf } from './tokens.ts'

type Words = Pick<Anchor, 'start' | 'quote' | 'before' | 'after'>

/** Of its letters, how many may be wrong in words that are searched for. */
const ERRORS = 0.2
/** A word in more places isn't gone through. */
const MOST_PLACES = 5_000
const LONGEST = 400

/**
 * Finds anchors in a text whose earlier version isn't at hand: by their words
 * and what they remember of their surroundings. Certain is a place where both
 * stand letter for letter, once, and half of them nowhere else.
 */
export class Seeker {
  readonly #text: string
  #numbering: Map<string, number> | null = null
  #places: Map<number, number[]> = new Map()

  constructor(text: string) {
    this.#text = text
  }

  seek(anchor: Words, isOver: () => boolean): Placing {
    const { start, quote, before, after } = anchor
    if (quote === '') return { kind: 'lost', candidates: [], near: null }
    const whole = this.#find(before + quote + after, 2)
    const [only] = whole
    if (only !== undefined && whole.length === 1) {
      const at = only + before.length
      if (this.#isEvidence(at, anchor) && this.#isAlone(anchor)) {
        return { kind: at === start ? 'kept' : 'moved', span: { start: at, end: at + quote.length } }
      }
    }
    if (isOver()) return { kind: 'ambiguous', candidates: [], near: null }
    const exact = this.#exact(anchor)
    if (exact.length > 0) return { kind: 'ambiguous', candidates: exact, near: null }
    const alike = this.#alike(anchor)
    return { kind: alike ? 'changed' : 'lost', candidates: alike ? [alike] : [], near: null }
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
    const isWhole = (context: string) => [...context].length >= CONTEXT
    const isOnce = (words: string) => this.#find(words, 2).length < 2
    return (!isWhole(before) || isOnce(before + quote)) && (!isWhole(after) || isOnce(quote + after))
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
      for (const at of rarest.places) {
        if (found.length < most && this.#text.startsWith(words, at - rarest.offset)) found.push(at - rarest.offset)
      }
      return found
    }
    for (let at = this.#text.indexOf(words); at >= 0 && found.length < most; at = this.#text.indexOf(words, at + 1))
      found.push(at)
    return found
  }

  /** The word inside some words that stands in the fewest places; undefined where none is whole. Places in order. */
  #rarest(words: string): { readonly places: readonly number[]; readonly offset: number } | undefined {
    this.#index()
    const { starts, ends } = tokensOf(words, new Map())
    let best: { places: readonly number[]; offset: number } | undefined
    for (let i = 1; i + 1 < starts.length; i++) {
      const id = this.#numbering!.get(words.slice(starts[i], ends[i]))
      const places = id === undefined ? [] : (this.#places.get(id) ?? [])
      if (!best || places.length < best.places.length) best = { places, offset: starts[i]! }
    }
    return best
  }

  #index(): void {
    if (this.#numbering) return
    this.#numbering = new Map()
    const { starts, ids } = tokensOf(this.#text, this.#numbering)
    ids.forEach((id, i) => {
      const places = this.#places.get(id)
      if (places) places.push(starts[i]!)
      else this.#places.set(id, [starts[i]!])
    })
  }
}
