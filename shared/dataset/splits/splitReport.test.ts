import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCorpus, shuffled } from './givenArticles.laws.ts'
import { type Part, readShares } from './shares.ts'
import type { SplitArticle } from './splitArticle.ts'
import { reportSplit } from './splitReport.ts'
import { splitArticles } from './splits.ts'

const halves = readShares('50/50') as readonly Part[]
const article = (path: string, family: string, outlet: string, claims: number): SplitArticle => ({
  path,
  family,
  annotations: claims,
  strata: { outlet: { [outlet]: 1 }, tag: { claim: claims } },
})
const articles = [
  article('a', 'wire', 'Courier', 3),
  article('b', 'wire', 'Herald', 1),
  article('c', 'c', 'Herald', 0),
  article('d', 'd', 'Herald', 4),
]
const split = new Map([
  ['a', 'train'],
  ['b', 'train'],
  ['c', 'test'],
  ['d', 'test'],
])

test('a report says what each part has, and how much of each stratum that is', () => {
  expect(reportSplit(articles, halves, split)).toEqual({
    parts: [
      {
        ...{ name: 'train', wanted: 2, articles: 2, annotations: 4, families: 1 },
        strata: {
          outlet: { Courier: { amount: 1, share: 1 }, Herald: { amount: 1, share: 1 / 3 } },
          tag: { claim: { amount: 4, share: 0.5 } },
        },
      },
      {
        ...{ name: 'test', wanted: 2, articles: 2, annotations: 4, families: 0 },
        strata: {
          outlet: { Courier: { amount: 0, share: 0 }, Herald: { amount: 2, share: 2 / 3 } },
          tag: { claim: { amount: 4, share: 0.5 } },
        },
      },
    ],
    families: { count: 1, articles: 2 },
    large: [],
    moved: [],
  })
})

test('families that are larger than a part are told, and what has moved since an earlier split', () => {
  const parts = readShares('75/25') as readonly Part[]
  const earlier = new Map([
    ['b', 'test'],
    ['a', 'train'],
    ['gone', 'train'],
  ])
  const { large, moved } = reportSplit(articles, parts, split, earlier)
  expect(large).toEqual([{ paths: ['a', 'b'], part: 'train', tooLargeFor: ['test'] }])
  expect(moved).toEqual(['b'])
})

test('a stratum may be called anything', () => {
  const odd: SplitArticle = {
    path: 'a',
    family: 'a',
    annotations: 0,
    strata: { outlet: { ['__proto__']: 1, constructor: 1 } },
  }
  const [train] = reportSplit([odd], halves, splitArticles([odd], { parts: halves, seed: 1 })).parts
  expect(Object.keys(train!.strata['outlet']!)).toEqual(['__proto__', 'constructor'])
})

test('the parts are all articles and annotations, their shares of each stratum are one, and no order counts', () => {
  fc.assert(
    fc.property(anyCorpus, fc.nat(), (corpus, seed) => {
      const parts = readShares('60/20/20') as readonly Part[]
      const made = splitArticles(corpus, { parts, seed })
      const report = reportSplit(corpus, parts, made)
      const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
      expect(sum(report.parts.map(part => part.articles))).toBe(corpus.length)
      expect(sum(report.parts.map(part => part.wanted))).toBe(corpus.length)
      expect(sum(report.parts.map(part => part.annotations))).toBe(sum(corpus.map(one => one.annotations)))
      expect(sum(report.parts.map(part => part.families))).toBe(report.families.count)
      for (const [kind, values] of Object.entries(report.parts[0]!.strata)) {
        for (const value of Object.keys(values)) {
          expect(sum(report.parts.map(part => part.strata[kind]![value]!.share))).toBeCloseTo(1)
        }
      }
      expect(reportSplit(shuffled(corpus, seed), parts, made)).toEqual(report)
    }),
    { numRuns: 200 },
  )
})
