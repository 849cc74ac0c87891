import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Edit } from '../../shared/annotation/edit.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { givenCats } from './givenCats.ts'
import { savingState } from './recorder.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

const refuse = (failure: Error) => () => {
  throw failure
}
const bug = Object.assign(new Error('layer.record failed: bug: '), { name: 'bug' })
const isPut = (edit: Edit, quote: string) => edit.kind === 'put' && edit.annotation.spans[0]!.quote === quote

test('a zone that can never be saved is taken back and said, and annotations are saved meanwhile', async () => {
  const { desk, select, zones, told, asked } = await givenCats({
    'facts.record': refuse(new Problem('sidecar-damaged')),
  })
  select('sat')
  desk.tagging.setZone('heading')
  desk.tagging.add('claim')
  await settle()
  expect(zones()).toEqual(['title', 'body', 'boilerplate'])
  expect(told()).toEqual([
    'facts “The cat sat on the mat.” was taken back: The annotations of this article cannot be read.',
  ])
  expect(desk.reading.getState().undos).toMatchObject([{ changes: [{ file: 'layer' }] }])
  expect(savingState(desk.recorder.getState(), false)).toEqual({ kind: 'saved' })
  await settle(600_000)
  expect(asked.filter(({ call }) => call === 'facts.record')).toHaveLength(1)
})

test('an annotation that is refused goes from the text, with its undo, and the next one is saved', async () => {
  let refused = 0
  const { desk, select, quotes, told, recorded } = await givenCats({
    'layer.record': ({ edit }: { edit: Edit }) => {
      if (isPut(edit, 'sat') && ++refused) throw bug
      return { revision: 2 }
    },
  })
  select('sat')
  desk.tagging.add('claim')
  select('mat')
  desk.tagging.add('actor')
  await settle()
  expect(quotes()).toEqual(['The cat', 'mat', 'Share'])
  expect(told()).toEqual(['layer “sat” was taken back: a bug.'])
  expect(desk.reading.getState().undos).toHaveLength(1)
  expect([refused, recorded().length]).toEqual([1, 2])
})

test('when a later edit stands on the refused one, the article is read again once everything is settled', async () => {
  const given = await givenCats({
    'layer.record': ({ article, edit }: { article: string; edit: Edit }) => {
      if (edit.kind === 'put' && edit.annotation.attributes['mention'] === 'name') throw new Problem('sidecar-changed')
      given.layerOf(article).apply(edit)
      return { revision: 2 }
    },
  })
  const { desk, article, asked } = given
  desk.reading.select('The cat')
  desk.tagging.setAttribute('mention', 'name')
  desk.tagging.setAttribute('mention', 'pronoun')
  await settle()
  await settle()
  expect(asked.filter(({ call }) => call === 'article.open')).toHaveLength(2)
  expect(article().layer.annotations.get('The cat')?.attributes).toEqual({ mention: 'pronoun' })
})

test('an edit of an article that was left is taken back there too', async () => {
  let answer = (_: Error) => {}
  const { desk, select, quotes, told } = await givenCats({
    'layer.record': () =>
      new Promise((_, reject) => {
        answer = reject
      }),
  })
  select('mat')
  desk.tagging.add('actor')
  await desk.opening.open('dogs')
  answer(bug)
  await settle()
  expect(told()).toEqual(['layer “mat” was taken back: a bug.'])
  await desk.opening.open('cats')
  await settle()
  expect(quotes()).toEqual(['The cat', 'Share'])
})

test('changes to an article that the desktop lost are said to be lost, not tried for ever; it can be opened again', async () => {
  let isLost = true
  const { desk, select, article, quotes, told, act, recorded, asked } = await givenCats({
    'layer.record': () => {
      if (isLost) throw new Problem('unknown-ticket')
      return { revision: 2 }
    },
  })
  select('sat')
  desk.tagging.add('claim')
  select('mat')
  desk.tagging.add('actor')
  await settle(600_000)
  expect(recorded()).toHaveLength(1)
  expect(told()).toEqual(['2 changes to cats are lost.'])
  expect(savingState(desk.recorder.getState(), false)).toEqual({ kind: 'saved' })
  expect([article().canAnnotate, desk.reading.getState().undos]).toEqual([false, []])

  isLost = false
  desk.workspace.articlesChanged({
    workspace: desk.workspace.getState().ticket!,
    changed: [{ ticket: 'cats', path: 'cats.txt', bytes: 1, problem: null, known: null }],
    removed: [],
  })
  act()[0]!.run()
  await settle()
  expect(asked.filter(({ call }) => call === 'article.open')).toHaveLength(2)
  expect([article().canAnnotate, quotes()]).toEqual([true, ['The cat', 'Share']])
})

test('where the file of zones cannot be written, a zone is refused at once, with why', async () => {
  const given = await givenCats()
  const { desk, select, zones, told, recorded } = given
  Object.assign(given.article().opened, { factsProblem: { kind: 'sidecar-newer', detail: '' } })
  select('sat')
  desk.tagging.setZone('heading')
  expect([zones(), told()]).toEqual([['title', 'body', 'boilerplate'], ['sidecar-newer']])
  expect(recorded()).toEqual([])
})
