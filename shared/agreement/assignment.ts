import { MAX_MATCHING_STEPS } from '../limits.ts'
import { Problem } from '../problems/problem.ts'

/** Two things that may be put together, each named by a key that is its own on its side. */
export interface Pair {
  readonly left: string
  readonly right: string
}

/**
 * The pairs of greatest total weight in which nothing occurs twice: an optimal
 * assignment (Kuhn 1955; by shortest augmenting paths, Jonker and Volgenant
 * 1987, over the given pairs alone). What is better left alone stays alone; a
 * pair that isn't given, or weighs nothing or less, is never made.
 *
 * `weightOf` is told how many pairs could at most be made of what hangs
 * together with a pair (a component), so that a weight can be made to outweigh
 * all others together. Weights that are whole numbers are added exactly.
 *
 * The same pairs come out whatever the order in which they are given and
 * whichever side is called left; of several best assignments keys decide. They
 * come sorted by left key.
 *
 * `mostSteps`: throws Problem `too-entangled` where that takes more, in whatever order pairs are given.
 */
export function assign<P extends Pair>(
  pairs: readonly P[],
  weightOf: (pair: P, mostPairs: number) => number,
  mostSteps = MAX_MATCHING_STEPS,
): P[] {
  const chosen: P[] = []
  const effort = { left: mostSteps }
  for (const component of components(pairs)) chosen.push(...solve(component, weightOf, effort))
  return chosen.sort((one, other) => compareKeys(one.left, other.left))
}

interface Component<P> {
  readonly pairs: readonly P[]
  /** Sorted keys. */
  readonly lefts: readonly string[]
  readonly rights: readonly string[]
}

/** What hangs together, each apart: nothing in one can be paired with anything in another. */
function components<P extends Pair>(pairs: readonly P[]): Component<P>[] {
  const parents: number[] = []
  const numbers = [new Map<string, number>(), new Map<string, number>()]
  const numberOf = (side: 0 | 1, key: string) => {
    const known = numbers[side]!.get(key)
    if (known !== undefined) return known
    numbers[side]!.set(key, parents.length)
    parents.push(parents.length)
    return parents.length - 1
  }
  const rootOf = (one: number) => {
    let root = one
    while (parents[root] !== root) root = parents[root]!
    for (let at = one; at !== root; ) {
      const next = parents[at]!
      parents[at] = root
      at = next
    }
    return root
  }
  for (const { left, right } of pairs) parents[rootOf(numberOf(0, left))] = rootOf(numberOf(1, right))
  const found = new Map<number, { pairs: P[]; lefts: string[]; rights: string[] }>()
  const at = (number: number) => {
    const root = rootOf(number)
    const known = found.get(root)
    if (known) return known
    const made = { pairs: [], lefts: [], rights: [] }
    found.set(root, made)
    return made
  }
  for (const pair of pairs) at(numbers[0]!.get(pair.left)!).pairs.push(pair)
  for (const [key, number] of numbers[0]!) at(number).lefts.push(key)
  for (const [key, number] of numbers[1]!) at(number).rights.push(key)
  return [...found.values()].map(one => ({
    pairs: one.pairs,
    lefts: one.lefts.sort(compareKeys),
    rights: one.rights.sort(compareKeys),
  }))
}

function solve<P extends Pair>(
  { pairs, lefts, rights }: Component<P>,
  weightOf: (pair: P, most: number) => number,
  effort: Effort,
): P[] {
  const most = Math.min(lefts.length, rights.length)
  if (pairs.length === 1) return weighed(weightOf(pairs[0]!, most)) > 0 ? [pairs[0]!] : []
  // Which side is which must not matter: the smaller one is given out, of two of a size the one whose keys come first.
  const isTurned = lefts.length > rights.length || (lefts.length === rights.length && comesAfter(lefts, rights))
  const rowKeys = isTurned ? rights : lefts
  const columnKeys = isTurned ? lefts : rights
  const rowOf = new Map(rowKeys.map((key, i) => [key, i]))
  const columnOf = new Map(columnKeys.map((key, i) => [key, i]))
  const table = rowKeys.map(() => new Map<number, { readonly weight: number; readonly pair: P }>())
  for (const pair of pairs) {
    const weight = weighed(weightOf(pair, most))
    const row = table[rowOf.get(isTurned ? pair.right : pair.left)!]!
    const column = columnOf.get(isTurned ? pair.left : pair.right)!
    if ((row.get(column)?.weight ?? 0) < weight) row.set(column, { weight, pair })
  }
  const rows = table.map(row => [...row].map(([column, { weight }]) => ({ column, weight })))
  for (const row of rows) row.sort((one, other) => one.column - other.column)
  return heaviest(rows, columnKeys.length, effort).flatMap((column, row) =>
    column === -1 ? [] : [table[row]!.get(column)!.pair],
  )
}

