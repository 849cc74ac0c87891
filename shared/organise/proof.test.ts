import { expect, test } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import type { Round, Seal } from '../project/organised.ts'
import { layerSays } from './layerSays.ts'
import { proofsOf } from './proof.ts'

const layer: JsonObject = {
  article: { textSha256: 'f'.repeat(64), file: 'a.txt' },
  status: 'done',
  annotations: [
    {
      id: 'b',
      tag: 'claim',
      spans: [{ start: 4, end: 7, quote: 'sat', before: 'cat ' }],
      created: 'x',
      attributes: {},
    },
    { id: 'a', tag: 'actor', spans: [{ start: 0, end: 3, quote: 'The' }], note: 'why', created: 'x' },
  ],
  links: [{ id: 'l', type: 'about', from: 'b', to: { annotation: 'a' } }],
  ...{ unplaced: [], comments: [], verdicts: [] },
}

test('what a layer says is one text, whatever the order, the status, times and comments', () => {
  const annotations = layer['annotations'] as readonly JsonObject[]
  const alike = {
    ...layer,
    ...{ status: 'in-progress', comments: [{ id: 'c' }], annotations: [...annotations].reverse() },
  }
  expect(layerSays(alike)).toBe(layerSays(layer))
  expect(layerSays(layer)).toBe(
    '{"annotations":[' +
      '{"id":"a","note":"why","spans":[{"end":3,"quote":"The","start":0}],"tag":"actor"},' +
      '{"id":"b","spans":[{"end":7,"quote":"sat","start":4}],"tag":"claim"}],' +
      '"links":[{"from":"b","id":"l","to":{"annotation":"a"},"type":"about"}],' +
      `"textSha256":"${'f'.repeat(64)}","unplaced":[]}`,
  )
})

test('an annotation, an attribute, a note or a link that is other is another text', () => {
  const [first, second] = layer['annotations'] as readonly JsonObject[]
  const others: JsonObject[] = [
    { ...layer, annotations: [first!] },
    { ...layer, annotations: [first!, { ...second!, note: 'why not' }] },
    { ...layer, annotations: [first!, { ...second!, attributes: { mention: 'name' } }] },
    { ...layer, annotations: [first!, { ...second!, spans: [{ start: 0, end: 2, quote: 'Th' }] }] },
    { ...layer, links: [] },
    { ...layer, article: { textSha256: '0'.repeat(64) } },
  ]
  expect(new Set([...others, layer].map(layerSays)).size).toBe(others.length + 1)
})

test('each layer is held against its seal', () => {
  const round: Round = { id: 'r', name: '', annotators: ['alice', 'bob'], articles: ['a', 'b'], begun: '1' }
  const seal = (annotator: string, article: string, at: string): Seal => ({
    ...{ id: `${annotator} ${article}`, round: 'r', annotator, article, sha256: annotator },
    at,
  })
  const seals = [seal('alice', 'a', '2'), seal('bob', 'a', '3'), seal('alice', 'b', '4')]
  const states = (hashes: Readonly<Record<string, string | null>>, status = 'done') =>
    proofsOf(round, seals, (article, annotator) => {
      const sha256 = hashes[`${annotator} ${article}`]
      return sha256 === undefined ? undefined : { status, sha256 }
    }).map(({ state }) => state)
  expect(states({ 'alice a': 'alice', 'bob a': 'other', 'alice b': 'alice', 'bob b': 'bob' })).toEqual([
    ...['same', 'changed', 'sealed', 'unsealed'],
  ])
  expect(states({ 'alice a': null, 'bob a': 'bob', 'bob b': 'bob' }, 'in-progress')).toEqual([
    ...['gone', 'same', 'gone', 'waiting'],
  ])
})
