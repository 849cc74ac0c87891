import { expect, test, vi } from 'vitest'
import { inPieces, outOfPieces } from '../../shared/contract/pieces.ts'
import type { BulkChange } from './bulk.ts'
import { givenCats } from './givenCats.ts'

const done = { kind: 'status', status: 'done' } as const
const open = { kind: 'status', status: 'in-progress' } as const
const change: BulkChange = {
  title: 'Done everywhere',
  changes: ['cats', 'dogs'].map(article => ({ article, edit: done, seen: open })),
}

test('of a change that is cancelled the window shows what stands on the desktop, and says what couldn’t be taken back', async () => {
  let answer: (value: unknown) => void = () => {}
  const { desk, asked, told } = await givenCats({
    'layers.record': () =>
      new Promise(resolve => {
        answer = resolve
      }),
    'layers.cancel': () => null,
  })
  const opened = () => asked.filter(({ call }) => call === 'article.open').length
  const made = desk.bulk.record(change)
  await vi.waitFor(() => expect(asked.some(({ call }) => call === 'layers.record')).toBe(true), { timeout: 60_000 })
  await desk.bulk.cancel()
  answer({
    done: [],
    refused: [{ article: 'dogs', problem: { kind: 'changed-since', detail: '' } }],
    projectUndo: null,
  })
  expect(await made).toEqual({ kind: 'cancelled' })
  await vi.waitFor(() => expect(opened()).toBe(2), { timeout: 60_000 })
  expect(told()).toEqual([expect.stringMatching(/^Done everywhere: not dogs\.txt:/)])
  expect(desk.reading.getState().undos).toEqual([])
})

test('what was seen goes with a change, and what it did with its undo', async () => {
  const { desk, asked } = await givenCats({
    'layers.record': () => ({
      done: inPieces(['cats', 'dogs'].map(article => ({ article, undo: open }))),
      ...{ refused: [], projectUndo: null },
    }),
  })
  await desk.bulk.record(change)
  await desk.undoing.undo()
  const sent = asked.flatMap(({ call, input }) => (call === 'layers.record' ? [input as { changes: string[] }] : []))
  expect(sent.map(({ changes }) => outOfPieces(changes)[0])).toEqual([
    { article: 'cats', edit: done, seen: open },
    { article: 'cats', edit: open, seen: done },
  ])
})
