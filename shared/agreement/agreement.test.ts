import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyArticles } from '../dataset/drawnDataset.laws.ts'
import { agreementOf } from './agreement.ts'
import { articleAgreement } from './articleAgreement.ts'
import { coefficient } from './coefficients/coefficients.ts'
import { seeded } from './coefficients/seeded.ts'
import { asTheyAre } from './compareLayers.ts'
import { layer, on } from './drawnLayers.laws.ts'
import { f1 } from './levels.ts'

const text = 'The mayor said the bridge is safe.'
const ada = layer('ada', [on(text, 'The mayor', 'actor'), on(text, 'the bridge is safe', 'claim')])
const bo = layer('bo', [on(text, 'The mayor', 'actor'), on(text, 'bridge is safe', 'claim')])
const cy = layer('cy', [on(text, 'mayor', 'event')])

test('articles are added, by pair and by tag, whoever has them', () => {
  const articles = [
    [ada, bo],
    [ada, bo, cy],
    [bo, layer('cy', [])],
  ].map(layers => articleAgreement(text, layers, asTheyAre))
  const { annotators, articles: count, pairs, all, byTag, ratings } = agreementOf(articles)
  expect([annotators, count]).toEqual([['ada', 'bo', 'cy'], 3])
  expect(pairs.map(({ a, b, articles, all }) => [a, b, articles, f1(all.found), f1(all.exact)])).toEqual([
    ['ada', 'bo', 2, 1, 0.5],
    ['ada', 'cy', 1, 0, 0],
    ['bo', 'cy', 2, 0, 0],
  ])
  expect(all.found).toEqual({ both: 4, onlyA: 6, onlyB: 2 })
  expect(byTag['event']?.found).toEqual({ both: 0, onlyA: 0, onlyB: 2 })
  // Eight tokens with the full stop, in each of three articles; of six units one is called an event by one of three.
  const sum = (times: Float64Array | null) => [...(times ?? [])].reduce((total, one) => total + one, 0)
  expect(sum(ratings.tokens['claim']!.times)).toBe(24)
  expect(sum(ratings.tokens['event']!.times)).toBe(24)
  expect(sum(ratings.all.times)).toBe(6)
  expect(ratings.units['event']!.categories).toEqual(['', 'event'])
})

test('law: the order of articles and of their layers changes nothing', () => {
  fc.assert(
    fc.property(anyArticles, articles => {
      const of = (turn: boolean) => {
        const told = articles.map(({ text, layers }) =>
          articleAgreement(text, turn ? layers.toReversed() : layers, asTheyAre),
        )
        return agreementOf(turn ? told.toReversed() : told)
      }
      expect(of(true)).toEqual(of(false))
    }),
    { numRuns: 25 },
  )
})

test('law: layers that say the same have 1 throughout, and shuffled ones about 0', () => {
  const random = seeded(3)
  const words = Array.from({ length: 4_000 }, (_, i) => `w${i}`)
  const long = words.join(' ')
  const starts = new Map<string, number>()
  for (let i = 0, at = 0; i < words.length; at += words[i]!.length + 1, i++) starts.set(words[i]!, at)
  const drawn = (annotator: string) =>
    layer(
      annotator,
      words
        .filter(() => random() < 0.3)
        .map(word => ({
          ...{ id: word, tag: random() < 0.4 ? 'actor' : 'event', attributes: {} },
          spans: [{ start: starts.get(word)!, end: starts.get(word)! + word.length }],
        })),
    )
  const first = drawn('ada')
  const figuresOf = (layers: Parameters<typeof agreementOf>[0]) => {
    const { tokens } = agreementOf(layers).ratings
    return ['actor', 'event'].flatMap(tag =>
      (['cohen-kappa', 'krippendorff-alpha'] as const).map(
        measure => coefficient(tokens[tag]!, measure, 'nominal').value!,
      ),
    )
  }
  const same = [articleAgreement(long, [first, { ...first, annotator: 'bo' }], asTheyAre)]
  expect(figuresOf(same)).toEqual([1, 1, 1, 1])
  expect(f1(agreementOf(same).all.found)).toBe(1)
  for (const value of figuresOf([articleAgreement(long, [first, drawn('bo')], asTheyAre)]))
    expect(Math.abs(value)).toBeLessThan(0.06)
})
