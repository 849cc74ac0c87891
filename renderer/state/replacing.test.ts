import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { withTag } from '../../shared/codebook/items.ts'
import type { Workspace } from '../../shared/contract/contract.ts'
import type { EventName, EventOf } from '../../shared/contract/events.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Listen } from './ask.ts'
import { type Desk, follow, openWorkspace, showWorkspace } from './desk.ts'
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

test('what becomes known of a workspace while it waits to be shown is shown with it', async () => {
  let answer = (_: unknown) => {}
  const { desk } = await givenCats({ 'layer.record': () => new Promise(resolve => (answer = resolve)) })
  const { tell } = followed(desk)
  desk.tagging.writeNote('The cat', 'typed just now')
  void showWorkspace(desk, other())
  await settle()
  tell('index.progress', { workspace: 'other', done: 3, total: 4 })
  tell('index.progress', { workspace: 'workspace', done: 1, total: 2 })
  expect(desk.workspace.getState().progress).toEqual({ done: 1, total: 2 })
  answer({ revision: 2 })
  await settle()
  expect(desk.workspace.getState()).toMatchObject({ ticket: 'other', progress: { done: 3, total: 4 } })
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

/** Lets the desk hear the desktop, and tells it of what happens there. */
function followed(desk: Desk) {
  const hearers: Partial<Record<EventName, (value: never) => void>> = {}
  const listen: Listen = (name, heard) => {
    hearers[name] = heard
    return () => {}
  }
  follow(desk, listen, { outside: { layer: '', text: '', project: '', sealed: '', reread: '', free: '', taken: '' } })
  return { tell: <E extends EventName>(name: E, value: EventOf<E>) => hearers[name]!(value as never) }
}

/** A desk whose desktop keeps what is recorded waiting until `answer` is called. */
async function givenBusy(call: 'project.record' | 'layers.record') {
  const answers: ((value: unknown) => void)[] = []
  const given = await givenCats({
    [call]: () => new Promise(resolve => answers.push(resolve)),
    'search.run': () => new Promise(() => {}),
    'search.cancel': () => null,
  })
  return { ...given, answer: (value: unknown) => answers.shift()?.(value) }
}

test('what is being typed in the codebook is settled in its own workspace, and the sheet goes with it', async () => {
  const { desk, recorded, answer } = await givenBusy('project.record')
  desk.dialogs.open('codebook')
  desk.codebook.choose({ of: 'tags', id: 'claim' })
  const rename = (codebook: Codebook, label: string) => withTag(codebook, 'claim', one => ({ ...one, label }))
  desk.codebook.write('tags:claim:label', 'Statement', rename)
  void showWorkspace(desk, other())
  await settle()
  expect([desk.workspace.getState().ticket, desk.dialogs.getState().dialog]).toEqual(['workspace', 'codebook'])
  // Another word is typed while the first waits for the disk.
  desk.codebook.write('tags:claim:guidance', 'What is said', (codebook, guidance) =>
    withTag(codebook, 'claim', one => ({ ...one, guidance })),
  )
  answer({ revision: 1 })
  await settle()
  expect(desk.workspace.getState().ticket).toBe('workspace')
  answer({ revision: 2 })
  await settle()
  expect([desk.workspace.getState().ticket, desk.dialogs.getState().dialog]).toEqual(['other', null])
  expect(desk.codebook.getState()).toMatchObject({ draft: null, chosen: null, step: null })
  expect(desk.workspace.getState().codebook.tags[0]?.label).toBe('Claim')
  desk.settle()
  await settle(1_000)
  expect(recorded().map(({ input }) => (input as { workspace: string }).workspace)).toEqual(['workspace', 'workspace'])
})

test('words that can’t stand where they are typed don’t hold the next workspace up, and don’t come into it', async () => {
  const { desk, recorded } = await givenCats()
  desk.codebook.write('tags:claim:label', '', () => null)
  const settleField = vi.fn()
  desk.writing.begin(settleField)
  await showWorkspace(desk, other())
  desk.settle()
  await settle(1_000)
  expect([settleField.mock.calls.length, desk.writing.getState().fields, recorded()]).toEqual([1, 0, []])
})

test('pickers and linking are left with their workspace; what is of no workspace stays', async () => {
  const { desk, select } = await givenCats()
  select('mat')
  desk.dialogs.pick('tag')
  desk.reading.select('The cat')
  await showWorkspace(desk, other())
  expect(desk.dialogs.getState()).toMatchObject({ picker: null, asked: null })
  desk.dialogs.open('clipboard', 'A text')
  await showWorkspace(desk, { ...other(), ticket: 'third' })
  expect(desk.dialogs.getState()).toMatchObject({ dialog: 'clipboard', pasted: 'A text' })
})

test('a change of many articles ends before the next workspace comes, and names the workspace that it is of', async () => {
  const { desk, told, recorded, answer } = await givenBusy('layers.record')
  const made = desk.bulk.record({
    title: 'Done',
    changes: [{ article: 'cats', edit: { kind: 'status', status: 'done' }, seen: null }],
    project: { kind: 'set', of: 'entities', id: 'ada', fields: { name: 'Ada', kind: 'person' } },
  })
  await settle()
  const choose = vi.fn(async () => other())
  await openWorkspace(desk, choose)
  expect([choose.mock.calls.length, told().join()]).toEqual([0, expect.stringMatching(/still under way here/)])
  void showWorkspace(desk, other())
  await settle()
  expect(desk.workspace.getState().ticket).toBe('workspace')
  answer({ done: [], refused: [], projectUndo: { kind: 'drop', of: 'entities', id: 'ada' } })
  await settle()
  expect(await made).toMatchObject({ kind: 'done' })
  expect(recorded()).toMatchObject([{ call: 'layers.record', input: { workspace: 'workspace' } }])
  expect(desk.workspace.getState().ticket).toBe('other')
  expect([...desk.project.getState().entities.keys()]).toEqual([])
})
