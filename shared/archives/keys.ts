/** What the articles of one archive are known by: each has a key that no other of them has. */
export class Keys {
  /** How often each key was asked for, by a number made of it: the keys of a million rows would be held otherwise. */
  readonly #seen = new Map<number, number>()

  /**
   * The key itself where it is new; else with what the article says, hashed,
   * behind it, and with how often it came where that is not new either.
   */
  async unique(key: string, hash: () => Promise<string>): Promise<string> {
    if (this.#count(key) === 1) return key
    const longer = `${key} ${(await hash()).slice(0, 16)}`
    const count = this.#count(longer)
    return count === 1 ? longer : `${longer} ${count}`
  }

  #count(key: string): number {
    const number = numberOf(key)
    const count = (this.#seen.get(number) ?? 0) + 1
    this.#seen.set(number, count)
    return count
  }
}

/** 53 bits of a text. Where two keys share them, one is made longer that needn't be. */
function numberOf(key: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
