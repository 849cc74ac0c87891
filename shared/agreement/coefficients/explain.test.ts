import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Measure, measures } from './coefficients.ts'
import { coincidencesOf, contingencyOf, shareCountsOf } from './counts.ts'
import { explain } from './explain.ts'
import { levels, ratingsOf, ratingsOfTable } from './ratings.ts'

const _ = null

test('a table of counts is found again in the ratings that are made of it', () => {
  const counts = fc.integer({ min: 0, max: 9 })
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, counts, counts), { minLength: 3, maxLength: 3 }), table => {
      const ratings = ratingsOfTable(table, ['a', 'b', 'c'])
      const used = [0, 1, 2].filter(k => table[k]!.some(Boolean) || table.some(row => row[k]! > 0))
      const found = contingencyOf(ratings)
      if (used.length === 0) expect(found).toBeNull()
      else
        expect(found).toEqual({ kind: 'contingency', codes: used, cells: used.map(k => used.map(l => table[k]![l]!)) })
    }),
  )
})

/*
 * Units 1 1 ·, 2 2 3, · 3 ·: of the first 1–1 twice, each 1/1; of the second 2–2 twice and 2–3 twice, each way, each 1/2; the third has no pair.
 */
test('coincidences are the pairs of each unit, which together count as many as it has ratings', () => {
  const ratings = ratingsOf([
    [1, 1, _],
    [2, 2, 3],
    [_, 3, _],
  ])
  expect(coincidencesOf(ratings)).toEqual({
    kind: 'coincidence',
    codes: [0, 1, 2],
    cells: [
      [2, 0, 0],
      [0, 1, 1],
      [0, 1, 0],
    ],
  })
  expect(shareCountsOf(ratings)).toEqual({
    kind: 'shares',
    codes: [0, 1, 2],
    ratings: [2, 2, 2],
    shares: [expect.closeTo(1 / 3), expect.closeTo(2 / 9), expect.closeTo(4 / 9)],
  })
})

test('more categories than anybody looks through make no table', () => {
  const many = ratingsOf(Array.from({ length: 51 }, (_, i) => [i, i]))
  expect([contingencyOf(many), coincidencesOf(many), shareCountsOf(many)]).toEqual([null, null, null])
  const explained = explain(many, 'krippendorff-alpha', 'interval')
  expect([explained.counts, explained.measured.value]).toEqual([null, 1])
})

const yesNo = ratingsOfTable(
  [
    [9, 3],
    [1, 7],
  ],
  ['yes', 'no'],
)
const said = (measure: Measure) => explain(yesNo, measure, 'nominal')

test('each measure has its figures in its formula, a source, and sentences for a paper', () => {
  for (const measure of measures)
    for (const level of levels) {
      const numbers = ratingsOfTable(
        [
          [9, 3],
          [1, 7],
        ],
        [1, 2],
      )
      const { worked, citation, methods, formula, measured } = explain(numbers, measure, level)
      expect(worked, measure).toContain(`= ${measured.value!.toFixed(6)}`)
      expect(citation).toMatch(/\(\d{4}\)/)
      expect(methods).toMatch(/^Two annotators rated 20 units\. .* was 0\.\d{3}/)
      expect(formula).toMatch(/ = /)
    }
  expect(said('scott-pi').worked).toBe('π = (0.800000 − 0.505000) / (1 − 0.505000) = 0.595960')
  expect(said('krippendorff-alpha').worked).toBe('α = 1 − 0.200000 / 0.507692 = 0.606061')
  expect(said('observed').methods).toBe('Two annotators rated 20 units. Observed agreement was 0.800.')
  expect(said('gwet-ac1').values.map(({ symbol, value }) => [symbol, value])).toEqual([
    ['Po', 0.8],
    ['Pe', 0.495],
    ['n', 20],
    ['q', 2],
  ])
  expect(said('cohen-kappa').counts).toMatchObject({ kind: 'contingency' })
  expect(said('gwet-ac1').counts).toMatchObject({ kind: 'shares' })
  expect(said('krippendorff-alpha').counts).toMatchObject({ kind: 'coincidence' })
})

test('an interval stands in the sentences with what was drawn', () => {
  const interval = { value: { low: -0.02, high: 0.81 }, confidence: 0.9, samples: 500, defined: 499, seed: 4 }
  expect(explain(yesNo, 'cohen-kappa', 'nominal', { interval }).methods).toBe(
    'Two annotators rated 20 units. Cohen’s κ (Cohen 1960) was 0.600 (observed agreement 0.800; expected by chance 0.500; 90 % bootstrap interval −0.020 to 0.810, 500 samples of articles).',
  )
})

test('a figure that there isn’t says why, and has nothing to work out', () => {
  const none = explain(ratingsOf([['a', 'a', 'b']]), 'cohen-kappa', 'nominal')
  expect(none).toMatchObject({ worked: null, values: [], counts: { kind: 'shares' } })
  expect(none.methods).toBe('Cohen’s κ can’t be computed. It is a measure of exactly two annotators.')
  expect(explain(ratingsOf([['a', _]]), 'observed', 'nominal').counts).toBeNull()
})

test('AC2 can be computed by hand of what its explanation tells, whatever its weights', () => {
  const four = ratingsOfTable(
    [
      [9, 3, 0, 1],
      [1, 7, 2, 0],
      [0, 1, 5, 1],
      [0, 0, 2, 8],
    ],
    [1, 2, 3, 4],
  )
  for (const level of levels) {
    const { values, counts, measured } = explain(four, 'gwet-ac2', level)
    const told = (symbol: string) => values.find(one => one.symbol === symbol)!.value
    if (counts?.kind !== 'shares') throw new Error('Shares are told')
    const spread = counts.shares.reduce((sum, share) => sum + share * (1 - share), 0)
    const byChance = (told('T') / (told('q') * (told('q') - 1))) * spread
    expect(byChance, level).toBeCloseTo(told('Pe'), 12)
    expect((told('Po') - byChance) / (1 - byChance), level).toBeCloseTo(measured.value!, 12)
  }
})
