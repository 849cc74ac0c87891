import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formats } from '../exporters/formats.ts'
import { countsOf } from './counts.ts'
import type { DatasetArticle } from './dataset.ts'
import { anyArticles } from './drawnDataset.laws.ts'
import type { Feature } from './features.ts'
import { type Chosen, fitTo } from './fit.ts'
import { type Fitting, fittings, type Says, saysAll } from './format.ts'
import { Losses } from './losses.ts'

const written = (await Promise.all(Object.values(formats).map(load => load()))).filter(({ write }) => write)

/** What one of the formats says, and something chosen for what it says in part. */
const anySays = fc.constantFrom(...written).chain(({ says }) => {
  const partly = Object.entries(says).flatMap(([feature, saying]) =>
    typeof saying === 'string' ? [] : [[feature as Feature, saying as readonly Fitting[]] as const],
  )
  const choices = fc.record(Object.fromEntries(partly.map(([feature, ways]) => [feature, fc.constantFrom(...ways)])))
  return choices.map(chosen => ({ says, chosen: chosen as Chosen }))
})

function lossesOf(articles: readonly DatasetArticle[], says: Says, chosen: Chosen, most = 1000) {
  const losses = new Losses(says, chosen, most)
  for (const article of articles) losses.add(article)
  return losses
}

/** Everything that fitting takes from some articles, and how much is left of them. */
function fitted(articles: readonly DatasetArticle[], says: Says, chosen: Chosen) {
  const all = articles.map(article => fitTo(article, says, chosen))
  const left = all.map(({ article }) => countsOf(article))
  const sum = (of: 'layers' | 'annotations' | 'links') => left.reduce((sum, one) => sum + one[of], 0)
  return {
    leftOut: all.flatMap(({ leftOut }) => leftOut),
    sum: { articles: all.length, layers: sum('layers'), annotations: sum('annotations'), links: sum('links') },
  }
}

test('what is counted is what fitting takes, for any articles and any format', () => {
  fc.assert(
    fc.property(anyArticles, anySays, (articles, { says, chosen }) => {
      const { leftOut, sum } = fitted(articles, says, chosen)
      const losses = lossesOf(articles, says, chosen)
      expect(losses.sum).toEqual(sum)
      expect(losses.losses.map(({ feature }) => feature).sort()).toEqual(
        [...new Set(leftOut.map(({ feature }) => feature))].sort(),
      )
      for (const { feature, counts, count, listed } of losses.losses) {
        const of = leftOut.filter(one => one.feature === feature)
        expect(count).toBe(of.length)
        expect(listed.map(({ quote: _, ...one }) => one)).toEqual(of)
        for (const kind of ['annotation', 'link', 'article'] as const)
          for (const done of ['dropped', 'changed', 'without'] as const)
            expect(counts[kind][done]).toBe(of.filter(one => one.kind === kind && one.done === done).length)
      }
    }),
    { numRuns: 200 },
  )
})

test('every other way is told as it would come out', () => {
  fc.assert(
    fc.property(anyArticles, anySays, (articles, { says, chosen }) => {
      for (const { feature, saying, way, ways } of lossesOf(articles, says, chosen).losses) {
        expect(ways.map(({ way }) => way)).toEqual(typeof saying === 'string' ? [] : saying)
        expect(way).toBe(typeof saying === 'string' ? null : (chosen[feature] ?? saying[0]))
        for (const { way, done, annotations, links } of ways) {
          const { leftOut, sum } = fitted(articles, says, { ...chosen, [feature]: way })
          expect({ annotations, links }).toEqual({ annotations: sum.annotations, links: sum.links })
          for (const how of ['dropped', 'changed', 'without'] as const)
            expect(done[how]).toBe(leftOut.filter(one => one.feature === feature && one.done === how).length)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('of what is lost the first are named with their words, and all are counted', () => {
  const annotation = (id: string, start: number) => ({
    ...{ id, tag: 'actor', attributes: {}, note: 'why' },
    spans: [{ start, end: start + 3 }],
  })
  const annotations = [annotation('a', 0), annotation('b', 4), annotation('c', 8)]
  const layers = [{ annotator: 'ada', annotations, links: [] }]
  const article = { path: 'a.txt', text: 'The cat sat', metadata: {}, zones: [], layers }
  const [lost, ...more] = lossesOf([article], { ...saysAll, notes: 'lost' }, {}, 2).losses
  expect(more).toEqual([])
  expect(lost).toMatchObject({ feature: 'notes', saying: 'lost', way: null, ways: [], count: 3 })
  expect(lost!.listed.map(({ id, quote }) => [id, quote])).toEqual([
    ['a', 'The'],
    ['b', 'cat'],
  ])
})

test('a link is named with the words of its ends', () => {
  const at = (id: string, start: number) => ({ id, tag: 'actor', attributes: {}, spans: [{ start, end: start + 3 }] })
  const link = { id: 'l', type: 'about', from: 'a', to: { annotation: 'b' }, attributes: {} }
  const toAuthor = { ...link, id: 'm', to: { author: true } as const }
  const layers = [{ annotator: 'ada', annotations: [at('a', 0), at('b', 8)], links: [link, toAuthor] }]
  const article = { path: 'a.txt', text: 'The cat sat', metadata: {}, zones: [], layers }
  const [links] = lossesOf([article], { ...saysAll, links: 'lost' }, {}).losses
  expect(links!.listed.map(({ quote }) => quote)).toEqual(['The → sat', 'The'])
})

test('a part of a discontinuous annotation is named with the words of all of it', () => {
  const spans = [
    { start: 0, end: 3 },
    { start: 8, end: 11 },
  ]
  const one = { id: 'a', tag: 'actor', attributes: {}, note: 'why', spans }
  const layers = [{ annotator: 'ada', annotations: [one], links: [] }]
  const article = { path: 'a.txt', text: 'The cat sat', metadata: {}, zones: [], layers }
  const says: Says = { ...saysAll, discontinuous: ['parts'], notes: 'lost' }
  const notes = lossesOf([article], says, {}).losses.find(({ feature }) => feature === 'notes')!
  expect(notes.listed.map(({ id, quote }) => [id, quote])).toEqual([
    ['a', 'The … sat'],
    ['a.2', 'The … sat'],
  ])
})

test('every way that a format names is one that there is', () => {
  for (const { says } of written)
    for (const saying of Object.values(says))
      if (typeof saying !== 'string') expect(fittings).toEqual(expect.arrayContaining([...saying]))
})
