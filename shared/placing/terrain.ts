import { CONTEXT } from '../annotation/anchor.ts'
import { compare, type Stretch } from './compare.ts'
import { type Echoes, EchoIndex, echoesOf } from './echoes.ts'
import { type Tokens, tokenAt, tokensOf } from './tokens.ts'

/** A stretch that has not changed, and how much of it on either side might as well be the copy that was put beside it. */
export interface Kept extends Stretch {
  /** Tokens from its start, and from its end, that could be matched the other way round. */
  readonly slidesIn: number
  readonly slidesOut: number
}

/** A run of tokens: from `from` up to `to`. */
export interface Run {
  readonly from: number
  readonly to: number
}

/** A word that stands in more places says nothing of where it came from. */
export const MOST_PLACES_OF_A_WORD = 40

/** Two versions of a text, compared once, for any number of annotations to be carried across. */
export class Terrain {
  readonly was: string
  readonly is: string
  readonly old: Tokens
  readonly now: Tokens
  readonly kept: readonly Kept[]
  readonly echoes: Echoes
  readonly echoesByOld: EchoIndex
  readonly echoesByNow: EchoIndex
  /** False where time ran out; then nothing that differs is certain. */
  readonly isWhole: boolean
  /** For a change that begins at an old offset, where each of its offsets went: found when it is first asked for. */
  readonly changeAt = new Map<number, Int32Array>()
  #newPlaces: ReadonlyMap<number, readonly number[]> | null = null

  constructor(was: string, is: string, isOver: () => boolean) {
    this.was = was
    this.is = is
    const numbering = new Map<string, number>()
    this.old = tokensOf(was, numbering)
    this.now = tokensOf(is, numbering)
    const { stretches, isWhole } = compare(this.old.ids, this.now.ids, isOver)
    this.kept = stretches.map((_, i) => this.#withSlides(stretches, i))
    this.echoes = echoesOf(this.old.ids, this.now.ids, stretches, isOver)
    this.echoesByOld = new EchoIndex(this.echoes.all, 'a')
    this.echoesByNow = new EchoIndex(this.echoes.all, 'b')
    this.isWhole = isWhole && this.echoes.isWhole
  }

  /** The tokens that share a character with a stretch of the old text. */
  tokensIn(start: number, end: number): Run {
    return runIn(this.old, start, end)
  }

  /** The same of the new text. */
  nowTokensIn(start: number, end: number): Run {
    return runIn(this.now, start, end)
  }

  /** The index of the kept stretch that a token of the old text is in, or of the last one before it; -1 before all. */
  keptAt(token: number): number {
    return lastAtOrBefore(this.kept, 'a', token)
  }

  /** The same by a token of the new text. */
  keptAtNow(token: number): number {
    return lastAtOrBefore(this.kept, 'b', token)
  }

  /** The kept stretch that holds a whole run of old tokens. */
  keptHolding({ from, to }: Run): Kept | null {
    const kept = this.kept[this.keptAt(from)]
    return kept && to <= kept.a + kept.length ? kept : null
  }

  /** Whether a run of new tokens is what became of a run of old ones. */
  isExplained({ from, to }: Run): boolean {
    const kept = this.kept[this.keptAtNow(from)]
    return kept !== undefined && to <= kept.b + kept.length
  }

  /** Where each word came new; of words with very many places, the first ones. */
  get newPlaces(): ReadonlyMap<number, readonly number[]> {
    this.#newPlaces ??= this.#findNewPlaces()
    return this.#newPlaces
  }

  #findNewPlaces(): Map<number, number[]> {
    const places = new Map<number, number[]>()
    let from = 0
    for (const one of [...this.kept, { b: this.now.ids.length, length: 0 }]) {
      for (let at = from; at < one.b; at++) {
        const id = this.now.ids[at]!
        const list = places.get(id)
        if (!list) places.set(id, [at])
        else if (list.length <= MOST_PLACES_OF_A_WORD) list.push(at)
      }
      from = one.b + one.length
    }
    return places
  }

  /** The run and what stands within reach of it: the surroundings that an anchor remembers. */
  surroundings(run: Run): Run {
    const start = Math.max(0, (this.old.starts[run.from] ?? 0) - CONTEXT)
    const end = (this.old.ends[run.to - 1] ?? 0) + CONTEXT
    return { from: tokenAt(this.old, start), to: runIn(this.old, start, end).to }
  }

  /**
   * What was put in, or left out, beside words that are the same may have been
   * put in before or after them: of "Robin and Robin" nobody can tell which
   * Robin is the new one.
   */
  #withSlides(stretches: readonly Stretch[], i: number): Kept {
    const one = stretches[i]!
    const before = stretches[i - 1] ?? { a: 0, b: 0, length: 0 }
    const after = stretches[i + 1] ?? { a: this.old.ids.length, b: this.now.ids.length, length: 0 }
    const [row, from, at] = pureGap(this.old.ids, this.now.ids, before, one)
    let slidesIn = 0
    if (row) while (slidesIn < one.length && row[from + slidesIn] === row[at + slidesIn]) slidesIn++
    const [next, end, on] = pureGap(this.old.ids, this.now.ids, one, after)
    let slidesOut = 0
    if (next) while (slidesOut < one.length && next[end - 1 - slidesOut] === next[on - 1 - slidesOut]) slidesOut++
    return { ...one, slidesIn, slidesOut }
  }
}

/** The row that has something between two stretches where the other has nothing; where that begins, and where it ends. */
function pureGap(a: Int32Array, b: Int32Array, one: Stretch, next: Stretch): [Int32Array | null, number, number] {
  const [inA, inB] = [one.a + one.length, one.b + one.length]
  if (inA === next.a && inB < next.b) return [b, inB, next.b]
  if (inB === next.b && inA < next.a) return [a, inA, next.a]
  return [null, 0, 0]
}

function runIn(tokens: Tokens, start: number, end: number): Run {
  const from = tokenAt(tokens, start)
  let to = tokenAt(tokens, end)
  if (to < tokens.starts.length && tokens.starts[to]! < end) to++
  return { from, to: Math.max(from, to) }
}

function lastAtOrBefore(kept: readonly Kept[], row: 'a' | 'b', token: number): number {
  let low = 0
  let high = kept.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (kept[middle]![row] <= token) low = middle + 1
    else high = middle
  }
  return low - 1
}
