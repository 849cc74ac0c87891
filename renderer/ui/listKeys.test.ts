import { expect, test } from 'vitest'
import { isTypedCharacter, rowAfterKey, rowsInView } from './listKeys.ts'

const place = { row: 5, count: 10, page: 4 }

test('arrows, pages and ends go where they say, and never out of the list', () => {
  const went = (key: string, from = place) => rowAfterKey(key, from)
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map(key => went(key))).toEqual([
    6, 4, 9, 1, 0, 9,
  ])
  expect(went('ArrowDown', { ...place, row: 9 })).toBe(9)
  expect(went('ArrowUp', { ...place, row: 0 })).toBe(0)
})

test('the first key in a list without a choice goes to its first row', () => {
  expect(rowAfterKey('ArrowDown', { ...place, row: -1 })).toBe(0)
})

test('other keys, and empty lists, go nowhere', () => {
  expect(rowAfterKey('a', place)).toBeUndefined()
  expect(rowAfterKey('End', { row: -1, count: 0, page: 4 })).toBeUndefined()
})

test('a list of a hundred thousand keeps only what is in view in the page', () => {
  const { first, last } = rowsInView({ top: 30_000, height: 600 }, 30, 100_000)
  expect(first).toBeLessThanOrEqual(1_000)
  expect(last).toBeGreaterThanOrEqual(1_020)
  expect(last - first).toBeLessThan(40)
})

test('a list that has become shorter than the view’s place shows nothing that isn’t there', () => {
  expect(rowsInView({ top: 3_000, height: 600 }, 30, 4)).toEqual({ first: 4, last: 4 })
})

test('letters and digits are typed; keys with Ctrl and named keys are not', () => {
  const press = { altKey: false, ctrlKey: false, metaKey: false }
  expect(isTypedCharacter({ ...press, key: 'ж' })).toBe(true)
  expect(isTypedCharacter({ ...press, key: 'Enter' })).toBe(false)
  expect(isTypedCharacter({ ...press, key: 'a', ctrlKey: true })).toBe(false)
})
