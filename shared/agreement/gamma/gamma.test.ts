import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seeded } from '../coefficients/seeded.ts'
import type { Unit } from '../unitizingAlpha.ts'
import { bestAlignment, disorderOf, type UnitaryAlignment } from './alignment.ts'
import { gammaBetween } from './articleGamma.ts'
import { categorial, dissimilarity, evenWeights, type GammaWeights, positional } from './dissimilarity.ts'
import { gamma, usualGamma } from './gamma.ts'

const unit = (category: string, start: number, end: number): Unit => ({ start, end, category })
const anyUnit = fc
  .tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }), fc.constantFrom('a', 'b'))
  .map(([start, length, category]) => unit(category, start, start + length))
const anyWeights = fc.record({
  alpha: fc.constantFrom(1, 3),
  beta: fc.constantFrom(1, 2),
  empty: fc.constantFrom(1, 0.5),
})
/** Over each other, many of them alike. */
const near = anyUnit.map(({ category, start, end }) => unit(category, start % 6, (start % 6) + 1 + (end % 3)))
const crowded = (most: number, each: number) =>
  fc.array(fc.array(near, { maxLength: each }), { minLength: 2, maxLength: most })
const annotators = (most: number, each: number) =>
  fc.array(fc.array(anyUnit, { maxLength: each }), { minLength: 2, maxLength: most })

test('law: the best alignment is as good as the best of all, and each unit is in it once', () => {
  fc.assert(
    fc.property(
      fc.oneof(annotators(3, 3), annotators(4, 2), annotators(2, 4), crowded(4, 2), crowded(3, 3)),
      anyWeights,
      (lists, weights) => {
        const { parts, disorder, isProven } = bestAlignment(lists, weights)
        expect(isProven).toBe(true)
        for (const [i, units] of lists.entries())
          expect(parts.flatMap(part => part[i] ?? []).sort(byTelling)).toEqual([...units].sort(byTelling))
        const least = leastOfAll(lists, weights)
        expect(disorder).toBeCloseTo(least.disorder, 9)
        expect(parts.length).toBe(least.parts)
      },
    ),
    { numRuns: 400 },
  )
})

test('law: the order of annotators and units changes neither alignment nor γ, and agreeing wholly is 1', () => {
  fc.assert(
    fc.property(annotators(3, 4), lists => {
      const turned = lists.toReversed().map(units => units.toReversed())
      expect(bestAlignment(turned, evenWeights).disorder).toBeCloseTo(bestAlignment(lists, evenWeights).disorder, 9)
      const few = { ...usualGamma, mostSamples: 3 }
      const one = gamma(lists, few)
      const other = gamma(turned, few)
      expect(other.expected).toBeCloseTo(one.expected, 9)
      expect(other.samples).toBe(one.samples)
      expect(other.categories.cat ?? 0).toBeCloseTo(one.categories.cat ?? 0, 9)
      expect(bestAlignment([lists[0]!, lists[0]!, lists[0]!], evenWeights).disorder).toBe(0)
    }),
    { numRuns: 30 },
  )
})

test('law: of alignments that are alike, the same is taken whoever comes first', () => {
  const told = (parts: readonly UnitaryAlignment[]) => parts.map(part => JSON.stringify(part)).sort()
  fc.assert(
    fc.property(fc.oneof(crowded(2, 6), crowded(4, 3)), lists => {
      const turned = bestAlignment(lists.toReversed(), evenWeights).parts.map(part => part.toReversed())
      // Who marked just what another did may stand for that one.
      fc.pre(new Set(lists.map(units => JSON.stringify([...units].sort(byTelling)))).size === lists.length)
      expect(told(turned)).toEqual(told(bestAlignment(lists, evenWeights).parts))
    }),
    { numRuns: 200 },
  )
})

test('marking as others do elsewhere is about as good as chance', () => {
  const at = (offset: number) =>
    Array.from({ length: 12 }, (_, i) =>
      unit(i % 3 === 0 ? 'a' : 'b', i * 20 + offset * ((i * 7) % 13), i * 20 + offset * ((i * 7) % 13) + 5),
    )
  const rough = { ...usualGamma, precision: 0.05 }
  const same = gamma([at(0), at(0)], rough)
  expect([same.value, same.observed]).toEqual([1, 0])
  expect(same.samples).toBeGreaterThanOrEqual(30)
  expect(same.precision).toBeLessThanOrEqual(0.06)
  expect(Math.abs(gamma([at(1), at(-1)], rough).value!)).toBeLessThan(0.25)
  expect(gamma([[], []])).toMatchObject({ value: null, samples: 0 })
  let asked = 0
  expect(gamma([at(0), at(1)], usualGamma, () => ++asked > 5).samples).toBe(5)
})

