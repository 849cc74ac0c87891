import { expect, test } from 'vitest'
import { MISSING } from '../coefficients/ratings.ts'
import { layoutOf } from './layout.ts'
import { ratingsTable, type TableChoice } from './ratingsTable.ts'

const rowsIn = (text: string) => text.split('\n').map(line => line.split(','))
const laidOut = (text: string) => {
  const { firstRow, firstColumn, isSure } = layoutOf(rowsIn(text))
  const found = [firstRow === 'names' && 'row', firstColumn === 'names' && 'column', !isSure && 'unsure']
  return found.filter(Boolean).join(' ')
}

test('a first row of names is words that occur nowhere else', () => {
  expect(laidOut('ada,bo\n1,2\n2,2')).toBe('row')
  expect(laidOut('ada,bo\nyes,no\nno,no')).toBe('row')
  expect(laidOut('yes,no\nyes,yes\nno,no')).toBe('')
  // Two names alike are ratings, and so are numbers, or a gap behind the corner.
  expect(laidOut('yes,yes\nno,no\nno,no')).toBe('')
  expect(laidOut('1,2\n3,3\n3,4')).toBe('')
  expect(laidOut('ada,\n1,2\n2,2')).toBe('')
  expect(laidOut('ada,bo')).toBe('')
})

test('a first column of names is said by its corner, or by words that occur once', () => {
  expect(laidOut('unit,ada,bo\n1,1,1\n2,1,1\n3,2,1')).toBe('row column')
  expect(laidOut('doc_id,ada,bo\n17,yes,no\n18,no,no')).toBe('row column')
  expect(laidOut('Item No.,ada,bo\n17,yes,no\n18,no,no')).toBe('row column')
  expect(laidOut(',ada,bo\n0,1,1\n1,1,1')).toBe('row column')
  // As R writes it: no corner at all.
  expect(laidOut('ada,bo\nu1,1,1\nu2,1,1')).toBe('row column')
  expect(laidOut('quote,ada,bo\nTurnout fell,yes,no\nIt rained,no,no\nHe left,no,yes')).toBe('row column')
  expect(laidOut('u1,1,2\nu2,2,2\nu3,1,1')).toBe('column')
  // Somebody's answers, each once, and no word of the others' among them, may be ratings while nothing is chosen twice.
  expect(laidOut('a,b\nc,d\ne,f')).toBe('row')
  expect(layoutOf(rowsIn('a,b\nc,d\ne,f'), { firstRow: 'ratings' }).firstColumn).toBe('ratings')
  expect(laidOut('a,b\nb,b\nc,a')).toBe('')
  // Two rows are too few to be sure by.
  expect(laidOut('u1,x\nu2,x')).toBe('')
})

test('numbers of rows without a name above them are ratings until somebody says otherwise, and that is told', () => {
  expect(laidOut('1,2,2\n2,2,1\n3,1,1')).toBe('unsure')
  expect(laidOut('0,2,2\n1,2,1\n2,1,1')).toBe('unsure')
  expect(laidOut('x,ada,bo\n1,2,2\n2,2,1\n3,1,1')).toBe('row unsure')
  expect(laidOut('1,2,2\n2,2,1\n2,1,1')).toBe('')
  expect(layoutOf(rowsIn('1,2,2\n2,2,1\n3,1,1'), { firstColumn: 'names' })).toEqual({
    firstRow: 'ratings',
    firstColumn: 'names',
    isSure: true,
  })
  expect(layoutOf(rowsIn('yes,no\nyes,yes'), { firstRow: 'names' }).firstRow).toBe('names')
  expect(layoutOf(rowsIn('ada,bo\n1,2\n2,2'), { firstRow: 'ratings' }).firstRow).toBe('ratings')
})

const read = (text: string, choice: Partial<TableChoice> = {}) =>
  ratingsTable(
    rowsIn(text).map((cells, i) => ({ number: i + 1, cells })),
    { level: 'nominal', ...choice },
  )
const valuesOf = (text: string, choice: Partial<TableChoice> = {}) => {
  const table = read(text, choice)
  if ('refusal' in table) return table.refusal
  const { categories, codes, annotators } = table.ratings
  const values = [...codes].map(code => (code === MISSING ? null : categories[code]!))
  return Array.from({ length: values.length / annotators }, (_, i) =>
    values.slice(i * annotators, (i + 1) * annotators),
  )
}
const tableOf = (text: string, choice: Partial<TableChoice> = {}) => {
  const table = read(text, choice)
  if ('refusal' in table) throw new Error(table.refusal.why)
  return table
}

