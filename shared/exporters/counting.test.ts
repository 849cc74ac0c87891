import { expect, test } from 'vitest'
import { type Counting, countingThatFits, placesIn } from './counting.ts'

const text = '\ufeffA💩\r\nb\r\n\r\nc!'

test.each<[Counting, number]>([
  [{ unit: 'utf16' }, 11],
  [{ unit: 'codepoint' }, 10],
  [{ unit: 'utf8' }, 15],
  [{ unit: 'codepoint', isLineEndOne: true }, 7],
  [{ unit: 'utf16', isLineEndOne: true }, 8],
  [{ unit: 'utf16', isMarkLeftOut: true }, 10],
  [{ unit: 'utf16', isMarkLeftOut: true, isLineEndOne: true }, 7],
])('%o finds the same place', (counting, position) => {
  const place = placesIn(text, counting)
  expect(text.slice(place(position), place(position + 1))).toBe('c')
})

test('the way of counting is told by the words', () => {
  const all: Counting[] = [{ unit: 'codepoint' }, { unit: 'utf16' }, { unit: 'codepoint', isLineEndOne: true }]
  const at = (start: number, quote: string | undefined) => ({ start, end: start + 1, quote })
  expect(countingThatFits(text, [at(1, 'A'), at(11, 'c')], all)).toBe(all[1])
  expect(countingThatFits(text, [at(1, 'A'), at(7, 'c')], all)).toBe(all[2])
  expect(countingThatFits(text, [at(1, 'A'), at(99, undefined)], all)).toBe(all[0])
})

test('a place that a text doesn’t have is an error', () => {
  expect(() => placesIn(text, { unit: 'codepoint', isLineEndOne: true })(99)).toThrow(RangeError)
})
