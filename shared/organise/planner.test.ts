import { expect, test } from 'vitest'
import { cohenKappa } from '../agreement/coefficients/cohenKappa.ts'
import { ratingsOfTable } from '../agreement/coefficients/ratings.ts'
import { intervalOf, patternsOf } from '../agreement/coefficients/resampled.ts'
import { seeded } from '../agreement/coefficients/seeded.ts'
import {
  articlesFor,
  articlesFromPilot,
  expectedTable,
  normalQuantile,
  unitsForAlpha,
  unitsForKappa,
  varianceOfKappa,
} from './planner.ts'

test('quantiles of the normal distribution are the ones in every table', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6)
  expect(normalQuantile(0.95)).toBeCloseTo(1.644854, 6)
  expect(normalQuantile(0.8)).toBeCloseTo(0.841621, 6)
})

test('the sample size of a test by Cantor 1996, as the R package irr prints it, comes out of the same variance', () => {
  // irr 0.84: N.cohen.kappa(0.5, 0.5, 0.7, 0.85) is 96.
  const q = (agreement: number) => Math.sqrt(varianceOfKappa(expectedTable({ agreement, shares: [0.5, 0.5] })))
  const n = ((normalQuantile(0.95) * q(0.85) + normalQuantile(0.8) * q(0.7)) / (0.85 - 0.7)) ** 2
  expect(Math.ceil(n)).toBe(96)
})

test('with two categories it is the formula of Bloch and Kraemer 1989 that Donner and Eliasziw 1992 use', () => {
  for (const k of [0, 0.3, 0.6, 0.8, 0.95])
    for (const p of [0.05, 0.2, 0.5]) {
      const known = (1 - k) * ((1 - k) * (1 - 2 * k) + (k * (2 - k)) / (2 * p * (1 - p)))
      expect(varianceOfKappa(expectedTable({ agreement: k, shares: [p, 1 - p] }))).toBeCloseTo(known, 10)
    }
})

test('the units that Krippendorff 2019 asks for, as ATLAS.ti prints them for four codes that are equally frequent', () => {
  const four = { share: 0.25, significance: 0.05, annotators: 2 }
  expect([unitsForAlpha({ ...four, smallest: 0.8 }), unitsForAlpha({ ...four, smallest: 0.667 })]).toEqual([139, 81])
})

test('so many units give an interval of that width', () => {
  const random = seeded(7)
  for (const { agreement, shares, width } of [
    { agreement: 0.6, shares: [0.5, 0.5], width: 0.1 },
    { agreement: 0.7, shares: [0.2, 0.3, 0.5], width: 0.08 },
  ]) {
    const units = unitsForKappa({ agreement, shares, confidence: 0.95 }, width)
    const figures = Array.from({ length: 400 }, () => kappaOfDrawn({ agreement, shares, units }, random))
    const mean = figures.reduce((sum, one) => sum + one, 0) / figures.length
    const sd = Math.sqrt(figures.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (figures.length - 1))
    expect((1.96 * sd) / width).toBeGreaterThan(0.88)
    expect((1.96 * sd) / width).toBeLessThan(1.12)
  }
})

test('half the width needs four times the articles of a pilot', () => {
  const pilot = { articles: 60, low: 0.5, high: 0.9 }
  expect([0.2, 0.1, 0.05, 0.4].map(width => articlesFromPilot(pilot, width))).toEqual([60, 240, 960, 15])
})

test('an interval without a width tells nothing of how many articles there should be', () => {
  expect(articlesFromPilot({ articles: 60, low: 1, high: 1 }, 0.1)).toBeNull()
})

test('a pilot says how many articles: with so many, the bootstrap has about that interval', () => {
  const random = seeded(3)
  const pilot = intervalOfDrawn(60, random)
  const articles = articlesFromPilot({ articles: 60, ...pilot }, 0.05)!
  expect(articles).toBeGreaterThan(60)
  const { low, high } = intervalOfDrawn(articles, random)
  expect((high - low) / 2 / 0.05).toBeGreaterThan(0.75)
  expect((high - low) / 2 / 0.05).toBeLessThan(1.25)
})

test('a narrower interval never needs fewer, and units of one article that say the same need more articles', () => {
  const expected = { agreement: 0.7, shares: [0.3, 0.7], confidence: 0.95 }
  const needed = [0.05, 0.1, 0.2].map(width => unitsForKappa(expected, width))
  expect(needed).toEqual([...needed].sort((one, other) => other - one))
  expect(articlesFor(200, { unitsPerArticle: 10, designEffect: 1 })).toBe(20)
  expect(articlesFor(200, { unitsPerArticle: 10, designEffect: 2.5 })).toBe(50)
})

test('a design effect is no larger than an article has units: one unit in each is as good as drawn one by one', () => {
  expect(articlesFor(236, { unitsPerArticle: 1, designEffect: 2 })).toBe(236)
  expect(articlesFor(236, { unitsPerArticle: 0.5, designEffect: 2 })).toBe(472)
  expect(articlesFor(200, { unitsPerArticle: 4, designEffect: 9 })).toBe(200)
})

interface Drawn {
  readonly agreement: number
  readonly shares: readonly number[]
  readonly units: number
}

function kappaOfDrawn(drawn: Drawn, random: () => number): number {
  return cohenKappa(ratingsOfTable(drawnTable(drawn, random), [...drawn.shares.keys()])).value ?? 0
}

function drawnTable({ agreement, shares, units }: Drawn, random: () => number): number[][] {
  const cells = expectedTable({ agreement, shares }).flatMap((row, i) => row.map((p, j) => ({ i, j, p })))
  const counts = shares.map(() => shares.map(() => 0))
  for (let unit = 0; unit < units; unit++) {
    const at = random()
    let below = 0
    const cell = cells.find(({ p }) => {
      below += p
      return at < below
    })
    const { i, j } = cell ?? cells.at(-1)!
    counts[i]![j]!++
  }
  return counts
}

/** Articles of eight units, of which each has an agreement of its own. */
function intervalOfDrawn(articles: number, random: () => number): { low: number; high: number } {
  const table = { i: [] as number[], j: [] as number[], article: [] as number[] }
  for (let article = 0; article < articles; article++) {
    const counts = drawnTable({ agreement: 0.4 + 0.5 * random(), shares: [0.4, 0.6], units: 8 }, random)
    for (const [i, row] of counts.entries())
      for (const [j, count] of row.entries())
        for (let k = 0; k < count; k++) {
          table.i.push(i)
          table.j.push(j)
          table.article.push(article)
        }
  }
  const ratings = {
    ...{ annotators: 2, rows: table.i.length, times: null, categories: ['a', 'b'] },
    codes: Int32Array.from(table.i.flatMap((i, row) => [i, table.j[row]!])),
  }
  return intervalOf(patternsOf(ratings, table.article), cohenKappa, { samples: 600 }).value!
}
