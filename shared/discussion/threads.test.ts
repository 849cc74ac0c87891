import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comment, CommentTarget } from '../annotation/comment.ts'
import { spentMs } from '../text/spentMs.laws.ts'
import { isDisputed, threadsOf, type Voice } from './threads.ts'

const minute = (n: number) => new Date(Date.UTC(2031, 2, 4, 5, n)).toISOString()
const made = (id: string, n: number, on: CommentTarget, kind = 'note'): Comment => ({
  ...{ id, kind, on, text: id, created: minute(n) },
})
const claim = { layer: 'bob', annotation: 'claim' }
const idsOf = (voices: readonly Voice[]) => threadsOf(voices).map(({ said }) => said.map(({ comment }) => comment.id))

test('what two people say of one annotation is one conversation, with all replies, in the order of time', () => {
  const alice = [made('q', 1, claim, 'question'), made('thanks', 4, { layer: 'bob', comment: 'answer' })]
  const bob = [made('answer', 3, { layer: 'alice', comment: 'q' })]
  const eve = [made('also', 2, claim)]
  const voices = [
    { layer: 'eve', comments: eve },
    { layer: 'bob', comments: bob },
    { layer: 'alice', comments: alice },
  ]
  expect(idsOf(voices)).toEqual([['q', 'also', 'answer', 'thanks']])
  expect(threadsOf(voices)).toMatchObject([{ about: claim, state: 'open', isAsking: true, answers: 2 }])
})

test('of the article, of words and of the codebook each comment begins its own', () => {
  const span = { start: 0, end: 3, quote: 'The', before: '', after: '' }
  const on: CommentTarget[] = [
    { article: true },
    { article: true },
    { span },
    { span },
    { entry: { kind: 'tag', id: 't' } },
  ]
  expect(threadsOf([{ layer: 'a', comments: on.map((one, i) => made(`c${i}`, i, one)) }])).toHaveLength(5)
})

test('resolving closes a conversation; reopening, asking or disagreeing opens it again; a note doesn’t', () => {
  const reply = { layer: 'a', comment: 'q' }
  const after = (...kinds: string[]) =>
    threadsOf([
      {
        layer: 'a',
        comments: [made('q', 0, claim, 'question'), ...kinds.map((kind, i) => made(`r${i}`, i + 1, reply, kind))],
      },
    ])[0]
  expect(after('resolve')).toMatchObject({ state: 'resolved', isAsking: false })
  expect(after('resolve', 'note')).toMatchObject({ state: 'resolved' })
  expect(after('resolve', 'reopen')).toMatchObject({ state: 'open', isAsking: true })
  expect(after('resolve', 'question')).toMatchObject({ state: 'open', isAsking: true, answers: 0 })
  expect(after('resolve', 'disagree')).toMatchObject({ state: 'open' })
  expect(after('a kind of later')).toMatchObject({ state: 'open' })
})

test('a conversation is a disagreement from when somebody disagrees until it is resolved, whatever is asked meanwhile', () => {
  const after = (...kinds: string[]) =>
    threadsOf([{ layer: 'a', comments: kinds.map((kind, i) => made(`d${i}`, i, claim, kind)) }])[0]?.disagrees
  expect(after('disagree')).toBe(true)
  expect(after('question', 'disagree', 'note')).toBe(true)
  expect(after('disagree', 'question')).toBe(true)
  expect(after('disagree', 'resolve', 'reopen', 'question')).toBe(true)
  expect(after('question')).toBe(false)
  expect(after('disagree', 'resolve')).toBe(false)
  expect(after('disagree', 'resolve', 'question')).toBe(false)
})

test('a reply whose parent isn’t at hand is shown, with others to the same', () => {
  const on = { layer: 'bob', comment: 'not here' }
  const voices = [
    { layer: 'alice', comments: [made('one', 1, on), made('two', 2, { layer: 'alice', comment: 'one' })] },
    { layer: 'eve', comments: [made('three', 3, on, 'resolve')] },
  ]
  expect(threadsOf(voices)).toMatchObject([{ about: on, state: 'resolved' }])
  expect(idsOf(voices)).toEqual([['one', 'two', 'three']])
})

test('replies in a circle are one conversation, and end', () => {
  const voices = [
    {
      layer: 'a',
      comments: [
        made('one', 1, { layer: 'a', comment: 'two' }),
        made('two', 2, { layer: 'a', comment: 'one' }),
        made('three', 3, { layer: 'a', comment: 'two' }),
      ],
    },
  ]
  expect(idsOf(voices)).toEqual([['one', 'two', 'three']])
})

