import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../../../shared/annotation/span.ts'
import { type Laned, Lanes } from './lanes.ts'

const drawn = (...pictures: readonly string[]): Laned[] =>
  pictures.map((picture, i) => ({ id: `${i}`, start: picture.indexOf('='), end: picture.lastIndexOf('=') + 1 }))
const lanesOf = (lanes: Lanes, things: readonly Laned[]) => [...lanes.assign(things).values()]

test('what overlaps gets a lane of its own; what follows reuses it', () => {
  const things = drawn(
    '====    ', //
    '  ====  ',
    '    ====',
  )
  expect(lanesOf(new Lanes(4), things)).toEqual([0, 1, 0])
})

test('adding one moves no other', () => {
  const lanes = new Lanes(4)
  const [first, second, third] = drawn(
    ' ====   ', //
    '   ==== ',
    '========',
  ) as [Laned, Laned, Laned]
  expect(lanesOf(lanes, [first, second])).toEqual([0, 1])
  expect(lanesOf(lanes, [third, first, second])).toEqual([2, 0, 1])
})

test('one that comes to lie on an earlier one of its lane gives way', () => {
  const lanes = new Lanes(4)
  const [first, second] = drawn('====    ', '    ====') as [Laned, Laned]
  expect(lanesOf(lanes, [first, second])).toEqual([0, 0])
  expect(lanesOf(lanes, [first, { ...second, start: 2 }])).toEqual([0, 1])
})

test('when lanes run out the last one is shared', () => {
  expect(lanesOf(new Lanes(2), drawn('===', '===', '===', '==='))).toEqual([0, 1, 1, 1])
})

test('as long as there are lanes, no two that overlap share one', () => {
  const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 10 }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 20 }), spans => {
      const things = spans.map(([start, length], i) => ({ id: `${i}`, start, end: start + length }))
      const lanes = new Lanes(20).assign(things)
      for (const one of things)
        for (const other of things)
          if (one !== other && overlaps(one, other)) expect(lanes.get(one.id)).not.toBe(lanes.get(other.id))
    }),
  )
})
