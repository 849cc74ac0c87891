import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInShard, MAX_SHARDS, readShard, shardOf } from './shard.ts'

const anyPath = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 })
  .map(names => names.join('/'))

test('every article is in exactly one shard, the same each time', () => {
  fc.assert(
    fc.property(anyPath, fc.integer({ min: 1, max: 40 }), (path, of) => {
      const shards = Array.from({ length: of }, (_, i) => ({ index: i + 1, of }))
      expect(shards.filter(shard => isInShard(path, shard))).toEqual([{ index: shardOf(path, of), of }])
    }),
    { numRuns: 1000 },
  )
})

/** Ways in which the articles of real workspaces are named; each makes 8,000 names. */
const namings: [what: string, name: (i: number) => string][] = [
  ['numbers alone', i => String(i)],
  ['numbers of five digits', i => `articles/${String(i).padStart(5, '0')}.txt`],
  ['every second number', i => `${2 * i}.txt`],
  ['folders named as their article', i => `story-${i}/story-${i}.txt`],
  ['months and outlets', i => `201${i % 10}/${1 + (i % 12)}/outlet-${i % 7}/${Math.floor(i / 70)}-${i}.html`],
  ['Chinese', i => `新闻/${String.fromCodePoint(0x4e00 + i)}.txt`],
]
test.each(namings)('articles named by %s are spread evenly over any number of shards', (_what, name) => {
  for (const of of [2, 3, 7, 8, 10, 16, 64]) {
    const sizes = new Array<number>(of).fill(0)
    for (let i = 0; i < 8000; i++) sizes[shardOf(name(i), of) - 1]!++
    // Chi-squared with `of` - 1 degrees of freedom: its mean is that, its variance twice that.
    const expected = 8000 / of
    const chi = sizes.reduce((sum, size) => sum + (size - expected) ** 2 / expected, 0)
    expect(chi).toBeLessThan(of - 1 + 5 * Math.sqrt(2 * (of - 1)))
  }
})

// Other programs compute the same: a change here would tear apart what was written before.
test.each([
  ['2018/aktau-summit.txt', 8, 6],
  ['a.txt', 8, 6],
  ['新闻/伊朗.txt', 1000, 929],
])('%s of %i shards is in shard %i for ever', (path, of, shard) => {
  expect(shardOf(path, of)).toBe(shard)
})

test('what is no number of shards is refused', () => {
  for (const of of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => shardOf('a.txt', of)).toThrow(RangeError)
  }
})

test.each([
  ['1/1', { index: 1, of: 1 }],
  ['2/8', { index: 2, of: 8 }],
  ['08/08', { index: 8, of: 8 }],
  [`7/${MAX_SHARDS}`, { index: 7, of: MAX_SHARDS }],
])('%s is read', (words, shard) => {
  expect(readShard(words)).toEqual(shard)
})

test.each([
  ['', 'not-a-shard'],
  ['2', 'not-a-shard'],
  ['2/', 'not-a-shard'],
  ['2/8/1', 'not-a-shard'],
  ['2 / 8', 'not-a-shard'],
  ['-1/8', 'not-a-shard'],
  ['1.5/8', 'not-a-shard'],
  ['two/eight', 'not-a-shard'],
  ['٢/٨', 'not-a-shard'],
  ['1/9999999999', 'not-a-shard'],
  ['0/0', 'how-many'],
  ['1/0', 'how-many'],
  ['1/1000001', 'how-many'],
  ['0/8', 'which'],
  ['9/8', 'which'],
])('“%s” is refused as %s', (words, why) => {
  expect(readShard(words)).toBe(why)
})

test('whatever is read comes back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MAX_SHARDS }), fc.nat(), (of, at) => {
      const shard = { index: 1 + (at % of), of }
      expect(readShard(`${shard.index}/${shard.of}`)).toEqual(shard)
    }),
  )
})
