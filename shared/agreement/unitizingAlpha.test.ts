import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seeded } from './coefficients/seeded.ts'
import { type Unit, unitizingAlpha } from './unitizingAlpha.ts'
import { allTogether, unitizingAlpha2004 } from './unitizingAlpha2004.ts'

const unit = (category: string, start: number, end: number): Unit => ({ start, end, category })

test('one continuum, worked by hand', () => {
  // ada: aaaa....  bo: aa..bb..
  const { u, binary, cu, byCategory, coverage } = unitizingAlpha(8, [
    [unit('a', 0, 4)],
    [unit('a', 0, 2), unit('b', 4, 6)],
  ])
  // Met: a a 2, a gap 2, gap b 2, gap gap 2, each in both orders. Itself: 16 + 4 + 4 and gaps of 4 + 2 + 2.
  const expected = (16 * (256 - 6 ** 2 - 8 ** 2 - 2 ** 2)) / (256 - 32)
  expect(u).toBeCloseTo(1 - 8 / expected, 12)
  expect(binary).toBeCloseTo(1 - 8 / ((16 * 2 * 64) / (256 - 32)), 12)
  expect([cu, byCategory['a'], byCategory['b'], coverage]).toEqual([null, null, null, 0.25])
})

/** Three observers of a continuum of 60 (Krippendorff 2019, “Content Analysis”, 4th edition, figure 12.11), as a public implementation’s tests have it. */
test('three observers come to the figures that are printed of them', () => {
  const alex = [
    unit('1', 0, 7),
    unit('2', 7, 13),
    unit('5', 30, 32),
    unit('6', 32, 37),
    unit('6', 37, 44),
    unit('7', 44, 60),
  ]
  const paul = [unit('1', 0, 7), unit('3', 7, 13), unit('5', 13, 21), unit('6', 32, 44)]
  const suzan = [
    ...[unit('1', 0, 7), unit('4', 7, 13), unit('5', 13, 21)],
    ...[unit('6', 32, 37), unit('6', 37, 41), unit('6', 41, 44)],
  ]
  const { u, binary, cu, byCategory } = unitizingAlpha(60, [alex, paul, suzan])
  expect(u).toBeCloseTo(0.51, 3)
  // Printed as 0.413.
  expect(Math.abs(binary! - 0.413)).toBeLessThan(0.001)
  expect(cu!.toFixed(3)).toBe('0.724')
  const rounded = Object.entries(byCategory).map(([name, value]) => [
    name,
    value === null ? null : Math.round(value * 1e9) / 1e9,
  ])
  expect(Object.fromEntries(rounded)).toEqual({ 1: 1, 2: 0, 3: 0, 4: 0, 5: 1, 6: 1, 7: null })
})

test('units of one annotator that overlap are refused', () => {
  expect(() => unitizingAlpha(8, [[unit('a', 0, 4), unit('b', 3, 5)], []])).toThrow(RangeError)
  expect(() => unitizingAlpha2004({ begin: 0, length: 8 }, [[unit('a', 6, 9)], []])).toThrow(RangeError)
})

const anyUnits = fc
  .array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 5 }), fc.constantFrom('a', 'b', 'c')), { maxLength: 6 })
  .map(drawn => {
    let at = 0
    return drawn.map(([gap, length, category]) => {
      const start = at + gap
      at = start + length
      return unit(category, start, at)
    })
  })

test('law: who agrees wholly has 1, and the order of annotators and units changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyUnits, { minLength: 2, maxLength: 4 }), annotators => {
      const same = unitizingAlpha(60, [annotators[0]!, annotators[0]!, annotators[0]!])
      for (const value of [same.u, same.binary, same.cu, ...Object.values(same.byCategory)])
        expect(value ?? 1).toBeCloseTo(1, 9)
      const one = unitizingAlpha(60, annotators)
      const other = unitizingAlpha(
        60,
        annotators.toReversed().map(units => units.toReversed()),
      )
      for (const key of ['u', 'binary', 'cu', 'coverage'] as const) {
        if (one[key] === null) expect(other[key]).toBeNull()
        else expect(other[key]).toBeCloseTo(one[key], 9)
      }
      const early = unitizingAlpha2004({ begin: 0, length: 60 }, annotators)
      const late = unitizingAlpha2004(
        { begin: 7, length: 60 },
        annotators.toReversed().map(units => units.map(({ start, end }) => ({ start: start + 7, end: end + 7 }))),
      )
      expect(late.alpha ?? 1).toBeCloseTo(early.alpha ?? 1, 9)
    }),
  )
})

test('law: shuffled units agree about as much as chance would have it', () => {
  const random = seeded(5)
  const anyone = () => {
    const units = Array.from({ length: 60 }, (_, start) => unit(random() < 0.3 ? 'a' : 'b', start, start + 1))
    return units.filter(() => random() < 0.4)
  }
  const figures = Array.from({ length: 1_000 }, () => unitizingAlpha(60, [anyone(), anyone(), anyone()]))
  for (const key of ['u', 'binary', 'cu'] as const) {
    const mean = figures.reduce((sum, one) => sum + (one[key] ?? 0), 0) / figures.length
    expect(Math.abs(mean), key).toBeLessThan(0.015)
  }
})

/** Published examples by others; elsewhere these tests say that they were skipped. */
const file = '../shared/samples/agreement/unitizing-alpha.json'
const hasSamples = existsSync(file)
const samples = hasSamples ? JSON.parse(readFileSync(file, 'utf8')) : { u_alpha_2016: [], alpha_u_2004: [] }
interface Expected {
  readonly measure: string
  readonly value: number
  readonly tolerance: number
  readonly category?: string
}

test.skipIf(!hasSamples)('the family of 2016 comes out as others compute it', () => {
  expect(samples.u_alpha_2016.length).toBeGreaterThan(0)
  for (const { id, length, annotators, expected } of samples.u_alpha_2016) {
    const { u, binary, cu, byCategory, coverage } = unitizingAlpha(length, annotators)
    for (const { measure, value, tolerance, category } of expected as Expected[]) {
      const ours: Record<string, number | null | undefined> = {
        ...{ u_alpha_nominal: u, bar_u_alpha_binary: binary, cu_alpha_nominal: cu, coverage },
        '(k)u_alpha': byCategory[category ?? ''],
      }
      expect(Math.abs(ours[measure]! - value), `${id}: ${measure} ${category}`).toBeLessThanOrEqual(tolerance)
    }
  }
})

test.skipIf(!hasSamples)('the coefficient of 2004 comes out as it was published', () => {
  expect(samples.alpha_u_2004.length).toBeGreaterThan(0)
  for (const { id, continuum, units, expected } of samples.alpha_u_2004) {
    const names = [...new Set<string>(units.map((one: { annotator: string }) => one.annotator))]
    const categories = [...new Set<string>(units.map((one: Unit) => one.category))]
    const by = new Map(
      categories.map(category => [
        category,
        unitizingAlpha2004(
          continuum,
          names.map(name =>
            units.filter((one: Unit & { annotator: string }) => one.annotator === name && one.category === category),
          ),
        ),
      ]),
    )
    for (const { measure, value, tolerance, category } of expected as Expected[]) {
      const one = category === undefined ? undefined : by.get(category)
      const all = allTogether([...by.values()])
      const ours: Record<string, number | null | undefined> = {
        ...{ observed_disagreement: one?.observed, expected_disagreement: one?.expected },
        alpha_u_2004: one ? one.alpha : all,
      }
      expect(Math.abs(ours[measure]! - value), `${id}: ${measure} ${category}`).toBeLessThanOrEqual(tolerance)
    }
  }
})
