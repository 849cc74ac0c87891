import Graph from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { parse as parseGraphml } from 'graphology-graphml'
import papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { DatasetAnnotation, DatasetArticle, DatasetLink } from '../../dataset/dataset.ts'
import { anyHead } from '../../dataset/drawnDataset.laws.ts'
import { fitTo } from '../../dataset/fit.ts'
import { memoryFiles } from '../../dataset/memoryFiles.ts'
import { gexf } from '../gexf.ts'
import { graphml } from '../graphml.ts'
import { nodesAndEdges } from '../nodesAndEdges.ts'
import { written } from '../roundTrip.laws.ts'
import { NetworkBuilder } from './build.ts'
import { choicesIn, saysOfNetwork } from './network.ts'
import { windowOf } from './timeWindow.ts'

/** An article of claims, each `Who +What` or `Who -What` or `Who ~What`; entities of one letter, words of more. */
function news(path: string, published: string, ...layers: (readonly string[])[]): DatasetArticle {
  let text = ''
  const put = (words: string) => {
    const start = text.length
    text += `${words} `
    return [{ start, end: start + words.length }]
  }
  const named = (words: string) => (words.length === 1 ? { entity: words } : {})
  const polarity: Record<string, string> = { '+': 'supports', '-': 'opposes' }
  const said = layers.map((all, layer) => {
    const annotations: DatasetAnnotation[] = []
    const links: DatasetLink[] = []
    for (const [i, one] of all.entries()) {
      const [, who, sign, what] = /^(\S+) ([+~-])(\S+)$/.exec(one)!
      const answer = polarity[sign!]
      annotations.push(
        { id: `a${i}`, tag: 'actor', spans: put(who!), attributes: {}, ...named(who!) },
        {
          id: `c${i}`,
          tag: 'claim',
          spans: put(what!),
          attributes: answer ? { polarity: answer } : {},
          ...named(what!),
        },
      )
      links.push({ id: `l${i}`, type: 'attributed-to', from: `c${i}`, to: { annotation: `a${i}` }, attributes: {} })
    }
    return { annotator: `n${layer}`, annotations, links }
  })
  return { path, text, metadata: { published }, zones: [], layers: said }
}

const entity = (id: string) => ({ ...anyHead.entities[0]!, id, name: `Name ${id}` })
const head = { ...anyHead, entities: ['A', 'B', 'C', 'X', 'Y'].map(entity) }
const drawn = (articles: readonly DatasetArticle[], options: Record<string, string> = {}) => {
  const builder = new NetworkBuilder(head, choicesIn(options))
  for (const article of articles) builder.add(article)
  return builder.build()
}
const edgesOf = (...of: Parameters<typeof drawn>) =>
  drawn(...of).edges.map(({ source, target, kind, weight, window }) =>
    [source.replace('actor:', ''), target.replace(/^\w+:/, ''), kind, weight, ...(window ? [window.name] : [])].join(
      ' ',
    ),
  )

const articles = [
  news('1', '2031-01-05', ['A +X', 'A +X', 'B -X', 'B +Y', 'C ~Y']),
  news('2', '2031-02-01', ['A +X', 'B +X', 'A -Y', 'C +Y']),
]

test('actors and claims, by hand: a claim counts once an article', () => {
  expect(edgesOf(articles)).toEqual([
    'A X positive 2',
    'A Y negative 1',
    'B X negative 1',
    'B X positive 1',
    'B Y positive 1',
    'C Y neutral 1',
    'C Y positive 1',
  ])
  expect(edgesOf(articles, { count: 'annotation' })[0]).toBe('A X positive 3')
  expect(edgesOf(articles, { sign: 'difference' })).toEqual([
    'A X difference 2',
    'A Y difference -1',
    'B X difference 0',
    'B Y difference 1',
    'C Y difference 1',
  ])
  expect(edgesOf(articles, { sign: 'ignored' })).toEqual([
    'A X said 2',
    'A Y said 1',
    'B X said 2',
    'B Y said 1',
    'C Y said 2',
  ])
})

test('actors among themselves, by hand: agreement and conflict over the same claims', () => {
  // Over X: A has +2; B has +1 and -1. Over Y: A has -1, B has +1, C has +1 and a neutral one.
  expect(edgesOf(articles, { network: 'actors' })).toEqual([
    'A B conflict 3',
    'A B congruence 2',
    'A C conflict 1',
    'B C congruence 1',
  ])
  expect(edgesOf(articles, { network: 'actors', sign: 'difference' })).toEqual([
    'A B difference -1',
    'A C difference -1',
    'B C difference 1',
  ])
  // Whatever the polarity: over X 2 × 2, over Y 1 × 1; 1 × 2; 1 × 2.
  expect(edgesOf(articles, { network: 'actors', sign: 'ignored' })).toEqual([
    'A B shared 5',
    'A C shared 2',
    'B C shared 2',
  ])
})

test('windows of time: what is said in different ones ties nobody', () => {
  expect(edgesOf(articles, { network: 'actors', window: 'month' })).toEqual([
    'A B conflict 1 2031-01',
    'A B congruence 1 2031-02',
    'A C conflict 1 2031-02',
  ])
  expect(drawn([news('3', '2031', ['A +X'])], { window: 'month' })).toMatchObject({
    undated: 1,
    edges: [{ window: null }],
  })
})

test('two layers that say the same of an article count once', () => {
  expect(edgesOf([news('1', '', ['A +X'], ['A +X'])])).toEqual(['A X positive 1'])
  expect(edgesOf([news('1', '', ['A +X'], ['A +X'])], { count: 'annotation' })).toEqual(['A X positive 2'])
})

