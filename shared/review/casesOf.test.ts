import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asTheyAre } from '../agreement/compareLayers.ts'
import { layer, link, on } from '../agreement/drawnLayers.laws.ts'
import type { Verdict } from '../annotation/verdict.ts'
import { choiceName } from '../codebook/mergedTerms.ts'
import type { DatasetLayer } from '../dataset/dataset.ts'
import { noneMerged } from '../project/merged.ts'
import { around } from './around.ts'
import type { Case } from './case.ts'
import { casesOf, type Reviewed, type ReviewedLayer, type ReviewerLayer } from './casesOf.ts'
import { anyReviewed, withIds } from './drawnReview.laws.ts'

const text = '“The bridge is safe,” the mayor said on Monday. Dockers had walked out, and the flood came.'
const bridge = on(text, 'The bridge is safe', 'claim')
const mayor = on(text, 'mayor', 'actor')
const wider = on(text, 'the mayor', 'actor')
const flood = on(text, 'the flood', 'event')
const dockers = on(text, 'Dockers', 'actor')

const rev = (revision: number, each: DatasetLayer): ReviewedLayer => ({ ...each, revision })
const ada = rev(3, layer('ada', [bridge, mayor, flood], [link('attributed-to', bridge.id, mayor.id)]))
const bo = rev(5, layer('bo', [bridge, wider, dockers], [link('attributed-to', bridge.id, wider.id)]))

const review = (more: Partial<Reviewed> = {}) =>
  casesOf({ text, layers: [ada, bo], reviewer: null, comparing: asTheyAre, ...more })
const told = (cases: readonly Case[]) =>
  cases.map(
    ({ kinds, opinions, silent, state }) =>
      `${kinds.join('+')}: ${opinions.map(({ layer, quote }) => `${layer} “${quote}”`).join(', ')}${silent.length > 0 ? ` not ${silent.join(', ')}` : ''} ${state}`,
  )

test('each place is a case: what all say the same, what they differ in, and what only some have', () => {
  expect(told(review())).toEqual([
    'same: ada “The bridge is safe”, bo “The bridge is safe” open',
    'extent: ada “mayor”, bo “the mayor” open',
    'only: bo “Dockers” not ada open',
    'only: ada “the flood” not bo open',
  ])
  const [same, extent, only] = review()
  expect(same).toMatchObject({ weight: 0, before: '“', extent: bridge.spans[0]!, differences: [] })
  expect(same!.after).toBe(',” the mayor said on Monday. Dockers had walked out, and the flood came.')
  expect(same!.opinions[0]!.links).toEqual([
    {
      ...{ id: 'attributed-to The bridge is safe mayor', type: 'attributed-to', attributes: {} },
      to: { annotation: 'mayor', tag: 'actor', quote: 'mayor', spans: mayor.spans },
    },
  ])
  expect(extent!.differences).toEqual([{ a: 'ada', b: 'bo', differences: [{ kind: 'extent' }] }])
  expect(extent!.opinions.map(({ revision }) => revision)).toEqual([3, 5])
  // Seven for the extent and nine for what only one has, for each of two layers; a link leads to the mayor.
  expect([extent!.weight, only!.weight]).toEqual([15, 18])
})

test('entities that were merged are the one that stands for them, and what was said stays said as it was', () => {
  const naming = (annotator: string, entity: string) =>
    rev(
      1,
      layer(
        annotator,
        [{ ...mayor, entity }, bridge],
        [{ ...link('attributed-to', bridge.id, 'author'), to: { entity } }],
      ),
    )
  const layers = [naming('ada', 'old'), naming('bo', 'new')]
  const apart = review({ layers })
  expect(told(apart).map(one => one.split(':')[0])).toEqual(['source', 'entity'])
  const merged = { ...noneMerged, entities: new Map([['old', 'new']]) }
  const together = review({ layers, comparing: { ...asTheyAre, merged } })
  expect(told(together).map(one => one.split(':')[0])).toEqual(['same', 'same'])
  expect(together[1]!.opinions.map(({ entity }) => entity)).toEqual(['new', 'new'])
  expect(together[0]!.opinions.map(({ links: [one] }) => one!.to)).toEqual([{ entity: 'new' }, { entity: 'new' }])
  // A verdict on what ada said is still about what she said.
  const saysOf = (cases: readonly Case[]) => cases.flatMap(({ opinions }) => opinions.map(({ says }) => says))
  expect(saysOf(together)).toEqual(saysOf(apart))
})

