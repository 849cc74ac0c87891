import { keyOf, stemFor } from './fileNameFor.ts'

/** The names of one folder, of which new ones are taken one after the other; thousands of them cost no more than each. */
export class NamesInFolder {
  readonly #taken: Set<string>
  /** The number that was last given to a stem. */
  readonly #counts = new Map<string, number>()

  constructor(taken: Iterable<string>) {
    this.#taken = new Set([...taken].map(keyOf))
  }

  /** A free name for these words, numbered from 2 where it is taken. From now on it is taken. */
  take(words: string, extension: string): string {
    const stem = stemFor(words)
    const counted = `${keyOf(stem)}.${extension}`
    for (let n = (this.#counts.get(counted) ?? 0) + 1; ; n++) {
      const name = `${stem}${n === 1 ? '' : ` ${n}`}.${extension}`
      if (this.#taken.has(keyOf(name))) continue
      this.#counts.set(counted, n)
      this.#taken.add(keyOf(name))
      return name
    }
  }
}
