/**
 * Counts of articles that can be added: every figure is made of their sum. A sample of a bootstrap is another sum of the
 * same counts.
 */
export interface Countable {
  /** How many counts there are. */
  readonly size: number
  /** Sums the counts of articles, each as often as it was drawn; of null once each. The array is written over by the next sum. */
  readonly sum: (drawn: ArrayLike<number> | null) => Float64Array
  /** The sums of several samples, looking at each article once: by sample. The arrays are written over by the next call. */
  readonly sums: (samples: readonly ArrayLike<number>[]) => readonly Float64Array[]
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
    const { size } = this.places
    const all: Float64Array[] = []
    const sums = (samples: readonly (ArrayLike<number> | null)[]): readonly Float64Array[] => {
      while (all.length < samples.length) all.push(new Float64Array(size))
      for (const sum of all) sum.fill(0)
      for (let article = 0; article < articles; article++) {
        const [from, to] = [begins[article]!, begins[article + 1]!]
        for (let sample = 0; sample < samples.length; sample++) {
          const often = samples[sample]?.[article] ?? 1
          if (often > 0) addTo(all[sample]!, often, from, to)
        }
      }
      return all.length === samples.length ? all : all.slice(0, samples.length)
    }
    const addTo = (sum: Float64Array, often: number, from: number, to: number) => {
      for (let i = from; i < to; i++) sum[at[i]!]! += often * counts[i]!
    }
    return { size, sum: drawn => sums([drawn])[0]!, sums }
  }
}
