import { expect, test, vi } from 'vitest'
import type { Case } from '../../shared/review/case.ts'
import { makeComparing } from './comparing.ts'
import { givenDesk } from './givenDesk.ts'
import type { OpenArticle } from './openArticle.ts'
import { makeReviewView } from './reviewView.ts'

const line = 'The union said that the port would close.'

/** Ben says the same as the own layer of “union”, and alone something of “port”. */
function cases({ present }: OpenArticle): Case[] {
  const own = [...present.annotations.values()].find(({ tag }) => tag === 'actor')!
  const opinion = (layer: string, annotation: string, words: string) => {
    const start = line.indexOf(words)
    const spans = [{ start, end: start + words.length }]
    const said = { layer, annotation, revision: 1, says: words, tag: 'actor', spans, quote: words }
    return { ...said, attributes: {}, links: [] as Case['opinions'][number]['links'] }
  }
  const toUnion = { annotation: 'b1', tag: 'actor', quote: 'union', spans: [{ start: 4, end: 9 }] }
  const port = { ...opinion('ben', 'b2', 'port'), links: [{ id: 'l', type: 'about', attributes: {}, to: toUnion }] }
  const rest = { differences: [], silent: [], before: '', after: '', weight: 1, verdicts: [], gold: [] }
  const state = 'open' as const
  return [
    {
      ...{ id: 'one', kinds: ['same'], state, ...rest, extent: { start: 4, end: 9 } },
      opinions: [opinion('ben', 'b1', 'union'), opinion('me', own.id, 'union')],
    },
    { ...{ id: 'two', kinds: ['only'], state, ...rest, extent: port.spans[0]! }, opinions: [port] },
  ]
}

async function given() {
  const { desk } = givenDesk({ one: { lines: [[`${line}\n`, 'body']], annotated: [['union', 'actor']] } })
  const view = makeReviewView({ random: () => 0.5 })
  const held: { article?: OpenArticle } = {}
  const loadArticle = vi.fn(async () => ({ cases: cases(held.article!), layers: [] }))
  const asks: (() => void)[] = []
  const comparing = makeComparing({
    ...{ reading: desk.reading, view, loadArticle, loadLayers: async () => [] },
    ...{ settle: () => {}, leavePast: () => {}, me: () => 'me', lag: () => null },
    mine: () => ({ id: 'me', name: 'Me', kind: 'own', articles: 0 }),
    soon: act => {
      asks.push(act)
      return () => {}
    },
  })
  await desk.opening.open('one')
  const article = desk.reading.getState().article!
  await article.filled
  held.article = article
  view.choose(['me', 'ben'])
  view.setMode('overlaid')
  await vi.waitFor(() => expect(comparing.getState().phase).toBe('there'))
  const [own] = [...article.present.annotations.values()]
  const shown = () =>
    [...article.layer.annotations.values()].map(({ id, tag }) => `${id === own!.id ? 'own' : id} ${tag}`)
  return { desk, comparing, article, own: own!, shown, asks, loadArticle }
}

test('Where the own layer is one of those compared, what it says is its own annotation, and can be changed', async () => {
  const { article, own, shown } = await given()
  expect(shown()).toEqual(['own actor', 'two.0 actor'])
  expect(article.layer.annotations.get(own.id)).toBe(own)
  expect(article.canAnnotate).toBe(true)
  expect([article.canChange(own.id), article.canChange('two.0')]).toEqual([true, false])
})

test('An edit is seen at once: whoever said the same is parted from it, with the links to it, and it is compared soon', async () => {
  const { desk, article, own, shown, asks, loadArticle } = await given()
  expect([...article.layer.links.values()].map(({ to }) => to)).toEqual([{ annotation: own.id }])
  desk.reading.edit({ file: 'layer', edit: { kind: 'put', annotation: { ...own, tag: 'event' } } })
  expect(shown().sort()).toEqual(['one.0 actor', 'own event', 'two.0 actor'])
  expect([...article.layer.links.values()].map(({ to }) => to)).toEqual([{ annotation: 'one.0' }])
  desk.reading.edit({ file: 'layer', edit: { kind: 'remove', id: own.id } })
  expect(shown().sort()).toEqual(['one.0 actor', 'two.0 actor'])
  desk.reading.undo()
  expect(shown().sort()).toEqual(['one.0 actor', 'own event', 'two.0 actor'])
  asks.at(-1)!()
  await vi.waitFor(() => expect(loadArticle).toHaveBeenCalledTimes(2))
})

test('What the person made is shown before it has been compared', async () => {
  const { desk, own, shown } = await given()
  desk.reading.edit({ file: 'layer', edit: { kind: 'put', annotation: { ...own, id: 'new', tag: 'claim' } } })
  expect(shown()).toContain('new claim')
})

test('What a colleague says never gets into the own layer', async () => {
  const { desk, article } = await given()
  const theirs = article.layer.annotations.get('two.0')!
  expect(() => desk.reading.edit({ file: 'layer', edit: { kind: 'put', annotation: theirs } })).toThrow(RangeError)
  const link = { id: 'l', type: 'about', attributes: {}, from: [...article.present.annotations.keys()][0]! }
  const put = { kind: 'putLink' as const, link: { ...link, to: { annotation: 'two.0' } } }
  expect(() => desk.reading.edit({ file: 'layer', edit: put })).toThrow(RangeError)
  expect(article.present.annotations.size).toBe(1)
})

test('One’s own annotation has one’s own links alone, also those that lead to what isn’t shown, whoever’s are beside it', async () => {
  const { desk, article, own } = await given()
  expect(article.layer.linksOf(own.id).map(({ type }) => type)).toEqual(['about'])
  desk.reading.select(own.id)
  expect([article.linkedIn(own.id).linksOf(own.id), desk.linking.linksForCue()]).toEqual([[], []])
  const far = { ...own, id: 'far' }
  const link = { id: 'mine', type: 'attributed-to', from: own.id, to: { annotation: 'far' }, attributes: {} }
  article.present.apply({ kind: 'put', annotation: far })
  article.present.apply({ kind: 'putLink', link })
  expect(article.linkedIn(own.id).linksOf(own.id)).toEqual([link])
  expect(desk.linking.linksForCue()).toEqual([link])
  // Of what a colleague says, their links are shown.
  const [theirs] = [...article.layer.annotations.keys()].filter(id => id !== own.id)
  expect(
    article
      .linkedIn(theirs!)
      .linksOf(theirs!)
      .map(({ type }) => type),
  ).toEqual(['about'])
})
