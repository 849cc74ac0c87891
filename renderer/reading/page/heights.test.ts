import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Heights } from './heights.ts'

const heights = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 200 })
const plainTop = (values: readonly number[], index: number) =>
  values.slice(0, index).reduce((sum, value) => sum + value, 0)

test('tops and the total are the sums of the heights above, after any changes', () => {
  fc.assert(
    fc.property(heights, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 900 }))), (values, changes) => {
      const tree = new Heights(Float64Array.from(values))
      for (const [number, height] of changes) {
        tree.set(number % values.length, height)
        values[number % values.length] = height
      }
      for (let i = 0; i <= values.length; i++) expect(tree.top(i)).toBe(plainTop(values, i))
      expect(tree.total).toBe(plainTop(values, values.length))
    }),
  )
})

test('what is found at a place begins there or above, and the next one below', () => {
  fc.assert(
    fc.property(heights, fc.integer({ min: 0, max: 100_000 }), (values, y) => {
      const tree = new Heights(Float64Array.from(values))
      const at = tree.at(y)
      expect(tree.top(at)).toBeLessThanOrEqual(y)
      if (at < values.length - 1) expect(tree.top(at + 1)).toBeGreaterThan(y)
    }),
  )
})

test('above the first there is the first, below the last the last', () => {
  const tree = new Heights(Float64Array.of(10, 20, 30))
  expect([tree.at(-5), tree.at(0), tree.at(10), tree.at(59), tree.at(60), tree.at(1e9)]).toEqual([0, 0, 1, 2, 2, 2])
})

test('all heights can be replaced, but not their number', () => {
  const tree = new Heights(Float64Array.of(10, 20, 30))
  tree.fill(Float64Array.of(1, 2, 3))
  expect(tree.total).toBe(6)
  expect(() => tree.fill(Float64Array.of(1))).toThrow(RangeError)
})
