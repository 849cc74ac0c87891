import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bCubed } from './bCubed.ts'
import { blanc } from './blanc.ts'
import { ceaf } from './ceaf.ts'
import type { Clusters } from './clusters.ts'
import { coefficient, type Measure, measures } from './coefficients.ts'
import { alphaBy, krippendorffAlpha } from './krippendorffAlpha.ts'
import { muc } from './muc.ts'
import type { Scored } from './precisionRecall.ts'
import { type Level, levels, type Ratings, ratingsOf, ratingsOfTable } from './ratings.ts'
import { condensed } from './resampled.ts'
import { seeded } from './seeded.ts'

/** Tables of a few units and annotators, with gaps. */
const table = fc
  .record({ annotators: fc.integer({ min: 1, max: 4 }), values: fc.integer({ min: 1, max: 4 }) })
  .chain(({ annotators, values }) =>
    fc.array(
      fc.array(fc.option(fc.integer({ min: 1, max: values }), { freq: 5 }), {
        minLength: annotators,
        maxLength: annotators,
      }),
      { minLength: 1, maxLength: 8 },
    ),
  )

/** What comes of every measure, sums of other orders apart. */
function all(ratings: Ratings, level: Level) {
  return measures.map(measure => {
    const measured = coefficient(ratings, measure, level)
    return measured.value === null ? [measure, measured.reason] : [measure, measured.value]
  })
}
function expectAlike(one: ReturnType<typeof all>, other: ReturnType<typeof all>): void {
  for (const [i, [measure, value]] of one.entries())
    expect(other[i]).toEqual([measure, typeof value === 'number' ? expect.closeTo(value, 9) : value])
}

const shuffle = <T>(things: readonly T[], random: () => number): T[] => {
  const keys = things.map(() => random())
  return [...things.keys()].sort((a, b) => keys[a]! - keys[b]!).map(i => things[i]!)
}

describe('the order of things changes nothing', () => {
  test.each(levels)('of annotators and of units, at the level %s', level => {
    fc.assert(
      fc.property(table, fc.nat(), (rows, seed) => {
        const random = seeded(seed)
        const order = shuffle([...(rows[0] ?? []).keys()], random)
        const other = shuffle(rows, random).map(row => order.map(i => row[i]!))
        expectAlike(all(ratingsOf(rows), level), all(ratingsOf(other), level))
      }),
    )
  })
  test('of categories, where they are names', () => {
    fc.assert(
      fc.property(table, fc.nat(), (rows, seed) => {
        const names = shuffle(['w', 'x', 'y', 'z'], seeded(seed))
        const named = rows.map(row => row.map(value => (value === null ? null : names[value - 1]!)))
        expectAlike(all(ratingsOf(rows), 'nominal'), all(ratingsOf(named), 'nominal'))
      }),
    )
  })
  test('rows that look alike may be one row that stands for many', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...levels), (rows, level) => {
        const twice = ratingsOf([...rows, ...rows, ...rows])
        const patterned = condensed(twice)
        expect(patterned.rows).toBe(new Set(rows.map(row => row.join())).size)
        expectAlike(all(twice, level), all(patterned, level))
        expectAlike(all(twice, level), all({ ...ratingsOf(rows), times: new Float64Array(rows.length).fill(3) }, level))
      }),
    )
  })
})

test('whoever rates the same has 1, at every level, by every measure that has a value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 2, maxLength: 8 }),
      fc.integer({ min: 2, max: 4 }),
      fc.constantFrom(...levels),
      (values, annotators, level) => {
        const isVaried = new Set(values).size > 1
        const ratings = ratingsOf(values.map(value => Array<number>(annotators).fill(value)))
        for (const measure of measures) {
          const measured = coefficient(ratings, measure, level)
          if (!isVaried && measure !== 'observed') expect(measured.value, measure).toBeNull()
          else if (measured.value === null)
            expect([measure, measured.reason, annotators > 2]).toEqual([measure, 'not-two-annotators', true])
          else expect(measured.value, measure).toBeCloseTo(1, 12)
        }
      },
    ),
  )
})

test('nothing is ever above 1, or no number', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(...levels), (rows, level) => {
      for (const measure of measures) {
        const { value } = coefficient(ratingsOf(rows), measure, level)
        if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12)
        expect(value).not.toBeNaN()
      }
    }),
  )
})

test('whoever rates at random, without looking, comes to about 0 where chance is taken out', () => {
  const random = seeded(7)
  const corrected: Measure[] = measures.filter(measure => measure !== 'observed')
  const pick = () => 1 + Math.floor(4 * random())
  const drawn = condensed(ratingsOf(Array.from({ length: 20_000 }, () => [pick(), pick()])))
  for (const level of levels)
    for (const measure of corrected) {
      const value = coefficient(drawn, measure, level).value!
      expect(Math.abs(value), `${measure} ${level} ${value}`).toBeLessThan(0.03)
    }
  // The same ratings of other units: how often each category is chosen stays, and κ, π and α stay about 0; S and AC1 don't ask that.
  const skewed = Array.from({ length: 20_000 }, () => (random() < 0.8 ? 1 : pick()))
  const shuffled = shuffle(skewed, random)
  const ratings = ratingsOf(skewed.map((value, i) => [value, shuffled[i]!]))
  for (const measure of ['cohen-kappa', 'scott-pi', 'fleiss-kappa', 'krippendorff-alpha'] as const)
    expect(Math.abs(coefficient(ratings, measure, 'nominal').value!), measure).toBeLessThan(0.03)
})

