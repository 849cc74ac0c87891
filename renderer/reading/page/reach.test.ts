import { expect, test } from 'vitest'
import { GRIP, reach } from './reach.ts'

const at = (x: number, top = 0) => ({ x, top, bottom: top + 20 })

test('a grip reaches evenly to both sides, whatever stands on other lines', () => {
  expect(reach(at(100), [undefined, at(104, 30)])).toEqual({ left: GRIP / 2, right: GRIP / 2 })
})

test('of a short word each end has half, and takes what it lacks outside', () => {
  expect(reach(at(100), [undefined, at(110)])).toEqual({ left: GRIP - 5, right: 5 })
  expect(reach(at(110), [at(100), undefined])).toEqual({ left: 5, right: GRIP - 5 })
})

test('between two near ends a grip has only what lies between, and never reaches over another', () => {
  expect(reach(at(100), [at(94), at(108)])).toEqual({ left: 3, right: 4 })
})
