import { shinglesOf } from './shingles.ts'
import { stableHash } from './stableHash.ts'

/** So many permutations stand in a signature. */
export const PERMUTATIONS = 128
/** So many of an article's shingles are kept beside them: all that most news articles have. */
export const KEPT_SHINGLES = 512

/**
 * What is kept of an article to find its near-duplicates by, at most 2,560
 * bytes: first the least of its shingles under each of `PERMUTATIONS`
 * (MinHash), then its smallest
 * `KEPT_SHINGLES` shingles themselves, ascending.
 */
export type Signature = Uint32Array

/** The signature of an article's text. The same text has the same one on every machine. */
export function signatureOf(text: string): Signature {
  const shingles = Uint32Array.from(shinglesOf(text)).sort()
  const signature = new Uint32Array(PERMUTATIONS + Math.min(shingles.length, KEPT_SHINGLES))
  signature.set(shingles.subarray(0, KEPT_SHINGLES), PERMUTATIONS)
  for (let i = 0; i < PERMUTATIONS; i++) signature[i] = leastUnder(factors[i]!, summands[i]!, shingles)
  return signature
}

/** Whether there was any word in the text. */
export function hasWords(signature: Signature): boolean {
  return signature.length > PERMUTATIONS
}

/**
 * How much of what two articles say they have in common, 0 to 1: the shingles
 * that both have, of all that either has (Jaccard). Exact where both have
 * fewer than `KEPT_SHINGLES`; beyond, counted on the smallest of the union
 * (Broder's sketch), with a standard error of 0.022 at most. 0 for texts
 * without words.
 */
export function resemblance(a: Signature, b: Signature): number {
  const [most, whole] = [PERMUTATIONS + KEPT_SHINGLES, a.length + b.length - 2 * PERMUTATIONS]
  const enough = a.length < most && b.length < most ? whole : Math.min(KEPT_SHINGLES, whole)
  let i = PERMUTATIONS
  let j = PERMUTATIONS
  let either = 0
  let both = 0
  while (either < enough && i < a.length && j < b.length) {
    // Counted without branches, which here go either way at random: three times as fast.
    const inA = Number(a[i]! <= b[j]!)
    const inB = Number(b[j]! <= a[i]!)
    either++
    both += inA & inB
    i += inA
    j += inB
  }
  // What is left of one when the other has ended is in that one alone.
  either = Math.min(enough, either + a.length - i + b.length - j)
  return either === 0 ? 0 : both / either
}

/** How many of the permutations have the same least shingle in both, 0 to 1: about the resemblance, in a glance. */
export function agreement(a: Signature, b: Signature): number {
  let same = 0
  for (let i = 0; i < PERMUTATIONS; i++) same += Number(a[i] === b[i])
  return same / PERMUTATIONS
}

/** Multiplying by an odd number and adding another permutes the numbers of 32 bits. Drawn once, the same for ever. */
const factors = Int32Array.from({ length: PERMUTATIONS }, (_, i) => drawn(`factor ${i}`) | 1)
const summands = Int32Array.from({ length: PERMUTATIONS }, (_, i) => drawn(`summand ${i}`))

function drawn(name: string): number {
  return Number(BigInt.asIntN(32, stableHash(name)))
}

/** Least among signed numbers, which a processor compares as they are; one more permutation. */
function leastUnder(factor: number, summand: number, shingles: Uint32Array): number {
  let least = 0x7fffffff
  for (let i = 0; i < shingles.length; i++) {
    const permuted = (Math.imul(shingles[i]!, factor) + summand) | 0
    if (permuted < least) least = permuted
  }
  return least
}
