/** How many there are of something, and the first of them. */
export interface Listed<T> {
  readonly count: number
  readonly listed: readonly T[]
}

/** Counts all and keeps the first `most`, so that memory stays whatever comes. */
export class Listing<T> {
  readonly #listed: T[] = []
  #count = 0
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get soFar(): Listed<T> {
    return { count: this.#count, listed: this.#listed }
  }

  /** `made` is asked only for what is kept. */
  add(made: () => T): void {
    this.#count++
    if (this.#listed.length < this.#most) this.#listed.push(made())
  }
}
