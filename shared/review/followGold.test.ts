import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asTheyAre } from '../agreement/compareLayers.ts'
import { Layer } from '../annotation/layer.ts'
import { casesOf } from './casesOf.ts'
import { decide, opinionsIn, reopen, verdictsOn } from './decision.ts'
import { anyReviewed } from './drawnReview.laws.ts'
import { followGold } from './followGold.ts'

test('law: cases that follow gold are those that a new comparison would find', () => {
  fc.assert(
    fc.property(anyReviewed, fc.array(fc.nat(), { minLength: 3, maxLength: 5 }), ({ text, layers }, drawn) => {
      const gold = new Layer()
      const compare = () =>
        casesOf({
          ...{ text, layers, comparing: asTheyAre },
          reviewer: { annotator: 'gold-cleo', verdicts: [...gold.verdicts.values()], annotations: gold.list() },
        })
      const known = new Map(layers.map(({ annotator }) => [annotator, new Set<string>()]))
      let cases = compare()
      if (cases.length === 0) return
      for (const [i, number] of drawn.entries()) {
        const one = cases[number % cases.length]!
        const bench = {
          ...{ text, gold, opinions: opinionsIn(cases), verdicts: verdictsOn(gold.verdicts.values()), by: 'cleo' },
          now: new Date(Date.UTC(2031, 2, 4, 10, i)),
        }
        const { layer } = one.opinions[number % one.opinions.length]!
        const choices = [{ kind: 'none' } as const, { kind: 'take', layers: [layer] } as const]
        const { edit } =
          number % 3 === 2 && one.verdicts.length > 0
            ? reopen(one, bench)
            : decide(one, choices[number % 2]!, {}, bench)
        const undo = edit && gold.apply(edit)
        expect(followGold(cases, gold, known)).toEqual(compare())
        if (number % 5 === 0 && undo) gold.apply(undo)
        cases = followGold(cases, gold, known)
        expect(cases).toEqual(compare())
        expect(followGold(cases, gold, known).every((same, at) => same === cases[at])).toBe(true)
      }
    }),
    { numRuns: 10 },
  )
})
