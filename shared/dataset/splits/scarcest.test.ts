import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Scarcest } from './scarcest.ts'
import type { Unit } from './units.ts'

const unit = (i: number, strata: readonly number[]): Unit => ({
  paths: [`${i}.txt`],
  lot: 0n,
  amounts: new Map(strata.map(stratum => [stratum, 1])),
})

test('each unit is handed out once, with a stratum of its own of which no other had fewer left when it was begun', () => {
  const anyUnits = fc.array(fc.uniqueArray(fc.nat(6), { maxLength: 4 }), { maxLength: 30 })
  fc.assert(
    fc.property(anyUnits, strata => {
      const units = strata.map((those, i) => unit(i, those))
      const left = new Map<number, number>()
      for (const { amounts } of units) for (const its of amounts.keys()) left.set(its, (left.get(its) ?? 0) + 1)
      const out = new Set<Unit>()
      let begun: number | undefined
      for (const [next, stratum] of new Scarcest(units, 7).all()) {
        expect(out.has(next)).toBe(false)
        out.add(next)
        if (stratum === undefined) {
          expect(next.amounts.size).toBe(0)
          continue
        }
        expect(next.amounts.has(stratum)).toBe(true)
        if (stratum !== begun) {
          expect(left.get(begun ?? -1) ?? 0).toBe(0)
          expect(left.get(stratum)).toBe(Math.min(...[...left.values()].filter(count => count > 0)))
          begun = stratum
        }
        for (const its of next.amounts.keys()) left.set(its, left.get(its)! - 1)
      }
      expect(out.size).toBe(units.length)
    }),
    { numRuns: 1000 },
  )
})
