import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DatasetLayer } from '../dataset/dataset.ts'
import { compareLayers } from './compareLayers.ts'
import { layer, on } from './drawnLayers.laws.ts'
import { spanScores } from './spanScores.ts'

const text = 'the mayor and the port authority met Ms Novak'

test('another extent is half right where extents count in part, another tag wrong where tags do', () => {
  const gold = layer('a', [
    on(text, 'the mayor', 'actor'),
    on(text, 'the port authority', 'actor'),
    on(text, 'Novak', 'actor'),
  ])
  const pred = layer('b', [
    on(text, 'mayor', 'actor'),
    on(text, 'the port authority', 'event'),
    on(text, 'met', 'event'),
  ])
  const { strict, exact, partial, type } = spanScores(compareLayers(text, [gold, pred])[0]!)
  const told = ({ correct, incorrect, partial: half, missed, spurious }: typeof strict) => [
    correct,
    incorrect,
    half,
    missed,
    spurious,
  ]
  expect(told(strict)).toEqual([0, 2, 0, 1, 1])
  expect(told(exact)).toEqual([1, 1, 0, 1, 1])
  expect(told(partial)).toEqual([1, 0, 1, 1, 1])
  expect(told(type)).toEqual([1, 1, 0, 1, 1])
  expect(partial.f1).toBe(0.5)
  expect(strict.f1).toBe(0)
})

test('of nothing there is no score', () => {
  expect(spanScores({ matches: [], onlyA: [], onlyB: [] }).strict).toMatchObject({
    precision: null,
    recall: null,
    f1: null,
  })
})

/** Published examples by others; elsewhere this test says that it was skipped. */
const sample = '../shared/samples/agreement/span-f1.json'
test.skipIf(!existsSync(sample))('the published example of the four scores comes out to the digit', () => {
  const { semeval } = JSON.parse(readFileSync(sample, 'utf8'))
  const drawn = (annotator: string, spans: { start: number; end: number; label: string }[]): DatasetLayer =>
    layer(
      annotator,
      spans.map(({ start, end, label }, i) => ({ id: `${i}`, tag: label, spans: [{ start, end }], attributes: {} })),
    )
  const [one] = compareLayers(semeval.text, [drawn('a', semeval.gold), drawn('b', semeval.pred)])
  const scores = spanScores(one!)
  for (const [name, expected] of Object.entries<Record<string, number>>(semeval.expected))
    for (const [field, value] of Object.entries(expected))
      expect([name, field, scores[name as keyof typeof scores][field as keyof typeof scores.strict]]).toEqual([
        name,
        field,
        expect.closeTo(value, 12),
      ])
})
