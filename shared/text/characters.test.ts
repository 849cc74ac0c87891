import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from './anyCharacter.laws.ts'
import { graphemeAfter, graphemeBefore, snapToGraphemes, trimSpace } from './characters.ts'
import { draw, drawn } from './drawn.ts'
import { spentMs } from './spentMs.laws.ts'

/** Characters that join, split and vanish: where carets and spans go wrong. */
const tricky = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'a',
        ' ',
        '\u00a0',
        '\r\n',
        '\r',
        '\n',
        '\ufeff',
        '\u200b',
        '\u0301',
        '\u200d',
        '🇰🇿',
        '🇦',
        '👩‍👩‍👧',
        '👍🏽',
        '❤️',
        '각',
        'กำ',
        'د',
        '\u3000',
      ),
      fc.string({ unit: anyCharacter, minLength: 1, maxLength: 1 }),
    ),
  )
  .map(parts => parts.join(''))
const spanOf = (text: string, a: number, b: number) => {
  const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((one, other) => one - other)
  return { start: start!, end: end! }
}
const whole = (text: string) =>
  new Set([...new Intl.Segmenter('en').segment(text)].map(({ index }) => index).concat(text.length))

test('going on character by character visits what a segmenter of the whole text finds, and so does going back', () => {
  fc.assert(
    fc.property(tricky, text => {
      const onwards = [0]
      while (onwards.at(-1)! < text.length) onwards.push(graphemeAfter(text, onwards.at(-1)!))
      expect(onwards).toEqual([...whole(text)])
      const back = [text.length]
      while (back.at(-1)! > 0) back.push(graphemeBefore(text, back.at(-1)!))
      expect(back.reverse()).toEqual(onwards)
    }),
    { numRuns: 1000 },
  )
})

test('a snapped span holds the span, cuts no character, and stays as it is when snapped again', () => {
  fc.assert(
    fc.property(tricky, fc.nat(), fc.nat(), (text, a, b) => {
      const span = spanOf(text, a, b)
      const snapped = snapToGraphemes(text, span)
      if (span.start < span.end) expect(snapped.start <= span.start && span.end <= snapped.end).toBe(true)
      expect(whole(text)).toContain(snapped.start)
      expect(whole(text)).toContain(snapped.end)
      expect(snapToGraphemes(text, snapped)).toEqual(snapped)
    }),
    { numRuns: 1000 },
  )
})

test('a trimmed span lies in the span, has no white space at its ends, and cuts no character that the span kept whole', () => {
  fc.assert(
    fc.property(tricky, fc.nat(), fc.nat(), (text, a, b) => {
      const span = snapToGraphemes(text, spanOf(text, a, b))
      const trimmed = trimSpace(text, span)
      const words = text.slice(span.start, span.end)
      if (!trimmed) {
        expect(words.replace(/[\s\u200b\u2060\ufeff]/g, '')).toBe('')
        return
      }
      expect(span.start <= trimmed.start && trimmed.start < trimmed.end && trimmed.end <= span.end).toBe(true)
      expect(snapToGraphemes(text, trimmed)).toEqual(trimmed)
      expect(trimSpace(text, trimmed)).toEqual(trimmed)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['an accent', 'Hollande e«\u0301te»', 'Hollande «e\u0301te»'],
  ['half a flag', 'in 🇰«🇿 the» end', 'in «🇰🇿 the» end'],
  ['half a family', 'a 👩\u200d«👧» b', 'a «👩\u200d👧» b'],
  ['CR without its LF', 'one«\r»\ntwo', 'one«\r\n»two'],
  ['a caret inside an accented letter', 'e«»\u0301', '«»e\u0301'],
  ['nothing amiss', 'The «cat» sat.', 'The «cat» sat.'],
])('snapping puts right %s', (_name, was, is) => {
  const { text, span } = drawn(was)
  expect(draw(text, snapToGraphemes(text, span))).toBe(is)
})

test.each([
  ['blanks', 'The« cat »sat.', 'The «cat» sat.'],
  ['line ends', '«\r\nThe cat\r\n\r\n»', '\r\n«The cat»\r\n\r\n'],
  ['no-break spaces and a byte order mark', '«\ufeff\u00a0The\u00a0cat\u202f»', '\ufeff\u00a0«The\u00a0cat»\u202f'],
  ['zero-width and ideographic spaces', '«\u200b伊朗\u3000\u2060»', '\u200b«伊朗»\u3000\u2060'],
  ['a space that carries an accent stays', '« \u0301a »', '« \u0301a» '],
])('trimming drops white space: %s', (_name, was, is) => {
  const { text, span } = drawn(was)
  expect(draw(text, trimSpace(text, span)!)).toBe(is)
})

test('nothing is left of white space alone', () => {
  expect(trimSpace(' \n\u00a0\ufeff', { start: 0, end: 4 })).toBeNull()
  expect(trimSpace('abc', { start: 1, end: 1 })).toBeNull()
})

test('far into a long run of flags each flag is whole', () => {
  const flags = '🇰🇿'.repeat(2_000)
  for (let at = 0; at < flags.length; at++)
    expect(snapToGraphemes(flags, { start: at, end: at + 1 })).toEqual({ start: at - (at % 4), end: at - (at % 4) + 4 })
})

test('a line of five million characters costs what a short one costs', () => {
  const text = 'á'.normalize('NFD').repeat(2_500_000)
  const began = spentMs()
  for (let asked = 0; asked < 500; asked++) expect(graphemeAfter(text, asked * 9_998 + 1)).toBe(asked * 9_998 + 2)
  expect(spentMs() - began).toBeLessThan(10_000)
})
