import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentenceAround } from '../../text/sentences.ts'
import { contextsIn } from './context.ts'

/** What stands around words, each sentence looked for by itself. */
function plainly(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const [first, last] = [sentenceAround(text, start), sentenceAround(text, Math.max(0, end - 1))]
  const [ink, next] = [text.slice(0, start).trimEnd().length - 1, end + text.slice(end).search(/\S|$/)]
  const [earlier, later] = [ink < 0 ? null : sentenceAround(text, ink), sentenceAround(text, next)]
  const before =
    first && first.start < start
      ? text.slice(first.start, start).trimEnd()
      : earlier
        ? text.slice(earlier.start, Math.min(earlier.end, start))
        : ''
  const after =
    last && last.end > end
      ? text.slice(end, last.end).trimStart()
      : next < text.length && later
        ? text.slice(Math.max(later.start, end), later.end)
        : ''
  return { before, after }
}

test('the context of words is the rest of their sentence, or the one beside it', () => {
  const text = 'One came. Two said no. Three\n\nleft.'
  const contextOf = contextsIn(text)
  expect(contextOf({ start: 14, end: 18 })).toEqual({ before: 'Two', after: 'no.' })
  expect(contextOf({ start: 10, end: 22 })).toEqual({ before: 'One came.', after: 'Three' })
  expect(contextOf({ start: 0, end: 3 }).before).toBe('')
  expect(contextOf({ start: 30, end: 35 })).toEqual({ before: 'Three', after: '' })
})

test('dividing a text once gives the sentences that are found by looking for each', () => {
  const piece = fc.constantFrom(
    'Ada',
    ' ',
    '. ',
    '.',
    '\n',
    '\r\n',
    '\n\n',
    '“No,” ',
    'said',
    '? ',
    '💩',
    '\u200b',
    ' Mr. ',
    '12',
    'Bo',
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (pieces, one, other) => {
      const text = pieces.join('')
      const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ]
      expect(contextsIn(text)({ start, end })).toEqual(plainly(text, { start, end }))
    }),
    { numRuns: 500 },
  )
})
