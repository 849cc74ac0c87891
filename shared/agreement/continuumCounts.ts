import type { ContinuumCounts, Unit } from './unitizingAlpha.ts'

/** The category of what nobody gave one. No category may be called so. */
export const GAP = ''

/** The counts of one continuum from 0 to `length`. Throws RangeError where units of one annotator overlap, or leave it. */
export function continuumCounts(length: number, annotators: readonly (readonly Unit[])[]): ContinuumCounts {
  return countContinuum(length, annotators).all
}

/** The counts of all annotators of a continuum and of each two, who are in the order 0 1, 0 2 …, 1 2 …. What two have in common is measured once for both. */
export function countContinuum(
  length: number,
  annotators: readonly (readonly Unit[])[],
): { readonly all: ContinuumCounts; readonly pairs: readonly ContinuumCounts[] } {
  const numberOf = new Map([[GAP, 0]])
  for (const units of annotators)
    for (const { category } of units) if (!numberOf.has(category)) numberOf.set(category, numberOf.size)
  const categories = [...numberOf.keys()]
  const laid = annotators.map(units => laidOut(length, units, numberOf))
  const others = Math.max(1, laid.length - 1)
  const all = new Counts(categories)
  for (const { itself } of laid) all.itself += itself
  const met = laid.map(({ categories: own }) => new Float64Array(own.length))
  const pairs = laid.flatMap((one, i) =>
    laid.slice(i + 1).map((other, j): ContinuumCounts => {
      const pair = new Counts(categories)
      pair.itself = one.itself + other.itself
      const [metOne, metOther] = [new Float64Array(met[i]!.length), new Float64Array(met[i + 1 + j]!.length)]
      pair.meet(one, other, metOne, metOther)
      pair.square(one, metOne)
      pair.square(other, metOther)
      all.add(pair, 1 / others)
      addTo(met[i]!, metOne, 1 / others)
      addTo(met[i + 1 + j]!, metOther, 1 / others)
      return pair.told(2 * length)
    }),
  )
  for (const [i, one] of laid.entries()) all.square(one, met[i]!)
  return { all: all.told(annotators.length * length), pairs }
}

/** What one annotator made of a continuum: units and the gaps between them, in order, each by its end and the number of its category, 0 for gaps. */
interface Laid {
  readonly ends: Float64Array
  readonly categories: Int32Array
  readonly itself: number
}

function laidOut(length: number, units: readonly Unit[], numberOf: ReadonlyMap<string, number>): Laid {
  const ends: number[] = []
  const categories: number[] = []
  let [at, itself] = [0, 0]
  const add = (end: number, category: number) => {
    itself += category === 0 ? end - at : (end - at) ** 2
    ends.push(end)
    categories.push(category)
    at = end
  }
  const isSorted = units.every((one, i) => i === 0 || units[i - 1]!.start <= one.start)
  const inOrder = isSorted ? units : [...units].sort((one, other) => one.start - other.start)
  for (const { start, end, category } of inOrder) {
    if (start < at || end > length) throw new RangeError('Units overlap, or leave the continuum')
    if (start > at) add(start, 0)
    if (end > start) add(end, numberOf.get(category)!)
  }
  if (at < length) add(length, 0)
  return { ends: Float64Array.from(ends), categories: Int32Array.from(categories), itself }
}

/** Counts while they are made. */
class Counts {
  itself = 0
  private readonly categories: readonly string[]
  /** By the numbers of two categories, of those that meet alone. */
  private readonly lengths = new Map<number, number>()
  private readonly squares: Float64Array
  private readonly isUsed: Uint8Array

  constructor(categories: readonly string[]) {
    this.categories = categories
    this.squares = new Float64Array(categories.length)
    this.isUsed = new Uint8Array(categories.length)
  }

  /** Measures where sections of two meet, and how long each unit meets units. */
  meet(one: Laid, other: Laid, metOne: Float64Array, metOther: Float64Array): void {
    const size = this.categories.length
    for (let x = 0, y = 0, at = 0; x < one.ends.length && y < other.ends.length; ) {
      const end = Math.min(one.ends[x]!, other.ends[y]!)
      const length = end - at
      if (length > 0) {
        const [c, k] = [one.categories[x]!, other.categories[y]!]
        this.long(c * size + k, length)
        this.long(k * size + c, length)
        if (c !== 0 && k !== 0) {
          metOne[x]! += length
          metOther[y]! += length
        }
      }
      if (one.ends[x]! <= end) x++
      if (other.ends[y]! <= end) y++
      at = end
    }
  }

  square({ categories }: Laid, met: Float64Array): void {
    for (let i = 0; i < met.length; i++) {
      this.isUsed[categories[i]!] = 1
      this.squares[categories[i]!]! += met[i]! ** 2
    }
  }

  /** Adds the lengths of others, so many times; not their squares, which are of whole units. */
  add({ lengths }: Counts, times: number): void {
    for (const [place, length] of lengths) this.long(place, times * length)
  }

  private long(place: number, length: number): void {
    this.lengths.set(place, (this.lengths.get(place) ?? 0) + length)
  }

  told(room: number): ContinuumCounts {
    const { categories, itself } = this
    const lengths: { one: string; other: string; length: number }[] = []
    for (const [place, length] of [...this.lengths].sort(([one], [other]) => one - other)) {
      const c = Math.floor(place / categories.length)
      lengths.push({ one: categories[c]!, other: categories[place % categories.length]!, length })
    }
    const used = categories.flatMap((category, i) =>
      i > 0 && this.isUsed[i] ? [[category, this.squares[i]!] as const] : [],
    )
    return { lengths, squares: Object.fromEntries(used), itself, room }
  }
}

function addTo(sum: Float64Array, more: Float64Array, times: number): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += times * more[i]!
}
