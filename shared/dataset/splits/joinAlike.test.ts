import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinAlike } from './joinAlike.ts'
import { UnionFind } from './unionFind.ts'

const familiesIn = (sets: UnionFind, size: number) => Array.from({ length: size }, (_, i) => sets.find(i))

test('a bucket that isn’t given up is joined as if each had been compared with each', () => {
  const anyPairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 9 })
  const anyOrder = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 })
  fc.assert(
    fc.property(anyPairs, anyPairs, anyOrder, (joinedBefore, pairs, bucket) => {
      const [sets, byHand] = [new UnionFind(10), new UnionFind(10)]
      for (const [a, b] of joinedBefore) sets.join(a, b)
      for (const [a, b] of [...joinedBefore, ...pairs]) byHand.join(a, b)
      const isAlike = (a: number, b: number) => pairs.some(pair => pair.includes(a) && pair.includes(b) && a !== b)
      expect(joinAlike(bucket, sets, isAlike)).toBe(true)
      expect(familiesIn(sets, 10)).toEqual(familiesIn(byHand, 10))
    }),
    { numRuns: 1000 },
  )
})

test('a crowd in which all are unlike is given up after a few, however large it is', () => {
  let compared = 0
  const crowd = Array.from({ length: 10_000 }, (_, i) => i)
  const unlike = () => {
    compared++
    return false
  }
  expect(joinAlike(crowd, new UnionFind(10_000), unlike)).toBe(false)
  expect(compared).toBeLessThan(200)
})

test('a crowd in which all are alike is one family, after one comparison for each', () => {
  let compared = 0
  const crowd = Array.from({ length: 10_000 }, (_, i) => i)
  const sets = new UnionFind(10_000)
  const alike = () => {
    compared++
    return true
  }
  expect(joinAlike(crowd, sets, alike)).toBe(true)
  expect(new Set(familiesIn(sets, 10_000))).toEqual(new Set([0]))
  expect(compared).toBe(9_999)
})
