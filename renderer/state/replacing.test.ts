import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Workspace } from '../../shared/contract/contract.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { openWorkspace, showWorkspace } from './desk.ts'
import { givenCats } from './givenCats.ts'
import { savingState } from './recorder.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

const other = (): Workspace => ({
  ...{ ticket: 'other', name: 'Other', sample: false, articles: [], strays: [], problems: [], place: null },
  ...{ project: '{"formatVersion":1}', projectProblem: null, contradictions: '[]' },
})

test('another workspace is opened only when what was done in this one is saved', async () => {
  let answer = (_: unknown) => {}
  const { desk } = await givenCats({ 'layer.record': () => new Promise(resolve => (answer = resolve)) })
  const choose = vi.fn(async () => other())
  desk.tagging.writeNote('The cat', 'typed just now')
  void openWorkspace(desk, choose)
  await settle()
  expect(choose).not.toHaveBeenCalled()
  answer({ revision: 2 })
  await settle()
  expect(choose).toHaveBeenCalled()
  expect(desk.workspace.getState().ticket).toBe('other')
})

test('while the disk refuses, the workspace stays, and why is said', async () => {
  const { desk, told } = await givenCats({
    'layer.record': () => {
      throw new Problem('disk-full')
    },
  })
  desk.tagging.writeNote('The cat', 'typed just now')
  const choose = vi.fn(async () => other())
  await openWorkspace(desk, choose)
  expect(choose).not.toHaveBeenCalled()
  expect(told()).toEqual(['disk-full'])
})

test('a workspace that comes by itself is shown once what was done is saved', async () => {
  let answer = (_: unknown) => {}
  const { desk } = await givenCats({ 'layer.record': () => new Promise(resolve => (answer = resolve)) })
  desk.tagging.writeNote('The cat', 'typed just now')
  void showWorkspace(desk, other())
  await settle()
  expect(desk.workspace.getState().ticket).toBe('workspace')
  answer({ revision: 2 })
  await settle()
  expect(desk.workspace.getState().ticket).toBe('other')
})

test('what the desktop has closed already is said to be lost, and the new workspace is shown', async () => {
  const { desk, told, recorded } = await givenCats({
    'layer.record': () => {
      throw new Problem('unknown-ticket')
    },
  })
  desk.tagging.writeNote('The cat', 'typed just now')
  void showWorkspace(desk, other())
  await settle(600_000)
  expect(recorded()).toHaveLength(1)
  expect(told()).toEqual(['1 changes to cats are lost.'])
  expect(desk.workspace.getState().ticket).toBe('other')
  expect(savingState(desk.recorder.getState(), false)).toEqual({ kind: 'saved' })
})

test('of two workspaces that come, the later one is shown', async () => {
  const { desk } = await givenCats()
  void showWorkspace(desk, { ...other(), ticket: 'first' })
  void showWorkspace(desk, other())
  await settle()
  expect(desk.workspace.getState().ticket).toBe('other')
})
