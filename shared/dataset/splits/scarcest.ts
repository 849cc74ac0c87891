import type { Unit } from './units.ts'

/**
 * Units by their strata, handed out so that a stratum of which few are left
 * comes first: what is scarce can only be shared out while there is room
 * everywhere. Each step costs what the unit's own strata cost.
 */
export class Scarcest {
  readonly #units: readonly Unit[]
  /** Of each stratum its units, in their order, and how many of them are still to be handed out. */
  readonly #unitsOf: number[][]
  readonly #left: number[]
  /** Strata by how many units they had left when they were put there; what has fewer by now stands lower as well. */
  readonly #byLeft: number[][]
  /** Below this nothing stands there. */
  #lowest = 1
  readonly #isOut: Uint8Array

  constructor(units: readonly Unit[], strata: number) {
    this.#units = units
    this.#unitsOf = Array.from({ length: strata }, () => [])
    for (const [i, { amounts }] of units.entries())
      for (const stratum of amounts.keys()) this.#unitsOf[stratum]!.push(i)
    this.#left = this.#unitsOf.map(those => those.length)
    this.#byLeft = Array.from({ length: units.length + 1 }, () => [])
    for (const [stratum, left] of this.#left.entries()) this.#byLeft[left]!.push(stratum)
    this.#isOut = new Uint8Array(units.length)
  }

  /** Each unit once, with its stratum of which the fewest units are left; those of no stratum last. */
  *all(): Generator<[unit: Unit, stratum: number | undefined]> {
    while (this.#lowest < this.#byLeft.length) {
      const left = this.#lowest
      const stratum = this.#byLeft[left]!.pop()
      if (stratum === undefined) this.#lowest++
      else if (this.#left[stratum] === left) yield* this.#allOf(stratum)
    }
    for (const [i, unit] of this.#units.entries()) if (!this.#isOut[i]) yield [unit, undefined]
  }

  *#allOf(stratum: number): Generator<[unit: Unit, stratum: number]> {
    for (const i of this.#unitsOf[stratum]!) {
      if (this.#isOut[i]) continue
      this.#isOut[i] = 1
      for (const its of this.#units[i]!.amounts.keys()) this.#makeScarcer(its)
      yield [this.#units[i]!, stratum]
    }
  }

  #makeScarcer(stratum: number): void {
    const left = --this.#left[stratum]!
    if (left === 0) return
    this.#byLeft[left]!.push(stratum)
    this.#lowest = Math.min(this.#lowest, left)
  }
}
