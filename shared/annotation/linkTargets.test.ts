import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { waysBetween } from '../codebook/linkTypes.ts'
import { makeAnchor } from './anchor.ts'
import type { Annotation } from './annotation.ts'
import { Layer } from './layer.ts'
import { linkTargets } from './linkTargets.ts'

const { links: types } = defaultCodebook
const text = 'The mayor said the bridge will fall, engineers said, and the mayor denied that a bridge had fallen.'
const time = '2031-03-08T00:00:00.000Z'

function at(id: string, tag: string, start: number, end: number): Annotation {
  const spans = [makeAnchor(text, { start, end })]
  return { id, tag, spans, attributes: {}, origin: { kind: 'manual' }, created: time, modified: time }
}
function ids(layer: Layer, source: Annotation, more: { most?: number; words?: string } = {}): string[] {
  return linkTargets(layer, source, { types, most: 60, ...more }).map(target => target.annotation.id)
}

const claim = at('claim', 'claim', 15, 35)
const layer = new Layer({
  annotations: [at('mayor', 'actor', 0, 9), claim, at('engineers', 'actor', 37, 46), at('denied', 'event', 63, 69)],
})

test('the nearest comes first, on either side of the source', () => {
  expect(ids(layer, claim)).toEqual(['engineers', 'mayor', 'denied'])
})

test('what a link can lead to comes before what it can only come from', () => {
  expect(ids(layer, layer.annotations.get('denied')!)).toEqual(['engineers', 'mayor', 'claim'])
})

test('there are no more than asked for, and words choose among all', () => {
  expect(ids(layer, claim, { most: 1 })).toEqual(['engineers'])
  expect(ids(layer, claim, { most: 1, words: 'MAYOR' })).toEqual(['mayor'])
})

test('targets are exactly the nearest that the codebook allows', () => {
  const tags = ['claim', 'actor', 'event', 'unheard-of']
  const one = fc.record({ tag: fc.constantFrom(...tags), start: fc.nat(90), length: fc.integer({ min: 1, max: 40 }) })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (drawn, most) => {
      const all = drawn.map(({ tag, start, length }, i) =>
        at(`n${i}`, tag, start, Math.min(text.length, start + length)),
      )
      const source = all[0]!
      const found = linkTargets(new Layer({ annotations: all }), source, { types, most })
      const allowed = all.filter(({ id, tag }) => id !== source.id && waysBetween(types, source.tag, tag).length > 0)
      expect(found).toHaveLength(Math.min(most, allowed.length))
      const furthest = Math.max(0, ...found.map(target => Math.abs(target.distance)))
      const left = allowed.filter(({ id }) => !found.some(target => target.annotation.id === id))
      const [here] = source.spans
      for (const {
        spans: [there],
      } of left) {
        const apart = Math.max(there!.start - here!.end, here!.start - there!.end, 0)
        expect(apart).toBeGreaterThanOrEqual(furthest)
      }
    }),
  )
})

test('of thousands no more are looked at than it takes', () => {
  const long = 'The mayor spoke. '.repeat(5_000)
  const all = Array.from({ length: 5_000 }, (_, i): Annotation => {
    const spans = [makeAnchor(long, { start: 17 * i, end: 17 * i + 9 })]
    return { ...at(`n${i}`, i === 2_500 ? 'claim' : 'actor', 0, 9), spans }
  })
  let looks = 0
  const asked = new Layer({ annotations: all })
  const found = asked.nearest({ start: 17 * 2_500, end: 17 * 2_500 + 9 }, 60, ({ tag }) => {
    looks++
    return tag === 'actor'
  })
  expect(found.length).toBe(120)
  expect(looks).toBeLessThan(1_000)
  expect(ids(asked, all[2_500]!, { most: 2 }).sort()).toEqual(['n2499', 'n2501'])
})
