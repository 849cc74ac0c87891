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

/** An own layer and Ben's, overlaid. */
export async function givenOwn() {
  const { desk } = givenDesk({ one: { lines: [[`${line}\n`, 'body']], annotated: [['union', 'actor']] } })
  const view = makeReviewView({ random: () => 0.5 })
  const held: { article?: OpenArticle } = {}
  const loads: string[] = []
  const loadArticle = async (ticket: string) => {
    loads.push(ticket)
    return { cases: cases(held.article!), layers: [] }
  }
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
  await new Promise<void>(there => {
    comparing.subscribe(({ phase }) => phase === 'there' && there())
  })
  const [own] = [...article.present.annotations.values()]
  const shown = () =>
    [...article.layer.annotations.values()].map(({ id, tag }) => `${id === own!.id ? 'own' : id} ${tag}`)
  return { desk, comparing, article, own: own!, shown, asks, loads }
}
