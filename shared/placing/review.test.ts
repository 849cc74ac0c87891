import { expect, test } from 'vitest'
import { around } from './review.ts'

const at = (text: string, words: string) =>
  around(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length })

test('what surrounds words begins and ends with whole words', () => {
  const text =
    'Dockers walked out on Tuesday after a week of talks about shifts and pay, and the harbour master called it a shame.'
  expect(at(text, 'shifts')).toEqual({
    before: 'on Tuesday after a week of talks about ',
    quote: 'shifts',
    after: ' and pay, and the harbour master called',
  })
})

test('at the ends of a text nothing is cut', () => {
  expect(at('The union said so.', 'union')).toEqual({ before: 'The ', quote: 'union', after: ' said so.' })
})

test('where words aren’t set apart no character is cut in two', () => {
  const { before, after } = at(`a${'💬'.repeat(30)}X${'💬'.repeat(30)}b`, 'X')
  expect([before, after]).toEqual(['💬'.repeat(20), '💬'.repeat(20)])
})