function weighed(weight: number): number {
  if (!Number.isFinite(weight)) throw new RangeError(`A pair weighs ${weight}`)
  return weight
}

/** How many steps are left. */
interface Effort {
  left: number
}

interface Offer {
  readonly column: number
  readonly weight: number
}

/** For each row the column that it gets, -1 for none: the assignment of greatest weight, all weights above 0. */
function heaviest(rows: readonly (readonly Offer[])[], columns: number, effort: Effort): number[] {
  // Each row has a column of its own besides, of weight 0: to be left alone. So every row gets one, and costs (weights
  // turned round) are kept from going below 0 by prices on both sides.
  const given = new Int32Array(columns + rows.length).fill(-1)
  const gets = new Int32Array(rows.length).fill(-1)
  const columnPrice = new Float64Array(columns + rows.length)
  const rowPrice = rows.map(offers => -offers.reduce((most, { weight }) => Math.max(most, weight), 0))
  const reach = new Float64Array(columns + rows.length).fill(Number.POSITIVE_INFINITY)
  const cameFrom = new Int32Array(columns + rows.length).fill(-1)
  for (const first of rows.keys()) {
    const seen: number[] = []
    const done: number[] = []
    const queue = new Queue(reach)
    let row = first
    let far = 0
    let end = -1
    while (end === -1) {
      const own = { column: columns + row, weight: 0 }
      effort.left -= rows[row]!.length + 1
      if (effort.left < 0) throw new Problem('too-entangled', 'There are too many ways to match these annotations.')
      for (const { column, weight } of [...rows[row]!, own]) {
        const length = far + Math.max(0, -weight - rowPrice[row]! - columnPrice[column]!)
        if (length >= reach[column]!) continue
        if (reach[column] === Number.POSITIVE_INFINITY) seen.push(column)
        reach[column] = length
        cameFrom[column] = row
        queue.put(column, length)
      }
      const column = queue.take()
      far = reach[column]!
      done.push(column)
      if (given[column] === -1) end = column
      else row = given[column]!
    }
    rowPrice[first]! += far
    for (const column of done) {
      if (column === end) continue
      rowPrice[given[column]!]! += far - reach[column]!
      columnPrice[column]! -= far - reach[column]!
    }
    for (let column = end; column !== -1; ) {
      const from = cameFrom[column]!
      const before = gets[from]!
      given[column] = from
      gets[from] = column
      column = from === first ? -1 : before
    }
    for (const column of seen) {
      reach[column] = Number.POSITIVE_INFINITY
      cameFrom[column] = -1
    }
  }
  return [...gets].map(column => (column < columns ? column : -1))
}

/** Columns, the nearest first; of two as near the one of the smaller number. What has since been reached sooner counts once. */
class Queue {
  private readonly heap: { readonly column: number; readonly length: number }[] = []
  private readonly taken = new Set<number>()

  private readonly reach: Float64Array

  constructor(reach: Float64Array) {
    this.reach = reach
  }

  put(column: number, length: number): void {
    const { heap } = this
    let at = heap.length
    const one = { column, length }
    while (at > 0 && before(one, heap[(at - 1) >> 1]!)) {
      heap[at] = heap[(at - 1) >> 1]!
      at = (at - 1) >> 1
    }
    heap[at] = one
  }

  take(): number {
    for (;;) {
      const first = this.pop()
      if (this.taken.has(first.column) || first.length > this.reach[first.column]!) continue
      this.taken.add(first.column)
      return first.column
    }
  }

  private pop(): { readonly column: number; readonly length: number } {
    const { heap } = this
    const first = heap[0]!
    const last = heap.pop()!
    if (heap.length === 0) return first
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++
      if (!before(heap[child]!, last)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = last
    return first
  }
}

interface Reached {
  readonly column: number
  readonly length: number
}

function before(one: Reached, other: Reached): boolean {
  return one.length < other.length || (one.length === other.length && one.column < other.column)
}

function comesAfter(keys: readonly string[], others: readonly string[]): boolean {
  for (const [i, key] of keys.entries()) if (key !== others[i]) return compareKeys(key, others[i]!) > 0
  return false
}

function compareKeys(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
