import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnionFind } from './unionFind.ts'

test('the sets are what joining by hand gives, and each is called by its smallest number', () => {
  const anyJoins = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 30 })
  fc.assert(
    fc.property(anyJoins, joins => {
      const sets = new UnionFind(20)
      let byHand = Array.from({ length: 20 }, (_, i) => i)
      for (const [a, b] of joins) {
        sets.join(a, b)
        const [from, to] = [byHand[a]!, byHand[b]!]
        byHand = byHand.map(name => (name === from || name === to ? Math.min(from, to) : name))
      }
      expect(byHand.map((_, i) => sets.find(i))).toEqual(byHand)
    }),
    { numRuns: 500 },
  )
})
