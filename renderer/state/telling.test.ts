import { expect, test, vi } from 'vitest'
import { noneEarlier } from '../../shared/packet/earlier.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import type { BulkChange, Outcome } from './bulk.ts'
import { makeTelling } from './telling.ts'

const begun = {
  layers: [
    { annotator: 'bob', name: 'Bob', articles: 2, isGold: false, at: [0, 1] },
    { annotator: 'gold-ada', name: 'Ada', articles: 2, isGold: true, at: [0, 1] },
    { annotator: 'eve', name: 'Eve', articles: 1, isGold: false, at: [1] },
  ],
  articles: ['t1', 't2'],
}
const target = { target: 'target', name: 'letters', taken: null }
const written = { name: 'letters', letters: [], unread: [] }
const made = { name: 'review.html', articles: 1, things: 3, bytes: 2000, unread: [] }
const chosen = { answer: 'answer', file: 'answer.json', name: 'Carol', id: 'carol', beside: null, perhaps: null }
const looked = {
  ...{ id: 'carol', name: 'Carol', isOwn: false, changes: [], verdicts: 2, comments: 1 },
  ...{ written: 1, changed: 0, same: 0, dated: 0, aside: '', earlier: noneEarlier, taken: 0, newer: 0 },
  ...{ unfit: 0, unfitNamed: [], failed: [], unread: [] },
}
const takenBack = { put: 1, folder: '.stet/taken-back/x', kept: { first: [], count: 0 } }

/** A dialog over a desktop that answers as `more` says, and else as expected. */
function begin(more: Readonly<Record<string, (input: never) => unknown>> = {}) {
  const asked: [string, Readonly<Record<string, unknown>>][] = []
  let ticket: string | null = 'w'
  const answers: Readonly<Record<string, (input: never) => unknown>> = {
    'tell.begin': () => begun,
    'tell.choose': () => target,
    'tell.letters': () => written,
    'tell.packet': () => made,
    'tell.chooseAnswer': () => chosen,
    'tell.answer': ({ id }: { readonly id: string }) => ({ ...looked, id }),
    'tell.answers': () => ({ answers: [{ id: 'carol', name: 'Carol', articles: 1, verdicts: 2, comments: 1 }] }),
    'tell.takeBack': () => takenBack,
    ...more,
  }
  const ask = (async (call: string, input: never) => {
    asked.push([call, input])
    return (await answers[call]?.(input)) ?? null
  }) as unknown as Ask
  const record = vi.fn<(change: BulkChange) => Promise<Outcome>>(async ({ changes }) => {
    return { kind: 'done', done: changes.length, refused: [] }
  })
  const [show, hide] = [vi.fn(), vi.fn()]
  const parts = { listed: () => ['t2', 'other'], open: () => 't1', workspace: () => ticket }
  const telling = makeTelling({ ask, record, show, hide, ...parts })
  return {
    ...{ telling, asked, record, show, hide },
    calls: () => asked.map(([call]) => call),
    leave: () => {
      ticket = null
    },
  }
}

test('letters begin with the final layer there is and everybody who isn’t gold; a packet with nobody', async () => {
  const { telling, show } = begin()
  await telling.begin('letters')
  expect(show).toHaveBeenCalled()
  expect(telling.getState().choices).toMatchObject({ gold: 'gold-ada', annotators: ['bob', 'eve'] })
  expect(telling.isReady()).toBe(true)
  telling.toggle('bob')
  telling.toggle('eve')
  expect(telling.isReady()).toBe(false)
  await telling.begin('packet')
  expect(telling.getState().choices.annotators).toEqual([])
})

test('without gold there are no letters', async () => {
  const { telling } = begin({ 'tell.begin': () => ({ ...begun, layers: [begun.layers[0]] }) })
  await telling.begin('letters')
  expect(telling.isReady()).toBe(false)
})

test('letters are written where a person says, as they were chosen', async () => {
  const { telling, asked } = begin()
  await telling.begin('letters')
  telling.choose({ format: 'markdown', isBlind: true })
  expect(await telling.write()).toBe(true)
  expect(asked.at(-1)).toEqual([
    'tell.letters',
    {
      ...{ workspace: 'w', target: 'target' },
      asked: { gold: 'gold-ada', to: ['bob', 'eve'], format: 'markdown', isBlind: true },
    },
  ])
  expect(telling.getState()).toMatchObject({ step: 'done', letters: written })
})

