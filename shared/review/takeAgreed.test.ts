import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asTheyAre } from '../agreement/compareLayers.ts'
import { layer, link, on } from '../agreement/drawnLayers.laws.ts'
import { isAsSeen } from '../annotation/asSeen.ts'
import { Layer } from '../annotation/layer.ts'
import type { DatasetLayer } from '../dataset/dataset.ts'
import { adjudicatedOf } from './adjudicated.ts'
import { casesOf, type ReviewedLayer } from './casesOf.ts'
import { type Bench, decide, opinionsIn, verdictsOn } from './decision.ts'
import { anyReviewed } from './drawnReview.laws.ts'
import { agreedOn, takeAgreed } from './takeAgreed.ts'
import { whyStale } from './whyStale.ts'

const text = '“The bridge is safe,” the mayor said on Monday. Dockers had walked out, and the flood came.'
const bridge = on(text, 'The bridge is safe', 'claim')
const quoted = on(text, '“The bridge is safe,”', 'claim')
const mayor = on(text, 'mayor', 'actor')
const wider = on(text, 'the mayor', 'actor')
const flood = on(text, 'the flood', 'event')

const rev = (each: DatasetLayer): ReviewedLayer => ({ ...each, revision: 1 })
const said = (to: string) => [link('attributed-to', bridge.id, to)]
const ada = rev(layer('ada', [bridge, mayor, flood], said(mayor.id)))
const bo = rev(layer('bo', [bridge, mayor, flood], said(mayor.id)))
const cy = rev(layer('cy', [bridge, wider], said(wider.id)))
const three = [ada, bo, cy]

function casesAnd(layers: readonly ReviewedLayer[], gold: Layer, of = text, comparing = asTheyAre) {
  const reviewer = { annotator: 'gold-cleo', verdicts: [...gold.verdicts.values()], annotations: gold.list() }
  const cases = casesOf({ text: of, layers, comparing, reviewer })
  const bench: Bench = {
    ...{ text: of, gold, opinions: opinionsIn(cases), verdicts: verdictsOn(gold.verdicts.values()), by: 'cleo' },
    now: new Date(Date.UTC(2031, 2, 4)),
  }
  return { cases, bench }
}

test('all agree where each layer of the article says the same', () => {
  const { cases } = casesAnd(three, new Layer())
  expect(cases.map(one => agreedOn(one, 'all')?.join() ?? null)).toEqual(['ada,bo,cy', null, null])
})

test('so many agree where so many say the same, whatever the others say, unless as many say something else', () => {
  const { cases } = casesAnd(three, new Layer())
  expect(cases.map(one => agreedOn(one, 2)?.join() ?? null)).toEqual(['ada,bo,cy', 'ada,bo', 'ada,bo'])
  expect(cases.map(one => agreedOn(one, 3)?.join() ?? null)).toEqual(['ada,bo,cy', null, null])
  const dee = rev(layer('dee', [wider]))
  expect(agreedOn(casesAnd([...three, dee], new Layer()).cases[1]!, 2)).toBeNull()
})

test('one layer alone agrees with nobody', () => {
  const { cases } = casesAnd([ada], new Layer())
  expect(cases.map(one => agreedOn(one, 'all') ?? agreedOn(one, 1))).toEqual([null, null, null])
})

test('what is agreed on is taken with its links, once, in one edit that one undo takes back', () => {
  const { cases, bench } = casesAnd([ada, bo], new Layer())
  const { edit, seen, count } = takeAgreed(cases, 'all', bench)
  expect(count).toBe(3)
  const { gold } = bench
  expect(gold.annotations.size).toBe(0)
  expect(isAsSeen(gold, edit!, seen)).toBe(true)
  const undo = gold.apply(edit!)
  expect(isAsSeen(gold, edit!, seen)).toBe(false)
  expect(gold.list().map(one => `${Layer.describe(one)} of ${adjudicatedOf(one.origin)!.of.length}`)).toEqual([
    ...['The bridge is safe of 2', 'mayor of 2', 'the flood of 2'],
  ])
  expect(gold.links.size).toBe(1)
  expect([...gold.verdicts.values()].map(({ verdict }) => verdict)).toEqual(Array(6).fill('accept'))
  expect(takeAgreed(casesAnd([ada, bo], gold).cases, 'all', bench)).toEqual({ edit: null, seen: null, count: 0 })
  gold.apply(undo)
  expect([gold.annotations.size, gold.links.size, gold.verdicts.size]).toEqual([0, 0, 0])
})

