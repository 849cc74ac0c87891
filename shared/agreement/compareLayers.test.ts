import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DatasetArticle, DatasetLayer } from '../dataset/dataset.ts'
import { anyArticle } from '../dataset/drawnDataset.laws.ts'
import { allLevels, asTheyAre, type Comparing, compareLayers, type LayerComparison } from './compareLayers.ts'
import { layer, link, on } from './drawnLayers.laws.ts'
import { f1 } from './levels.ts'

const text = '“The bridge is safe,” the mayor said on Monday. Dockers had walked out, and the flood came.'

/** What a comparison says, in words. */
function told({ matches, onlyA, onlyB }: LayerComparison): string[] {
  return [
    ...matches.map(({ a, b, differences }) => {
      const what = differences.map(one =>
        'type' in one ? `${one.kind} ${one.type}` : 'attribute' in one ? one.attribute : one.kind,
      )
      return `${a.annotation.id} = ${b.annotation.id}: ${what.join(', ') || 'same'}`
    }),
    ...onlyA.map(({ annotation }) => `only A: ${annotation.id}`),
    ...onlyB.map(({ annotation }) => `only B: ${annotation.id}`),
  ]
}

const compared = (a: Parameters<typeof layer>[1], b: Parameters<typeof layer>[1], comparing: Comparing = asTheyAre) =>
  compareLayers(text, [layer('ada', a), layer('bo', b)], comparing)[0]!

test('what is the same, elsewhere, of another tag, or only in one is told as what it is', () => {
  const one = compared(
    [
      on(text, 'The bridge is safe', 'claim', { attributes: { polarity: 'supports', type: 'factual' }, note: 'sure' }),
      on(text, 'mayor', 'actor', { entity: 'mayor' }),
      on(text, 'the flood', 'event'),
      on(text, 'Monday', 'event'),
      on(text, 'walked out', 'event'),
    ],
    [
      on(text, 'The bridge is safe', 'claim', { attributes: { polarity: 'opposes', type: 'factual' } }),
      on(text, 'the mayor', 'actor', { entity: 'other' }),
      on(text, 'the flood', 'event'),
      on(text, 'walked out', 'claim'),
      on(text, 'Dockers', 'actor'),
    ],
  )
  expect(told(one)).toEqual([
    'The bridge is safe = The bridge is safe: polarity, note',
    'mayor = the mayor: extent, entity',
    'walked out = walked out: tag',
    'the flood = the flood: same',
    'only A: Monday',
    'only B: Dockers',
  ])
  const { found, exact, extent, attributes, byAttribute, entity, tokens } = allLevels(one.levels)
  expect({ found, exact, extent, attributes, byAttribute, entity, tokens }).toEqual({
    found: { both: 3, onlyA: 2, onlyB: 2 },
    exact: { both: 2, onlyA: 3, onlyB: 3 },
    extent: { same: 2, of: 3 },
    attributes: { same: 0, of: 1 },
    byAttribute: { polarity: { same: 0, of: 1 }, type: { same: 1, of: 1 } },
    entity: { same: 0, of: 1 },
    // The bridge is safe, mayor, the flood | Monday, walked out | the, walked out, Dockers
    tokens: { both: 7, onlyA: 3, onlyB: 4 },
  })
  expect(one.levels['event']?.found).toEqual({ both: 1, onlyA: 2, onlyB: 0 })
})

test('as many as possible are found whole, even where more could be found in part', () => {
  const one = compared(
    [on(text, 'the mayor said', 'claim'), on(text, 'said on Monday', 'claim')],
    [on(text, 'safe,” the mayor', 'claim'), on(text, 'the mayor said', 'claim')],
  )
  expect(told(one)).toEqual([
    'the mayor said = the mayor said: same',
    'only A: said on Monday',
    'only B: safe,” the mayor',
  ])
})

test('a claim is not the actor within it, but may be an event of nearly the same words', () => {
  const a = [on(text, 'The bridge is safe', 'claim')]
  expect(told(compared(a, [on(text, 'bridge', 'actor')])).length).toBe(2)
  expect(told(compared(a, [on(text, 'bridge is safe', 'event')]))).toEqual([
    'The bridge is safe = bridge is safe: extent, tag',
  ])
})

