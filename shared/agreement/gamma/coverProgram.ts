import { ROUNDING } from './cheapParts.ts'
import type { Offer } from './pairCosts.ts'

/**
 * The cheapest mixture of offers that covers each thing once, where offers may be
 * taken by halves (a linear program, solved by the revised simplex method, Dantzig
 * and Orchard-Hays 1954, with the inverse of its basis at hand). Offers can be
 * added, and what was solved is where that begins. Each thing is offered alone
 * from the beginning.
 */
export class CoverProgram {
  /** What covering each thing is worth: once it is solved, no offer that is known costs less than its members' prices. */
  readonly prices: Float64Array
  private readonly size: number
  /** What one thing alone costs. */
  private readonly alone: number
  private readonly offers: Offer[] = []
  /** By row: which offer is in the basis there, and how much of it is taken. */
  private readonly basis: Int32Array
  private readonly shares: Float64Array
  private readonly inverse: Float64Array
  private readonly isBasic: boolean[] = []
  private readonly column: Float64Array
  private readonly known = new Set<string>()

  constructor(size: number, alone: number) {
    this.size = size
    this.alone = alone
    this.prices = new Float64Array(size).fill(alone)
    this.basis = Int32Array.from({ length: size }, (_, i) => i)
    // A little more than 1, by different amounts: else many steps lead nowhere.
    this.shares = Float64Array.from({ length: size }, (_, i) => 1 + NUDGE * (0.5 + ((i * 0.618034) % 1)))
    this.inverse = new Float64Array(size * size)
    this.column = new Float64Array(size)
    for (let i = 0; i < size; i++) {
      this.add({ members: [i], cost: alone })
      this.inverse[i * size + i] = 1
      this.isBasic[i] = true
    }
  }

  /** Whether it wasn't known yet. */
  add(offer: Offer): boolean {
    const key = offer.members.join()
    if (this.known.has(key)) return false
    this.known.add(key)
    this.offers.push(offer)
    this.isBasic.push(false)
    return true
  }

  /** Solves it in at most so many steps, and says how many it took. */
  solve(most: number): number {
    let steps = 0
    for (; steps < most; steps++) {
      const entering = this.cheapest()
      if (entering < 0 || !this.turn(entering)) break
    }
    this.priceAnew()
    return steps
  }

  /** The offers that are taken, those first that are taken most. */
  taken(): Offer[] {
    return [...this.basis.keys()]
      .filter(row => this.shares[row]! > 1e-3)
      .sort((one, other) => this.shares[other]! - this.shares[one]! || this.basis[one]! - this.basis[other]!)
      .map(row => this.offers[this.basis[row]!]!)
  }

  private cheapest(): number {
    let best = -1
    let least = -ROUNDING * this.alone
    for (let i = 0; i < this.offers.length; i++) {
      if (this.isBasic[i]) continue
      const excess = this.excessOf(i)
      if (excess < least) {
        least = excess
        best = i
      }
    }
    return best
  }

  private excessOf(offer: number): number {
    const { cost, members } = this.offers[offer]!
    let excess = cost
    for (let k = 0; k < members.length; k++) excess -= this.prices[members[k]!]!
    return excess
  }

  /** Brings an offer into the basis, for the one that is used up first; whether there is one. */
  private turn(entering: number): boolean {
    const { size, inverse, shares, column, prices } = this
    const { members } = this.offers[entering]!
    const excess = this.excessOf(entering)
    let leaving = -1
    let least = Number.POSITIVE_INFINITY
    for (let row = 0; row < size; row++) {
      let sum = 0
      for (let k = 0; k < members.length; k++) sum += inverse[row * size + members[k]!]!
      column[row] = sum
      if (sum > 1e-9 && shares[row]! / sum < least) {
        least = shares[row]! / sum
        leaving = row
      }
    }
    if (leaving < 0) return false
    const pivot = column[leaving]!
    const at = leaving * size
    const filled: number[] = []
    for (let i = 0; i < size; i++)
      if (inverse[at + i] !== 0) {
        inverse[at + i]! /= pivot
        filled.push(i)
      }
    shares[leaving]! /= pivot
    for (let row = 0; row < size; row++) {
      const by = column[row]!
      if (row === leaving || Math.abs(by) < 1e-12) continue
      shares[row] = Math.max(0, shares[row]! - by * shares[leaving]!)
      for (let k = 0; k < filled.length; k++) inverse[row * size + filled[k]!]! -= by * inverse[at + filled[k]!]!
    }
    for (let k = 0; k < filled.length; k++) prices[filled[k]!]! += excess * inverse[at + filled[k]!]!
    this.isBasic[this.basis[leaving]!] = false
    this.isBasic[entering] = true
    this.basis[leaving] = entering
    return true
  }

  /** By the basis, without what rounding left at each step. */
  private priceAnew(): void {
    const { size, inverse, prices, offers, basis } = this
    prices.fill(0)
    for (let row = 0; row < size; row++) {
      const { cost } = offers[basis[row]!]!
      for (let i = 0; i < size; i++) prices[i]! += cost * inverse[row * size + i]!
    }
  }
}

const NUDGE = 1e-6