test('α of two annotators without gaps is π but for the number of ratings, and comes to it as they grow', () => {
  const cell = fc.integer({ min: 0, max: 50 })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 3 }), counts => {
      const of = (times: number) => {
        const ratings = ratingsOfTable(
          counts.map(row => row.map(count => count * times)),
          ['a', 'b', 'c'],
        )
        return [
          coefficient(ratings, 'krippendorff-alpha', 'nominal').value,
          coefficient(ratings, 'scott-pi', 'nominal').value,
        ]
      }
      const units = counts.flat().reduce((sum, count) => sum + count, 0)
      const [[alpha, pi], [alphaOfMany, piOfMany]] = [of(1), of(100_000)] as [number[], number[]]
      expect(alpha === null).toBe(pi === null)
      if (alpha === null) return
      // α = π + (1 − π) / 2n (Krippendorff 1980).
      expect(alpha).toBeCloseTo(pi! + (1 - pi!) / (2 * units), 9)
      expect(Math.abs(alphaOfMany! - piOfMany!)).toBeLessThan(1e-4)
    }),
  )
})

test('α by counts is α by pairs, one pair after the other', () => {
  fc.assert(
    fc.property(table, rows => {
      const ratings = ratingsOf(rows)
      const sizes = ratings.categories as readonly number[]
      const byPairs = alphaBy(ratings, (k, l) => (sizes[k]! - sizes[l]!) ** 2)
      const byCounts = krippendorffAlpha(ratings, 'interval')
      expect(byCounts.value === null ? byCounts : byCounts.value).toEqual(
        byPairs.value === null ? byPairs : expect.closeTo(byPairs.value, 9),
      )
      const names = alphaBy(ratings, () => 1)
      expect(krippendorffAlpha(ratings, 'nominal').value ?? 0).toBeCloseTo(names.value ?? 0, 9)
    }),
  )
})

/** Lists of entities of mentions from a few. */
const clusters: fc.Arbitrary<Clusters> = fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 8 }).map(entities => {
  const lists: string[][] = [[], [], [], []]
  for (const [mention, entity] of entities.entries()) if (entity >= 0) lists[entity]!.push(String(mention))
  return lists.filter(list => list.length > 0)
})
const scorers: Record<string, (key: Clusters, response: Clusters) => Scored> = {
  bCubed,
  muc,
  blanc,
  mentions: (key, response) => ceaf(key, response, 'mentions'),
  entities: (key, response) => ceaf(key, response, 'entities'),
}

describe.each(Object.keys(scorers))('entities by %s', name => {
  const score = scorers[name]!
  test('key and response changed round are recall and precision changed round, whatever the order of entities', () => {
    fc.assert(
      fc.property(clusters, clusters, fc.nat(), (key, response, seed) => {
        const [one, other] = [score(key, response), score(shuffle(response, seeded(seed)), shuffle(key, seeded(seed)))]
        if ('reason' in one) expect(other).toEqual(one)
        else
          expect(other).toEqual({
            recall: expect.closeTo(one.precision, 12),
            precision: expect.closeTo(one.recall, 12),
            f1: expect.closeTo(one.f1, 12),
          })
      }),
    )
  })
  test('the same entities are 1, and no score is outside 0 and 1', () => {
    fc.assert(
      fc.property(clusters, clusters, (key, response) => {
        const same = score(key, key)
        if (!('reason' in same)) expect(same.f1).toBeCloseTo(1, 12)
        const scored = score(key, response)
        for (const value of 'reason' in scored ? [] : [scored.recall, scored.precision, scored.f1]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
    )
  })
})

test('CEAF’s assignment is the best of all, tried one by one', () => {
  const best = (key: Clusters, response: Clusters): number => {
    const [first, ...rest] = key
    if (!first) return 0
    const without = best(rest, response)
    const withOne = response.map((one, i) => {
      const common = one.filter(mention => first.includes(mention)).length
      return (
        common +
        best(
          rest,
          response.filter((_, j) => j !== i),
        )
      )
    })
    return Math.max(without, ...withOne)
  }
  fc.assert(
    fc.property(clusters, clusters, (key, response) => {
      const scored = ceaf(key, response, 'mentions')
      if ('reason' in scored || key.length === 0) return
      expect(scored.recall * key.flat().length).toBeCloseTo(best(key, response), 9)
    }),
  )
})
