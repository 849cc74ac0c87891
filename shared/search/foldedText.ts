import type { Span } from '../annotation/span.ts'
import { beginsCluster, clusterEnd, type Folding, fold } from './fold.ts'

/** How much of a text is folded at a time, in UTF-16 units; a part ends where a cluster begins. */
const PART = 4096

/** Where the clusters of one part begin, in the text and folded, with the ends of the part as their last. */
interface Places {
  readonly part: number
  readonly inText: readonly number[]
  readonly inFolded: readonly number[]
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
    const { inText, inFolded } = this.#placesIn(lastUpTo(this.#foldedStarts, inside))
    const i = lastUpTo(inFolded, inside)
    if (side === 'start') return inFolded[i] === at ? inText[i]! : null
    return inFolded[i + 1] === at ? inText[i + 1]! : null
  }

  #placesIn(part: number): Places {
    if (this.#places?.part === part) return this.#places
    const [textStart, textEnd] = [this.#textStarts[part]!, this.#textStarts[part + 1]!]
    const [foldedStart, foldedEnd] = [this.#foldedStarts[part]!, this.#foldedStarts[part + 1]!]
    const inText: number[] = []
    const inFolded: number[] = []
    for (let at = textStart, reached = foldedStart; at < textEnd; ) {
      inText.push(at)
      inFolded.push(reached)
      const end = Math.min(clusterEnd(this.#text, at), textEnd)
      // One unit that stays one unit needs no folding to be counted.
      const isPlain = end === at + 1 && isPrintable(this.#text.charCodeAt(at))
      reached += isPlain ? 1 : fold(this.#text.slice(at, end), this.#folding).length
      at = end
    }
    inText.push(textEnd)
    inFolded.push(foldedEnd)
    this.#places = { part, inText, inFolded }
    return this.#places
  }
}

/** The last index whose value is at most `value`, in ascending numbers whose first is; the end itself never counts. */
function lastUpTo(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (ascending[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}

function isPrintable(unit: number): boolean {
  return unit >= 0x20 && unit < 0x7f
}
