import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unwrapped, wrappedAt } from './unwrapped.ts'

const letters = 'abcdefghij-éß“.,0'
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 18 })

/** Words wrapped as programs do it: one goes to the next line where it doesn't fit. */
function wrappedIn(words: readonly string[], width: number): string[] {
  const lines = ['']
  for (const one of words)
    if (lines.at(-1) === '') lines[lines.length - 1] = one
    else if (lines.at(-1)!.length + 1 + one.length <= width) lines[lines.length - 1] += ` ${one}`
    else lines.push(one)
  return lines
}

test('whatever was wrapped is as it was before', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 200 }), fc.integer({ min: 60, max: 90 }), (words, width) => {
      expect(unwrapped(wrappedIn(words, width), width)).toBe(words.join(' '))
    }),
  )
})

test('no character but white space comes or goes, whatever the lines are', () => {
  const line = fc.string({ unit: fc.constantFrom(...letters, ' ', '\t', '港', 'の'), maxLength: 100 })
  fc.assert(
    fc.property(fc.array(line), fc.integer({ min: 60, max: 90 }), (lines, width) => {
      expect(unwrapped(lines, width).replace(/\s/g, '')).toBe(lines.join('').replace(/\s/g, ''))
    }),
  )
})

test('a text tells how wide it was wrapped, whatever a few long words do to it', () => {
  const words = Array.from({ length: 4000 }, (_, i) =>
    'abcdefghij'.slice(0, 1 + Math.floor(Math.abs(Math.sin(i * 12.9898)) * 9.99)),
  )
  for (const width of [70, 78, 80]) {
    const lines = wrappedIn(words, width)
    const found = wrappedAt([[...lines, 'x'.repeat(95), 'end']])
    expect(found).toBeGreaterThan(width - 4)
    expect(unwrapped(lines, found)).toBe(words.join(' '))
  }
  expect(wrappedAt([['short', 'lines']])).toBe(78)
})

test('Chinese and Japanese lines are joined without a space', () => {
  expect(unwrapped(['港'.repeat(39), '船は出ない。'], 78)).toBe(`${'港'.repeat(39)}船は出ない。`)
})
