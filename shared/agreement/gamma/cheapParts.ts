import { type Offer, offerOf, type PairCosts } from './pairCosts.ts'

/** How many steps may still be taken. */
export interface Budget {
  left: number
}

/** Parts that cost less than their prices. */
export interface CheaperParts {
  readonly offers: readonly Offer[]
  /** By unit: how much less than its prices any part costs that has this unit as its first, 0 or below. */
  readonly short: Float64Array
}

/**
 * Looks for parts that cost little beside their units' prices, branch and bound:
 * annotator after annotator gives one of their units or none, as long as what
 * those still to come can at most bring back is enough.
 */
export class CheapParts {
  private readonly costs: PairCosts
  private readonly budget: Budget
  /**
   * By annotator times size and unit: half of what it can at most bring back to stand beside units of that annotator and
   * those after. Two that both are still to come have half of it each.
   */
  private readonly hopes: Float64Array
  /** By depth and unit: what it adds to the part at hand, its price taken off. */
  private readonly adding: readonly Float64Array[]
  private readonly bests: readonly Float64Array[]
  private readonly members: number[] = []
  private limit = 0
  private found: (excess: number) => void = () => {}

  constructor(costs: PairCosts, budget: Budget) {
    this.costs = costs
    this.budget = budget
    const { size, annotators, from, pairs, annotatorOf } = costs
    this.hopes = new Float64Array((annotators + 1) * size)
    for (let annotator = annotators - 1; annotator >= 0; annotator--)
      for (let unit = 0; unit < size; unit++) {
        let least = 0
        if (annotatorOf[unit] !== annotator)
          for (let other = from[annotator]!; other < from[annotator + 1]!; other++)
            least = Math.min(least, pairs[unit * size + other]!)
        this.hopes[annotator * size + unit] = this.hopes[(annotator + 1) * size + unit]! + least / 2
      }
    this.adding = Array.from({ length: annotators + 1 }, () => new Float64Array(size))
    this.bests = Array.from({ length: annotators + 1 }, () => new Float64Array(annotators + 1))
  }

  /** For each unit the cheapest parts of it and units of later annotators that cost less than their prices; null where the budget ended. */
  cheaper(prices: Float64Array): CheaperParts | null {
    const { size, part } = this.costs
    const offers: Offer[] = []
    const short = new Float64Array(size)
    for (let unit = 0; unit < size; unit++) {
      const some: Offer[] = []
      short[unit] = -ROUNDING * part
      this.found = excess => {
        this.limit = excess
        short[unit] = excess
        some.push(offerOf([...this.members], this.costs))
      }
      if (!this.from(unit, prices, -ROUNDING * part)) return null
      offers.push(...some.slice(-AT_ONCE))
    }
    return { offers, short }
  }

  /** All parts that cost less than their prices and `room`; null where they are more than `most`, or the budget ended. */
  within(room: number, prices: Float64Array, most: number): Offer[] | null {
    const offers: Offer[] = []
    this.found = () => {
      offers.push(offerOf([...this.members], this.costs))
      if (offers.length > most) this.limit = Number.NEGATIVE_INFINITY
    }
    for (let unit = 0; unit < this.costs.size; unit++)
      if (!this.from(unit, prices, room) || offers.length > most) return null
    return offers
  }

  /** Goes through the parts whose first unit this is; whether that came to an end. */
  private from(unit: number, prices: Float64Array, limit: number): boolean {
    const { size, annotatorOf, pairs, part, from } = this.costs
    this.limit = limit
    const annotator = annotatorOf[unit]!
    const adding = this.adding[annotator + 1]!
    for (let other = from[annotator + 1]!; other < size; other++)
      adding[other] = pairs[unit * size + other]! - prices[other]!
    this.members.splice(0, this.members.length, unit)
    this.go(annotator + 1, adding, part - prices[unit]!)
    return this.budget.left > 0
  }

  private go(annotator: number, adding: Float64Array, excess: number): void {
    const { annotators, from, pairs, size } = this.costs
    if (--this.budget.left <= 0) return
    const bests = this.bests[annotator]!
    let rest = 0
    for (let one = annotator; one < annotators; one++) {
      let best = 0
      for (let unit = from[one]!; unit < from[one + 1]!; unit++) {
        const hoped = adding[unit]! + this.hopes[annotator * size + unit]!
        if (hoped < best) best = hoped
      }
      bests[one] = best
      rest += best
    }
    if (excess + rest >= this.limit) return
    if (annotator === annotators) {
      this.found(excess)
      return
    }
    const others = rest - bests[annotator]!
    const next = this.adding[annotator + 1]!
    for (let unit = from[annotator]!; unit < from[annotator + 1]!; unit++) {
      const more = adding[unit]!
      if (excess + more + this.hopes[annotator * size + unit]! + others >= this.limit) continue
      for (let other = from[annotator + 1]!; other < size; other++)
        next[other] = adding[other]! + pairs[unit * size + other]!
      this.members.push(unit)
      this.go(annotator + 1, next, excess + more)
      this.members.pop()
    }
    if (excess + others >= this.limit) return
    // Nothing of theirs.
    for (let other = from[annotator + 1]!; other < size; other++) next[other] = adding[other]!
    this.go(annotator + 1, next, excess)
  }
}

/** What rounding may make of sums, by Δ∅. */
export const ROUNDING = 1e-12
const AT_ONCE = 3
