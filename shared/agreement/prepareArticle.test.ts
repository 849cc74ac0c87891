import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyArticle } from '../dataset/drawnDataset.laws.ts'
import { articleAgreement } from './articleAgreement.ts'
import { asTheyAre, compareLayers } from './compareLayers.ts'
import { layer, on } from './drawnLayers.laws.ts'
import { prepareArticle } from './prepareArticle.ts'

const text = 'The mayor said the old bridge is safe, “very safe”.'
const ada = layer('ada', [on(text, 'The mayor', 'actor'), on(text, '“very safe”', 'claim')])
const bo = layer('bo', [on(text, 'mayor', 'actor'), on(text, 'very safe', 'claim')])

test('law: under one tolerance after another it says what a comparison under each says', () => {
  const tolerance = fc.record({ words: fc.nat(4), ignoreEnds: fc.boolean() })
  fc.assert(
    fc.property(anyArticle('a.txt'), fc.array(tolerance, { minLength: 1, maxLength: 6 }), (article, tolerances) => {
      const prepared = prepareArticle(article.text, article.layers, asTheyAre)
      for (const tolerance of tolerances) {
        const comparing = { ...asTheyAre, tolerance }
        expect(prepared.comparedAt(tolerance).comparisons).toEqual(
          compareLayers(article.text, article.layers, comparing),
        )
        expect(prepared.agreementAt(tolerance)).toEqual(articleAgreement(article.text, article.layers, comparing))
      }
    }),
    { numRuns: 40 },
  )
})

test('a tolerance that changes nothing gives the very same value', () => {
  const prepared = prepareArticle(text, [bo, ada], asTheyAre)
  const at = (words: number, ignoreEnds = false) => prepared.agreementAt({ words, ignoreEnds })
  const exact = (agreement: ReturnType<typeof at>) => agreement.pairs[0]!.levels['actor']!.exact.both
  expect(prepared.annotators).toEqual(['ada', 'bo'])
  const [none, one] = [at(0), at(1)]
  expect([exact(none), exact(one)]).toEqual([0, 1])
  expect(at(2)).toBe(one)
  expect(at(9)).toBe(one)
  expect(at(0, true).pairs[0]!.levels['claim']!.exact.both).toBe(1)
  expect(at(9)).toBe(one)
  expect(at(0)).toEqual(none)
})

test('what is counted once somebody looks at it goes along where it is handed on, and stays with its tolerance', () => {
  const links = [{ id: 'l', type: 'about', from: 'The mayor', to: { author: true }, attributes: {} } as const]
  const prepared = prepareArticle(text, [bo, { ...ada, links }], asTheyAre)
  const none = prepared.agreementAt({ words: 0, ignoreEnds: false })
  const one = prepared.agreementAt({ words: 1, ignoreEnds: false })
  const [handed, later] = [structuredClone(none), structuredClone(one)]
  expect(handed).toEqual(articleAgreement(text, [bo, { ...ada, links }], asTheyAre))
  expect(handed.continua.length).toBe(1)
  expect(Object.keys(later)).toEqual(Object.keys(handed))
  expect([handed, later].map(told => told.pairs[0]!.levels['actor']!.exact.both)).toEqual([0, 1])
})
