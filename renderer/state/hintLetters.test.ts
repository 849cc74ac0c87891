import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hintAlphabet, hintLetters } from './hintLetters.ts'

test('the letters that fingers rest on come first, one for each', () => {
  expect(hintLetters(4)).toEqual(['f', 'j', 'd', 'k'])
})

test('beyond the alphabet the last ones get two letters', () => {
  const names = hintLetters(60, 'a')
  expect(names).toHaveLength(60)
  expect(names.slice(0, 20).every(name => name.length === 1)).toBe(true)
  expect(names.at(-1)).toHaveLength(2)
})

test('names are as many as asked, unique, without kept letters, and none begins another', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.subarray([...hintAlphabet], { maxLength: 4 }), (count, kept) => {
      const names = hintLetters(count, kept.join(''))
      expect(names).toHaveLength(count)
      expect(new Set(names).size).toBe(count)
      for (const name of names) {
        expect([...name].some(letter => kept.includes(letter))).toBe(false)
        expect(names.filter(other => other !== name && other.startsWith(name))).toEqual([])
      }
    }),
  )
})