test('of several in one place, those that say the same are matched, and each once', () => {
  const twice = (one: string, other: string) =>
    ['x', 'y'].map((id, i) => on(text, 'walked out', 'event', { id, attributes: { type: [one, other][i]! } }))
  expect(told(compared(twice('protest', 'crime'), twice('crime', 'protest')))).toEqual(['y = x: same', 'x = y: same'])
  expect(told(compared(twice('protest', 'crime').slice(0, 1), twice('crime', 'protest')))).toContain('x = y: same')
  const linked = (annotator: string, ids: string[], from: string) =>
    layer(annotator, ids.map(id => on(text, 'walked out', 'event', { id })).concat(on(text, 'Dockers', 'actor')), [
      link('participant', from, 'Dockers'),
    ])
  const [one] = compareLayers(text, [linked('ada', ['x'], 'x'), linked('bo', ['x', 'y'], 'y')])
  expect(told(one!)).toContain('x = y: same')
  const alike = twice('crime', 'crime')
  expect(told(compared(alike, alike.slice(1)))).toEqual(['x = y: same', 'only A: y'])
  expect(told(compared(alike, alike))).toEqual(['x = x: same', 'y = y: same'])
})

test('with a tolerance, words, punctuation and quotation marks at the ends are overlooked', () => {
  const a = [on(text, '“The bridge is safe,”', 'claim')]
  const extents = (b: string | string[], tolerance: Comparing['tolerance']) =>
    told(compared(a, [on(text, b, 'claim')], { ...asTheyAre, tolerance }))[0]!.split(': ')[1]
  const ends = { words: 0, ignoreEnds: true }
  expect(extents('The bridge is safe', { words: 0, ignoreEnds: false })).toBe('extent')
  expect(extents('The bridge is safe', ends)).toBe('same')
  expect(extents('bridge is safe', ends)).toBe('extent')
  expect(extents('bridge is safe', { words: 1, ignoreEnds: false })).toBe('same')
  expect(extents('bridge is safe,” the', { words: 1, ignoreEnds: true })).toBe('same')
  expect(extents('is safe', { words: 1, ignoreEnds: true })).toBe('extent')
  expect(extents('is safe', { words: 2, ignoreEnds: true })).toBe('same')
  expect(extents(['The bridge', 'is safe'], ends)).toBe('same')
  expect(extents(['The bridge', 'safe'], ends)).toBe('extent')
})

test('a link is the same where its ends are matched, and a statement where source, event and polarity are', () => {
  const said = (id: string, words: string, mayor: string, polarity: string, links: [string, string][]) =>
    layer(
      id,
      [
        on(text, words, 'claim', { attributes: { polarity } }),
        on(text, mayor, 'actor'),
        on(text, 'the flood', 'event'),
        on(text, 'Dockers', 'actor'),
      ],
      links.map(([type, to]) => link(type, words, to)),
    )
  const ada = said('ada', 'The bridge is safe', 'mayor', 'supports', [
    ['attributed-to', 'mayor'],
    ['about', 'the flood'],
  ])
  const compare = (b: DatasetLayer) => compareLayers(text, [ada, b])[0]!
  const same = compare(
    said('bo', 'bridge is safe', 'the mayor', 'supports', [
      ['about', 'the flood'],
      ['attributed-to', 'the mayor'],
    ]),
  )
  expect(told(same)[0]).toBe('The bridge is safe = bridge is safe: extent')
  expect(same.levels['claim']).toMatchObject({
    links: { both: 2, onlyA: 0, onlyB: 0 },
    statement: { both: 1, onlyA: 0, onlyB: 0 },
  })

  const other = compare(
    said('bo', 'The bridge is safe', 'mayor', 'supports', [
      ['attributed-to', 'Dockers'],
      ['about', 'the flood'],
    ]),
  )
  expect(told(other)[0]).toBe('The bridge is safe = The bridge is safe: source attributed-to')
  expect(other.levels['claim']).toMatchObject({
    links: { both: 1, onlyA: 1, onlyB: 1 },
    byLink: { about: { both: 1, onlyA: 0, onlyB: 0 }, 'attributed-to': { both: 0, onlyA: 1, onlyB: 1 } },
    statement: { both: 0, onlyA: 1, onlyB: 1 },
  })

  const voice = compare(said('bo', 'The bridge is safe', 'mayor', 'opposes', [['attributed-to', 'author']]))
  expect(told(voice)[0]).toBe('The bridge is safe = The bridge is safe: polarity, event about, source attributed-to')
  const polarity = compare(
    said('bo', 'The bridge is safe', 'mayor', 'opposes', [
      ['attributed-to', 'mayor'],
      ['about', 'the flood'],
    ]),
  )
  expect(polarity.levels['claim']?.statement).toEqual({ both: 0, onlyA: 1, onlyB: 1 })
})

