import { expect, test } from 'vitest'
import { makeMatcher, searchable } from './matcher.ts'
import { emptyQuery, type Query } from './query.ts'

const found = (text: string, words: string, more: Partial<Query>) =>
  [...(makeMatcher({ ...emptyQuery, words, ...more })?.find(searchable(text)) ?? [])].map(
    ({ start, end }) => `${start} ${text.slice(start, end)}`,
  )
const whole = (text: string, words: string) => found(text, words, { wholeWord: true })

test('a whole word ends where words end', () => {
  expect(whole('The cat, cats and a concat.', 'cat')).toEqual(['4 cat'])
  expect(whole('cat', 'cat')).toEqual(['0 cat'])
  expect(whole('Trump’s vice-president isn’t', 'trump')).toEqual(['0 Trump'])
  expect(whole('Trump’s vice-president isn’t', 'president')).toEqual(['13 president'])
  expect(whole('l’homme, l’hommes', 'homme')).toEqual(['2 homme'])
  expect(whole('3.5 and 5', '5')).toEqual(['8 5'])
  expect(whole('snake_case', 'case')).toEqual([])
  expect(whole('naïve naïveté', 'naive')).toEqual(['0 naïve'])
  expect(whole('e\u0301te\u0301s e\u0301te\u0301', 'ete')).toEqual(['7 e\u0301te\u0301'])
})

test('words are told apart by a dictionary where no spaces part them', () => {
  expect(whole('東京は日本の首都です', '日本')).toEqual(['3 日本'])
  expect(whole('東京は日本の首都です', '本の')).toEqual([])
  expect(whole('قال الوزير إن الوزيرة', 'الوزير')).toEqual(['4 الوزير'])
})

test('a regular expression finds lines, classes and characters beyond the first plane, and nothing empty', () => {
  expect(found('Said A\nsaid 💩', '^said (.)$', { regex: true })).toEqual(['0 Said A', '7 said 💩'])
  expect(found('Said A\nsaid 💩', '^said (.)$', { regex: true, matchCase: true })).toEqual(['7 said 💩'])
  expect(found('aaa', 'b*', { regex: true })).toEqual([])
  expect(found('abab', 'b*', { regex: true })).toEqual(['1 b', '3 b'])
  expect(found('cats cat', 'ca.', { regex: true, wholeWord: true })).toEqual(['5 cat'])
  expect(found('anything', '', { regex: true })).toEqual([])
})

test.each(['(', '[z-a]', '\\', 'a{2,1}', '(?<x>a)(?<x>b)', '\\p{Nothing}', '*'])(
  'what is wrong with the expression %s is said',
  words => {
    const attempt = () => makeMatcher({ ...emptyQuery, words, regex: true })
    expect(attempt).toThrow(expect.objectContaining({ kind: 'search-pattern' }))
    try {
      attempt()
    } catch (problem) {
      expect((problem as { detail: string }).detail).toMatch(/^(?!Invalid regular).{8,60}\.$/)
    }
  },
)