test('a chain of thirty thousand replies is one conversation and costs what as many replies to one comment cost', () => {
  const chain = Array.from({ length: 30_000 }, (_, i) =>
    made(`c${i}`, i, i === 0 ? claim : { layer: 'a', comment: `c${i - 1}` }),
  )
  const began = spentMs()
  const [thread, ...others] = threadsOf([{ layer: 'a', comments: chain.toReversed() }])
  expect([thread!.said.length, thread!.about, others]).toEqual([30_000, claim, []])
  expect(threadsOf([{ layer: 'a', comments: chain }])).toEqual([thread])
  expect(spentMs() - began).toBeLessThan(10_000)
})

test('a verdict is disputed from a disagreement until somebody resolves that', () => {
  const verdict = { layer: 'gold-ada', verdict: 'v', given: minute(0) }
  const disputed = (...comments: Comment[]) => isDisputed(verdict, threadsOf([{ layer: 'bob', comments }]))
  const no = made('no', 1, verdict, 'disagree')
  const reply = { layer: 'bob', comment: 'no' }
  expect(disputed()).toBe(false)
  expect(disputed(made('well', 1, verdict))).toBe(false)
  expect(disputed(no)).toBe(true)
  expect(disputed(no, made('r', 2, reply, 'resolve'))).toBe(false)
  expect(disputed(no, made('r', 2, reply, 'resolve'), made('o', 3, reply, 'reopen'))).toBe(true)
  expect(disputed(made('other', 1, { layer: 'gold-eve', verdict: 'v' }, 'disagree'))).toBe(false)
})

test('a disagreement that came in after a resolve, or a verdict, is open, whenever it was written', () => {
  const verdict = { layer: 'gold-ada', verdict: 'v' }
  const no = { ...made('no', 1, verdict, 'disagree'), came: minute(3) }
  const disputed = (given: number, ...comments: Comment[]) =>
    isDisputed({ ...verdict, given: minute(given) }, threadsOf([{ layer: 'bob', comments }]))
  const settled = made('r', 2, { layer: 'bob', comment: 'no' }, 'resolve')
  expect(disputed(0, no, settled)).toBe(true)
  expect(disputed(2, no)).toBe(true)
  expect(disputed(0, no, { ...settled, created: minute(4) })).toBe(false)
  expect(disputed(4, no)).toBe(false)
})

test('a verdict that was given anew is disputed by what is said after that alone', () => {
  const verdict = { layer: 'gold-ada', verdict: 'v' }
  const no = made('no', 1, verdict, 'disagree')
  const reply = { layer: 'bob', comment: 'no' }
  const anew = (...comments: Comment[]) =>
    isDisputed({ ...verdict, given: minute(2) }, threadsOf([{ layer: 'bob', comments }]))
  expect(anew(no)).toBe(false)
  expect(anew(no, made('well', 3, reply))).toBe(false)
  expect(anew(no, made('o', 3, reply, 'reopen'))).toBe(true)
  expect(anew(no, made('again', 3, verdict, 'disagree'))).toBe(true)
})

const anId = fc.constantFrom('1', '2', '3', '4')
const aLayer = fc.constantFrom('a', 'b', 'c')
const anyVoices = fc
  .array(
    fc.record({
      layer: aLayer,
      id: anId,
      n: fc.nat(3),
      kind: fc.constantFrom('note', 'question', 'resolve', 'reopen', 'disagree'),
      on: fc.oneof(
        fc.constantFrom<CommentTarget>({ article: true }, claim, { layer: 'b', verdict: 'v' }),
        fc.tuple(aLayer, anId).map(([layer, comment]): CommentTarget => ({ layer, comment })),
      ),
    }),
    { maxLength: 14 },
  )
  .map(all => [...new Map(all.map(one => [`${one.layer} ${one.id}`, one])).values()])

test('law: each comment is in one conversation, and the order of files and comments changes nothing', () => {
  const voicesOf = (all: readonly { layer: string; id: string; n: number; kind: string; on: CommentTarget }[]) =>
    [...new Set(all.map(({ layer }) => layer))].map(layer => ({
      layer,
      comments: all.filter(one => one.layer === layer).map(({ id, n, on, kind }) => made(id, n, on, kind)),
    }))
  fc.assert(
    fc.property(
      anyVoices.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const threads = threadsOf(voicesOf(all))
        expect(threads.flatMap(({ said }) => said)).toHaveLength(all.length)
        expect(threadsOf(voicesOf(shuffled))).toEqual(threads)
        expect(new Set(threads.map(({ key }) => key)).size).toBe(threads.length)
      },
    ),
    { numRuns: 500 },
  )
})
