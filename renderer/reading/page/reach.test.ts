import { expect, test } from 'vitest'
import { INSIDE, OUTSIDE, reach } from './reach.ts'

const at = (x: number, outwards: -1 | 1 = -1, top = 0) => ({ x, top, bottom: top + 20, outwards })

test('a grip lies over its own words, and hardly beyond them, whatever stands on other lines', () => {
  expect(reach(at(100), [undefined, at(104, 1, 30)])).toEqual({ left: OUTSIDE, right: INSIDE })
  expect(reach(at(100, 1), [at(20), undefined])).toEqual({ left: INSIDE, right: OUTSIDE })
})

test('of a short word each end has half', () => {
  expect(reach(at(100), [undefined, at(110, 1)])).toEqual({ left: OUTSIDE, right: 5 })
  expect(reach(at(110, 1), [at(100), undefined])).toEqual({ left: 5, right: OUTSIDE })
})

test('between two near ends a grip has only what lies between, and never reaches over another', () => {
  expect(reach(at(100), [at(94, 1), at(108, 1)])).toEqual({ left: 3, right: 4 })
})
