import { hasWords, type Signature } from './signature.ts'

/** As many articles as an index of 21 bits counts. */
export const MOST_ARTICLES = 2 ** 21

/**
 * The articles, by index, whose signatures agree in `rows` permutations from
 * `from` on, two or more at a time (and now and then one that shares no more
 * than a hash with them). Those without words are in none.
 *
 * The hash stands in the upper bits and the index in the lower of one number,
 * so that sorting numbers brings together what agrees: no map, no lists.
 */
export function* bucketsOf(signatures: readonly Signature[], from: number, rows: number): Generator<number[]> {
  const keys = new Float64Array(signatures.length)
  let count = 0
  for (const [index, signature] of signatures.entries()) {
    if (!hasWords(signature)) continue
    let hash = 0
    for (let i = from; i < from + rows; i++) {
      hash = Math.imul(hash ^ signature[i]!, 0x9e3779b1)
      hash ^= hash >>> 15
    }
    keys[count++] = (hash >>> 0) * MOST_ARTICLES + index
  }
  const sorted = keys.subarray(0, count).sort()
  for (let start = 0; start < count; ) {
    const hash = Math.floor(sorted[start]! / MOST_ARTICLES)
    let end = start + 1
    while (end < count && Math.floor(sorted[end]! / MOST_ARTICLES) === hash) end++
    if (end - start > 1) yield Array.from(sorted.subarray(start, end), key => key % MOST_ARTICLES)
    start = end
  }
}

/** A bucket divided into those that agree in one permutation more, two or more at a time. */
export function divided(bucket: readonly number[], signatures: readonly Signature[], permutation: number): number[][] {
  const parts = new Map<number, number[]>()
  for (const article of bucket) {
    const least = signatures[article]![permutation]!
    const part = parts.get(least)
    if (part) part.push(article)
    else parts.set(least, [article])
  }
  return [...parts.values()].filter(part => part.length > 1)
}