test('tags and choices that were merged are the one that stands for them, and what was said stays said as it was', () => {
  const saying = (annotator: string, tag: string, answer: string, which: readonly string[]) =>
    rev(1, layer(annotator, [{ ...bridge, tag, attributes: { how: answer, which } }, mayor]))
  const layers = [saying('ada', 'statement', 'old', ['old', 'new']), saying('bo', 'claim', 'new', ['new'])]
  const apart = review({ layers })
  expect(told(apart).map(one => one.split(':')[0])).toEqual(['tag', 'same'])
  const choices = new Map(['how', 'which'].map(question => [choiceName('claim', question, 'old'), 'new']))
  const merged = { ...noneMerged, tags: new Map([['statement', 'claim']]), choices }
  const together = review({ layers, comparing: { ...asTheyAre, merged } })
  expect(told(together).map(one => one.split(':')[0])).toEqual(['same', 'same'])
  expect(together[0]!.opinions.map(({ tag, attributes }) => [tag, { ...attributes }])).toEqual([
    ['claim', { how: 'new', which: ['new'] }],
    ['claim', { how: 'new', which: ['new'] }],
  ])
  const saysOf = (cases: readonly Case[]) => cases.flatMap(({ opinions }) => opinions.map(({ says }) => says))
  expect(saysOf(together)).toEqual(saysOf(apart))
})

test('what a single layer says is never what all agree on', () => {
  expect(told(review({ layers: [ada] }))).toEqual([
    'only: ada “The bridge is safe” open',
    'only: ada “mayor” open',
    'only: ada “the flood” open',
  ])
})

test('asked for some tags, a case is told where any of its opinions has one', () => {
  const cy = rev(1, layer('cy', [on(text, 'The bridge is safe', 'event')]))
  const asked = { comparing: { ...asTheyAre, tags: ['event'] }, layers: [ada, bo, cy] }
  expect(told(review(asked))).toEqual([
    'tag+source: ada “The bridge is safe”, bo “The bridge is safe”, cy “The bridge is safe” open',
    'only: ada “the flood” not bo, cy open',
  ])
})

test('layers that are joined by a third are compared with each other too', () => {
  const parts = ['The bridge', 'bridge is', 'is safe'].map((words, i) =>
    rev(1, layer(['ada', 'bo', 'cy'][i]!, [on(text, words, 'claim')])),
  )
  const [one, ...rest] = review({ layers: parts })
  expect(rest).toEqual([])
  expect(one!.differences.map(({ a, b }) => `${a} ${b}`)).toEqual(['ada bo', 'ada cy', 'bo cy'])
})

const verdict = (on: string, more: Partial<Verdict> = {}): Verdict => {
  const opinion = review()
    .flatMap(({ opinions }) => opinions)
    .find(one => `${one.layer} ${one.annotation}` === on)!
  const { layer, annotation, revision, says } = opinion
  return {
    ...{ id: `on ${on}`, on: { layer, annotation, revision, says }, verdict: 'accept' },
    ...{ created: '2031-03-04T10:00:00.000Z', ...more },
  }
}
const reviewer = (verdicts: readonly Verdict[], gold: ReviewerLayer['annotations'] = []): ReviewerLayer => ({
  ...{ annotator: 'gold-cleo', verdicts, annotations: gold },
})
const states = (more: Partial<Reviewed>) => review(more).map(({ state }) => state)

