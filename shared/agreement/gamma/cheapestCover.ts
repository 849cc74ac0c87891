/** Some of the things that have to be covered, sorted, and what covering them at once costs. */
export interface Offer {
  readonly members: readonly number[]
  readonly cost: number
}

export interface Cover {
  readonly chosen: readonly Offer[]
  readonly cost: number
  /** Whether it is proven that nothing is cheaper. */
  readonly isProven: boolean
}

/**
 * The cheapest offers that cover each of `size` things exactly once, each of which
 * must be offered alone as well. Costs are above 0.
 *
 * What hangs together by offers is covered apart. Prices are put on things such
 * that no offer costs less than its members' prices (dual ascent): what isn't
 * covered yet costs at least its prices, and the search (A*, Hart, Nilsson and
 * Raphael 1968), which always covers the first thing left, goes where cost and
 * prices together are least. After `effort` steps in one part that is broken off,
 * and the best cover seen stands.
 */
export function cheapestCover(size: number, offers: readonly Offer[], effort: number): Cover {
  const prices = pricesFor(size, offers)
  const chosen: Offer[] = []
  let isProven = true
  for (const part of partsOf(size, offers)) {
    const found = search(part.members, part.offers, prices, effort)
    chosen.push(...found.chosen)
    isProven &&= found.isProven
  }
  return { chosen, cost: costOf(chosen), isProven }
}

/** Prices as high as rounds of raising each by what it still has room for make them. */
function pricesFor(size: number, offers: readonly Offer[]): Float64Array {
  const prices = new Float64Array(size)
  const having: Offer[][] = Array.from({ length: size }, () => [])
  for (const offer of offers) for (const member of offer.members) having[member]!.push(offer)
  const paid = (offer: Offer) => offer.members.reduce((sum, member) => sum + prices[member]!, 0)
  // Even shares first: who takes all room at once leaves none to others.
  for (const [thing, its] of having.entries())
    prices[thing] = its.reduce(
      (least, { cost, members }) => Math.min(least, cost / members.length),
      Number.POSITIVE_INFINITY,
    )
  for (let round = 0; round < ROUNDS; round++) {
    const step = round < ROUNDS - 1 ? 1 / 2 : 1
    for (const [thing, its] of having.entries()) {
      const room = its.reduce((least, offer) => Math.min(least, offer.cost - paid(offer)), Number.POSITIVE_INFINITY)
      prices[thing]! += Math.max(0, room) * step
    }
  }
  return prices
}
const ROUNDS = 8

interface Part {
  readonly members: readonly number[]
  readonly offers: readonly Offer[]
}

function partsOf(size: number, offers: readonly Offer[]): Part[] {
  const parents = Array.from({ length: size }, (_, i) => i)
  const rootOf = (one: number): number => {
    let root = one
    while (parents[root] !== root) root = parents[root]!
    parents[one] = root
    return root
  }
  for (const { members } of offers) for (const member of members) parents[rootOf(member)] = rootOf(members[0]!)
  const parts = new Map<number, { members: number[]; offers: Offer[] }>()
  for (let one = 0; one < size; one++) {
    const root = rootOf(one)
    const part = parts.get(root) ?? { members: [], offers: [] }
    parts.set(root, part)
    part.members.push(one)
  }
  for (const offer of offers) parts.get(rootOf(offer.members[0]!))!.offers.push(offer)
  return [...parts.values()]
}

interface Step {
  readonly covered: bigint
  readonly cost: number
  /** With what is left at its prices. */
  readonly least: number
  readonly by: Offer | null
  readonly before: Step | null
}

