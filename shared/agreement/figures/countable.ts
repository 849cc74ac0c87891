/**
 * Counts of articles that can be added: every figure is made of their sum. A sample of a bootstrap is another sum of the
 * same counts.
 */
export interface Countable {
  /** How many counts there are. */
  readonly size: number
  /** Sums the counts of articles, each as often as it was drawn; of null once each. The array is written over by the next sum. */
  readonly sum: (drawn: ArrayLike<number> | null) => Float64Array
}

/** Counts while articles go by: those of one article after another, each count by its key. */
export class CountableMaker {
  private readonly places = new Map<string, number>()
  private readonly begins: number[] = []
  private readonly at: number[] = []
  private readonly counts: number[] = []

  /** The keys of all counts, by place. */
  get keys(): string[] {
    return [...this.places.keys()]
  }

  /** Begins the next article. */
  article(): void {
    this.begins.push(this.at.length)
  }

  /** Adds to a count of this article. */
  add(key: string, count: number): void {
    if (count === 0 && this.places.has(key)) return
    let place = this.places.get(key)
    if (place === undefined) {
      place = this.places.size
      this.places.set(key, place)
    }
    this.at.push(place)
    this.counts.push(count)
  }

  made(): Countable {
    const begins = Int32Array.from([...this.begins, this.at.length])
    const [at, counts] = [Int32Array.from(this.at), Float64Array.from(this.counts)]
    const articles = this.begins.length
    const sum = new Float64Array(this.places.size)
    return {
      size: sum.length,
      sum: drawn => {
        sum.fill(0)
        for (let article = 0; article < articles; article++) {
          const often = drawn === null ? 1 : drawn[article]!
          if (often > 0)
            for (let i = begins[article]!; i < begins[article + 1]!; i++) sum[at[i]!]! += often * counts[i]!
        }
        return sum
      },
    }
  }
}
