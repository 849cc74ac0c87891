import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../annotation/drawn.laws.ts'
import { tokenCut } from './tokenCut.ts'
import { tokensOf } from './tokens.ts'

const cutOf = (text: string) => {
  const { starts, ends } = tokenCut(text)
  return [...starts].map((start, i) => text.slice(start, ends[i]))
}
const tokensIn = (text: string) =>
  tokensOf(text).sentences.flatMap(own => own.map(one => text.slice(one.start, one.end)))
const spansIn = (text: string) => tokensOf(text).sentences.flat()

test('words hold their apostrophes, numbers their points, and each mark stands alone', () => {
  expect(cutOf('Don’t pay 3,500.50 to A_1, “she” said…\r\nU.S. rock’n’roll; x:y.')).toEqual([
    ...['Don’t', 'pay', '3,500.50', 'to', 'A_1', ',', '“', 'she', '”', 'said', '…'],
    ...['U.S', '.', 'rock’n’roll', ';', ...tokensIn('x:y.')],
  ])
})

test('tokens are those of the sentences, whatever the text', () => {
  const marks = fc.constantFrom(...' \n\r\t\u00a0.,;:\'‘’"“”„«»()[]_-–—…!?@#%&/*+×£€$°§·'.split(''))
  const letters = fc.constantFrom(...'abzAZéßÆſ019'.split(''), 'in', 'The', '2.5', 'U.S.', 'don’t', 'e.g.', 'Mr.')
  const strange = fc.constantFrom(
    '中',
    '。',
    '「',
    '”“',
    'ａ',
    '\u00ad',
    '\u0301',
    'א',
    '"',
    'ا',
    '💩',
    '\u200b',
    'ª',
    'Ω',
    'カ',
  )
  const linesOf = (strangeOnes: number) =>
    fc
      .array(
        fc.oneof(
          { arbitrary: letters, weight: 10 },
          { arbitrary: marks, weight: 10 },
          { arbitrary: strange, weight: strangeOnes },
        ),
        { maxLength: 60 },
      )
      .map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(linesOf(0), linesOf(1), anyText), text => {
      const { starts, ends } = tokenCut(text)
      expect([...starts].map((start, i) => ({ start, end: ends[i] }))).toEqual(spansIn(text))
    }),
    { numRuns: Number(process.env['STET_LAW_RUNS'] ?? 500) },
  )
})

test('a line too long to be looked at at once is cut as its sentences are', () => {
  for (const text of ['so '.repeat(3000), 'x'.repeat(9000), `${'It is so. '.repeat(900)}\nNext.`])
    expect(cutOf(text)).toEqual(tokensIn(text))
})
