import { expect, test } from 'vitest'
import type { Case, Opinion } from '../../shared/review/case.ts'
import { isWanted } from './caseFilter.ts'
import { marksOf, within } from './comparedMarks.ts'
import { noFilters } from './reviewView.ts'

const text = 'The union said that the port would close.'

/** What a layer says of these words. */
function said(layer: string, words: string, tag = 'claim', more: Partial<Opinion> = {}): Opinion {
  const start = text.indexOf(words)
  const spans = [{ start, end: start + words.length }]
  const says = JSON.stringify([tag, spans, more])
  return {
    layer,
    annotation: `${layer}-1`,
    revision: 1,
    says,
    tag,
    spans,
    quote: words,
    attributes: {},
    links: [],
    ...more,
  }
}

function caseOf(id: string, opinions: readonly Opinion[], kinds: Case['kinds'], more: Partial<Case> = {}): Case {
  const starts = opinions.flatMap(({ spans }) => spans.map(({ start }) => start))
  const ends = opinions.flatMap(({ spans }) => spans.map(({ end }) => end))
  const extent = { start: Math.min(...starts), end: Math.max(...ends) }
  return {
    ...{ id, kinds, opinions, extent, differences: [], silent: [], before: '', after: '', weight: 1 },
    ...{ state: 'open', verdicts: [], gold: [], ...more },
  }
}

const layers = ['ada', 'ben', 'cem']

test('What several layers say alike is one mark; what differs is marked for each, with their letters', () => {
  const one = caseOf('x', [said('ada', 'the port'), said('ben', 'the port'), said('cem', 'port')], ['extent'])
  const { layer, byId, letters } = marksOf(text, [one], { layers })
  expect([...layer.annotations.values()].map(({ id, spans }) => [id, spans[0]!.quote])).toEqual([
    ['x.0', 'the port'],
    ['x.2', 'port'],
  ])
  expect(byId.get('x.0')).toMatchObject({ places: [0, 1], standing: 0 })
  expect(letters).toEqual([
    { offset: text.indexOf('the port'), side: 'begins', places: [0, 1] },
    { offset: text.indexOf('port'), side: 'begins', places: [2] },
  ])
})

test('Where all say the same there is one quiet mark and no letter', () => {
  const one = caseOf('x', [said('ada', 'port'), said('ben', 'port', 'claim', { annotation: 'other' })], ['same'])
  const { byId, letters } = marksOf(text, [one], { layers })
  expect([...byId.values()].map(({ standing }) => standing)).toEqual(['same'])
  expect(letters).toEqual([])
})

test('Marks that begin alike have their letters where they end, and those on the same words share a place', () => {
  const longer = caseOf('x', [said('ada', 'the port'), said('ben', 'the port would')], ['extent'])
  expect(marksOf(text, [longer], { layers }).letters.map(({ side, places }) => [side, places])).toEqual([
    ['ends', [0]],
    ['ends', [1]],
  ])
  const tagged = caseOf('x', [said('ada', 'port'), said('ben', 'port', 'event')], ['tag'])
  expect(marksOf(text, [tagged], { layers }).letters.map(({ side, places }) => [side, places])).toEqual([
    ['begins', [0, 1]],
  ])
})

test('Of two pages each marks what its layer says, with the letters of all', () => {
  const one = caseOf('x', [said('ada', 'port'), said('ben', 'port', 'event')], ['tag'])
  const { byId } = marksOf(text, [one], { layers, shown: ['ben'] })
  expect([...byId.values()].map(({ annotation, places }) => [annotation.tag, places])).toEqual([['event', [1]]])
})

test('A link leads to the mark that its end became', () => {
  const source = caseOf('s', [said('ada', 'The union', 'actor', { annotation: 'a-actor' })], ['only'])
  const to = { annotation: 'a-actor', tag: 'actor', quote: 'The union', spans: [] }
  const link = { id: 'l', type: 'attributed-to', attributes: {}, to }
  const claim = caseOf('c', [said('ada', 'port', 'claim', { links: [link] })], ['only'])
  const { layer } = marksOf(text, [source, claim], { layers })
  expect([...layer.links.values()]).toMatchObject([{ from: 'c.0', to: { annotation: 's.0' } }])
})

test('Of what is sorted, what lies in a span is found, both ends included', () => {
  const sorted = [0, 4, 4, 9, 12]
  expect(within(sorted, { start: 4, end: 9 }, one => one)).toEqual([4, 4, 9])
  expect(within(sorted, { start: 13, end: 20 }, one => one)).toEqual([])
})

test('Cases are filtered by kind, by any tag in them, and by whom they are about', () => {
  const differences = [{ a: 'ada', b: 'ben', differences: [{ kind: 'tag' as const }] }]
  const tags = caseOf('t', [said('ada', 'port'), said('ben', 'port', 'event')], ['tag'], { differences })
  const wanted = (filters: object) => isWanted(tags, { ...noFilters, ...filters })
  expect(wanted({})).toBe(true)
  expect([wanted({ kinds: ['tag', 'note'] }), wanted({ kinds: ['extent'] }), wanted({ kinds: [] })]).toEqual([
    true,
    false,
    false,
  ])
  expect([wanted({ tags: ['event'] }), wanted({ tags: ['actor'] })]).toEqual([true, false])
  expect([wanted({ annotators: ['ben'] }), wanted({ annotators: ['cem'] })]).toEqual([true, false])
  const missed = caseOf('o', [said('ada', 'port')], ['only'], { silent: ['cem'] })
  const about = (one: string) => isWanted(missed, { ...noFilters, annotators: [one] })
  expect([about('ada'), about('cem'), about('ben')]).toEqual([true, true, false])
})
