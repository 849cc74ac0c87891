import { expect, test } from 'vitest'
import type { Question } from '../codebook/codebook.ts'
import { checkAnswers } from './checkAnswers.ts'

const asked = (kind: Question['kind']): Question => ({
  ...{ id: 'q', label: 'Q', kind, key: 'q', guidance: '' },
  choices: [
    { id: 'one', label: 'One' },
    { id: 'old', label: 'Old', retired: true },
  ],
})

/** What is found of an answer to a question of a kind. */
const found = (kind: Question['kind'], answer: unknown) =>
  checkAnswers({ q: answer }, new Map([['q', asked(kind)]]), {}).map(one => `${one.kind} ${one.about}`)

test.each([
  ['choice', ['one', ''], ['two', true, ['one'], null]],
  ['several', [['one'], []], ['one', ['two'], [1]]],
  ['yes-no', [true, false, ''], ['yes', 1]],
  ['number', [0, -1.5], ['1', true]],
  ['date', ['2031-03', '2031-03-04/..', ''], ['yesterday', 2031]],
  ['text', ['anything', ''], [1, { a: 1 }]],
] as const)('a question of the kind %s takes some answers and no others', (kind, right, wrong) => {
  for (const answer of right) expect(found(kind, answer)).toEqual([])
  for (const answer of wrong)
    expect(found(kind, answer)).toEqual([
      `value-not-allowed q: ${typeof answer === 'string' ? answer : JSON.stringify(answer)}`,
    ])
})

test('an answer that was given up is told, and so is a question', () => {
  expect(found('choice', 'old')).toEqual(['no-longer-offered q: old'])
  expect(found('several', ['one', 'old'])).toEqual(['no-longer-offered q: ["one","old"]'])
  const retired = { ...asked('text'), retired: true as const }
  expect(checkAnswers({ q: 'x' }, new Map([['q', retired]]), {})).toEqual([{ kind: 'no-longer-offered', about: 'q' }])
})

test('a question that nobody asks is named, whatever it is called', () => {
  const place = { annotation: 'a', quote: 'words' }
  expect(checkAnswers({ constructor: 'x' }, new Map(), place)).toEqual([
    { kind: 'unknown-attribute', about: 'constructor', ...place },
  ])
})
