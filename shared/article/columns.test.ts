import { expect, test } from 'vitest'
import { columnsOf } from './columns.ts'

test.each([
  ['', 0],
  ['The cat', 7],
  ['Hollande', 8],
  ['François', 8],
  ['Franc\u0327ois', 8],
  ['قال', 3],
  ['قَال', 3],
  ['Путин', 5],
  ['伊朗', 4],
  ['伊朗 2018', 9],
  ['ＡＢ', 4],
  ['a\u200bb\ufeff', 2],
  ['👍', 2],
  ['𝄞', 1],
  ['안녕', 4],
])('%s is %i columns wide', (words, columns) => {
  expect(columnsOf(words)).toBe(columns)
})