test('what is the same within the tolerance is taken once, said as most say it', () => {
  const others = ['ben', 'cem'].map(name => rev(layer(name, [bridge])))
  const comparing = { ...asTheyAre, tolerance: { words: 0, ignoreEnds: true } }
  const { cases, bench } = casesAnd([rev(layer('ada', [quoted])), ...others], new Layer(), text, comparing)
  const { edit } = takeAgreed(cases, 'all', bench)
  bench.gold.apply(edit!)
  expect(bench.gold.list().map(one => Layer.describe(one))).toEqual(['The bridge is safe'])
})

test('nothing is taken where anything has been decided', () => {
  const { cases, bench } = casesAnd([ada, bo], new Layer())
  bench.gold.apply(decide(cases[1]!, { kind: 'none' }, {}, bench).edit!)
  const again = casesAnd([ada, bo], bench.gold)
  expect(again.cases.map(one => agreedOn(one, 'all') !== null)).toEqual([true, false, true])
  // A verdict that somebody disagrees with opens its case again.
  expect(agreedOn({ ...again.cases[1]!, state: 'open' }, 'all')).toBeNull()
})

test('law: what is taken by itself is what a person would take, case by case', () => {
  fc.assert(
    fc.property(anyReviewed, fc.constantFrom('all' as const, 2, 3), ({ text, layers }, threshold) => {
      const { cases, bench } = casesAnd(layers, new Layer(), text)
      const { edit, count } = takeAgreed(cases, threshold, bench)
      const byHand = new Layer()
      let taken = 0
      for (const one of cases) {
        const agreed = agreedOn(one, threshold)
        if (!agreed) continue
        taken++
        const { bench } = casesAnd(layers, byHand, text)
        byHand.apply(decide(one, { kind: 'take', layers: agreed, asOne: true }, {}, bench).edit!)
      }
      if (edit) bench.gold.apply(edit)
      expect(count).toBe(taken)
      expect(new Map(bench.gold.annotations)).toEqual(new Map(byHand.annotations))
      expect(new Map(bench.gold.links)).toEqual(new Map(byHand.links))
      expect(new Map(bench.gold.verdicts)).toEqual(new Map(byHand.verdicts))
    }),
    { numRuns: 40 },
  )
})

test('why a decision has to be looked at again: an opinion is new, is another, has gone, or gold lost it', () => {
  const gold = new Layer()
  const { cases, bench } = casesAnd([ada, cy], gold)
  gold.apply(decide(cases[1]!, { kind: 'take', layers: ['ada'] }, {}, bench).edit!)
  const why = (...layers: ReviewedLayer[]) => casesAnd(layers, gold).cases.flatMap(whyStale)
  expect(why(ada, cy)).toEqual([])
  expect(why(ada, bo, cy)).toEqual([{ kind: 'new', layer: 'bo' }])
  expect(why(ada, rev(layer('cy', [bridge, { ...wider, note: 'hm' }])))).toEqual([{ kind: 'changed', layer: 'cy' }])
  expect(why(ada, rev(layer('cy', [bridge])))).toEqual([{ kind: 'gone' }])
  gold.apply({ kind: 'remove', id: gold.list()[0]!.id })
  expect(why(ada, cy)).toEqual([{ kind: 'not-in-gold' }])
})
