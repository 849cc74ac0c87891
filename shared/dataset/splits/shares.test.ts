import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quotasOf, readShares } from './shares.ts'

test.each([
  ['80/20', 'train 80, test 20'],
  ['80/10/10', 'train 80, validation 10, test 10'],
  ['25/25/25/25', 'part_1 25, part_2 25, part_3 25, part_4 25'],
  ['33.3/33.3/33.4', 'train 33.3, validation 33.3, test 33.4'],
  ['99.999/0.001', 'train 99.999, test 0.001'],
  ['train=70/dev=30', 'train 70, dev 30'],
  ['test=10/train=90', 'test 10, train 90'],
])('%s is %s', (words, parts) => {
  const read = readShares(words)
  expect('refused' in read ? read : read.map(({ name, share }) => `${name} ${share}`).join(', ')).toBe(parts)
})

test.each([
  ['', { refused: 'part', words: '' }],
  ['80/10/ten', { refused: 'part', words: 'ten' }],
  ['80//20', { refused: 'part', words: '' }],
  ['80/20/0', { refused: 'part', words: '0' }],
  ['110/-10', { refused: 'part', words: '-10' }],
  ['80%/20%', { refused: 'part', words: '80%' }],
  ['80 / 20', { refused: 'part', words: '80 ' }],
  ['33.3333/66.6667', { refused: 'part', words: '33.3333' }],
  ['Train=80/test=20', { refused: 'part', words: 'Train=80' }],
  ['../x=80/test=20', { refused: 'part', words: '..' }],
  ['100', { refused: 'one' }],
  [new Array(101).fill('1').join('/'), { refused: 'many' }],
  ['train=80/20', { refused: 'half-named' }],
  ['a=50/a=50', { refused: 'twice', words: 'a' }],
  ['80/10/5', { refused: 'sum', sum: 95 }],
  ['8/1/1', { refused: 'sum', sum: 10 }],
  ['33.3/33.3/33.3', { refused: 'sum', sum: 99.9 }],
])('“%s” is refused: %j', (words, why) => {
  expect(readShares(words)).toEqual(why)
})

const anyParts = fc
  .array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 })
  .map(shares => shares.map((share, i) => ({ name: `p${i}`, share })))

test('quotas are all articles, each within one of its share', () => {
  fc.assert(
    fc.property(fc.nat(100_000), anyParts, (count, parts) => {
      const quotas = quotasOf(count, parts)
      const all = parts.reduce((sum, { share }) => sum + share, 0)
      expect(quotas.reduce((sum, quota) => sum + quota, 0)).toBe(count)
      for (const [i, quota] of quotas.entries()) {
        expect(Math.abs(quota - (count * parts[i]!.share) / all)).toBeLessThan(1)
      }
    }),
    { numRuns: 1000 },
  )
})

test('shares that come out even give even quotas, and of equal fractions the first part has what is left', () => {
  const parts = [80, 10, 10].map(share => ({ name: '', share }))
  expect(quotasOf(100, parts)).toEqual([80, 10, 10])
  expect(quotasOf(15, parts)).toEqual([12, 2, 1])
  expect(quotasOf(1, parts)).toEqual([1, 0, 0])
  expect(quotasOf(0, parts)).toEqual([0, 0, 0])
})