/** Six who mark one thing over the other. */
const crowd = Array.from({ length: 6 }, (_, a) =>
  Array.from({ length: 9 }, (_, i) => unit('ab'[(a * i) % 2]!, i * 7 + ((a * i * i) % 11), i * 7 + 12 + ((a + i) % 9))),
)

test('law: many who mark without looking agree no more than chance, and articles of the same size by chances of their own', () => {
  const random = seeded(3)
  const anywhere = () =>
    Array.from({ length: 15 }, () => {
      const start = Math.floor(random() * 400)
      return unit('abc'[Math.floor(random() * 3)]!, start, start + 4 + Math.floor(random() * 12))
    })
  const figures = Array.from({ length: 8 }, () => gamma([anywhere(), anywhere(), anywhere(), anywhere()], usualGamma))
  expect(figures.every(({ isProven }) => isProven)).toBe(true)
  const mean = figures.reduce((sum, { value }) => sum + value! / 8, 0)
  expect(Math.abs(mean)).toBeLessThan(0.06)
  const at = (from: number) =>
    [0, 1].map(a => Array.from({ length: 5 }, (_, i) => unit('a', from + 9 * i + a, from + 9 * i + 6)))
  expect(gamma(at(0)).expected).not.toBe(gamma(at(1)).expected)
})

test('law: where halves of parts would be cheaper than whole ones, the best whole ones are found nevertheless', () => {
  // All at one place, each of a kind of its own that differs from others by chance: of three any two may go together, but not all.
  const shapes = fc.constantFrom({ of: [2, 2, 2, 2], beta: 6 }, { of: [3, 3, 2], beta: 4 })
  fc.assert(
    fc.property(shapes, fc.nat(), ({ of, beta }, seed) => {
      const random = seeded(seed)
      let kinds = 0
      const units = of.map(many => Array.from({ length: many }, () => unit(`${kinds++}`, 0, 5)))
      const apartBy = Array.from({ length: 100 }, random)
      const apart = (one: string, other: string) => {
        const [low, high] = [Number(one), Number(other)].sort((a, b) => a - b)
        return low === high ? 0 : apartBy[10 * low! + high!]!
      }
      const weights = { alpha: 1, beta, empty: 1, apart }
      const { disorder, isProven } = bestAlignment(units, weights)
      expect(isProven).toBe(true)
      expect(disorder).toBeCloseTo(leastOfAll(units, weights).disorder, 9)
    }),
    { numRuns: 300 },
  )
})

test('law: a search that ended early has each unit once, and says what no alignment goes below', () => {
  const best = bestAlignment(crowd, evenWeights)
  expect(best).toMatchObject({ isProven: true, least: best.disorder })
  for (const effort of [0, 10, 300, 1_000]) {
    const early = bestAlignment(crowd, evenWeights, effort)
    expect(early.parts.flat().filter(one => one !== null).length).toBe(54)
    expect(early.least).toBeLessThanOrEqual(best.disorder + 1e-9)
    expect(early.disorder).toBeGreaterThanOrEqual(best.disorder - 1e-9)
    expect(bestAlignment(crowd, evenWeights, effort)).toEqual(early)
  }
  expect(bestAlignment(crowd, evenWeights, 0).isProven).toBe(false)
  fc.assert(
    fc.property(fc.oneof(annotators(4, 2), annotators(3, 3), crowded(4, 2)), fc.nat(120), (lists, effort) => {
      const { disorder, least, isProven } = bestAlignment(lists, evenWeights, effort)
      const known = leastOfAll(lists, evenWeights).disorder
      expect(least).toBeLessThanOrEqual(known + 1e-8)
      expect(disorder).toBeGreaterThanOrEqual(known - 1e-8)
      if (isProven) expect(disorder).toBeCloseTo(known, 8)
    }),
    { numRuns: 200 },
  )
})

test('where alignments aren’t proven, γ lies between what is told, and is never called proven', () => {
  const whole = gamma(crowd, { ...usualGamma, mostSamples: 3 })
  expect(whole).toMatchObject({ isProven: true, observedLeast: whole.observed, expectedLeast: whole.expected })
  const early = gamma(crowd, { ...usualGamma, mostSamples: 3, effort: 10_000 })
  expect(early.isProven).toBe(false)
  const { least, most } = gammaBetween(early)!
  expect(least).toBeLessThan(whole.value!)
  expect(most).toBeGreaterThan(whole.value!)
  expect(gammaBetween(whole)).toEqual({ least: whole.value, most: whole.value })
})

test('so many units that hang together that nobody could wait for their alignment are refused', () => {
  const many = Array.from({ length: 1_200 }, () => unit('a', 0, 4))
  expect(() => bestAlignment([many, many, many], evenWeights)).toThrow('too-entangled')
})

function byTelling(one: Unit, other: Unit): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1
}

