/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const syllables = 'ka ren to mil os va dun eth pra lo si ber an qui tor wes'.split(' ')

/** Words of an invented language; some are said often, most seldom, as in any. */
export function inventedWords(count: number, random: () => number): string[] {
  return Array.from({ length: count }, () => {
    const number = Math.floor(4096 * random() ** 2)
    return [number % 16, (number >> 4) % 16, number >> 8].map(at => syllables[at]!).join('')
  })
}

/** A copy in which each word is another with a probability. */
export function reworded(words: readonly string[], probability: number, random: () => number): string[] {
  return words.map(word => (random() < probability ? inventedWords(1, random)[0]! : word))
}

/** The shingles that two lists of words share, of all that either has: by the definition, without hashes. */
export function trueResemblance(a: readonly string[], b: readonly string[]): number {
  const rows = (words: readonly string[]) =>
    new Set(words.slice(2).map((last, i) => `${words[i]} ${words[i + 1]} ${last}`))
  const [one, other] = [rows(a), rows(b)]
  const both = [...one].filter(row => other.has(row)).length
  return both / (one.size + other.size - both)
}