test('who is no entity goes by their words, and how many do is told', () => {
  const network = drawn([news('1', '', ['Minister +X', 'minister +taxes'])])
  expect(network.byWords).toBe(2)
  expect(network.nodes).toMatchObject([
    { label: 'Minister', kind: 'actor', known: 'words', mentions: 2 },
    { label: 'Name X', kind: 'claim', known: 'entity', entityKind: 'person' },
    { label: 'taxes', kind: 'claim', known: 'words' },
  ])
})

test('the article’s own voice is its outlet’s; events have participants with roles', () => {
  const article: DatasetArticle = {
    ...news('1', '', ['A +X']),
    metadata: { outlet: 'The Post' },
  }
  const [layer] = article.layers
  const link = { id: 'l', type: 'attributed-to', from: 'c0', to: { author: true } as const, attributes: {} }
  const own = { ...article, layers: [{ ...layer!, links: [link] }] }
  expect(edgesOf([own])).toEqual(['the post (author) X positive 1'])
  const event = { ...link, type: 'participant', to: { annotation: 'a0' }, attributes: { role: 'host' } }
  expect(edgesOf([{ ...article, layers: [{ ...layer!, links: [event] }] }], { network: 'event-actor' })).toEqual([
    'event:X A host 1',
  ])
})

test('a view is told as one: of answers and of what is known little is there, of notes nothing', () => {
  const [article] = articles
  const [layer] = article!.layers
  const [actor, claim] = layer!.annotations
  const link = { ...layer!.links[0]!, attributes: { explicitness: 'explicit' } }
  const noted = {
    ...article!,
    layers: [{ ...layer!, annotations: [{ ...actor!, note: 'hm' }, claim!], links: [link] }],
  }
  const { article: fitted, leftOut } = fitTo(noted, saysOfNetwork)
  expect(leftOut.map(({ id, feature, done }) => [id, feature, done])).toEqual([
    ['a0', 'notes', 'without'],
    ['c0', 'attributes', 'changed'],
    ['l0', 'link-attributes', 'changed'],
    ['', 'metadata', 'changed'],
    ['', 'text', 'without'],
  ])
  expect(fitted.metadata).toEqual(article!.metadata)
  expect(fitted.layers[0]!.links).toEqual([link])
})

test.each([
  ['2032-02-29', 'month', { name: '2032-02', start: '2032-02-01', end: '2032-02-29' }],
  ['2031-12', 'quarter', { name: '2031-Q4', start: '2031-10-01', end: '2031-12-31' }],
  ['2031-05-01T10:00Z', 'year', { name: '2031', start: '2031-01-01', end: '2031-12-31' }],
  ['2031', 'quarter', null],
  [undefined, 'year', null],
  ['2031-05', 'none', null],
] as const)('%s by %s', (published, window, expected) => {
  expect(windowOf(published, window)).toEqual(expected)
})

describe('others read what is written', () => {
  const odd = [...articles, news('4', '2031-02-02', ['“&<Ö"💩> +=cmd'])]
  const options = { sign: 'apart', window: 'quarter' }
  const network = drawn(odd, options)
  const nodes = network.nodes.map(({ id, label, kind, mentions }) => ({ id, label, kind, mentions }))

  test('GraphML, by graphology', () => {
    const [part] = written(graphml, odd, { options }, head)
    const graph = parseGraphml(Graph, part!.data as string)
    expect(graph.mapNodes((id, { label, kind, mentions }) => ({ id, label, kind, mentions }))).toEqual(nodes)
    expect(
      graph.mapEdges((_, { kind, weight, window, start, end }, source, target) => ({
        ...{ source, target, kind, weight, window: { name: window, start, end } },
      })),
    ).toEqual(network.edges)
    expect(graph.getAttribute('description')).toContain('2 of 7 nodes go by their own words')
  })

  test('GEXF, by graphology; it is dynamic where there are windows', () => {
    const [part] = written(gexf, odd, { options }, head)
    const graph = parseGexf(Graph, part!.data as string)
    expect(graph.mapNodes((id, { label, kind, mentions }) => ({ id, label, kind, mentions }))).toEqual(nodes)
    expect(
      graph.mapEdges((_, { tie, weight, window }, source, target) => [source, target, tie, weight, window]),
    ).toEqual(
      network.edges.map(({ source, target, kind, weight, window }) => [source, target, kind, weight, window!.name]),
    )
    expect(part!.data).toContain('mode="dynamic" timeformat="date"')
    expect(part!.data).toMatch(/start="2031-01-01" end="2031-03-31"/)
  })

  test('tables, by papaparse; what a spreadsheet would run is told', async () => {
    const parts = written(nodesAndEdges, odd, { options }, head)
    const text = new TextDecoder().decode(await memoryFiles(parts).bytes('edges.csv'))
    const parser = new papa.Parser({ delimiter: ',', newline: text.includes('\r\n') ? '\r\n' : '\n', quoteChar: '"' })
    const [names, ...rows] = parser.parse(text, 0, false).data.filter(row => row.length > 1)
    const [source, target, weight] = ['Source', 'Target', 'Weight'].map(name => names!.indexOf(name))
    expect(rows.map(row => [row[source!], row[target!], Number(row[weight!])])).toEqual(
      network.edges.map(({ source, target, weight }) => [source, target, weight]),
    )
    expect(parts.flatMap(({ told }) => told ?? [])).toMatchObject([
      { file: 'nodes.csv', column: 'Label', words: '=cmd' },
    ])
  })
})
