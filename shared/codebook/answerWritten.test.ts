import { expect, test } from 'vitest'
import { answerWritten } from './answerWritten.ts'

test.each([
  ['number', ' 12 ', 12],
  ['number', '−1,5', -1.5],
  ['number', '1e9999', undefined],
  ['number', 'twelve', undefined],
  ['number', '', null],
  ['date', '2031-03', '2031-03'],
  ['date', '2031-13-01', undefined],
  ['date', ' ', null],
  ['text', ' at noon ', 'at noon'],
] as const)('as a %s “%s” is %s', (kind, written, value) => {
  expect(answerWritten(kind, written)).toBe(value)
})
