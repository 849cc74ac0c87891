import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from './anyCharacter.laws.ts'
import { makeRuler, type Unit } from './ruler.ts'
import { spentMs } from './spentMs.laws.ts'
import { wholeAtOrBefore } from './surrogates.ts'

const units = ['codepoint', 'utf8', 'utf16'] as const
/** Any code points at all, astral ones often: the texts where counting goes wrong. */
const astral = fc.string({
  unit: fc.oneof(
    fc.constantFrom('💩', '𝄞', 'a', 'é', '中'),
    fc.string({ unit: anyCharacter, minLength: 1, maxLength: 1 }),
  ),
})
/** Longer than several strides, so that marks fall everywhere, within pairs too. */
const long = fc.tuple(astral, fc.integer({ min: 1, max: 900 })).map(([text, times]) => text.repeat(times))

function naive(text: string, offset: number, unit: Unit): number {
  const head = text.slice(0, offset)
  return unit === 'utf16' ? offset : unit === 'utf8' ? Buffer.byteLength(head) : [...head].length
}

test('every position survives the round trip and is what the platform counts', () => {
  fc.assert(
    fc.property(astral, fc.constantFrom(...units), (text, unit) => {
      const ruler = makeRuler(text)
      let at = 0
      for (const character of [...text, '']) {
        expect(ruler.fromUtf16(at, unit)).toBe(naive(text, at, unit))
        expect(ruler.toUtf16(ruler.fromUtf16(at, unit), unit)).toBe(at)
        at += character.length
      }
    }),
    { numRuns: 1000 },
  )
})

test('positions far into a long text are exact', () => {
  fc.assert(
    fc.property(long, fc.constantFrom(...units), fc.double({ min: 0, max: 1, noNaN: true }), (text, unit, share) => {
      const at = wholeAtOrBefore(text, Math.floor(share * text.length))
      const ruler = makeRuler(text)
      expect(ruler.fromUtf16(at, unit)).toBe(naive(text, at, unit))
      expect(ruler.toUtf16(naive(text, at, unit), unit)).toBe(at)
    }),
    { numRuns: 300 },
  )
})

test('an emoji is two UTF-16 units, one code point and four bytes', () => {
  const ruler = makeRuler('a💩b')
  expect([0, 1, 3, 4].map(ruler.toCodePoint)).toEqual([0, 1, 2, 3])
  expect([0, 1, 3, 4].map(offset => ruler.fromUtf16(offset, 'utf8'))).toEqual([0, 1, 5, 6])
  expect([0, 1, 2, 3].map(position => ruler.toUtf16(position))).toEqual([0, 1, 3, 4])
})

test.each(units)('a place inside a pair is refused in %s, not rounded', unit => {
  const ruler = makeRuler('a💩b')
  expect(() => ruler.fromUtf16(2, unit)).toThrow(RangeError)
  expect(() => ruler.toCodePoint(2)).toThrow(RangeError)
  expect(() => ruler.toUtf16(2, 'utf16')).toThrow(RangeError)
  expect(() => ruler.toUtf16(3, 'utf8')).toThrow(RangeError)
})

test.each([-1, 5, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is no place in a text of four units', place => {
  for (const text of ['a💩b', 'abcd'])
    for (const unit of units) {
      expect(() => makeRuler(text).fromUtf16(place, unit)).toThrow(RangeError)
      if (place !== 5 || unit !== 'utf8' || text === 'abcd')
        expect(() => makeRuler(text).toUtf16(place, unit)).toThrow(RangeError)
    }
})

test('a lone surrogate counts as one and does no harm', () => {
  const ruler = makeRuler('a\ud83db\udca9')
  expect([0, 1, 2, 3, 4].map(ruler.toCodePoint)).toEqual([0, 1, 2, 3, 4])
  expect(ruler.fromUtf16(4, 'utf8')).toBe(8)
})

test('five million characters are measured in no time, wherever one asks', () => {
  const text = 'Иран и 💩 '.repeat(500_000)
  const ruler = makeRuler(text)
  const began = spentMs()
  for (let asked = 0; asked < 10_000; asked++) expect(ruler.toUtf16(asked * 400)).toBeGreaterThanOrEqual(asked * 400)
  expect(spentMs() - began).toBeLessThan(10_000)
})
