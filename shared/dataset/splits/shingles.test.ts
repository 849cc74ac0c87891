import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '../../text/anyCharacter.laws.ts'
import { shinglesOf, wordsOf } from './shingles.ts'

test.each([
  ['The Minister said: “No comment.”', ['the', 'minister', 'said', 'no', 'comment']],
  ['THE MINISTER — said…\n\nno  comment', ['the', 'minister', 'said', 'no', 'comment']],
  ["Don’t, don't", ["don't", "don't"]],
  ["'Tis the players' turn", ['tis', 'the', 'players', 'turn']],
  ['Erdoğan, Erdog\u0306an, ERDOGAN', ['erdogan', 'erdogan', 'erdogan']],
  ['50,000.5 men', ['50', '000', '5', 'men']],
  ['in\u00advis\u00adible', ['invisible']],
  ['伊朗总统说', ['伊朗', '朗总', '总统', '统说']],
  ['伊朗，总统。说', ['伊朗', '总统', '说']],
  ['他用iPhone说话', ['他用', 'iphone', '说话']],
  ['🙂 — …', []],
  ['', []],
])('“%s” is the words %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

test.each([
  ['東京タワーが', 5],
  ['ประเทศไทย', 8],
])('“%s”, in a script without spaces, is %i pairs', (text, pairs) => {
  expect(wordsOf(text)).toHaveLength(pairs)
})

test('words with spaces between them are words in any script', () => {
  expect(wordsOf('قال الرئيس').length).toBe(2)
  expect(wordsOf('प्रधान मंत्री').length).toBe(2)
  expect(wordsOf('대통령이 말했다').length).toBe(2)
})

test('a text has a shingle for each place where three words stand, one if it has fewer, none if it has no words', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 30 }), words => {
      const shingles = shinglesOf(words.join(' '))
      expect(shingles.size).toBe(words.length === 0 ? 0 : Math.max(1, words.length - 2))
      for (const shingle of shingles) expect(Number.isInteger(shingle) && shingle >= 0 && shingle < 2 ** 32).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('case, accents, white space and punctuation make no other shingles; the order of words does', () => {
  const shingles = shinglesOf('The old minister of Saltry said no.')
  expect(shinglesOf('“THE OLD\nminister” (of Sáltry) said: no!')).toEqual(shingles)
  expect(shinglesOf('The old minister of Saltry no said.')).not.toEqual(shingles)
  expect(shinglesOf('no comment')).not.toEqual(shinglesOf('comment no'))
})

test('what is said twice counts once', () => {
  expect(shinglesOf('one two three one two three one two three').size).toBe(3)
})

test('any text has shingles, whatever it is of', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), text => {
      expect(shinglesOf(text).size === 0).toBe(wordsOf(text).length === 0)
    }),
    { numRuns: 1000 },
  )
})
