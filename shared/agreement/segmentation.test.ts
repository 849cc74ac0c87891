import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundarySimilarity, pk, windowDiff } from './segmentation.ts'

const places = (drawn: string) => [...drawn].map(Number)

test('windows differ by how many boundaries they have, or by whether they have any', () => {
  expect(windowDiff(places('0110'), places('0100'), 2)).toBe(2 / 3)
  expect(pk(places('0110'), places('0100'), 2)).toBe(1 / 3)
  expect(() => pk(places('01'), places('010'), 1)).toThrow(RangeError)
})

test('a boundary that is moved counts by how far, one that is moved too far as two', () => {
  expect(boundarySimilarity([3, 3], [3, 3])).toBe(1)
  expect(boundarySimilarity([6], [6])).toBe(1)
  expect(boundarySimilarity([3, 3], [2, 4])).toBe(0.5)
  expect(boundarySimilarity([3, 3], [1, 5])).toBe(0)
  expect(boundarySimilarity([3, 3], [1, 5], 3)).toBeCloseTo(1 / 3, 12)
  expect(() => boundarySimilarity([3, 3], [3, 2])).toThrow(RangeError)
})

test('law: which of two comes first changes nothing, and a segmentation is wholly like itself', () => {
  const segments = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 })
  const ofLength = segments.map(masses => [...masses, 24 - masses.reduce((sum, one) => sum + one, 0) + 4])
  fc.assert(
    fc.property(ofLength, ofLength, (one, other) => {
      expect(boundarySimilarity(one, other)).toBeCloseTo(boundarySimilarity(other, one), 12)
      expect(boundarySimilarity(one, one)).toBe(1)
    }),
  )
})

/** Published examples by others; elsewhere this test says that it was skipped. */
const sample = '../shared/samples/agreement/segmentation.json'
test.skipIf(!existsSync(sample))('published examples come out to the digit', () => {
  const { windowdiff, boundary_similarity } = JSON.parse(readFileSync(sample, 'utf8'))
  expect(windowdiff.length * boundary_similarity.length).toBeGreaterThan(0)
  for (const { a, b, k, value } of windowdiff) expect(windowDiff(places(a), places(b), k)).toBeCloseTo(value, 12)
  for (const { a, b, value } of boundary_similarity) expect(boundarySimilarity(a, b)).toBeCloseTo(value, 12)
})
