import { expect, test } from 'vitest'
import { Problem } from '../problems/problem.ts'
import { type Answer, MAX_ANSWER_BYTES, readAnswer } from './answer.ts'
import { hiddenId, type Standing, takeAnswer } from './takeAnswer.ts'

const hash = (digit: string) => digit.repeat(64)
const onB1 = { layer: 'bob', annotation: 'b1', revision: 4, says: hash('a') }
const answer: Answer = {
  ...{ format: 'stet-answer', formatVersion: 1, to: { kind: 'packet', id: 'p1' }, from: { name: 'Carol' } },
  made: '2031-03-04T09:00:00.000Z',
  articles: [
    {
      ...{ path: 'bridge.txt', textSha256: hash('e') },
      verdicts: [{ on: onB1, verdict: 'reject' }],
      comments: [
        { on: onB1, kind: 'note', text: 'Too long.' },
        { on: { layer: 'gold-alice', verdict: 'v1' }, kind: 'disagree', text: 'It is a claim.' },
      ],
    },
  ],
}
const standing: Standing = {
  textSha256: hash('e'),
  layers: new Map([
    ['bob', { annotations: new Map([['b1', hash('a')]]), verdicts: new Set() }],
    ['gold-alice', { annotations: new Map(), verdicts: new Set(['v1']) }],
  ]),
}
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const taken = (now: Standing | null, given = answer) => takeAnswer(given, given.articles[0]!, now)

test('an answer is read as it was written', () => {
  expect(readAnswer(bytesOf(answer))).toEqual(answer)
})

const [article] = answer.articles
test.each<[what: string, bytes: Uint8Array]>([
  ['no JSON', new TextEncoder().encode('<html>')],
  ['half a file', bytesOf(answer).subarray(0, 200)],
  ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe])],
  ['another format', bytesOf({ ...answer, format: 'stet-map' })],
  ['no version', bytesOf({ ...answer, formatVersion: 'x' })],
  ['another format of a later version', bytesOf({ ...answer, format: 'stet-map', formatVersion: 2 })],
  ['nobody’s name', bytesOf({ ...answer, from: { name: '  ' } })],
  ['an id that leads out of the folder', bytesOf({ ...answer, from: { name: 'C', id: '../../x' } })],
  ['a packet’s id that is a path', bytesOf({ ...answer, to: { kind: 'packet', id: '../x' } })],
  ['a key that nobody knows', bytesOf({ ...answer, run: 'this' })],
  ['a key that no copy keeps', new TextEncoder().encode('{"__proto__": {"format": "stet-answer"}}')],
  ['an article twice', bytesOf({ ...answer, articles: [article, article] })],
  ['a verdict of its own', bytesOf({ ...answer, articles: [{ ...article, verdicts: [{ on: onB1, verdict: 'x' }] }] })],
  [
    'a remark that closes a thread',
    bytesOf({ ...answer, articles: [{ ...article, comments: [{ on: onB1, kind: 'resolve', text: 'x' }] }] }),
  ],
  [
    'a remark without words',
    bytesOf({ ...answer, articles: [{ ...article, comments: [{ on: onB1, kind: 'note', text: ' ' }] }] }),
  ],
  ['a hash that is none', bytesOf({ ...answer, articles: [{ ...article, textSha256: 'x' }] })],
  ['a time that is none', bytesOf({ ...answer, made: 'yesterday' })],
  ['depth without end', new TextEncoder().encode('['.repeat(5_000))],
])('%s is no answer', (_what, bytes) => {
  expect(() => readAnswer(bytes)).toThrow(Problem)
  expect(() => readAnswer(bytes)).toThrow(/cannot-read/)
})

test('an answer of a later version is told as that, whatever else is in it', () => {
  expect(() => readAnswer(bytesOf({ ...answer, formatVersion: 2, more: true }))).toThrow(/answer-newer/)
})

test('an answer that is too large is not even looked at', () => {
  expect(() => readAnswer(new Uint8Array(MAX_ANSWER_BYTES + 1))).toThrow(/too-large/)
})

test('what fits becomes verdicts and comments, the same each time', () => {
  const { comments, verdicts, unfit } = taken(standing)
  expect(unfit).toEqual([])
  expect(verdicts).toMatchObject([{ on: onB1, verdict: 'reject', created: answer.made }])
  expect(comments).toMatchObject([
    { on: { layer: 'bob', annotation: 'b1' }, kind: 'note', text: 'Too long.' },
    { on: { layer: 'gold-alice', verdict: 'v1' }, kind: 'disagree', text: 'It is a claim.' },
  ])
  expect(taken(standing)).toEqual(taken(standing))
  expect(new Set([...comments, ...verdicts].map(({ id }) => id)).size).toBe(3)
})

test('two layers in which annotations have the same id are judged apart', () => {
  const verdicts = ['bob', 'dora'].map(layer => ({ on: { ...onB1, layer }, verdict: 'accept' as const }))
  const layers = new Map([...standing.layers, ['dora', standing.layers.get('bob')!] as const])
  const given = { ...answer, articles: [{ ...article!, verdicts, comments: [] }] }
  expect(taken({ ...standing, layers }, given).verdicts.map(({ on }) => on.layer)).toEqual(['bob', 'dora'])
})

const bob = (annotations: readonly (readonly [string, string])[]): Standing => ({
  ...standing,
  layers: new Map([['bob', { annotations: new Map(annotations), verdicts: new Set<string>() }]]),
})
test.each<[why: string, now: Standing | null]>([
  ['no-article', null],
  ['other-text', { ...standing, textSha256: hash('f') }],
  ['gone', bob([])],
  ['says-otherwise', bob([['b1', hash('c')]])],
])('what is about something else by now (%s) is left out, and told', (why, now) => {
  const { comments, verdicts, unfit, mentioned } = taken(now)
  expect(verdicts).toEqual([])
  expect(comments).toEqual([])
  expect(unfit[0]).toEqual({ path: 'bridge.txt', what: 'verdict', why, layer: 'bob', id: 'b1', text: '' })
  expect(unfit[1]).toMatchObject({ what: 'comment', why, text: 'Too long.' })
  expect(mentioned).toHaveLength(3)
})

test('where names were hidden, what is meant is found, whose it is and which', () => {
  const on = { ...onB1, layer: 'A', annotation: hiddenId('bob', 'b1') }
  const hidden = {
    ...answer,
    articles: [{ ...article!, verdicts: [{ on, verdict: 'accept' as const }], comments: [] }],
  }
  expect(on.annotation).not.toContain('b1')
  expect(taken(standing, hidden).verdicts[0]!.on).toEqual(onB1)
  expect(taken(bob([]), hidden).unfit[0]!.why).toBe('gone')
})
