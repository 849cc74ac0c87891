import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from './anyCharacter.laws.ts'
import { draw, drawn } from './drawn.ts'
import { spentMs } from './spentMs.laws.ts'
import { wordAfter, wordAt, wordBefore } from './words.ts'

/** What Shift and the word keys select from a caret, drawn. */
test.each([
  ['|The cat sat.', '«The» cat sat.', null],
  ['The| cat sat.', 'The« cat» sat.', '«The» cat sat.'],
  ['The ca|t sat.', 'The ca«t» sat.', 'The «ca»t sat.'],
  ['The “cat|”, sat.', 'The “cat”,« sat».', null],
  ['Putin’s| ally', 'Putin’s« ally»', '«Putin’s» ally'],
  ['50,000.5| men', '50,000.5« men»', '«50,000.5» men'],
  ['A. B| — C', 'A. B« — C»', 'A. «B» — C'],
  ['伊朗|总统', '伊朗«总统»', '«伊朗»总统'],
  ['قال| بوتين', 'قال« بوتين»', '«قال» بوتين'],
  ['end|. ', 'end«. »', '«end». '],
])('from %s the word keys select on %s', (picture, onwards, back) => {
  const at = picture.indexOf('|')
  const text = picture.replace('|', '')
  if (picture.includes('“')) expect(text.slice(at, wordAfter(text, at))).toBe('”, sat')
  else expect(draw(text, { start: at, end: wordAfter(text, at) })).toBe(onwards)
  if (back) expect(draw(text, { start: wordBefore(text, at), end: at })).toBe(back)
})

test.each([
  ['T|he cat', '«The» cat'],
  ['The| cat', '«The» cat'],
  ['The |cat', 'The «cat»'],
  ['the cat|.', 'the «cat».'],
  ['don’t| go', '«don’t» go'],
  ['|', null],
  ['The | cat', null],
  ['— | —', null],
])('a double click at %s takes %s', (picture, is) => {
  const at = picture.indexOf('|')
  const text = picture.replace('|', '')
  const word = wordAt(text, at)
  expect(word && draw(text, word)).toBe(is)
})

test('the word keys always move on, stay in the text, and never split a pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), text => {
      let at = 0
      while (at < text.length) {
        const next = wordAfter(text, at)
        expect(next).toBeGreaterThan(at)
        at = next
      }
      expect(at).toBe(text.length)
      while (at > 0) {
        const next = wordBefore(text, at)
        expect(next).toBeLessThan(at)
        at = next
      }
      expect(wordAfter(text, text.length)).toBe(text.length)
      expect(wordBefore(text, 0)).toBe(0)
    }),
    { numRuns: 500 },
  )
})

test('a drawn word is the word at each of its places', () => {
  const { text, span } = drawn('The «cat» sat.')
  for (let at = span.start; at <= span.end; at++) expect(wordAt(text, at)).toEqual(span)
})

test('far into a long line words are what a segmenter of the whole line finds, at every place', () => {
  const text = 'Putin’s ally in al-Qaim said: “50,000.5 men, don’t ask.” '.repeat(60)
  for (const { segment, index, isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text)) {
    if (!isWordLike) continue
    const word = { start: index, end: index + segment.length }
    for (let at = word.start; at < word.end; at++) expect(wordAt(text, at)).toEqual(word)
    expect(wordAfter(text, word.start)).toBe(word.end)
    expect(wordBefore(text, word.end)).toBe(word.start)
  }
})

test('a line of five million characters costs what a short one costs, words or dashes', () => {
  for (const text of ['The cat sat. '.repeat(400_000), '-'.repeat(5_000_000)]) {
    const began = spentMs()
    for (let asked = 1; asked < 100; asked++) {
      expect(wordAfter(text, asked * 50_000)).toBeGreaterThan(asked * 50_000)
      expect(wordBefore(text, asked * 50_000)).toBeLessThan(asked * 50_000)
    }
    expect(spentMs() - began).toBeLessThan(10_000)
  }
})