/** By trying all: unit after unit joins each part that lacks its annotator, or begins one. */
function leastOfAll(lists: readonly (readonly Unit[])[], weights: GammaWeights): { disorder: number; parts: number } {
  const all = lists.flatMap((units, annotator) => units.map(one => ({ one, annotator })))
  let least = { disorder: Number.POSITIVE_INFINITY, parts: 0 }
  const parts: (Unit | null)[][] = []
  const go = (at: number) => {
    if (at === all.length) {
      const total = parts.reduce((sum, part) => sum + disorderOf(part as UnitaryAlignment, weights), 0)
      const disorder = all.length === 0 ? 0 : total / (all.length / lists.length)
      const isLess =
        disorder < least.disorder - 1e-9 || (disorder < least.disorder + 1e-9 && parts.length < least.parts)
      if (isLess) least = { disorder, parts: parts.length }
      return
    }
    const { one, annotator } = all[at]!
    for (const part of [...parts]) {
      if (part[annotator]) continue
      part[annotator] = one
      go(at + 1)
      part[annotator] = null
    }
    parts.push(lists.map((_, i) => (i === annotator ? one : null)))
    go(at + 1)
    parts.pop()
  }
  go(0)
  return least
}

/** Published examples and computations by others; elsewhere these tests say that they were skipped. */
const folder = '../shared/samples/agreement/gamma'
const hasSamples = existsSync(folder)

test.skipIf(!hasSamples)('the published example comes out: disorder, parts, γ', () => {
  const { cases } = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'))
  for (const { file, expected } of cases) {
    const lists = listsOf(
      readFileSync(`${folder}/${file}`, 'utf8')
        .trim()
        .split('\n')
        .map(line => line.split(','))
        .map(([annotator, category, start, end]) => ({
          annotator: annotator!,
          category: category!,
          start: Number(start),
          end: Number(end),
        })),
    )
    const weights = { alpha: 3, beta: 1, empty: 1 }
    const { value, alignment, isProven, categories } = gamma(lists, { ...usualGamma, weights, precision: 0.01 })
    expect(isProven).toBe(true)
    expect(alignment.parts.length).toBe(expected.unitary_alignments)
    const off = Math.abs(alignment.disorder - expected.best_alignment_disorder) / expected.best_alignment_disorder
    expect(off).toBeLessThanOrEqual(expected.disorder_rel_tol)
    expect(value).toBeGreaterThanOrEqual(expected.gamma[0])
    expect(value).toBeLessThanOrEqual(expected.gamma[1])
    expect(categories.cat).toBeGreaterThanOrEqual(expected.gamma_cat[0])
    expect(categories.cat).toBeLessThanOrEqual(expected.gamma_cat[1])
    const { others: _, ...told } = expected.gamma_k
    for (const [category, k] of Object.entries(categories.k)) {
      if (category in told) expect(Math.abs(k! - told[category]), category).toBeLessThanOrEqual(0.015)
      else expect(k ?? 0, category).toBeLessThanOrEqual(0)
    }
  }
})

/** Others count in single precision: seven digits. */
const isNear = (ours: number, theirs: number) =>
  expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(theirs)))

test.skipIf(!hasSamples)('dissimilarities and the disorder of best alignments are what others compute', () => {
  const files = readdirSync(folder).filter(name => name.startsWith('fixture'))
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const { params, continuum, tier1, tier2, tier3 } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
    const weights = { alpha: params.alpha, beta: params.beta, empty: params.deltaEmpty }
    const names = [...new Set<string>(continuum.map(({ annotator }: { annotator: string }) => annotator))]
    const unitOf = (name: string, index: number) => listsOf(continuum)[names.indexOf(name)]![index]!
    for (const pair of tier1.pairDissimilarities) {
      const [one, other] = [unitOf(pair.annotatorA, pair.unitIndexA), unitOf(pair.annotatorB, pair.unitIndexB)]
      isNear(positional(one, other), pair.positional)
      expect(categorial(one.category, other.category)).toBe(pair.categorical)
      isNear(dissimilarity(one, other, weights), pair.combined)
    }
    const observed = bestAlignment(listsOf(continuum), weights).disorder
    isNear(observed, tier1.bestAlignmentDisorder)
    for (const { units, bestAlignmentDisorder, scaled } of tier2.sampledContinua) {
      isNear(bestAlignment(listsOf(units), weights).disorder, bestAlignmentDisorder)
      isNear(bestAlignment(listsOf(scaled.units), weights).disorder, scaled.bestAlignmentDisorder)
    }
    isNear(1 - observed / tier3.expectedDisorder, tier3.gamma)
  }
})

function listsOf(units: readonly (Unit & { annotator: string })[]): Unit[][] {
  const names = [...new Set(units.map(({ annotator }) => annotator))]
  return names.map(name => units.filter(({ annotator }) => annotator === name))
}
