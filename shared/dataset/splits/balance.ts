import { type Part, quotasOf } from './shares.ts'
import type { Unit } from './units.ts'

/** What each part of a split still wants while units are put into it: articles, and of each stratum its share. */
export class Balance {
  readonly #shares: readonly number[]
  readonly #articles: number
  #articlesLeft: number
  /** How many articles still fit in each part; below zero where a family was too large. */
  readonly #room: number[]
  /** How much there is of each stratum, and how much of it is in no part yet. */
  readonly #amounts: Float64Array
  readonly #left: Float64Array
  /** How much of each stratum each part still wants, the parts of one stratum side by side. */
  readonly #wanted: Float64Array

  constructor(units: readonly Unit[], parts: readonly Part[], strata: number) {
    const all = parts.reduce((sum, { share }) => sum + share, 0)
    this.#shares = parts.map(({ share }) => share / all)
    this.#articles = units.reduce((sum, { paths }) => sum + paths.length, 0)
    this.#articlesLeft = this.#articles
    this.#room = quotasOf(this.#articles, parts)
    this.#amounts = new Float64Array(strata)
    for (const { amounts } of units) for (const [stratum, amount] of amounts) this.#amounts[stratum]! += amount
    this.#left = this.#amounts.slice()
    this.#wanted = new Float64Array(strata * parts.length)
    for (const [i, amount] of this.#amounts.entries()) {
      for (const [part, share] of this.#shares.entries()) this.#wanted[this.#at(i, part)] = amount * share
    }
  }

  /**
   * Where a unit should go for the sake of one of its strata (none: of its size
   * alone): of the parts that have room for it the one that wants most of the
   * stratum, of those the one with most room, of those one by lot.
   */
  forStratum(unit: Unit, stratum: number | undefined): number {
    const wanting =
      stratum === undefined
        ? this.#roomyFor(unit)
        : highest(this.#roomyFor(unit), part => this.#wanted[this.#at(stratum, part)]!)
    return this.#drawn(unit, wanting)
  }

  /**
   * Where a unit should go if what has been put into parts is to stand in their
   * shares already, not only once all is: of the parts that have room for it
   * the one that by then lacks most of what it has, each stratum and the number
   * of articles weighing as much as the unit's part of all there is.
   */
  soFar(unit: Unit): number {
    const { paths, amounts } = unit
    const lacks = (part: number) => {
      const share = this.#shares[part]!
      const articles = this.#room[part]! - share * (this.#articlesLeft - paths.length)
      let sum = (articles * paths.length) / this.#articles
      for (const [stratum, amount] of amounts) {
        const lacking = this.#wanted[this.#at(stratum, part)]! - share * (this.#left[stratum]! - amount)
        sum += (lacking * amount) / this.#amounts[stratum]!
      }
      return sum
    }
    return this.#drawn(unit, highest(this.#roomyFor(unit), lacks))
  }

  put({ paths, amounts }: Unit, part: number): void {
    this.#room[part]! -= paths.length
    this.#articlesLeft -= paths.length
    for (const [stratum, amount] of amounts) {
      this.#wanted[this.#at(stratum, part)]! -= amount
      this.#left[stratum]! -= amount
    }
  }

  #at(stratum: number, part: number): number {
    return stratum * this.#shares.length + part
  }

  /** The parts that a unit fits in; where there is none, those with most room. */
  #roomyFor({ paths }: Unit): number[] {
    const everywhere = this.#room.map((_, part) => part)
    const roomy = everywhere.filter(part => this.#room[part]! >= paths.length)
    return roomy.length > 0 ? roomy : highest(everywhere, part => this.#room[part]!)
  }

  #drawn({ lot }: Unit, parts: readonly number[]): number {
    const roomiest = highest(parts, part => this.#room[part]!)
    return roomiest[Number(lot % BigInt(roomiest.length))]!
  }
}

function highest(parts: readonly number[], of: (part: number) => number): number[] {
  const worth = parts.map(of)
  const most = Math.max(...worth)
  return parts.filter((_, i) => worth[i] === most)
}