function search(members: readonly number[], offers: readonly Offer[], prices: Float64Array, effort: number): Cover {
  const bitOf = new Map(members.map((member, i) => [member, 1n << BigInt(i)]))
  const maskOf = (offer: Offer) => offer.members.reduce((mask, member) => mask | bitOf.get(member)!, 0n)
  const priceOf = (offer: Offer) => offer.members.reduce((sum, member) => sum + prices[member]!, 0)
  const greedy = greedyCover(members, offers)
  const room = costOf(greedy) - members.reduce((sum, member) => sum + prices[member]!, 0)
  // An offer so dear beside its prices that a cover with it costs more than one that is known is in no cheapest one.
  const able = offers
    .map(offer => ({ offer, mask: maskOf(offer), excess: offer.cost - priceOf(offer) }))
    .filter(({ excess }) => excess <= room + SLACK)
  const byFirst = new Map<number, typeof able>()
  for (const one of able) {
    const first = one.offer.members[0]!
    const known = byFirst.get(first)
    if (known) known.push(one)
    else byFirst.set(first, [one])
  }
  const all = (1n << BigInt(members.length)) - 1n
  const start = members.reduce((sum, member) => sum + prices[member]!, 0)
  const queue = new StepQueue()
  queue.put({ covered: 0n, cost: 0, least: start, by: null, before: null })
  const reached = new Map<bigint, number>()
  for (let steps = 0; steps < effort; steps++) {
    const step = queue.take()
    if (!step) break
    if (step.covered === all) return chosenBy(step)
    if ((reached.get(step.covered) ?? Number.POSITIVE_INFINITY) < step.cost) continue
    const at = firstZero(step.covered)
    for (const { offer, mask, excess } of byFirst.get(members[at]!) ?? []) {
      if ((mask & step.covered) !== 0n) continue
      const covered = step.covered | mask
      const cost = step.cost + offer.cost
      if (cost >= (reached.get(covered) ?? Number.POSITIVE_INFINITY)) continue
      reached.set(covered, cost)
      queue.put({ covered, cost, least: step.least + excess, by: offer, before: step })
    }
  }
  return { chosen: greedy, cost: costOf(greedy), isProven: false }
}
const SLACK = 1e-12

/** A cover that takes the cheapest for each member first, and of what is left again. */
function greedyCover(members: readonly number[], offers: readonly Offer[]): Offer[] {
  const left = new Set(members)
  const chosen: Offer[] = []
  const sorted = [...offers].sort((one, other) => one.cost / one.members.length - other.cost / other.members.length)
  for (const offer of sorted) {
    if (!offer.members.every(member => left.has(member))) continue
    chosen.push(offer)
    for (const member of offer.members) left.delete(member)
  }
  return chosen
}

function chosenBy(last: Step): Cover {
  const chosen: Offer[] = []
  for (let step: Step | null = last; step?.by; step = step.before) chosen.push(step.by)
  return { chosen: chosen.reverse(), cost: costOf(chosen), isProven: true }
}

function costOf(offers: readonly Offer[]): number {
  return offers.reduce((sum, { cost }) => sum + cost, 0)
}

function firstZero(mask: bigint): number {
  let at = 0
  let rest = mask
  while ((rest & 0xffffffffn) === 0xffffffffn) {
    rest >>= 32n
    at += 32
  }
  let low = Number(rest & 0xffffffffn)
  while (low % 2 === 1) {
    low = Math.floor(low / 2)
    at++
  }
  return at
}

/** Steps, the most promising first; of two alike the one that came first. */
class StepQueue {
  private readonly heap: { readonly step: Step; readonly number: number }[] = []
  private count = 0

  put(step: Step): void {
    const one = { step, number: this.count++ }
    let at = this.heap.length
    while (at > 0 && this.isBefore(one, this.heap[(at - 1) >> 1]!)) {
      this.heap[at] = this.heap[(at - 1) >> 1]!
      at = (at - 1) >> 1
    }
    this.heap[at] = one
  }

  take(): Step | null {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last) return null
    if (heap.length === 0) return first.step
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && this.isBefore(heap[child + 1]!, heap[child]!)) child++
      if (!this.isBefore(heap[child]!, last)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = last
    return first.step
  }

  private isBefore(one: { step: Step; number: number }, other: { step: Step; number: number }): boolean {
    return one.step.least < other.step.least || (one.step.least === other.step.least && one.number < other.number)
  }
}
