import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256Now } from './sha256Now.ts'

const byNode = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

test('law: it is the hash that everybody makes of a text, whatever its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
      expect(sha256Now(text)).toBe(byNode(text))
    }),
  )
  for (let length = 0; length < 200; length++) expect(sha256Now('é'.repeat(length))).toBe(byNode('é'.repeat(length)))
  expect(sha256Now('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
