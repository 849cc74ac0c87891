import fc from 'fast-check'
import { expect, test } from 'vitest'
import { snapToGraphemes } from '../text/characters.ts'
import { anySpan, anyText, drawn } from './drawn.laws.ts'
import { grow, shrink } from './grow.ts'
import { holds, type Span } from './span.ts'

/** Blocks as plain text has them: lines with their ends. */
const linesOf = (text: string) =>
  [...text.matchAll(/[^\n]*\n|[^\n]+$/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }))
const wordsOf = (text: string, { start, end }: Span) => text.slice(start, end)

function growth(text: string, from: Span): string[] {
  const steps: string[] = []
  for (let now = grow(text, linesOf(text), from); now; now = grow(text, linesOf(text), now))
    steps.push(`${now.unit}: ${wordsOf(text, now)}`)
  return steps
}

const said = 'The mayor said: “We go, you «st»ay. That is all.” Nobody spoke.\n\nShe left.\n'

test.each([
  [
    'word, clause, sentence, quotation, and what is around it',
    said,
    [
      'word: stay',
      'clause: you stay.',
      'sentence: We go, you stay.',
      'quotation: We go, you stay. That is all.',
      'clause: “We go, you stay. That is all.”',
      'sentence: The mayor said: “We go, you stay. That is all.”',
      'paragraph: The mayor said: “We go, you stay. That is all.” Nobody spoke.',
    ],
  ],
  [
    'sentence at once where it is one clause',
    'It rained. «Nobody» left. All stayed.',
    ['sentence: Nobody left.', 'paragraph: It rained. Nobody left. All stayed.'],
  ],
  [
    'Chinese',
    '他来了。她说：「我«不»走。」',
    [
      'word: 不走',
      'quotation: 我不走。',
      'clause: 「我不走。」',
      'sentence: 她说：「我不走。」',
      'paragraph: 他来了。她说：「我不走。」',
    ],
  ],
  [
    'Arabic',
    'قال «الرجل»، ثم ذهب. انتهى.',
    ['clause: قال الرجل', 'sentence: قال الرجل، ثم ذهب.', 'paragraph: قال الرجل، ثم ذهب. انتهى.'],
  ],
])('growing goes by %s', (_what, picture, steps) => {
  const text = picture.replace(/[«»]/g, '')
  expect(growth(text, drawn(picture).span)).toEqual(steps)
})

test('a quotation through several paragraphs is one step beyond the paragraph', () => {
  const text = '“First.\n\n“Second, too.\n\n“Third,” he said.\n\nEnd.\n'
  const at = text.indexOf('Second')
  expect(growth(text, { start: at, end: at + 6 })).toEqual([
    'sentence: Second, too.',
    'paragraph: “Second, too.',
    'quotation: First.\n\n“Second, too.\n\n“Third,',
    'paragraph: “First.\n\n“Second, too.\n\n“Third,” he said.',
  ])
})

test.each([
  ['a paragraph', '«It rained, they said. Nobody left.»', 'It rained, they said.'],
  ['a sentence', '«It rained, they said.» Nobody left.', 'It rained'],
  ['a clause', '«It rained», they said.', 'It'],
  ['words that are no unit', 'It «rained, they sa»id.', 'rained'],
  ['a quotation with its marks', 'He said: «“We go. We stay.”»', 'We go. We stay.'],
])('shrinking %s keeps its beginning', (_what, picture, words) => {
  const { text, span } = drawn(picture)
  expect(wordsOf(text, shrink(text, linesOf(text), span)!)).toBe(words)
})

test('half of a quotation is no step: the sentence that ends beyond it comes after all of it', () => {
  const text = 'He said: “We go. We must,” and left.'
  const at = text.indexOf('must')
  expect(growth(text, { start: at, end: at + 4 })).toEqual([
    'clause: We must',
    'sentence: We must,',
    'quotation: We go. We must,',
    'clause: “We go. We must,” and left.',
    'paragraph: He said: “We go. We must,” and left.',
  ])
})

test('one word does not shrink, and a whole paragraph does not grow', () => {
  const { text, span } = drawn('The «cat» sat.')
  expect(shrink(text, linesOf(text), span)).toBeNull()
  expect(grow(text, linesOf(text), { start: 0, end: text.length })).toBeNull()
})

const quotedText = fc
  .array(
    fc.oneof(
      fc.constantFrom('“', '”', '"', ', ', '. ', '; ', '\n', 'He said: ', 'word ', '「', '」', '\u0301'),
      anyText,
    ),
    { minLength: 1 },
  )
  .map(parts => parts.join(''))
const cases = quotedText.chain(text => fc.tuple(fc.constant(text), anySpan(text)))

test('each step holds the one before and more, cuts no character that wasn’t cut, and there is an end', () => {
  fc.assert(
    fc.property(cases, ([text, drawnSpan]) => {
      let span: Span = snapToGraphemes(text, drawnSpan)
      for (let next = grow(text, linesOf(text), span); next; next = grow(text, linesOf(text), span)) {
        expect(holds(next, span) && next.end - next.start > span.end - span.start).toBe(true)
        expect(snapToGraphemes(text, next)).toEqual({ start: next.start, end: next.end })
        span = next
      }
    }),
    { numRuns: 500 },
  )
})

test('a shrunk span lies in the one before, is smaller and holds words of it', () => {
  fc.assert(
    fc.property(cases, ([text, drawnSpan]) => {
      let span: Span = snapToGraphemes(text, drawnSpan)
      for (let next = shrink(text, linesOf(text), span); next; next = shrink(text, linesOf(text), span)) {
        expect(holds(span, next) && next.start < next.end && next.end - next.start < span.end - span.start).toBe(true)
        expect(snapToGraphemes(text, next)).toEqual({ start: next.start, end: next.end })
        span = next
      }
    }),
    { numRuns: 500 },
  )
})

test('a word that ends inside a character is taken with all of it', () => {
  // U+0600 is written before a number, and of one character with what follows; the letter is another word.
  const text = '\u0600\u1975 word'
  const span = { start: 0, end: 2 }
  expect(snapToGraphemes(text, { start: 0, end: 1 })).toEqual(span)
  expect(shrink(text, linesOf(text), span)).toBeNull()
  expect(grow(text, linesOf(text), { start: 0, end: 1 })).toEqual({ ...span, unit: 'word' })
})
