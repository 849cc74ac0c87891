/** A part of two rows of numbers: `a` from `a0` to `a1`, `b` from `b0` to `b1`. */
export interface Range {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

/** Where a run of one row stands in the other. */
export interface Pair {
  readonly a: number
  readonly b: number
}

const NOWHERE = -1
const TWICE = -2

/**
 * Runs of `length` numbers that stand once in each row of the range, as the
 * longest list of pairs whose places grow in both: what was moved past the
 * others is left out. Costs time in proportion to the range, but for a logarithm.
 */
export function uniqueRuns(a: Int32Array, b: Int32Array, range: Range, length: number): Pair[] {
  const inA = new Places(a, range.a0, range.a1, length)
  const inB = new Places(b, range.b0, range.b1, length)
  const pairs: Pair[] = []
  for (let at = range.a0; at + length <= range.a1; at++) {
    const hash = hashOf(a, at, length)
    if (inA.of(hash) !== at) continue
    const there = inB.of(hash)
    if (there >= 0 && isSame(a, at, b, there, length)) pairs.push({ a: at, b: there })
  }
  return longestGrowing(pairs)
}

/** Where each run of a row stands, by its hash: a table without a list, since there are as many runs as words. */
class Places {
  readonly #hashes: Int32Array
  readonly #places: Int32Array
  readonly #mask: number

  constructor(row: Int32Array, from: number, to: number, length: number) {
    const size = 1 << Math.max(4, 32 - Math.clz32(Math.max(1, to - from) * 2))
    this.#hashes = new Int32Array(size)
    this.#places = new Int32Array(size).fill(NOWHERE)
    this.#mask = size - 1
    for (let at = from; at + length <= to; at++) {
      const hash = hashOf(row, at, length)
      const slot = this.#slot(hash)
      this.#places[slot] = this.#places[slot] === NOWHERE ? at : TWICE
      this.#hashes[slot] = hash
    }
  }

  /** The one place of a hash; negative where it has none, or several. */
  of(hash: number): number {
    return this.#places[this.#slot(hash)]!
  }

  #slot(hash: number): number {
    let slot = (hash ^ (hash >>> 16)) & this.#mask
    while (this.#places[slot] !== NOWHERE && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask
    return slot
  }
}

/** A number for a run; different runs may have the same. */
export function hashOf(row: Int32Array, at: number, length: number): number {
  let hash = 17
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ row[at + i]!, 0x9e3779b1) ^ (hash >>> 15)
  return hash | 0
}

export function isSame(a: Int32Array, i: number, b: Int32Array, j: number, length: number): boolean {
  for (let n = 0; n < length; n++) if (a[i + n] !== b[j + n]) return false
  return true
}

/** The longest part of pairs (sorted by `a`) in which `b` grows too, by patience sorting. */
function longestGrowing(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = []
  const before = new Int32Array(pairs.length)
  pairs.forEach(({ b }, i) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tops[middle]!]!.b < b) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? tops[low - 1]! : -1
    tops[low] = i
  })
  const chain: Pair[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(pairs[at]!)
  return chain.reverse()
}
