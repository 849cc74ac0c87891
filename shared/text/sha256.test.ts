import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from './anyCharacter.laws.ts'
import { sha256 } from './sha256.ts'

test('the hash of a text is the hash of its UTF-8 bytes, as every other tool computes it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: anyCharacter }), async text => {
      const expected = createHash('sha256').update(text, 'utf8').digest('hex')
      expect(await sha256(text)).toBe(expected)
      expect(await sha256(new TextEncoder().encode(text))).toBe(expected)
    }),
  )
})

test('the hash of nothing is the one everybody knows', async () => {
  expect(await sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
