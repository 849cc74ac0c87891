import type { Budget } from './cheapParts.ts'
import type { Offer } from './pairCosts.ts'

/** An offer, and how much more it costs than its members' prices, which isn't less than nothing. */
export interface Priced {
  readonly offer: Offer
  readonly excess: number
}

/**
 * The offers that cover each of `size` things exactly once and are above their
 * prices by the least in all, where that is below `room`; null where none are. What
 * hangs together by offers is covered apart. Where the budget ended neither is
 * certain, and a cover that was found may not be the best.
 */
export function exactCover(size: number, priced: readonly Priced[], room: number, budget: Budget): Priced[] | null {
  const chosen: Priced[] = []
  let left = room
  for (const group of groupsOf(size, priced)) {
    const found = new Search(group, budget).least(left)
    if (!found) return null
    chosen.push(...found)
    left -= found.reduce((sum, { excess }) => sum + excess, 0)
  }
  return chosen
}

interface Group {
  readonly things: readonly number[]
  readonly priced: readonly Priced[]
}

/** The smallest first: they take the least to search, and say sooner that there is no cover. */
function groupsOf(size: number, priced: readonly Priced[]): Group[] {
  const parents = Array.from({ length: size }, (_, i) => i)
  const rootOf = (one: number): number => {
    let root = one
    while (parents[root] !== root) root = parents[root]!
    parents[one] = root
    return root
  }
  for (const { offer } of priced)
    for (const member of offer.members) parents[rootOf(member)] = rootOf(offer.members[0]!)
  const groups = new Map<number, { things: number[]; priced: Priced[] }>()
  for (let thing = 0; thing < size; thing++) {
    const root = rootOf(thing)
    const group = groups.get(root) ?? { things: [], priced: [] }
    groups.set(root, group)
    group.things.push(thing)
  }
  for (const one of priced) groups.get(rootOf(one.offer.members[0]!))!.priced.push(one)
  return [...groups.values()].sort((one, other) => one.things.length - other.things.length)
}

/** Branch and bound: the thing that the fewest offers fit is covered next, by each of them, the one of least excess first. */
class Search {
  private readonly having = new Map<number, Priced[]>()
  private readonly left: Set<number>
  private readonly budget: Budget
  private readonly taken: Priced[] = []
  private best: Priced[] | null = null
  private room = 0

  constructor({ things, priced }: Group, budget: Budget) {
    this.budget = budget
    this.left = new Set(things)
    for (const thing of things) this.having.set(thing, [])
    for (const one of [...priced].sort((a, b) => a.excess - b.excess))
      for (const member of one.offer.members) this.having.get(member)!.push(one)
  }

  /** Null where there is none below the room. */
  least(room: number): Priced[] | null {
    this.room = room
    this.go(0)
    return this.best
  }

  private go(excess: number): void {
    if (--this.budget.left <= 0 || excess >= this.room) return
    if (this.left.size === 0) {
      this.best = [...this.taken]
      this.room = excess
      return
    }
    let fewest: readonly Priced[] | null = null
    for (const thing of this.left) {
      const fitting = this.having
        .get(thing)!
        .filter(({ offer, excess: own }) => excess + own < this.room && offer.members.every(one => this.left.has(one)))
      if (!fewest || fitting.length < fewest.length) fewest = fitting
      if (fewest.length === 0) return
    }
    for (const one of fewest!) {
      this.taken.push(one)
      for (const member of one.offer.members) this.left.delete(member)
      this.go(excess + one.excess)
      for (const member of one.offer.members) this.left.add(member)
      this.taken.pop()
    }
  }
}
