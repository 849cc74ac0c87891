/** The numbers from 0 to below `size`, each in a set of its own until sets are joined. */
export class UnionFind {
  readonly #above: Uint32Array

  constructor(size: number) {
    this.#above = Uint32Array.from({ length: size }, (_, i) => i)
  }

  /** The smallest number of the set that a number is in. */
  find(number: number): number {
    const above = this.#above
    let at = number
    while (above[at] !== at) {
      above[at] = above[above[at]!]!
      at = above[at]!
    }
    return at
  }

  join(a: number, b: number): void {
    const [one, other] = [this.find(a), this.find(b)]
    this.#above[Math.max(one, other)] = Math.min(one, other)
  }
}