test('a case is decided once each of its opinions is judged as it is now', () => {
  const both = [verdict('ada mayor'), verdict('bo the mayor', { verdict: 'reject' })]
  expect(states({ reviewer: reviewer(both) })).toEqual(['open', 'decided', 'open', 'open'])
  expect(states({ reviewer: reviewer(both.slice(1)) })[1]).toBe('stale')
  expect(review({ reviewer: reviewer(both) })[1]!.verdicts).toEqual(both)
  expect(states({ reviewer: reviewer(both), isDisputed: ({ id }) => id === both[1]!.id })[1]).toBe('open')

  const noted = rev(5, layer('bo', [bridge, { ...wider, note: 'why?' }], bo.links))
  expect(states({ reviewer: reviewer(both), layers: [ada, noted] })[1]).toBe('stale')
  const { says: _, ...unsaid } = both[1]!.on
  const byRevision = reviewer([both[0]!, { ...both[1]!, on: unsaid }])
  expect(states({ reviewer: byRevision })[1]).toBe('decided')
  expect(states({ reviewer: byRevision, layers: [ada, rev(6, bo)] })[1]).toBe('stale')
})

test('what was put into gold is decided as long as gold has it and all of which it was made', () => {
  const made = { id: 'g1', origin: { kind: 'manual' } }
  const both = ['ada mayor', 'bo the mayor'].map(on => verdict(on, { gold: 'g1' }))
  const [, is] = review({ reviewer: reviewer(both, [made]) })
  expect([is!.state, is!.gold]).toEqual(['decided', ['g1']])
  const [, taken] = review({ reviewer: reviewer(both) })
  expect([taken!.state, taken!.gold]).toEqual(['stale', []])
  const gone = rev(6, layer('ada', [bridge, flood]))
  expect(told(review({ reviewer: reviewer(both, [made]), layers: [gone, bo] }))[1]).toBe(
    'only: bo “the mayor” not ada stale',
  )
  const of = { of: [{ layer: 'ada', annotation: 'the flood', revision: 3 }, 'what is this?'], by: 'cleo' }
  const byOrigin = { id: 'g2', origin: { kind: 'adjudicated', rest: JSON.stringify(of) } }
  expect(review({ reviewer: reviewer([], [byOrigin]) })[3]!.gold).toEqual(['g2'])
})

test('of several verdicts on one annotation the latest counts', () => {
  const now = verdict('bo Dockers', { id: 'late', created: '2031-03-05T10:00:00.000Z' })
  const then = { ...now, id: 'early', created: '2031-03-04T10:00:00.000Z', on: { ...now.on, says: 'something else' } }
  expect(states({ reviewer: reviewer([now, then]) })[2]).toBe('decided')
  expect(states({ reviewer: reviewer([now, { ...then, modified: '2031-03-06T10:00:00.000Z' }]) })[2]).toBe('stale')
})

test('what an annotation says has neither ids nor far away text in it, and everything else', () => {
  const saysOf = (layers: readonly ReviewedLayer[], of = text) =>
    casesOf({ text: of, layers, reviewer: null, comparing: asTheyAre }).map(({ opinions }) => opinions[0]!.says)
  const is = saysOf([ada])
  expect(saysOf([withIds(ada, id => `another ${id}`)])).toEqual(is)
  const long = `${'Far away. '.repeat(9)}${text}`
  const at = (words: string, tag: string) => on(long, words, tag, { id: words })
  const there = rev(
    3,
    layer('ada', [at(bridge.id, 'claim'), at('mayor', 'actor'), at('the flood', 'event')], ada.links),
  )
  expect(saysOf([there], long).slice(2)).toEqual(is.slice(2))
  const links = (more: object) => rev(3, { ...ada, links: [{ ...ada.links[0]!, ...more }] })
  const others = [
    rev(3, { ...ada, links: [] }),
    links({ type: 'about' }),
    links({ to: { author: true } }),
    links({ attributes: { explicitness: 'inferred' } }),
    links({ cue: { start: 32, end: 36 } }),
    rev(3, { ...ada, annotations: [bridge, { ...mayor, entity: 'e1' }, flood] }),
  ]
  expect(new Set([is[0], ...others.map(each => saysOf([each])[0])]).size).toBe(7)
})

