import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spentMs } from '../text/spentMs.laws.ts'
import { directionOf } from './direction.ts'

test.each([
  ['The cat sat.', 'ltr'],
  ['قال بوتين', 'rtl'],
  ['אמר פוטין', 'rtl'],
  ['“2018 – قال Putin', 'rtl'],
  ['“2018 – Putin قال', 'ltr'],
  ['伊朗总统', 'ltr'],
  ['١٢٣ Putin', 'ltr'],
  ['\u200fPutin', 'rtl'],
  ['\u2068Putin\u2069 قال', 'rtl'],
  ['\u2068قال\u2069 Putin', 'ltr'],
  ['💩 🇮🇷 12', 'ltr'],
  ['\ufeffقال', 'rtl'],
  ['', 'ltr'],
])('%s runs %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})

test('the first letter decides, whatever follows and whatever neutral stands before', () => {
  const neutral = fc.array(fc.constantFrom(' ', '"', '“', '5', '—', '💩', '\n', '٣')).map(parts => parts.join(''))
  fc.assert(
    fc.property(
      neutral,
      fc.constantFrom(['a', 'ltr'], ['ж', 'ltr'], ['中', 'ltr'], ['م', 'rtl'], ['ש', 'rtl'], ['𞤀', 'rtl']),
      fc.string(),
      (before, [letter, direction], after) => {
        expect(directionOf(before + letter + after)).toBe(direction)
      },
    ),
  )
})

test('five million dashes are not read to their end', () => {
  const text = `${'-'.repeat(5_000_000)}م`
  const began = spentMs()
  expect(directionOf(text)).toBe('ltr')
  expect(spentMs() - began).toBeLessThan(100)
})
