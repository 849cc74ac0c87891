import { expect, test } from 'vitest'
import { isDate } from './isDate.ts'

test('years, months, days and what EDTF adds to them are dates', () => {
  for (const date of [
    '2031',
    '2031-03',
    '2031-03-04',
    '2028-02-29',
    '2031-03?',
    '2031-03-XX',
    '203X',
    '2031-21',
    '2031-03-01/2031-03-04',
    '../2031',
    '2031-03-04T19:40Z',
  ]) {
    expect(isDate(date), date).toBe(true)
  }
})

test('other words, and days that no month has, are not', () => {
  for (const word of [
    '',
    'yesterday',
    '4 March 2031',
    '2031-13',
    '2031-02-30',
    '31-03-04',
    '2031-03-00',
    '2031/03/04/05',
    '2031-00',
  ]) {
    expect(isDate(word), word).toBe(false)
  }
})
