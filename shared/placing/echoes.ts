import type { Stretch } from './compare.ts'
import { hashOf, isSame } from './uniqueRuns.ts'

/**
 * The same words at two places that the comparison didn't bring together: the
 * old ones stand in `a` from `a0` to `a1`, the new ones in `b` from `b0` to `b1`.
 * What was moved or copied has one, and so has a look-alike of what was deleted.
 */
export interface Echo {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

/** Shorter ones are figures of speech. */
const LEAST = 4
/** A run that stands in more places is of a table or a litany; nothing near it is certain. */
const MOST_PLACES = 64
const MOST_ECHOES = 200_000

export interface Echoes {
  readonly all: readonly Echo[]
  /** Whether there is nothing that could be mistaken for anything else. */
  readonly isNone: boolean
  /** Whether a run of old tokens is one of those that were left out, since they stand in too many places. */
  readonly isCommon: (from: number, to: number) => boolean
  /** False where there were too many, or time ran out. */
  readonly isWhole: boolean
}

/** All echoes of what one of the rows has and the other, at that place, hasn't. */
export function echoesOf(a: Int32Array, b: Int32Array, stretches: readonly Stretch[], isOver: () => boolean): Echoes {
  const inserted = gapsOf(
    stretches.map(one => [one.b, one.length] as const),
    b.length,
  )
  const deleted = gapsOf(
    stretches.map(one => [one.a, one.length] as const),
    a.length,
  )
  const all: Echo[] = []
  const common = new Set<number>()
  /** What was moved is found from both sides. */
  const known = new Set<number>()
  const add = (echo: Echo) => {
    const name = echo.a0 * (b.length + 1) + echo.b0
    if (!known.has(name) && ownPart(echo, stretches) >= LEAST) all.push(echo)
    known.add(name)
  }
  const ofInserted = echoesFrom(b, inserted, a, common, isOver, (x, y, length) =>
    add({ a0: y, a1: y + length, b0: x, b1: x + length }),
  )
  const ofDeleted = echoesFrom(a, deleted, b, common, isOver, (x, y, length) =>
    add({ a0: x, a1: x + length, b0: y, b1: y + length }),
  )
  function isCommon(from: number, to: number): boolean {
    if (common.size === 0) return false
    for (let at = from; at < to && at + LEAST <= a.length; at++) if (common.has(hashOf(a, at, LEAST))) return true
    return false
  }
  return { all, isNone: all.length === 0 && common.size === 0, isCommon, isWhole: ofInserted && ofDeleted }
}

/**
 * How many tokens of an echo aren't simply what was kept: an inserted sentence
 * that ends in a full stop like the one before it makes an echo of all that follows.
 */
function ownPart({ a0, a1, b0 }: Echo, stretches: readonly Stretch[]): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[middle]!.a + stretches[middle]!.length <= a0) low = middle + 1
    else high = middle
  }
  let own = a1 - a0
  for (let i = low; i < stretches.length && stretches[i]!.a < a1; i++) {
    const { a, b, length } = stretches[i]!
    if (b - a === b0 - a0) own -= Math.min(a1, a + length) - Math.max(a0, a)
  }
  return own
}

type Gap = readonly [from: number, to: number]

function gapsOf(kept: readonly (readonly [at: number, length: number])[], length: number): Gap[] {
  const gaps: Gap[] = []
  let from = 0
  for (const [at, long] of [...kept, [length, 0] as const]) {
    if (at > from) gaps.push([from, at])
    from = at + long
  }
  return gaps
}

/** Tells every longest run of `x` that touches a gap and stands in `y` too. Whether all of them were told. */
function echoesFrom(
  x: Int32Array,
  gaps: readonly Gap[],
  y: Int32Array,
  common: Set<number>,
  isOver: () => boolean,
  tell: (x: number, y: number, length: number) => unknown,
): boolean {
  const places = new Map<number, number[]>()
  for (const [from, to] of gaps) {
    for (let at = Math.max(0, from - LEAST + 1); at < to && at + LEAST <= x.length; at++) {
      const hash = hashOf(x, at, LEAST)
      const known = places.get(hash)
      if (!known) places.set(hash, [at])
      else if (known.push(at) > MOST_PLACES) common.add(hash)
    }
  }
  for (const hash of common) places.delete(hash)
  if (places.size === 0) return true
  /** How far each diagonal has been told, in `y`. */
  const told = new Map<number, number>()
  let count = 0
  for (let j = 0; j + LEAST <= y.length; j++) {
    const known = places.get(hashOf(y, j, LEAST))
    if (!known) continue
    for (const i of known) {
      if (j < (told.get(j - i) ?? 0) || !isSame(x, i, y, j, LEAST)) continue
      let [x0, y0] = [i, j]
      while (x0 > 0 && y0 > 0 && x[x0 - 1] === y[y0 - 1]) {
        x0--
        y0--
      }
      let length = i - x0 + LEAST
      while (x0 + length < x.length && y0 + length < y.length && x[x0 + length] === y[y0 + length]) length++
      told.set(j - i, y0 + length)
      tell(x0, y0, length)
      if (++count >= MOST_ECHOES || isOver()) return false
    }
  }
  return true
}

/** Echoes by where they stand in one of the rows. */
export class EchoIndex {
  readonly #echoes: readonly Echo[]
  readonly #from: 'a0' | 'b0'
  readonly #to: 'a1' | 'b1'
  /** The furthest end of all echoes up to each. */
  readonly #reach: Int32Array

  constructor(echoes: readonly Echo[], row: 'a' | 'b') {
    this.#from = row === 'a' ? 'a0' : 'b0'
    this.#to = row === 'a' ? 'a1' : 'b1'
    this.#echoes = [...echoes].sort((one, other) => one[this.#from] - other[this.#from])
    this.#reach = new Int32Array(echoes.length)
    let reach = 0
    this.#echoes.forEach((echo, i) => {
      reach = Math.max(reach, echo[this.#to])
      this.#reach[i] = reach
    })
  }

  /** Echoes that share a token with the stretch. */
  touching(from: number, to: number): Echo[] {
    let low = 0
    let high = this.#echoes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#echoes[middle]![this.#from] < to) low = middle + 1
      else high = middle
    }
    const found: Echo[] = []
    for (let i = low - 1; i >= 0 && this.#reach[i]! > from; i--) {
      if (this.#echoes[i]![this.#to] > from) found.push(this.#echoes[i]!)
    }
    return found.reverse()
  }
}
