import { expect, test } from 'vitest'
import { mayBeFrom, mayBeUntil } from './dateBounds.ts'

test.each([
  ['2031-03-04', '2031', true, true],
  ['2031-03-04', '2031-03-05', false, true],
  ['2031-03-04', '2031-02', true, false],
  ['2031', '2031-06-01', true, true],
  ['2030/2032-05', '2031', true, true],
  ['2030/2032-05', '2032-06', false, true],
  ['../2032', '2040', false, true],
  ['2031/..', '1990', true, false],
  ['203X', '2035', true, true],
  ['203X', '2040', false, true],
  ['2031-23', '2031-02', true, true],
  ['-0044-03', '0001', false, true],
  ['2031~', '2031-01', true, true],
  ['soon', '2031', false, false],
])('%s against %s: from it %s, until it %s', (date, bound, from, until) => {
  expect([mayBeFrom(date, bound), mayBeUntil(date, bound)]).toEqual([from, until])
})
