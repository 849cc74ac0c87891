import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { type Change, makeRecorder, savingState } from './recorder.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const remove = (id: string, article = 'cats'): Change => ({ article, file: 'layer', edit: { kind: 'remove', id } })

/** A desktop that answers when the test says so. */
function givenDesktop() {
  const asked: { id: string; answer: (failure?: Error) => void }[] = []
  const ask = ((_call: string, input: { edit: { id: string } }) =>
    new Promise((resolve, reject) => {
      asked.push({ id: input.edit.id, answer: failure => (failure ? reject(failure) : resolve({ revision: 1 })) })
    })) as unknown as Ask
  return { asked, recorder: makeRecorder({ ask }) }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

test('edits of an article are handed over one after another, in order', async () => {
  const { asked, recorder } = givenDesktop()
  recorder.record(remove('first'))
  recorder.record(remove('second'))
  await settle()
  expect(asked.map(one => one.id)).toEqual(['first'])
  asked[0]!.answer()
  await settle()
  expect(asked.map(one => one.id)).toEqual(['first', 'second'])
})

test('articles do not wait for one another', async () => {
  const { asked, recorder } = givenDesktop()
  recorder.record(remove('one', 'cats'))
  recorder.record(remove('other', 'dogs'))
  await settle()
  expect(asked.map(one => one.id)).toEqual(['one', 'other'])
})

test('an edit counts as saved only once the desktop has answered', async () => {
  const { asked, recorder } = givenDesktop()
  recorder.record(remove('first'))
  await settle()
  expect(savingState(recorder.getState(), false)).toEqual({ kind: 'saving', edits: 1 })
  asked[0]!.answer()
  await settle()
  expect(savingState(recorder.getState(), false)).toEqual({ kind: 'saved' })
})

test('an edit that was refused is tried again before those that came after it', async () => {
  const { asked, recorder } = givenDesktop()
  recorder.record(remove('first'))
  recorder.record(remove('second'))
  await settle()
  asked[0]!.answer(new Problem('disk-full', 'no room'))
  await settle()
  expect(savingState(recorder.getState(), false)).toMatchObject({
    kind: 'stopped',
    edits: 2,
    problem: { kind: 'disk-full' },
  })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked.map(one => one.id)).toEqual(['first', 'first'])
  asked[1]!.answer()
  await settle()
  expect(asked.map(one => one.id)).toEqual(['first', 'first', 'second'])
  expect(savingState(recorder.getState(), false)).toMatchObject({ kind: 'saving', edits: 1 })
})

test('a bug of the desktop does not lose an edit either', async () => {
  const { asked, recorder } = givenDesktop()
  recorder.record(remove('first'))
  await settle()
  asked[0]!.answer(new Error('boom'))
  await settle()
  expect(savingState(recorder.getState(), false)).toMatchObject({ kind: 'stopped', problem: { kind: 'cannot-save' } })
  recorder.retry()
  await settle()
  asked[1]!.answer()
  await settle()
  expect(savingState(recorder.getState(), false)).toEqual({ kind: 'saved' })
})

test('when the desktop says that the trouble is over, nothing waits any longer', async () => {
  const { asked, recorder } = givenDesktop()
  const saving = { article: 'cats', durable: 0, checkpointed: false }
  recorder.record(remove('first'))
  await settle()
  asked[0]!.answer(new Problem('disk-full'))
  await settle()
  recorder.hear({ ...saving, problem: { kind: 'disk-full', detail: '' } })
  recorder.hear({ ...saving, problem: null })
  await settle()
  expect(asked).toHaveLength(2)
})

test('what the desktop says is wrong is shown although every edit is durable', () => {
  const { recorder } = givenDesktop()
  recorder.hear({ article: 'cats', durable: 3, checkpointed: false, problem: { kind: 'not-permitted', detail: '' } })
  expect(savingState(recorder.getState(), false)).toMatchObject({ kind: 'stopped', edits: 0 })
})

test('a note that is being typed is not saved', () => {
  const { recorder } = givenDesktop()
  expect(savingState(recorder.getState(), true)).toEqual({ kind: 'typing' })
})

test('nothing is said to be saved while many articles are being changed', () => {
  const { recorder } = givenDesktop()
  const many = { done: 2, total: 9 }
  expect(savingState(recorder.getState(), true, many)).toEqual({ kind: 'changing', done: 2, total: 9 })
})

test('an article is settled when its last edit is durable', async () => {
  const { asked, recorder } = givenDesktop()
  const settled = vi.fn()
  recorder.record(remove('first'))
  void recorder.settled('cats').then(settled)
  await settle()
  expect(settled).not.toHaveBeenCalled()
  asked[0]!.answer()
  await settle()
  expect(settled).toHaveBeenCalled()
})

test('the layer and the facts of an article do not wait for one another', async () => {
  const asked: string[] = []
  const recorder = makeRecorder({
    ask: (call => {
      asked.push(call)
      return new Promise(() => {})
    }) as Ask,
  })
  const span = { start: 0, end: 4 }
  recorder.record({ article: 'cats', file: 'facts', edit: { kind: 'zone', span, quote: 'Cats', zone: 'heading' } })
  recorder.record(remove('first'))
  await settle()
  expect(asked).toEqual(['facts.record', 'layer.record'])
  expect(recorder.getState().waiting.get('cats')).toBe(2)
})

test('an edit that can never be accepted makes way for the next, and is told of with those behind it', async () => {
  const { asked, recorder } = givenDesktop()
  const told = vi.fn()
  recorder.onRefused(told)
  recorder.record(remove('first'))
  recorder.record(remove('second'))
  await settle()
  asked[0]!.answer(new Problem('sidecar-changed'))
  await settle()
  expect(asked.map(one => one.id)).toEqual(['first', 'second'])
  const problem = { kind: 'sidecar-changed', detail: '' }
  expect(told.mock.calls).toEqual([[{ kind: 'edit', change: remove('first'), problem, later: [remove('second')] }]])
})

test('a desktop that is busy is asked again', async () => {
  const { asked, recorder } = givenDesktop()
  recorder.record(remove('first'))
  await settle()
  asked[0]!.answer(Object.assign(new Error('layer.record failed: busy: '), { name: 'busy' }))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked.map(one => one.id)).toEqual(['first', 'first'])
})