test('a packet has the articles that are listed, or the one that is open, as far as they have layers', async () => {
  const { telling, asked } = begin()
  await telling.begin('packet')
  telling.toggle('bob')
  for (const [articles, tickets] of [
    ['all', null],
    ['listed', ['t2']],
    ['open', ['t1']],
  ] as const) {
    telling.choose({ articles })
    await telling.write()
    expect(asked.at(-1)![1]).toMatchObject({ asked: { layers: ['bob'], articles: tickets } })
  }
})

test('what stands under the chosen name stays, and is named', async () => {
  const { telling, calls } = begin({ 'tell.choose': () => ({ ...target, taken: 'letters' }) })
  await telling.begin('letters')
  expect(await telling.write()).toBe(false)
  expect(telling.getState()).toMatchObject({ step: 'choosing', taken: 'letters' })
  expect(calls()).not.toContain('tell.letters')
  telling.choose({ isBlind: true })
  expect(telling.getState().taken).toBeNull()
})

test('what was stopped is said as that, and what fails is shown where it was chosen', async () => {
  const stopped = begin({ 'tell.letters': () => null })
  await stopped.telling.begin('letters')
  expect(await stopped.telling.write()).toBe(false)
  expect(stopped.telling.getState()).toMatchObject({ step: 'choosing', isStopped: true })
  const failing = begin({
    'tell.letters': () => {
      throw new Problem('disk-full', 'No room.')
    },
  })
  await failing.telling.begin('letters')
  expect(await failing.telling.write()).toBe(false)
  expect(failing.telling.getState()).toMatchObject({ step: 'choosing', problem: { kind: 'disk-full' } })
})

test('how far it is counts while it is written, of this workspace alone', async () => {
  let finish = (_: unknown) => {}
  const { telling } = begin({ 'tell.letters': () => new Promise(resolve => (finish = resolve)) })
  await telling.begin('letters')
  telling.progressed({ workspace: 'w', done: 1, of: 3 })
  expect(telling.getState().progress).toBeNull()
  const done = telling.write()
  await vi.waitFor(() => expect(telling.getState().step).toBe('working'))
  telling.progressed({ workspace: 'other', done: 1, of: 3 })
  expect(telling.getState().progress).toBeNull()
  telling.progressed({ workspace: 'w', done: 1, of: 3 })
  expect(telling.getState().progress).toEqual({ done: 1, of: 3 })
  await vi.waitFor(() => finish(written))
  expect(await done).toBe(true)
})

test('an answer is looked at under the id that is proposed, and comes in under the one that is chosen', async () => {
  const { telling, asked } = begin()
  await telling.beginAnswer()
  expect(telling.getState()).toMatchObject({ id: 'carol', looked })
  await telling.look('Carol!')
  expect(telling.getState().looked).toBeNull()
  expect(telling.isReady()).toBe(false)
  await telling.look('carol-2')
  expect(telling.isReady()).toBe(true)
  expect(await telling.bring()).toEqual({ ...looked, id: 'carol-2' })
  expect(asked.filter(([call]) => call === 'tell.answer').map(([, { id, write }]) => [id, write])).toEqual([
    ['carol', false],
    ['carol-2', false],
    ['carol-2', true],
  ])
  expect(telling.getState().step).toBe('done')
})

test('what was looked at for an earlier id isn’t shown', async () => {
  const waiting: ((value: unknown) => void)[] = []
  const { telling } = begin({ 'tell.answer': () => new Promise(resolve => waiting.push(resolve)) })
  const first = telling.beginAnswer()
  await vi.waitFor(() => expect(waiting).toHaveLength(1))
  const second = telling.look('dora')
  await vi.waitFor(() => expect(waiting).toHaveLength(2))
  waiting[1]!({ ...looked, id: 'dora' })
  await second
  waiting[0]!(looked)
  await first
  expect(telling.getState().looked?.id).toBe('dora')
})

test.each([
  ['somebody else’s layer', { taken: 1 }],
  ['a later answer', { newer: 1 }],
  ['nothing new', { written: 0 }],
])('an answer that meets %s can’t be brought in', async (_what, more) => {
  const { telling } = begin({ 'tell.answer': () => ({ ...looked, ...more }) })
  await telling.beginAnswer()
  expect(telling.isReady()).toBe(false)
})

test('the answer of the person at this desk is recorded as a change of their own layers, and no file is written for it', async () => {
  const change = { article: 't1', edit: { kind: 'removeComment', id: 'c' }, seen: null }
  const own = { ...looked, isOwn: true, written: 0, changed: 1, changes: [JSON.stringify(change)] }
  const { telling, asked, record } = begin({ 'tell.answer': () => own })
  await telling.beginAnswer()
  expect(await telling.bring()).toEqual(own)
  expect(record.mock.calls[0]![0].changes).toEqual([change])
  expect(asked.some(([call, { write }]) => call === 'tell.answer' && write === true)).toBe(false)
  expect(telling.getState().step).toBe('done')
})

