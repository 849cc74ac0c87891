import { expect, test } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import type { Round, Seal } from '../project/organised.ts'
import { layerSays } from './layerSays.ts'
import { inNeedFirst, proofsOf, sealsTold } from './proof.ts'
import { sealTime } from './sealsThatCount.ts'

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
  expect(new Set([...others, layer].map(one => layerSays(one))).size).toBe(others.length + 1)
})

const round: Round = { id: 'r', name: '', annotators: ['alice', 'bob'], articles: ['a', 'b'], begun: '1' }
const seal = (annotator: string, article: string, at: string, sha256 = annotator): Seal => ({
  ...{ id: `${annotator} ${article} ${at}`, round: 'r', annotator, article, sha256 },
  at,
})
const proofsFor = (seals: Seal[], hashes: Readonly<Record<string, string | null>>, status = 'done') =>
  proofsOf(round, seals, (article, annotator) => {
    const sha256 = hashes[`${annotator} ${article}`]
    return sha256 === undefined ? undefined : { status, sha256 }
  })

test('each layer is held against its seal', () => {
  const seals = [seal('alice', 'a', '2'), seal('bob', 'a', '3'), seal('alice', 'b', '4')]
  const states = (hashes: Readonly<Record<string, string | null>>, status = 'done') =>
    proofsFor(seals, hashes, status).map(({ state }) => state)
  expect(states({ 'alice a': 'alice', 'bob a': 'other', 'alice b': 'alice', 'bob b': 'bob' })).toEqual([
    ...['same', 'changed', 'sealed', 'unsealed'],
  ])
  expect(states({ 'alice a': null, 'bob a': 'bob', 'bob b': 'bob' }, 'in-progress')).toEqual([
    ...['gone', 'same', 'gone', 'waiting'],
  ])
})

test('what was sealed again is told with everything that was sealed before, and whether the others could be seen by then', () => {
  const seals = [
    ...[seal('alice', 'a', '5', 'third'), seal('alice', 'a', '2', 'first'), seal('alice', 'a', '3', 'second')],
    ...[seal('bob', 'a', '4'), seal('bob', 'b', '9')],
  ]
  const alice = (now: string) => proofsFor(seals, { 'alice a': now, 'bob a': 'bob' })[0]!
  expect(alice('second').state).toBe('same')
  expect(alice('third').state).toBe('again')
  for (const now of ['first', 'else']) expect(alice(now).state).toBe('changed')
  expect(sealsTold(alice('third')).map(({ seal, how }) => [seal.sha256, how])).toEqual([
    ...[
      ['first', 'first'],
      ['second', 'again'],
      ['third', 'late'],
    ],
  ])
  const opened = { ...round, opened: '3' }
  const [late] = proofsOf(opened, [seal('alice', 'a', '4')], () => ({ status: 'done', sha256: 'alice' }))
  expect([late!.state, sealsTold(late!)[0]!.how]).toEqual(['late', 'late'])
})

test('a seal of before and one that is made now prove the same layer, each by its own hash', () => {
  const of = { annotator: 'alice', round: 'r' }
  const empty: JsonObject = { annotations: [], links: [], unplaced: [] }
  expect(layerSays(empty, of)).not.toBe(layerSays(empty, { ...of, annotator: 'bob' }))
  const found = { status: 'done', sha256: 'before', inRounds: { r: 'now', other: 'before' } }
  const state = (one: Seal) => proofsOf(round, [one], () => found)[0]!
  const now: Seal = { ...seal('alice', 'a', '2', 'now'), version: 2 }
  expect([state(seal('alice', 'a', '2', 'before')).state, state(now).state]).toEqual(['sealed', 'sealed'])
  expect([state(seal('alice', 'a', '2', 'before')).now, state(now).now]).toEqual(['before', 'now'])
  expect(state({ ...now, sha256: 'before' }).state).toBe('changed')
})

test('what somebody should look at comes first', () => {
  const seals = [seal('alice', 'a', '2'), seal('bob', 'a', '3')]
  const proofs = proofsFor(seals, { 'alice a': 'alice', 'bob a': 'other' })
  expect(inNeedFirst(proofs).map(({ state }) => state)).toEqual(['changed', 'same', 'waiting', 'waiting'])
})

test('a seal from after the others could be seen is later than that, whatever a clock says', () => {
  const seals = [seal('alice', 'a', '2031-01-01T00:00:00.000Z'), seal('bob', 'a', '2031-01-03T00:00:00.000Z')]
  const behind = new Date('2031-01-02T00:00:00.000Z')
  expect(sealTime(round, 'a', 'alice', seals, behind)).toBe('2031-01-03T00:00:00.001Z')
  expect(sealTime(round, 'a', 'alice', seals.slice(0, 1), behind)).toBe(behind.toISOString())
  expect(sealTime(round, 'a', 'alice', seals.slice(0, 1), new Date('2030-01-01T00:00:00.000Z'))).toBe(
    '2031-01-01T00:00:00.001Z',
  )
  expect(() => sealTime(round, 'a', 'alice', [seal('alice', 'a', '+275760-09-13T00:00:00.000Z')], behind)).not.toThrow()
})
