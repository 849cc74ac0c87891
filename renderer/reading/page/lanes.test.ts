import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../../../shared/annotation/span.ts'
import { type Laned, Lanes } from './lanes.ts'

const drawn = (...pictures: readonly string[]): Laned[] =>
  pictures.map((picture, i) => ({ id: `${i}`, start: picture.indexOf('='), end: picture.lastIndexOf('=') + 1 }))
/** The lane of each thing, in their order; a dash for none. */
const lanesOf = (lanes: Lanes, things: readonly Laned[], count = 4) => {
  const assigned = lanes.assign(things, count)
  return things.map(({ id }) => assigned.get(id) ?? '-')
}

test('what overlaps gets a lane of its own; what follows reuses it', () => {
  const things = drawn(
    '====    ', //
    '  ====  ',
    '    ====',
  )
  expect(lanesOf(new Lanes(), things)).toEqual([0, 1, 0])
})

test('adding one moves no other', () => {
  const lanes = new Lanes()
  const [first, second, third] = drawn(
    ' ====   ', //
    '   ==== ',
    '========',
  ) as [Laned, Laned, Laned]
  expect(lanesOf(lanes, [first, second])).toEqual([0, 1])
  expect(lanesOf(lanes, [third, first, second])).toEqual([2, 0, 1])
})

test('one that comes to lie on an earlier one of its lane gives way', () => {
  const lanes = new Lanes()
  const [first, second] = drawn('====    ', '    ====') as [Laned, Laned]
  expect(lanesOf(lanes, [first, second])).toEqual([0, 0])
  expect(lanesOf(lanes, [first, { ...second, start: 2 }])).toEqual([0, 1])
})

test('when lanes run out the last ones get none', () => {
  expect(lanesOf(new Lanes(), drawn('===', '===', '===', '==='), 2)).toEqual([0, 1, '-', '-'])
})

test('one without a lane gets one as soon as one is free, and moves no other', () => {
  const lanes = new Lanes()
  const [first, second, third] = drawn('====', '====', '====') as [Laned, Laned, Laned]
  expect(lanesOf(lanes, [first, second, third], 2)).toEqual([0, 1, '-'])
  expect(lanesOf(lanes, [second, third], 2)).toEqual([1, 0])
})

test('where room is lost, what stood beyond it gets none', () => {
  const lanes = new Lanes()
  const things = drawn('====', '====', '====')
  expect(lanesOf(lanes, things, 3)).toEqual([0, 1, 2])
  expect(lanesOf(lanes, things, 2)).toEqual([0, 1, '-'])
})

test('no two that overlap share a lane, and none is without one while one is free', () => {
  const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 10 }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), (spans, count) => {
      const things = spans.map(([start, length], i) => ({ id: `${i}`, start, end: start + length }))
      const lanes = new Lanes().assign(things, count)
      for (const one of things) {
        const others = things.filter(other => other !== one && overlaps(one, other))
        const around = new Set(others.map(other => lanes.get(other.id)))
        around.delete(undefined)
        const lane = lanes.get(one.id)
        if (lane === undefined) expect(around.size).toBe(count)
        else expect(around).not.toContain(lane)
      }
    }),
  )
})
