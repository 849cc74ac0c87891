import { expect, test } from 'vitest'
import { Shelf } from './searchShelf.ts'

const on = (shelf: Shelf<number>) => ['a', 'b', 'c', 'd'].filter(key => shelf.has(key)).join('')

test('what was not asked for the longest makes way', () => {
  const shelf = new Shelf<number>(10)
  shelf.put('a', 1, 4)
  shelf.put('b', 2, 4)
  expect(shelf.get('a')).toBe(1)
  shelf.put('c', 3, 4)
  expect(on(shelf)).toBe('ac')
  expect(shelf.size).toBe(8)
  expect(shelf.get('b')).toBeUndefined()
})

test('what grows where it stands makes others go, and the last one stays however large it is', () => {
  const shelf = new Shelf<number>(10)
  for (const [i, key] of ['a', 'b', 'c'].entries()) shelf.put(key, i, 3)
  shelf.resize('c', 6)
  expect([on(shelf), shelf.size]).toEqual(['bc', 9])
  shelf.put('d', 4, 100)
  expect([on(shelf), shelf.size]).toEqual(['d', 100])
  shelf.put('d', 4, 1)
  shelf.drop('x')
  expect(shelf.size).toBe(1)
  shelf.drop('d')
  expect([on(shelf), shelf.size]).toEqual(['', 0])
})