test.each([
  ['somebody else’s', false, 'carol', 'ada'],
  ['the person’s own', true, 'ada', 'carol'],
])('an id that isn’t looked at yet brings nothing in, though %s was', async (_whose, isOwn, id, next) => {
  const own = { ...looked, id, isOwn, changed: 1, changes: ['{"article":"t1"}'] }
  const { telling, asked, record } = begin({
    'tell.chooseAnswer': () => ({ ...chosen, id }),
    'tell.answer': ({ id: of }: { readonly id: string }) => (of === id ? own : new Promise(() => {})),
  })
  await telling.beginAnswer()
  expect(telling.isReady()).toBe(true)
  void telling.look(next)
  expect(telling.getState()).toMatchObject({ id: next, looked: null })
  expect(telling.isReady()).toBe(false)
  expect(await telling.bring()).toBeNull()
  expect(record).not.toHaveBeenCalled()
  expect(asked.some(([call, { write }]) => call === 'tell.answer' && write === true)).toBe(false)
  expect(telling.getState().step).toBe('choosing')
})

test('an id that becomes the person’s own after it was looked at is recorded as their change', async () => {
  const own = { ...looked, isOwn: true, written: 0, changed: 1, changes: ['{"article":"t1"}'] }
  const { telling, record } = begin({
    'tell.answer': ({ write }: { readonly write: boolean }) => (write ? own : looked),
  })
  await telling.beginAnswer()
  expect(await telling.bring()).toEqual(own)
  expect(record.mock.calls[0]![0].changes).toEqual([{ article: 't1' }])
  expect(telling.getState()).toMatchObject({ step: 'done', looked: own })
})

test('where the own layers have changed meanwhile nothing is claimed, and why is shown', async () => {
  const own = { ...looked, isOwn: true, written: 0, changed: 1, changes: ['{"article":"t1"}'] }
  const { telling, record } = begin({ 'tell.answer': () => own })
  record.mockResolvedValue({
    ...{ kind: 'done', done: 0 },
    refused: [{ article: 't1', problem: { kind: 'sidecar-changed', detail: '' } }],
  } as never)
  await telling.beginAnswer()
  expect(await telling.bring()).toBeNull()
  expect(telling.getState()).toMatchObject({ step: 'choosing', problem: { kind: 'sidecar-changed' } })
})

test('what came in can be taken back from its receipt, and later from the list, which is looked at anew', async () => {
  const { telling, asked, calls } = begin()
  await telling.beginAnswer()
  await telling.bring()
  expect(await telling.takeBack(null)).toEqual(takenBack)
  expect(telling.getState()).toMatchObject({ step: 'done', takenBack })
  await telling.beginAnswers()
  expect(telling.getState().answers).toHaveLength(1)
  await telling.takeBack('carol')
  expect(asked.filter(([call]) => call === 'tell.takeBack').map(([, { id }]) => id)).toEqual([null, 'carol'])
  expect(calls().filter(call => call === 'tell.answers')).toHaveLength(2)
})

test('an answer that can’t be read is told in the dialog; where none is chosen there is no dialog', async () => {
  const none = begin({ 'tell.chooseAnswer': () => null })
  await none.telling.beginAnswer()
  expect(none.show).not.toHaveBeenCalled()
  const bad = begin({
    'tell.chooseAnswer': () => {
      throw new Problem('cannot-read', 'no JSON')
    },
  })
  await bad.telling.beginAnswer()
  expect(bad.show).toHaveBeenCalled()
  expect(bad.telling.getState().problem).toMatchObject({ kind: 'cannot-read', detail: 'no JSON' })
})

test('after another workspace was opened nothing of this one is shown; closing lets the desktop’s worker go', async () => {
  const { telling, leave, calls, hide } = begin()
  await telling.begin('letters')
  telling.close()
  expect(hide).toHaveBeenCalled()
  expect(calls().at(-1)).toBe('tell.close')
  expect(telling.getState().begun).toBeNull()
  const begins = telling.begin('letters')
  leave()
  await begins
  expect(telling.getState().begun).toBeNull()
})

test('the texts that go out with a packet are counted of whoever is ticked', async () => {
  const { telling } = begin()
  await telling.begin('packet')
  expect(telling.going()).toBe(0)
  telling.toggle('eve')
  expect(telling.going()).toBe(1)
  telling.toggle('bob')
  expect(telling.going()).toBe(2)
  telling.choose({ articles: 'open' })
  telling.toggle('bob')
  expect(telling.going()).toBe(0)
})
