import { type Budget, CheapParts, ROUNDING } from './cheapParts.ts'
import { CoverProgram } from './coverProgram.ts'
import { exactCover } from './exactCover.ts'
import { greedyParts } from './greedyParts.ts'
import { type Offer, offerOf, type PairCosts } from './pairCosts.ts'
import { plainPrices } from './plainPrices.ts'

/** Units put into parts. */
export interface LeastCover {
  readonly parts: readonly Offer[]
  readonly cost: number
  /** What no other parts can cost less than; `cost`, where these are proven to be the best. */
  readonly least: number
}

/**
 * Parts of least cost for units that hang together.
 *
 * Why `least` is a bound: give each unit a price such that no part costs less than
 * its units' prices. Each way to put units together has each unit once, so it costs
 * at least all prices together (weak duality of linear programs). Such prices come
 * from a linear program to which parts that are too cheap for its prices are added
 * until there are none (column generation, Gilmore and Gomory 1961); before that
 * they are made so by lowering the price of each unit by as much as any part falls
 * short of its prices that has this unit as its first: a part has but one first.
 *
 * What a way costs beyond all prices is the sum of what its parts cost beyond
 * theirs, and that is never below nothing. So a way that costs less than prices and
 * some room has none but parts that cost less than their prices and that room:
 * these are searched, with ever more room. Where there is none among them, there is
 * none at all, and `least` grows by the room; where there is one, the cheapest of
 * them is the best of all. Where the budget ends before, the best that was seen
 * stands. All of this is true but for what rounding makes of sums, a thousandth of
 * a millionth of what one part costs.
 */
export function leastCover(costs: PairCosts, budget: Budget): LeastCover {
  const near = 2 * costs.size * ROUNDING * costs.part
  let best = sumOf(greedyParts([], costs).map(members => offerOf(members, costs)))
  const plain = summedUp(plainPrices(costs))
  if (best.cost - plain.least <= near) return { ...best, least: best.cost }
  const program = new CoverProgram(costs.size, costs.part)
  for (const offer of best.parts) program.add(offer)
  const cheap = new CheapParts(costs, budget)
  const priced = pricesOf(plain, program, cheap, budget)
  const { prices } = priced
  let { least } = priced
  const isOpen = () => best.cost - least > near
  const seen = (parts: readonly Offer[]) => {
    const one = sumOf(parts)
    if (one.cost < best.cost) best = one
  }
  if (isOpen())
    seen(
      greedyParts(
        program.taken().map(({ members }) => members),
        costs,
      ).map(members => offerOf(members, costs)),
    )
  for (let room = FIRST_ROOM * costs.part; isOpen() && budget.left > 0; room *= 2) {
    const own = Math.min(room, best.cost - priced.least)
    const offers = cheap.within(own, prices, MOST_OFFERS)
    if (!offers) break
    const excessOf = ({ members, cost }: Offer) => members.reduce((left, member) => left - prices[member]!, cost)
    const steps = { left: MOST_STEPS }
    const found = exactCover(
      costs.size,
      offers.map(offer => ({ offer, excess: Math.max(0, excessOf(offer)) })),
      own,
      steps,
    )
    budget.left -= MOST_STEPS - steps.left
    if (found) seen(found.map(({ offer }) => offer))
    if (steps.left <= 0) break
    least = found ? best.cost : priced.least + own
  }
  return { ...best, least: isOpen() ? least : best.cost }
}

interface Priced {
  readonly prices: Float64Array
  /** Their sum. */
  readonly least: number
}

/** Prices, as high as the budget lets them become, from some that are known. */
function pricesOf(plain: Priced, program: CoverProgram, cheap: CheapParts, budget: Budget): Priced {
  let best = plain
  for (let isAny = true; isAny && budget.left > 0; ) {
    budget.left -= program.solve(MOST_TURNS * plain.prices.length) * TURN
    const more = cheap.cheaper(program.prices)
    if (!more) break
    const lowered = summedUp(program.prices.map((price, unit) => price + more.short[unit]!))
    if (lowered.least > best.least) best = lowered
    isAny = more.offers.filter(offer => program.add(offer)).length > 0
  }
  return best
}

const summedUp = (prices: Float64Array): Priced => ({ prices, least: prices.reduce((sum, price) => sum + price, 0) })

function sumOf(parts: readonly Offer[]) {
  return { parts, cost: parts.reduce((sum, { cost }) => sum + cost, 0) }
}

/** By Δ∅. */
const FIRST_ROOM = 1e-3
/** More parts than this aren't searched, nor for longer. */
const MOST_OFFERS = 5_000
const MOST_STEPS = 20_000
/** Solving the program takes no more turns at once than so many times the units, and each counts as so many steps. */
const MOST_TURNS = 4
const TURN = 5
