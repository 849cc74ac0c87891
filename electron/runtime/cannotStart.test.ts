import { expect, test } from 'vitest'
import { CannotStart, lastWords } from './cannotStart.ts'

test('what is the matter comes first, then what to do, set in', () => {
  expect(new CannotStart('It rains.', ['Take a coat.', 'Or stay.']).lines()).toEqual([
    'It rains.',
    '  Take a coat.',
    '  Or stay.',
  ])
})

test('the reason is the line above the places of a stack', () => {
  expect(lastWords('starting\nTypeError: fetch failed\n    at here (file:1)\n    at there\n\n')).toBe(
    'TypeError: fetch failed',
  )
})

test('a program that said nothing has no last words', () => {
  expect(lastWords('\n \n')).toBe('')
})