test('asked for some tags, others are matched and not counted', () => {
  const a = layer(
    'ada',
    [on(text, 'The bridge is safe', 'claim'), on(text, 'mayor', 'actor')],
    [link('attributed-to', 'The bridge is safe', 'mayor')],
  )
  const [one] = compareLayers(text, [a, { ...a, annotator: 'bo' }], { ...asTheyAre, tags: ['claim'] })
  expect(Object.keys(one!.levels)).toEqual(['claim'])
  expect(one!.levels['claim']?.links).toEqual({ both: 1, onlyA: 0, onlyB: 0 })
  expect(told(one!)).toEqual(['The bridge is safe = The bridge is safe: same'])
})

const anyOne = anyArticle('one.txt')
const tolerances = fc
  .record({ words: fc.nat(2), ignoreEnds: fc.boolean() })
  .map(tolerance => ({ ...asTheyAre, tolerance }))
const levelsOf = ({ text, layers }: DatasetArticle, comparing: Comparing) =>
  compareLayers(text, layers, comparing).map(({ levels }) => levels)

test('law: a layer agrees with itself wholly', () => {
  fc.assert(
    fc.property(anyOne, tolerances, ({ text, layers }, comparing) => {
      const [one] = compareLayers(text, [layers[0]!, { ...layers[0]!, annotator: 'twin' }], comparing)
      expect(one!.onlyA.length + one!.onlyB.length).toBe(0)
      const { found, exact, tokens, links, statement, extent, attributes, entity } = allLevels(one!.levels)
      for (const tally of [found, exact, tokens, links, statement]) expect(f1(tally) ?? 1).toBe(1)
      for (const { same, of } of [extent, attributes, entity]) expect(same).toBe(of)
    }),
  )
})

test('law: what is annotated is matched once or left alone, and neither order, side nor ids change the levels', () => {
  fc.assert(
    fc.property(anyOne, tolerances, fc.infiniteStream(fc.nat()), (article, comparing, dice) => {
      const [one] = compareLayers(article.text, article.layers, comparing)
      const [a, b] = article.layers
      expect(one!.matches.length + one!.onlyA.length).toBe(a!.annotations.length)
      expect(one!.matches.length + one!.onlyB.length).toBe(b!.annotations.length)
      expect(one!.matches.every(({ overlap }) => overlap > 0)).toBe(true)

      const levels = [one!.levels]
      const shuffled = <T>(list: readonly T[]) =>
        list
          .map(item => ({ item, at: dice.next().value as number }))
          .sort((x, y) => x.at - y.at)
          .map(({ item }) => item)
      const reordered = article.layers
        .toReversed()
        .map(each => ({ ...each, annotations: shuffled(each.annotations), links: shuffled(each.links) }))
      expect(levelsOf({ ...article, layers: reordered }, comparing)).toEqual(levels)

      const renamed = (id: string) => `${dice.next().value}-${id}`
      expect(levelsOf({ ...article, layers: article.layers.map(each => withIds(each, renamed)) }, comparing)).toEqual(
        levels,
      )

      const [x, y] = article.layers
      const swapped = levelsOf(
        {
          ...article,
          layers: [
            { ...x!, annotator: 'bo' },
            { ...y!, annotator: 'ada' },
          ],
        },
        comparing,
      )
      expect(turned(swapped)).toEqual(levels)
    }),
    { numRuns: 100 },
  )
})

function withIds(each: DatasetLayer, renamed: (id: string) => string): DatasetLayer {
  const names = new Map(each.annotations.map(({ id }) => [id, renamed(id)]))
  return {
    ...each,
    annotations: each.annotations.map(one => ({ ...one, id: names.get(one.id)! })),
    links: each.links.map(one => ({
      ...one,
      id: renamed(one.id),
      from: names.get(one.from)!,
      to: 'annotation' in one.to ? { annotation: names.get(one.to.annotation)! } : one.to,
    })),
  }
}

/** What one has as what the other has. */
function turned(levels: unknown): unknown {
  if (Array.isArray(levels)) return levels.map(turned)
  if (typeof levels !== 'object' || levels === null) return levels
  const name = (key: string) => (key === 'onlyA' ? 'onlyB' : key === 'onlyB' ? 'onlyA' : key)
  return Object.fromEntries(Object.entries(levels).map(([key, value]) => [name(key), turned(value)]))
}
