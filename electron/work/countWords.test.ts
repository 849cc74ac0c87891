import { expect, test } from 'vitest'
import { countWords } from './countWords.ts'
import { lineEndsOf } from './lineEnds.ts'

test('words are counted as a person would', () => {
  expect(countWords('')).toBe(0)
  expect(countWords('“It isn’t over,” said the vice-president — twice, on 3.5 days.')).toBe(10)
  expect(countWords('قال الوزير إن الاتفاق انتهى')).toBe(5)
  expect(countWords('东京 and 大阪')).toBe(5)
  expect(countWords('नमस्ते दुनिया')).toBe(2)
  expect(countWords('\u{1f4f0} … — !')).toBe(0)
})

test('a long text is counted in a moment', () => {
  expect(countWords('a'.repeat(1_000_000))).toBe(1)
  expect(countWords("'".repeat(1_000_000))).toBe(0)
  expect(countWords('word '.repeat(200_000))).toBe(200_000)
})

test('line ends are told apart', () => {
  for (const [text, kind] of [
    ['', 'none'],
    ['one line', 'none'],
    ['a\nb\n', 'LF'],
    ['a\r\nb\r\n\r\n', 'CR LF'],
    ['a\rb\r\r', 'CR'],
    ['a\nb\r\n', 'mixed'],
    ['a\r\nb\r', 'mixed'],
    ['\n\r', 'mixed'],
  ] as const)
    expect(lineEndsOf(text), JSON.stringify(text)).toBe(kind)
})
