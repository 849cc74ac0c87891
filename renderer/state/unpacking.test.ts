import { expect, test } from 'vitest'
import type { Call } from '../../shared/contract/contract.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { makeUnpacking, type OpenedArchive, type Survey, type UnpackDone } from './unpacking.ts'

const counts = { found: 3, fresh: 2, there: 0, differing: 1, unread: 0, reached: 9, byteLength: 9 }
const survey: Survey = { ...counts, articles: [], unreadable: [], problem: null, isCancelled: false }
const done: UnpackDone = { ...counts, written: [], differ: [], unreadable: [], problem: null, isCancelled: false }
const archive: OpenedArchive = { archive: 'a1', file: 'week: 9?.mbox', kind: 'mbox', columns: null }
const table: OpenedArchive = {
  ...{ archive: 'a2', file: 'week.csv', kind: 'csv' },
  columns: { names: ['n', 'head', 'sub', 'body'], rows: [], guess: { key: [0], title: [1], text: [3] } },
}

/** What the desktop answers, and what it was asked; a dialog that is shown or not. */
function given(answers: Partial<Record<Call, unknown>> = {}) {
  const asked: [Call, unknown][] = []
  let isShown = false
  const ask = (async (call: Call, input: unknown) => {
    asked.push([call, input])
    const answer = { 'unpack.survey': survey, 'unpack.write': done, ...answers }[call as string] ?? null
    if (answer instanceof Error) throw answer
    return answer
  }) as Ask
  const show = (is: boolean) => () => {
    isShown = is
  }
  const unpacking = makeUnpacking({ ask, workspace: () => 'w1', show: show(true), hide: show(false) })
  return { unpacking, asked, isShown: () => isShown }
}

test('what is no table is looked through at once, and a folder of its name is proposed', async () => {
  const { unpacking, isShown } = given({ 'unpack.choose': archive })
  await unpacking.choose()
  await Promise.resolve()
  expect(unpacking.getState()).toMatchObject({ step: 'articles', survey, folder: 'week 9' })
  expect(isShown()).toBe(true)
})

test('a table’s columns are said first; two columns may hold the title, in their order, and each holds one thing', async () => {
  const { unpacking, asked } = given()
  unpacking.begin(table)
  expect(unpacking.getState()).toMatchObject({ step: 'columns', survey: null })
  unpacking.setColumn(2, 'title')
  unpacking.setColumn(0, 'title')
  unpacking.setColumn(0, null)
  expect(unpacking.getState().columns).toEqual({ title: [1, 2], text: [3] })
  await unpacking.look()
  expect(asked.at(-1)).toEqual(['unpack.survey', { archive: 'a2', columns: { title: [1, 2], text: [3] } }])
})

test('it is ready where something goes in, and the files have names', async () => {
  const { unpacking } = given({ 'unpack.survey': { ...survey, fresh: 0 } })
  unpacking.begin(archive)
  await unpacking.look()
  expect(unpacking.isReady()).toBe(false)
  unpacking.set({ differing: true })
  expect(unpacking.isReady()).toBe(true)
  unpacking.set({ pattern: '../{slug}' })
  expect(unpacking.isReady()).toBe(false)
})

test('what can’t be written is said where it can be changed', async () => {
  const { unpacking } = given({ 'unpack.write': new Problem('outside-workspace') })
  unpacking.begin(archive)
  await unpacking.look()
  unpacking.set({ folder: ' /../out/ ' })
  expect(await unpacking.write()).toBeNull()
  expect(unpacking.getState()).toMatchObject({ step: 'articles', problem: { kind: 'outside-workspace' } })
})

test('what was closed meanwhile says nothing any more', async () => {
  const { unpacking, asked, isShown } = given()
  unpacking.begin(archive)
  const looking = unpacking.look()
  unpacking.close()
  await looking
  unpacking.progressed({ archive: 'a1', ...counts })
  expect(unpacking.getState()).toMatchObject({ opened: null, survey: null, progress: null })
  expect(isShown()).toBe(false)
  expect(asked.at(-1)).toEqual(['unpack.close', { archive: 'a1' }])
})

test('a file that was dropped for another workspace is not offered here', () => {
  const { unpacking, isShown } = given()
  unpacking.offered({ workspace: 'w2', opened: archive })
  expect(isShown()).toBe(false)
  unpacking.offered({ workspace: 'w1', opened: archive })
  expect(isShown()).toBe(true)
})
