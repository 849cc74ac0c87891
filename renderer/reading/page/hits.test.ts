import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstHitIn } from './hits.ts'

const hits = [
  { start: 0, end: 2 },
  { start: 5, end: 9 },
  { start: 9, end: 12 },
]

test.each([
  ['at the start', 0, 0],
  ['where the first has just ended', 2, 1],
  ['inside one', 7, 1],
  ['where one ends and the next begins', 9, 2],
  ['after the last', 12, 3],
])('a chunk that begins %s paints its hits from the right one on', (_where, offset, first) => {
  expect(firstHitIn(hits, offset)).toBe(first)
})

test('whatever the hits, none that reaches into a chunk is missed', () => {
  const spans = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 5 })), { maxLength: 60 })
    .map(steps => {
      let at = 0
      return steps.map(([gap, length]) => {
        const start = at + gap
        at = start + length
        return { start, end: at }
      })
    })
  fc.assert(
    fc.property(spans, fc.nat(300), (spans, offset) => {
      const found = spans.findIndex(span => span.end > offset)
      expect(firstHitIn(spans, offset)).toBe(found < 0 ? spans.length : found)
    }),
  )
})
