import { expect, test } from 'vitest'
import type { Zone } from '../article/article.ts'
import { type FitRules, flat, isCapitalised, type Misfit, misfitsOf } from './fits.ts'
import type { Covering, Hit } from './hit.ts'

const rules: FitRules = { exactCapitals: true, isNever: () => false }

/** A hit whose words stand between brackets. */
function drawn(text: string, more: { zone?: Zone; covering?: Covering[] } = {}): Hit {
  const [before, quote, after] = text.split(/[[\]]/) as [string, string, string]
  return { article: 'a', start: 0, end: quote.length, quote, before, after, zone: 'body', covering: [], ...more }
}

function misfits(original: string, occurrence: Hit, given = rules): readonly Misfit[] {
  const { quote: words, before, after } = drawn(original)
  return misfitsOf({ words, before, after, tag: 'actor' }, occurrence, given)
}

test.each([
  'Then [Robin] said so.',
  '“[Robin] is gone,” she said.',
  'The home of [Robin]’s mother.',
  'In Paris, [Robin] waited.',
  'On Monday she called. [Robin] said no.',
  'said President [Robin] in May',
  'the Prime Minister [Robin] said',
  'Yesterday.\nThe [Robin] of old',
  'Robin and [Robin], who',
  'It was Mr. [Robin] again',
])('where a name stands alone it fits: %s', text => {
  expect(misfits('and [Robin] went', drawn(text))).toEqual([])
})

test.each([
  ['at [Robin] Hood Airport today', 'Robin Hood Airport'],
  ['by Christopher [Robin] himself', 'Christopher Robin'],
  ['the Bank of [Robin] said', 'Bank of Robin'],
  ['the [Robin] of the North said', 'Robin of the North'],
  ['It was. Mary [Robin] came', 'Mary Robin'],
  ['President Mary [Robin] came', 'Mary Robin'],
])('part of a longer name it doesn’t fit: %s', (text, words) => {
  expect(misfits('and [Robin] went', drawn(text))).toEqual([{ kind: 'longer-name', words }])
})

test('in the same longer name as the original it fits', () => {
  expect(misfits('at [Robin] Hood Airport', drawn('from [Robin] Hood Airport'))).toEqual([])
  expect(misfits('at [Robin] Hood Airport', drawn('from [Robin] Hood himself'))).toEqual([
    { kind: 'longer-name', words: 'Robin Hood' },
  ])
})

test('joined to another word by a hyphen it is another word', () => {
  expect(misfits('and [Robin] went', drawn('an anti-[Robin] march'))).toEqual([{ kind: 'joined', words: 'anti-Robin' }])
  expect(misfits('the [talks] went', drawn('the [talks]-about-talks'))).toEqual([
    { kind: 'joined', words: 'talks-about' },
  ])
})

test('where every word of a headline is capitalised, nothing can be told', () => {
  const headline = drawn('Sheriff Says [Robin] Stole Again', { zone: 'title' })
  expect(misfits('and [Robin] went', headline)).toEqual([{ kind: 'headline' }])
  const quiet = drawn('Sheriff says [Robin] stole again', { zone: 'title' })
  expect(misfits('and [Robin] went', quiet)).toEqual([])
})

test('small words have no names around them', () => {
  expect(misfits('the [talks] went', drawn('the Paris [talks] Monday'))).toEqual([])
})

test('other capitals are other words, unless a person says otherwise', () => {
  expect(misfits('and [Robin] went', drawn('a [robin] sang'))).toEqual([{ kind: 'other-capitals' }])
  expect(misfits('and [Robin] went', drawn('a [robin] sang'), { ...rules, exactCapitals: false })).toEqual([])
  expect(misfits('and [Robin Hood] went', drawn('said [Robin\nHood] then'))).toEqual([])
})

test('boilerplate, what is tagged, and what is never to be tagged don’t fit, and all of it is said', () => {
  const hit = drawn('by [Robin] then', { zone: 'boilerplate', covering: [{ id: '1', tag: 'actor' }] })
  expect(misfits('and [Robin] went', hit, { ...rules, isNever: words => flat(words) === 'Robin' })).toEqual([
    { kind: 'never' },
    { kind: 'already-tagged' },
    { kind: 'boilerplate' },
  ])
  const other = drawn('by [Robin] then', { covering: [{ id: '1', tag: 'event' }] })
  expect(misfits('and [Robin] went', other)).toEqual([])
})

test('names begin with a capital letter', () => {
  expect([isCapitalised('Robin'), isCapitalised('“Robin'), isCapitalised('robin'), isCapitalised('3 May')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