/** Two that say the same are told apart by their ids alone. */
function sayDifferentThings({ annotations }: DatasetLayer): boolean {
  return new Set(annotations.map(({ id: _, ...said }) => JSON.stringify(said))).size === annotations.length
}

/** A case without any id, as text. */
function withoutIds(each: Case): string {
  return JSON.stringify(each, (key, value) => (['id', 'annotation'].includes(key) ? undefined : value))
}

test('law: every annotation is in one case, and neither order nor ids change anything but ids', () => {
  fc.assert(
    fc.property(anyReviewed, fc.nat(2), fc.boolean(), fc.infiniteStream(fc.nat()), (drawn, words, ignoreEnds, dice) => {
      const tolerance = { words, ignoreEnds }
      const cases = (layers: readonly ReviewedLayer[]) =>
        casesOf({ text: drawn.text, layers, reviewer: null, comparing: { ...asTheyAre, tolerance } })
      const is = cases(drawn.layers)
      const names = is.flatMap(({ opinions }) => opinions.map(one => `${one.layer} ${one.annotation}`))
      const all = drawn.layers.flatMap(each => each.annotations.map(({ id }) => `${each.annotator} ${id}`))
      expect(names.sort()).toEqual(all.sort())
      expect(new Set(is.map(({ id }) => id)).size).toBe(is.length)
      for (const { opinions, silent, kinds } of is) {
        expect([...opinions.map(one => one.layer), ...silent].sort()).toEqual(['ada', 'bo', 'cy'])
        expect(kinds.includes('only')).toBe(silent.length > 0)
      }

      const shuffled = <T>(list: readonly T[]) =>
        list
          .map(item => ({ item, at: dice.next().value as number }))
          .sort((x, y) => x.at - y.at)
          .map(({ item }) => item)
      const reordered = shuffled(drawn.layers).map(each => ({
        ...each,
        annotations: shuffled(each.annotations),
        links: shuffled(each.links),
      }))
      expect(cases(reordered)).toEqual(is)
      if (!drawn.layers.every(sayDifferentThings)) return
      const renamed = drawn.layers.map(each => withIds(each, id => `${dice.next().value}-${id}`))
      expect(cases(renamed).map(withoutIds)).toEqual(is.map(withoutIds))
    }),
    { numRuns: 200 },
  )
})

test('law: layers that are the same have nothing but what all agree on', () => {
  fc.assert(
    fc.property(anyReviewed, ({ text, layers: [one] }) => {
      const layers = ['ada', 'bo', 'cy'].map(annotator => ({ ...one!, annotator }))
      const found = casesOf({ text, layers, reviewer: null, comparing: asTheyAre })
      expect(found.length).toBe(one!.annotations.length)
      expect(found.every(({ kinds, weight }) => kinds.join() === 'same' && weight === 0)).toBe(true)
    }),
  )
})

test('the words around a case are whole words, of a line or so', () => {
  const long = 'one '.repeat(50)
  const { before, after } = around(`${long}HERE ${long}`, { start: 200, end: 204 })
  expect([before, after]).toEqual(['one '.repeat(19), ` ${'one '.repeat(19)}`.trimEnd()])
  expect(around('💩'.repeat(99), { start: 100, end: 102 })).toEqual({ before: '💩'.repeat(40), after: '💩'.repeat(40) })
  expect(around('a b c', { start: 2, end: 3 })).toEqual({ before: 'a ', after: ' c' })
})
