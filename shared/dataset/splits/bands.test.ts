import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandsFor, LOWEST_THRESHOLD } from './bands.ts'
import { PERMUTATIONS } from './signature.ts'

test('half of what is said in common is looked for in 42 bands of three, and 996 of 1,000 pairs meet', () => {
  const { bands, rows, recall } = bandsFor(0.5)
  expect([bands, rows, Math.round(1000 * recall)]).toEqual([42, 3, 996])
})

test('at any threshold 99 of 100 pairs meet, and one row more would be too many', () => {
  fc.assert(
    fc.property(fc.double({ min: LOWEST_THRESHOLD, max: 1, noNaN: true }), threshold => {
      const { bands, rows, recall } = bandsFor(threshold)
      expect(bands * rows).toBeLessThanOrEqual(PERMUTATIONS)
      expect(recall).toBeGreaterThanOrEqual(0.99)
      expect(recall).toBeCloseTo(1 - (1 - threshold ** rows) ** bands)
      const stricter = Math.floor(PERMUTATIONS / (rows + 1))
      if (stricter > 0) expect(1 - (1 - threshold ** (rows + 1)) ** stricter).toBeLessThan(0.99)
    }),
    { numRuns: 500 },
  )
})

test('what is no threshold is refused', () => {
  for (const threshold of [0, 0.19, 1.01, -1, Number.NaN]) expect(() => bandsFor(threshold)).toThrow(RangeError)
})
