interface Kept<T> {
  readonly thing: T
  size: number
}

/**
 * Things by key, as many as fit: those that were not asked for the longest make
 * way. The one that was put last always stays, however large it is.
 */
export class Shelf<T> {
  readonly #bound: number
  /** The one that was asked for last is the last. */
  readonly #kept = new Map<string, Kept<T>>()
  #size = 0

  /** `bound` is in the unit of the sizes that things are put with. */
  constructor(bound: number) {
    this.#bound = bound
  }

  get size(): number {
    return this.#size
  }

  has(key: string): boolean {
    return this.#kept.has(key)
  }

  get(key: string): T | undefined {
    const kept = this.#kept.get(key)
    if (!kept) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    return kept.thing
  }

  put(key: string, thing: T, size: number): void {
    this.drop(key)
    this.#kept.set(key, { thing, size })
    this.#size += size
    this.#makeRoom()
  }

  /** Something has grown or shrunk where it stands. */
  resize(key: string, size: number): void {
    const kept = this.#kept.get(key)
    if (!kept) return
    this.#size += size - kept.size
    kept.size = size
    this.#makeRoom()
  }

  drop(key: string): void {
    this.#size -= this.#kept.get(key)?.size ?? 0
    this.#kept.delete(key)
  }

  #makeRoom(): void {
    for (const key of this.#kept.keys()) {
      if (this.#size <= this.#bound || this.#kept.size === 1) return
      this.drop(key)
    }
  }
}
