import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../../shared/annotation/span.ts'
import { type End, moveEnd, settledEnd, wholeWord } from './ends.ts'

/** Parts drawn in a text, each between « and »; a bar stands where an end is dragged to. */
function drawn(picture: string): { text: string; parts: Span[]; to: number } {
  const parts: Span[] = []
  let text = ''
  let to = -1
  let start = 0
  for (const character of picture) {
    if (character === '«') start = text.length
    else if (character === '»') parts.push({ start, end: text.length })
    else if (character === '|') to = text.length
    else text += character
  }
  return { text, parts, to }
}

function shown(text: string, parts: readonly Span[]): string {
  return parts.map(({ start, end }) => text.slice(start, end)).join('/')
}

const end = (part: number): End => ({ part, side: 'end' })
const start = (part: number): End => ({ part, side: 'start' })

test.each([
  ['the end goes on', 'The «old» bri|dge', end(0), 'old bri'],
  ['the end goes back', 'The «ol|d» bridge', end(0), 'ol'],
  ['the start goes back', 'T|he «old» bridge', start(0), 'he old'],
  ['the end never passes the start', '|The «old» bridge', end(0), 'o'],
  ['the start never passes the end', 'The «old» bridge|', start(0), 'd'],
  ['a part never reaches the next', '«The» old «bridge» |is', end(0), 'The old/bridge'],
  ['a part never reaches the one before', '|«The» old «bridge» is', start(1), 'The/old bridge'],
  ['no emoji is cut', '«It» 👍🏽| ok', end(0), 'It 👍🏽'],
] as const)('%s', (_name, picture, which, result) => {
  const { text, parts, to } = drawn(picture)
  expect(shown(text, moveEnd(text, parts, which, to))).toBe(result)
})

test('in the middle of an emoji an end stands before it', () => {
  const { text, parts } = drawn('«It» 👍🏽 ok')
  expect(shown(text, moveEnd(text, parts, end(0), text.indexOf('👍') + 2))).toBe('It ')
})

test.each([
  ['to its end', 'The «old» bri|dge', end(0), 'old bridge'],
  ['to its start', 'T|he «old» bridge', start(0), 'The old'],
  ['between words not at all', 'The «old» ,| bridge', end(0), 'old ,'],
] as const)('an end that takes whole words goes %s', (_name, picture, which, result) => {
  const { text, parts, to } = drawn(picture)
  expect(shown(text, moveEnd(text, parts, which, wholeWord(text, which, to)))).toBe(result)
})

test('a drag ends without white space, and one that changed nothing or left no word is none', () => {
  const { text, parts } = drawn('The «old» bridge')
  const drag = (which: End, to: number) => settledEnd(text, parts, moveEnd(text, parts, which, to), which)
  expect(drag(end(0), text.indexOf('bridge'))).toBeNull()
  expect(drag(start(0), 0)).toEqual([{ start: 0, end: 7 }])
  const spaced = drawn('a«    b» c')
  expect(settledEnd(spaced.text, spaced.parts, moveEnd(spaced.text, spaced.parts, end(0), 3), end(0))).toBeNull()
})

test('of parts within one character none grows over the next', () => {
  const text = 'A 👨‍👩‍👧 B'
  const parts = [
    { start: 3, end: 4 },
    { start: 5, end: 6 },
  ]
  expect(moveEnd(text, parts, end(0), 0)).toEqual(parts)
  expect(moveEnd(text, parts, start(1), text.length)).toEqual(parts)
})

test('wherever an end is dragged, parts stay in order, apart and not empty', () => {
  const text = 'Ein “Wörtchen”, 👨‍👩‍👧 und noch 🇩🇪 eins, das nicht endet.\r\nZweite Zeile.'
  const cuts = fc.uniqueArray(fc.nat(text.length), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(cuts, fc.nat(1), fc.boolean(), fc.nat(text.length), (cuts, part, isStart, to) => {
      const [a, b, c, d] = cuts.sort((one, other) => one - other) as [number, number, number, number]
      const parts = [
        { start: a, end: b },
        { start: c, end: d },
      ]
      const [first, second] = moveEnd(text, parts, { part, side: isStart ? 'start' : 'end' }, to) as [Span, Span]
      expect(first.start).toBeLessThan(first.end)
      expect(first.end).toBeLessThan(second.start)
      expect(second.start).toBeLessThan(second.end)
    }),
  )
})
