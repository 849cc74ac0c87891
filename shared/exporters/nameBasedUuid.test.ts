import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { nameBasedUuid, uuidIn } from './nameBasedUuid.ts'
import { sha1 } from './sha1.ts'

test('the example of the standard', () => {
  expect(uuidIn('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
})

test('parts of a name are kept apart', () => {
  expect(nameBasedUuid('a', 'bc')).not.toBe(nameBasedUuid('ab', 'c'))
  expect(nameBasedUuid('a', 'bc')).toBe(nameBasedUuid('a', 'bc'))
})

test('hashes are those of the platform, for every length around a block', () => {
  for (let length = 0; length < 140; length++) {
    const bytes = randomBytes(length)
    expect(Buffer.from(sha1(bytes)).toString('hex')).toBe(createHash('sha1').update(bytes).digest('hex'))
  }
})
