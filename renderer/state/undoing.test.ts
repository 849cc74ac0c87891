import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Unplaced } from '../../shared/annotation/annotation.ts'
import { givenCats } from './givenCats.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

async function rereadAndUndo({ desk }: Awaited<ReturnType<typeof givenCats>>) {
  void desk.opening.reread()
  await settle()
  const before = desk.reading.getState().undos
  await desk.undoing.undo()
  await settle()
  expect(desk.reading.getState().undos).toBe(before)
}

test('undo does not take back what somebody else wrote into the same annotation', async () => {
  const given = await givenCats()
  const { desk, article, told, layerOf } = given
  desk.reading.select('The cat')
  desk.tagging.setAttribute('mention', 'name')
  await settle()
  const annotation = { ...layerOf('cats').annotations.get('The cat')!, note: 'written by a script' }
  layerOf('cats').apply({ kind: 'put', annotation })
  await rereadAndUndo(given)
  expect(article().layer.annotations.get('The cat')).toMatchObject({
    note: 'written by a script',
    attributes: { mention: 'name' },
  })
  expect(told()).toEqual(['That was changed outside.'])
})

test('undo of an edit to an annotation that has lost its place is refused', async () => {
  const given = await givenCats()
  const { desk, article, told, layerOf } = given
  desk.reading.select('The cat')
  desk.tagging.remove()
  await settle()
  const [spans, times] = [[], { created: '', modified: '' }]
  const unplaced: Unplaced = {
    ...{ id: 'The cat', tag: 'actor', spans, attributes: {}, origin: { kind: 'manual' }, ...times },
    ...{ placement: 'ambiguous', textSha256: '0' },
  }
  layerOf('cats').apply({ kind: 'putUnplaced', unplaced })
  await rereadAndUndo(given)
  expect([article().layer.annotations.has('The cat'), article().layer.unplaced.has('The cat')]).toEqual([false, true])
  expect(told()).toEqual(['That was changed outside.'])
})

test('undo does not mark an article as in progress that somebody else has adjudicated', async () => {
  const given = await givenCats()
  given.desk.tagging.toggleDone()
  await settle()
  given.layerOf('cats').apply({ kind: 'status', status: 'adjudicated' })
  await rereadAndUndo(given)
  expect(given.article().layer.status).toBe('adjudicated')
})

test('what comes back from the disk with its keys in another order is still what was left', async () => {
  const { desk, layerOf } = await givenCats()
  desk.reading.select('The cat')
  desk.tagging.setAttribute('mention', 'name')
  await settle()
  const annotation = layerOf('cats').annotations.get('The cat')!
  const { id, tag, spans, ...others } = annotation
  const turned = { ...others, spans, tag, id }
  layerOf('cats').apply({ kind: 'put', annotation: turned })
  void desk.opening.reread()
  await settle()
  await desk.undoing.undo()
  expect(desk.reading.getState().article!.layer.annotations.get('The cat')?.attributes).toEqual({})
})

test('undo of a zone is refused when the paragraph is cut otherwise, although it begins with the same words', async () => {
  const { desk, select, article, told, zones } = await givenCats()
  select('sat')
  desk.tagging.setZone('heading')
  const { undos } = desk.reading.getState()
  const [title, body, last] = article().blocks
  article().blocks = [title!, { ...body!, end: last!.end }]
  await desk.undoing.undo()
  expect([zones(), told()]).toEqual([['title', 'heading'], ['That cannot be undone any more.']])
  expect(desk.reading.getState().undos).toBe(undos)
})
