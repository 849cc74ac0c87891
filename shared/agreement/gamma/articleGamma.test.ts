import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyArticles } from '../../dataset/drawnDataset.laws.ts'
import { layer, on } from '../drawnLayers.laws.ts'
import { articleGamma, gammaOf } from './articleGamma.ts'
import { gamma, usualGamma } from './gamma.ts'

const text = 'The mayor said the bridge is safe, and Dockers walked out over pay.'
const ada = layer('ada', [on(text, 'The mayor', 'actor'), on(text, ['the bridge', 'safe'], 'claim')])
const bo = layer('bo', [on(text, 'mayor', 'actor'), on(text, 'bridge is safe', 'claim'), on(text, 'pay', 'event')])

test('γ of an article by tag, and of articles by the sums of their disorders', () => {
  const one = articleGamma([ada, bo], { tags: null, seed: 4 })
  const units = [ada, bo].map(({ annotations }) =>
    annotations.map(({ tag, spans }) => ({ category: tag, start: spans[0]!.start, end: spans.at(-1)!.end })),
  )
  const { value, observed, expected, categories } = gamma(units, { ...usualGamma, seed: 4 })
  expect(one.all).toMatchObject({ value, observed, expected, units: 2.5, cat: categories.cat, k: categories.k })
  expect(Object.keys(one.byTag)).toEqual(['actor', 'claim', 'event'])
  expect(Object.keys(articleGamma([ada, bo], { tags: ['claim'] }).byTag)).toEqual(['claim'])
  const same = articleGamma([ada, { ...ada, annotator: 'bo' }], { tags: null, seed: 4 })
  expect([same.all.value, same.all.observed]).toEqual([1, 0])
  const both = gammaOf([one, same])
  expect(both.all.value).toBeCloseTo(1 - (2.5 * observed) / (2.5 * expected + 2 * same.all.expected), 12)
  expect(both).toMatchObject({ articles: 2, all: { articles: 2, isProven: true }, byTag: { event: { articles: 1 } } })
  let asked = 0
  expect(articleGamma([ada, bo], { tags: ['claim'] }, () => ++asked > 6).all.samples).toBe(6)
})

test('γ of each two annotators is that of an article of theirs alone', () => {
  const cy = layer('cy', [on(text, 'mayor', 'actor'), on(text, 'bridge is safe', 'claim')])
  const chosen = { tags: null, seed: 4, mostSamples: 30 }
  const three = articleGamma([cy, ada, bo], { ...chosen, pairs: true })
  expect(three.pairs.map(({ a, b }) => [a, b])).toEqual([
    ['ada', 'bo'],
    ['ada', 'cy'],
    ['bo', 'cy'],
  ])
  const { all, byTag } = articleGamma([ada, bo], chosen)
  expect(three.pairs[0]).toEqual({ a: 'ada', b: 'bo', all, byTag })
  expect(articleGamma([ada, bo], { ...chosen, pairs: true }).pairs).toEqual([{ a: 'ada', b: 'bo', all, byTag }])
  expect(articleGamma([ada, bo], chosen).pairs).toEqual([])
  const report = gammaOf([three, articleGamma([bo, ada], { ...chosen, pairs: true })])
  expect(report.pairs.map(({ a, b, articles, all }) => [a, b, articles, all.articles])).toEqual([
    ['ada', 'bo', 2, 2],
    ['ada', 'cy', 1, 1],
    ['bo', 'cy', 1, 1],
  ])
  expect(report.pairs[0]!.all.value).toBeCloseTo(all.value!, 12)
})

test('law: neither the order of articles, annotators nor annotations changes a figure', () => {
  fc.assert(
    fc.property(anyArticles, articles => {
      const of = (turn: boolean) => {
        const told = articles
          .filter(({ layers }) => layers.length > 1)
          .map(({ layers }) => {
            const few = layers.map(one => ({ ...one, annotations: one.annotations.slice(0, 5) }))
            const turned = few.toReversed().map(one => ({ ...one, annotations: one.annotations.toReversed() }))
            return articleGamma(turn ? turned : few, { tags: null, mostSamples: 3, pairs: true })
          })
        const { all, byTag, pairs } = gammaOf(turn ? told.toReversed() : told)
        const figures = [
          all,
          ...Object.values(byTag),
          ...pairs.flatMap(pair => [pair.all, ...Object.values(pair.byTag)]),
        ]
        return [
          pairs.map(({ a, b, articles }) => ({ a, b, articles })),
          figures.flatMap(({ value, cat }) => [value, cat].map(one => (one === null ? null : Number(one.toFixed(9))))),
        ]
      }
      expect(of(true)).toEqual(of(false))
    }),
    { numRuns: 15 },
  )
})
