import { expect, test } from 'vitest'
import type { DatasetAnnotation, DatasetLayer } from '../dataset/dataset.ts'
import { Problem } from '../problems/problem.ts'
import { casesOf } from '../review/casesOf.ts'
import { articleAgreement } from './articleAgreement.ts'
import { refuseEntangled } from './comparable.ts'
import { asTheyAre } from './compareLayers.ts'
import { continuumCounts } from './continuumCounts.ts'
import { layer } from './drawnLayers.laws.ts'
import { bestAlignment } from './gamma/alignment.ts'
import { usualGamma } from './gamma/gamma.ts'

const text = 'word '.repeat(2_000)

function drawn(
  annotator: string,
  count: number,
  of: (i: number) => Partial<DatasetAnnotation> & { at: [number, number] },
) {
  return layer(
    annotator,
    Array.from({ length: count }, (_, i): DatasetAnnotation => {
      const { at, ...more } = of(i)
      return { id: `n${i}`, tag: 'claim', attributes: {}, spans: [{ start: at[0], end: at[1] }], ...more }
    }),
  )
}

/** Why layers aren't compared, whoever asks; null where they are. */
function whyNot(layers: readonly DatasetLayer[]): string[] {
  const asked = [
    () => articleAgreement(text, layers, asTheyAre),
    () => casesOf({ text, layers: layers.map(one => ({ ...one, revision: 1 })), reviewer: null, comparing: asTheyAre }),
  ]
  return asked.map(ask => {
    try {
      ask()
      return ''
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return error.kind
    }
  })
}

test('layers that no person writes are refused before they are compared, in agreement and in review', () => {
  const entangled = ['too-entangled', 'too-entangled']
  const both = (count: number, of: Parameters<typeof drawn>[2]) => ['ada', 'bo'].map(one => drawn(one, count, of))
  // Five thousand on the same words; nested, each under a tag of its own; more annotators than can be matched two by two; and a text under all of many.
  expect(whyNot(both(5_000, () => ({ at: [0, 4] })))).toEqual(entangled)
  expect(whyNot(both(3_000, i => ({ at: [i, 10_000 - i], tag: `tag ${i}`.padEnd(20) })))).toEqual(entangled)
  expect(whyNot(Array.from({ length: 400 }, (_, i) => drawn(`a${i}`, 10, () => ({ at: [0, 9_000] }))))).toEqual(
    entangled,
  )
  expect(() => refuseEntangled([drawn('ada', 1_000, () => ({ at: [0, 4_000_000] }))])).toThrow('too-entangled')
  expect(() => refuseEntangled([drawn('ada', 20_000, i => ({ at: [i, i + 1], tag: `t${i}` }))])).toThrow(
    'too-entangled',
  )
  // Few enough to look at, too many ways to match them.
  const [one, other] = both(350, () => ({ at: [0, 4] }))
  expect(() => articleAgreement(text, [one!, other!], asTheyAre)).toThrow('too-entangled')
  const units = Array.from({ length: 3_000 }, () => ({ start: 0, end: 4, category: 'claim' }))
  expect(() => bestAlignment([units, units], usualGamma.weights)).toThrow('too-entangled')
})

test('what people write is far from any bound: a hundred thousand annotations, and a whole text under one', () => {
  const people = ['ada', 'bo', 'cy'].map(annotator =>
    drawn(annotator, 100_000, i =>
      i % 1_000 === 0 ? { at: [10 * i, 10 * i + 9_000] } : { at: [10 * i, 10 * i + 30] },
    ),
  )
  expect(() => refuseEntangled(people)).not.toThrow()
})

test('categories of a continuum are counted where they meet, so that thousands take no room', () => {
  const units = Array.from({ length: 20_000 }, (_, i) => ({ start: 2 * i, end: 2 * i + 2, category: `c${i}` }))
  const { lengths } = continuumCounts(40_000, [units, units])
  expect([lengths.length, lengths[0]]).toEqual([20_000, { one: 'c0', other: 'c0', length: 4 }])
})
