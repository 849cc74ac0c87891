import { expect, test } from 'vitest'
import { bootstrap, quantile } from './bootstrap.ts'
import { coefficient } from './coefficients.ts'
import { partingWays, prevalence } from './prevalence.ts'
import { ratingsOf, ratingsOfTable } from './ratings.ts'
import { intervalOf, patternsOf } from './resampled.ts'
import { seeded } from './seeded.ts'

test('a seed draws the same samples for ever: these numbers must never change', () => {
  const random = seeded(1)
  expect([random(), random(), random()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522])
  const counts = [3, 9, 4, 8, 1, 7, 7, 2]
  const mean = (drawn: Uint32Array) => drawn.reduce((sum, often, i) => sum + often * counts[i]!, 0) / counts.length
  const interval = bootstrap(counts.length, mean)
  expect(interval).toEqual({
    value: { low: 3.375, high: 7.125 },
    confidence: 0.95,
    samples: 1000,
    defined: 1000,
    seed: 1,
  })
  expect(bootstrap(counts.length, mean)).toEqual(interval)
  expect(bootstrap(counts.length, mean, { seed: 2 })).not.toEqual(interval)
})

test('every sample has as many articles as there are', () => {
  bootstrap(5, drawn => {
    expect(drawn.reduce((sum, often) => sum + often, 0)).toBe(5)
    return 0
  })
})

test('a quantile lies between two figures where it falls between', () => {
  expect([0, 0.25, 0.5, 0.9, 1].map(share => quantile([1, 2, 4], share))).toEqual([
    1,
    1.5,
    2,
    expect.closeTo(3.6, 12),
    4,
  ])
})

test('one article gives no interval, nor does a figure that most samples don’t have', () => {
  expect(bootstrap(1, () => 1)).toEqual({ value: null, reason: 'one-article' })
  expect(bootstrap(2, drawn => (drawn[0] === 1 ? 1 : null))).toEqual({ value: null, reason: 'rarely-defined' })
  expect(bootstrap(8, drawn => (drawn[0]! < 4 ? 1 : null))).toMatchObject({ value: { low: 1, high: 1 }, samples: 1000 })
})

test('an interval of α lies about it, is narrower for more articles, and is drawn by articles, not by units', () => {
  const random = seeded(3)
  const rows = (units: number) =>
    Array.from({ length: units }, () => {
      const first = 1 + Math.floor(3 * random())
      return [first, random() < 0.7 ? first : 1 + Math.floor(3 * random()), random() < 0.1 ? null : first]
    })
  const width = (all: (number | null)[][], articleOf: (row: number) => number) => {
    const ratings = ratingsOf(all)
    const articles = all.map((_, row) => articleOf(row))
    const alpha = (of: typeof ratings) => coefficient(of, 'krippendorff-alpha', 'nominal')
    const interval = intervalOf(patternsOf(ratings, articles), alpha)
    if (interval.value === null) throw new Error(interval.reason)
    expect(interval.value.low).toBeLessThan(alpha(ratings).value!)
    expect(interval.value.high).toBeGreaterThan(alpha(ratings).value!)
    return interval.value.high - interval.value.low
  }
  const some = rows(200)
  expect(width(rows(3200), row => row >> 3)).toBeLessThan(width(some, row => row >> 3) / 2)
  // Whole articles of one kind: their units tell no more than one of them.
  const copied = Array.from({ length: 200 }, (_, row) => some[row - (row % 10)]!)
  expect(width(copied, row => Math.floor(row / 10))).toBeGreaterThan(2 * width(copied, row => row))
})

test('an interval by patterns is the one that comes of drawing the rows themselves', () => {
  // Rows stand for several units each, and articles have rows of the same pattern.
  const rows = [
    [1, 1],
    [1, 2],
    [2, 2],
    [1, 1],
    [2, 1],
    [2, 2],
    [1, 2],
    [2, 2],
    [1, 1],
    [2, 2],
  ]
  const times = [3, 1, 2, 5, 1, 4, 2, 1, 1, 6]
  const articleOf = [0, 0, 1, 1, 1, 2, 2, 3, 3, 3]
  const kappa = (of: Parameters<typeof coefficient>[0]) => coefficient(of, 'cohen-kappa', 'nominal')
  const byRows = bootstrap(4, drawn => {
    const units = rows.flatMap((row, i) => Array<number[]>(times[i]! * drawn[articleOf[i]!]!).fill(row))
    return kappa(ratingsOf(units)).value
  })
  const byPatterns = intervalOf(patternsOf(ratingsOf(rows, { times }), articleOf), kappa)
  if (byRows.value === null) throw new Error(byRows.reason)
  const { low, high } = byRows.value
  expect(byPatterns).toEqual({ ...byRows, value: { low: expect.closeTo(low, 12), high: expect.closeTo(high, 12) } })
})

test('κ and per cent part ways where nearly everything is one category', () => {
  const rare = ratingsOfTable(
    [
      [90, 4],
      [5, 1],
    ],
    ['no', 'yes'],
  )
  expect(partingWays(rare)).toEqual({
    observed: 0.91,
    kappa: expect.closeTo(0.1346, 3),
    even: expect.closeTo(0.82, 12),
    most: { code: 0, share: expect.closeTo(0.945, 12) },
  })
  const even = ratingsOfTable(
    [
      [46, 4],
      [5, 45],
    ],
    ['no', 'yes'],
  )
  expect(partingWays(even)).toBeNull()
  // Two of ten choices, each as often as the other: that eight more were offered makes nothing lopsided.
  const two = ratingsOfTable(
    [
      [38, 12],
      [12, 38],
    ],
    ['no', 'yes', ...'abcdefgh'],
  )
  expect(partingWays(two)).toBeNull()
  // What nobody chose tells nothing of how often the others were.
  expect(partingWays({ ...rare, categories: [...rare.categories, 'perhaps'] })).toEqual(partingWays(rare))
  // Few agree, so nobody is misled, though κ is far below S.
  const few = ratingsOfTable(
    [
      [12, 4],
      [4, 0],
    ],
    ['no', 'yes'],
  )
  expect(partingWays(few)).toBeNull()
  expect(
    partingWays(
      ratingsOf([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ),
  ).toBeNull()
  expect(
    partingWays(
      ratingsOf([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ),
  ).toMatchObject({ observed: 1, kappa: null, even: null })
  expect(partingWays(ratingsOf([]))).toBeNull()
  expect(
    prevalence(
      ratingsOf([
        ['a', 'a'],
        ['a', 'b'],
        ['b', null],
      ]),
    ),
  ).toEqual([0.5, 0.5])
  expect(prevalence(ratingsOf([[null]], { categories: ['a'] }))).toEqual([0])
})
