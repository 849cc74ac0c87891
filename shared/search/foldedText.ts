import type { Span } from '../annotation/span.ts'
import { beginsCluster, clusterEnd, type Folding, fold } from './fold.ts'

/** How much of a text is folded at a time, in UTF-16 units; a part ends where a cluster begins. */
const PART = 4096

/**
 * Where clusters of one part begin, in the text and folded, as far as they were
 * asked for. A run of characters that each stay one unit is one entry, in which
 * every place begins a cluster.
 */
interface Places {
  readonly part: number
  readonly inText: number[]
  readonly inFolded: number[]
  /** Whether the entry is such a run. */
  readonly isRun: boolean[]
  /** How far they go. */
  text: number
  folded: number
}

/** How much is folded before the first search, so that a long text gives its first hit early. */
const BEGINNING = 64 * PART

/**
 * A text folded, with the way back to exact offsets of the text: a place is
 * looked up only in the part where something was found, so that folding costs
 * what the platform's own string functions cost. The text is folded as far as
 * it is asked for.
 */
export class FoldedText {
  readonly #text: string
  readonly #folding: Folding
  /** Where each part begins, with the end of the last as their last. */
  readonly #textStarts: number[] = [0]
  readonly #foldedStarts: number[] = [0]
  #folded = ''
  #places: Places | null = null

  constructor(text: string, folding: Folding) {
    this.#text = text
    this.#folding = folding
  }

  /** How many UTF-16 units are held besides the text itself. */
  get size(): number {
    return this.#folded.length
  }

  /** Where `wanted`, which is folded, stands in the folded text at or after an offset of that; -1 for nowhere. */
  indexOf(wanted: string, from: number): number {
    let at = this.#folded.indexOf(wanted, from)
    while (at === -1 && this.#textStarts.at(-1)! < this.#text.length) {
      const looked = Math.max(from, this.#folded.length - wanted.length + 1)
      this.#foldMore()
      at = this.#folded.indexOf(wanted, looked)
    }
    return at
  }

  /** Folds as much again as is folded, so that the string is joined a few times only. */
  #foldMore(): void {
    const begun = this.#textStarts.at(-1)!
    const enough = Math.min(Math.max(2 * begun, BEGINNING), this.#text.length)
    const parts = [this.#folded]
    for (let start = begun; start < enough; ) {
      let end = Math.min(start + PART, this.#text.length)
      while (end < this.#text.length && !beginsCluster(this.#text, end)) end++
      const part = fold(this.#text.slice(start, end), this.#folding)
      parts.push(part)
      this.#textStarts.push(end)
      this.#foldedStarts.push(this.#foldedStarts.at(-1)! + part.length)
      start = end
    }
    this.#folded = parts.join('')
  }

  /**
   * The stretch of the text that a stretch of the folded one comes from, in
   * UTF-16 offsets; null where it begins or ends inside a cluster: half an ß,
   * or a letter without its accent.
   */
  back(start: number, end: number): Span | null {
    const from = this.#edge(start, 'start')
    const to = this.#edge(end, 'end')
    return from === null || to === null ? null : { start: from, end: to }
  }

  #edge(at: number, side: 'start' | 'end'): number | null {
    // A character that ends here belongs to the part before.
    const inside = side === 'start' ? at : at - 1
    const places = this.#placesUpTo(inside)
    const { inText, inFolded, isRun } = places
    const i = lastUpTo(inFolded, inside)
    if (isRun[i]) return inText[i]! + at - inFolded[i]!
    if (side === 'start') return inFolded[i] === at ? inText[i]! : null
    return (inFolded[i + 1] ?? places.folded) === at ? (inText[i + 1] ?? places.text) : null
  }

  /** The places of the part in which a folded offset lies, at least as far as beyond that. */
  #placesUpTo(inside: number): Places {
    const part = lastUpTo(this.#foldedStarts, inside, this.#foldedStarts.length - 1)
    if (this.#places?.part !== part) this.#places = this.#placesOf(part)
    const places = this.#places
    const end = this.#textStarts[part + 1]!
    while (places.folded <= inside && places.text < end) this.#goOn(places, end)
    return places
  }

  #placesOf(part: number): Places {
    const [text, folded] = [this.#textStarts[part]!, this.#foldedStarts[part]!]
    return { part, inText: [], inFolded: [], isRun: [], text, folded }
  }

  /** One entry more. */
  #goOn(places: Places, end: number): void {
    const { text, folded } = places
    places.inText.push(text)
    places.inFolded.push(folded)
    const run = plainRun(this.#text, text, end)
    places.isRun.push(run > 0)
    places.text = run > 0 ? text + run : Math.min(clusterEnd(this.#text, text), end)
    places.folded += run > 0 ? run : fold(this.#text.slice(text, places.text), this.#folding).length
  }
}

/** How many clusters from an offset on are one unit that stays one unit when it is folded. */
function plainRun(text: string, start: number, end: number): number {
  let at = start
  let code = text.charCodeAt(at)
  while (at < end) {
    const next = text.charCodeAt(at + 1)
    // What `clusterEnd` says of such characters, without asking for each.
    const isPlain = code > 0x20 ? code < 0x7f && next < 0x300 : code === 0x20 && next > 0x20 && next < 0x7f
    if (!isPlain) break
    at++
    code = next
  }
  return at - start
}

/** The last index, below `below`, whose value is at most `value`, in ascending numbers whose first is. */
function lastUpTo(ascending: readonly number[], value: number, below = ascending.length): number {
  let low = 0
  let high = below - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (ascending[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}
