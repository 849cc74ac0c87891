import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fnv1a64, stableHash } from './stableHash.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

test.each([
  ['', 0xcbf29ce484222325n],
  ['a', 0xaf63dc4c8601ec8cn],
  ['foobar', 0x85944171f73967e8n],
])('FNV-1a 64 of “%s” is the published one', (text, hash) => {
  expect(fnv1a64(bytesOf(text))).toBe(hash)
})

test('halves give what the definition gives in big integers', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), bytes => {
      let hash = 0xcbf29ce484222325n
      for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
      expect(fnv1a64(bytes)).toBe(hash)
    }),
    { numRuns: 1000 },
  )
})

// Written down once and never changed: what was divided with an earlier version is divided like this.
test.each([
  ['', 0xefd01f60ba992926n],
  ['2018/aktau-summit.txt', 0xa97d6efd71d85e8dn],
  ['新闻/伊朗.txt', 0xb82d174265a315f0n],
])('the hash of “%s” never changes', (text, hash) => {
  expect(stableHash(text)).toBe(hash)
})

test('a text written in composed letters and in decomposed ones are two texts', () => {
  expect(stableHash('caf\u00e9.txt')).not.toBe(stableHash('cafe\u0301.txt'))
})
