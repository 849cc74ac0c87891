import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chance, inventedWords, reworded, trueResemblance } from './givenTexts.laws.ts'
import { agreement, hasWords, KEPT_SHINGLES, PERMUTATIONS, resemblance, signatureOf } from './signature.ts'

/** Two texts of the same length that resemble each other more or less, and how much. */
const pair = (length: number, changed: number, seed: number) => {
  const random = chance(seed)
  const words = inventedWords(length, random)
  const other = reworded(words, changed, random)
  return { a: words.join(' '), b: other.join(' '), truly: trueResemblance(words, other) }
}
const anyChange = fc.integer({ min: 0, max: 100 }).map(percent => percent / 100)

test('of articles of usual length the resemblance is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: KEPT_SHINGLES }), anyChange, fc.nat(), (length, changed, seed) => {
      const { a, b, truly } = pair(length, changed, seed)
      expect(resemblance(signatureOf(a), signatureOf(b))).toBe(truly)
    }),
    { numRuns: 300 },
  )
})

test('of long ones it lies as near as five standard errors', () => {
  fc.assert(
    fc.property(fc.integer({ min: 600, max: 4000 }), anyChange, fc.nat(), (length, changed, seed) => {
      const { a, b, truly } = pair(length, changed, seed)
      expect(Math.abs(resemblance(signatureOf(a), signatureOf(b)) - truly)).toBeLessThan(5 * 0.0222)
    }),
    { numRuns: 100 },
  )
})

test('the permutations agree as often as the articles resemble each other', () => {
  let error = 0
  const pairs = 200
  for (let seed = 0; seed < pairs; seed++) {
    const { a, b, truly } = pair(300, 0.12, seed)
    const off = agreement(signatureOf(a), signatureOf(b)) - truly
    // One permutation says yes with that probability, so 128 have this variance between them.
    error += (off * off) / ((truly * (1 - truly)) / PERMUTATIONS)
  }
  expect(error / pairs).toBeGreaterThan(0.6)
  expect(error / pairs).toBeLessThan(1.4)
})

test('resemblance is the same from both sides, from 0 to 1, and 1 to oneself', () => {
  const anyText = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', '伊', '朗', '!'), { maxLength: 40 })
    .map(parts => parts.join(' '))
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      const [a, b] = [signatureOf(one), signatureOf(other)]
      expect(resemblance(a, b)).toBe(resemblance(b, a))
      expect(resemblance(a, b)).toBeGreaterThanOrEqual(0)
      expect(resemblance(a, b)).toBeLessThanOrEqual(1)
      expect(resemblance(a, a)).toBe(hasWords(a) ? 1 : 0)
    }),
    { numRuns: 500 },
  )
})

test('a signature has a bounded size, however long the text', () => {
  expect(signatureOf('')).toHaveLength(PERMUTATIONS)
  expect(signatureOf('Correction')).toHaveLength(PERMUTATIONS + 1)
  expect(signatureOf(inventedWords(20_000, chance(1)).join(' '))).toHaveLength(PERMUTATIONS + KEPT_SHINGLES)
})

test('texts without words have no resemblance, not even to each other', () => {
  const [nothing, dashes] = [signatureOf(''), signatureOf('— — —')]
  expect(hasWords(dashes)).toBe(false)
  expect(resemblance(nothing, dashes)).toBe(0)
})

test('the signature of a text never changes', () => {
  const signature = signatureOf('The ferry to Saltry is late.')
  expect(Array.from(signature.subarray(0, 3))).toEqual([2165912465, 2710153677, 3218018093])
  expect(Array.from(signature.subarray(PERMUTATIONS))).toEqual([434754972, 2124962223, 2543897220, 4075426714])
})
