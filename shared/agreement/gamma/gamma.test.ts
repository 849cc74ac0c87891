import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Unit } from '../unitizingAlpha.ts'
import { bestAlignment, disorderOf, type UnitaryAlignment } from './alignment.ts'
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
const annotators = (most: number, each: number) =>
  fc.array(fc.array(anyUnit, { maxLength: each }), { minLength: 2, maxLength: most })

test('law: the best alignment is as good as the best of all, and each unit is in it once', () => {
  fc.assert(
    fc.property(fc.oneof(annotators(3, 3), annotators(4, 2), annotators(2, 4)), anyWeights, (lists, weights) => {
      const { parts, disorder, isProven } = bestAlignment(lists, weights)
      expect(isProven).toBe(true)
      for (const [i, units] of lists.entries())
        expect(parts.flatMap(part => part[i] ?? []).sort(byTelling)).toEqual([...units].sort(byTelling))
      const least = leastOfAll(lists, weights)
      expect(disorder).toBeCloseTo(least.disorder, 9)
      expect(parts.length).toBe(least.parts)
    }),
    { numRuns: 300 },
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
      expect(bestAlignment([lists[0]!, lists[0]!, lists[0]!], evenWeights).disorder).toBe(0)
    }),
    { numRuns: 30 },
  )
})

test('law: of alignments that are alike, the same is taken whoever comes first', () => {
  const told = (parts: readonly UnitaryAlignment[]) => parts.map(part => JSON.stringify(part)).sort()
  const near = anyUnit.map(({ category, start, end }) => unit(category, start % 6, (start % 6) + 1 + (end % 3)))
  const crowded = (most: number, each: number) =>
    fc.array(fc.array(near, { maxLength: each }), { minLength: 2, maxLength: most })
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

test('of too many possible parts, those of what is alike are searched, and it is said', () => {
  const crowd = Array.from({ length: 6 }, (_, a) =>
    Array.from({ length: 9 }, (_, i) => unit('a', i * 10 + (a % 3), i * 10 + 8 + (a % 2))),
  )
  const { parts, isProven } = bestAlignment(crowd, evenWeights)
  expect(isProven).toBe(false)
  expect(parts.length).toBe(9)
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