test('annotators have the names above them, or numbers', () => {
  expect(tableOf('unit,ada,bo\n7,a,b\n8,a,a').annotators).toEqual(['ada', 'bo'])
  expect(tableOf('ada,bo\nu1,1,1\nu2,1,1').annotators).toEqual(['ada', 'bo'])
  expect(tableOf('a,a\na,b').annotators).toEqual(['1', '2'])
  expect(tableOf('ada,bo\n1,1\n2,1', { firstRow: 'ratings' }).annotators).toEqual(['1', '2'])
})

test('empty cells are missing, and so is what somebody says; empty lines are no units', () => {
  expect(valuesOf('a,\n\n,b\n,\na, b ')).toEqual([
    ['a', null],
    [null, 'b'],
    [null, null],
    ['a', 'b'],
  ])
  expect(valuesOf('1,NA\n*,2', { level: 'interval', missing: ['NA', '*'] })).toEqual([
    [1, null],
    [null, 2],
  ])
  expect(valuesOf('a\n\nb\na\n')).toEqual([['a'], [null], ['b'], ['a']])
  expect(tableOf('a,NA\n.,a').looksMissing).toEqual(['.', 'NA'])
  expect(tableOf('a,NA\nb,a', { missing: ['NA'] }).looksMissing).toEqual([])
})

test('numbers are the same however they are written, where all are numbers', () => {
  expect(valuesOf('1,1.0\n+2,2e0\n-0,0')).toEqual([
    [1, 1],
    [2, 2],
    [0, 0],
  ])
  // As names 007 and 7 are two, and so are 1 and 1.0 where others are words.
  expect(valuesOf('007,7\n7,7')).toEqual([
    ['007', '7'],
    ['7', '7'],
  ])
  expect(valuesOf('1,1.0\nx,x')).toEqual([
    ['1', '1.0'],
    ['x', 'x'],
  ])
  expect(valuesOf('007,7\n7,7', { level: 'interval' })).toEqual([
    [7, 7],
    [7, 7],
  ])
  expect(tableOf('10,9\n9,2', { level: 'ordinal' }).ratings.categories).toEqual([2, 9, 10])
})

test('categories that are given are all there are, in their order', () => {
  const categories = ['low', 'middle', 'high']
  expect(tableOf('low,high\nhigh,high', { level: 'ordinal', categories }).ratings.categories).toEqual(categories)
  expect(tableOf('1,2\n2,2', { categories: ['3', '2', '1'] }).ratings.categories).toEqual([3, 2, 1])
  expect(read('low,none\nlow,low', { categories })).toEqual({
    refusal: { why: 'not-a-category', row: 1, cell: 'none' },
  })
})

test('what can’t be taken is refused with its place', () => {
  expect(read('')).toEqual({ refusal: { why: 'empty' } })
  expect(read('ada,bo', { firstRow: 'names' })).toEqual({ refusal: { why: 'empty' } })
  expect(read('a\nb', { firstColumn: 'names' })).toEqual({ refusal: { why: 'empty' } })
  expect(read('1,2\n\n1,2,3')).toEqual({ refusal: { why: 'ragged', row: 3, cells: 3, wanted: 2 } })
  expect(read('1,2\n1\n1,2')).toEqual({ refusal: { why: 'ragged', row: 2, cells: 1, wanted: 2 } })
  expect(read('1,2\n1,2\n"3,5"', { level: 'interval' })).toMatchObject({ refusal: { why: 'not-a-number', row: 3 } })
  expect(read('1,0x10\n1,1', { level: 'ratio' })).toMatchObject({ refusal: { cell: '0x10', level: 'ratio' } })
  expect(read('1,1e999\n1,1', { level: 'ratio' })).toMatchObject({ refusal: { cell: '1e999' } })
  expect(read('1,1\n1,2', { level: 'ratio', categories: ['1', 'x'] })).toMatchObject({ refusal: { row: 0, cell: 'x' } })
  expect(read('low,high\nhigh,high', { level: 'ordinal' })).toEqual({
    refusal: { why: 'no-order', words: ['high', 'low'] },
  })
})
