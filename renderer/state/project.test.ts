import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Call } from '../../shared/contract/contract.ts'
import type { EventName } from '../../shared/contract/events.ts'
import { inPieces, outOfPieces } from '../../shared/contract/pieces.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { follow } from './desk.ts'
import { type GivenArticle, givenDesk } from './givenDesk.ts'
import { savingState } from './recorder.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

const cats: GivenArticle = { lines: [['The cat sat.', 'body']], annotated: [['The cat', 'actor']] }
const dogs: GivenArticle = { lines: [['The dog sat.', 'body']], annotated: [['The dog', 'actor']] }
const ada: ProjectEdit = { kind: 'set', of: 'entities', id: 'ada', fields: { kind: 'person', name: 'Ada' } }
const label = (text: string): ProjectEdit => ({ kind: 'set', of: 'tags', id: 'claim', fields: { label: text } })

function given(answers: Partial<Record<Call, (input: never) => unknown>> = {}) {
  const all = givenDesk({ cats, dogs }, answers)
  const { desk } = all
  const listeners = new Map<EventName, (value: never) => void>()
  follow(
    desk,
    (name, heard) => {
      listeners.set(name, heard as (value: never) => void)
      return () => {}
    },
    {
      outside: {
        layer: '',
        free: '',
        taken: '',
        text: '',
        project: 'The project was changed.',
        sealed: '',
        reread: '',
      },
    },
  )
  const tell = (name: EventName, value: object) => listeners.get(name)!(value as never)
  const changed = (project: object, more = {}) =>
    tell('project.changed', {
      ...{ workspace: 'workspace', project: JSON.stringify({ formatVersion: 1, ...project }) },
      ...{ projectProblem: null, contradictions: '[]' },
      ...more,
    })
  const names = () => [...desk.project.getState().entities.values()].map(({ name }) => name)
  const claim = () => desk.workspace.getState().codebook.tags[0]!.label
  const told = () =>
    desk.notices
      .getState()
      .notices.map(({ content }) => (content.kind === 'news' ? content.text : content.problem.kind))
  return { ...all, tell, changed, names, claim, told }
}

test('an edit that is made for good is recorded like any other, and no undo takes it back', async () => {
  const { desk, recorded } = given()
  desk.project.edit(label('Statement'))
  const opened: ProjectEdit = { kind: 'set', of: 'rounds', id: 'r', fields: { opened: '2031', openedBy: 'ada' } }
  const begun = { annotators: ['ada', 'bo'], articles: ['cats'], begun: '2030' }
  expect(desk.project.editForGood({ kind: 'set', of: 'rounds', id: 'r', fields: begun })).toBe(true)
  expect(desk.project.editForGood(opened)).toBe(true)
  await desk.undoing.undo()
  await settle(1_000)
  expect(desk.workspace.getState().codebook.tags[0]!.label).not.toBe('Statement')
  expect(desk.project.getState().project.rounds).toMatchObject([{ opened: '2031', openedBy: 'ada' }])
  expect(JSON.stringify(recorded())).toContain('openedBy')
  expect(await desk.undoing.undo()).toBe(false)
})

test('an edit of the project is here at once, is handed over, and can be undone and redone with no article open', async () => {
  const { desk, recorded, claim } = given()
  desk.project.edit(label('Statement'))
  expect(claim()).toBe('Statement')
  expect(desk.workspace.getState().codebook.version).toBe(2)
  await settle()
  expect(recorded()).toMatchObject([{ call: 'project.record', input: { workspace: 'workspace' } }])
  expect(await desk.undoing.undo()).toBe(true)
  expect([claim(), desk.workspace.getState().codebook.version]).toEqual(['Claim', 3])
  expect(await desk.undoing.redo()).toBe(true)
  expect([claim(), desk.workspace.getState().codebook.version]).toEqual(['Statement', 4])
})

test('an undo after a colleague’s change of the codebook makes a version of its own', async () => {
  const { desk, changed, claim } = given()
  desk.project.edit(label('Statement'))
  await settle()
  const file = desk.project.getState().project.file() as { codebook: { tags: object[] } }
  const [first, second, ...tags] = file.codebook.tags
  changed({
    ...file,
    codebook: { ...file.codebook, version: 3, tags: [first, { ...second, label: 'Someone' }, ...tags] },
  })
  expect(await desk.undoing.undo()).toBe(true)
  expect(claim()).toBe('Claim')
  expect(desk.workspace.getState().codebook).toMatchObject({ version: 4, tags: [{}, { label: 'Someone' }, {}] })
})

test('what somebody else changed since is not taken back', async () => {
  const { desk, changed, told, names } = given()
  desk.project.edit(ada)
  await settle()
  changed({ entities: [{ id: 'ada', kind: 'person', name: 'Ada Lind' }] })
  expect(await desk.undoing.undo()).toBe(false)
  expect([names(), told()]).toEqual([['Ada Lind'], ['The project was changed.', 'That was changed outside.']])
})

test('a change from outside keeps what is not on disk yet, and tells what was changed on both sides', async () => {
  const { desk, changed, names, told } = given({ 'project.record': () => new Promise(() => {}) })
  desk.project.edit(ada)
  const told1 = [{ of: 'tags', id: 'claim', field: 'label', ours: 'Mine', theirs: 'Theirs' }]
  changed({ entities: [{ id: 'bob', kind: 'person', name: 'Bob' }] }, { contradictions: JSON.stringify(told1) })
  expect(names()).toEqual(['Bob', 'Ada'])
  expect(told()).toEqual(['Claim, label: Mine is kept, Theirs is not.'])
  expect(savingState(desk.recorder.getState(), false)).toEqual({ kind: 'saving', edits: 1 })
})

test('an edit that the desktop refuses for good is taken back and said', async () => {
  const { desk, names, told } = given({
    'project.record': () => {
      throw new Problem('project-newer')
    },
  })
  desk.project.edit(ada)
  await settle()
  expect([names(), desk.reading.getState().undos]).toEqual([[], []])
  expect(told()).toEqual([expect.stringContaining('was taken back')])
})

test('a project that can’t be changed says so at once', async () => {
  const { desk, changed, told, names, recorded } = given()
  changed({}, { projectProblem: { kind: 'project-damaged', detail: '' } })
  expect(desk.project.edit(ada)).toBe(false)
  expect([names(), told(), recorded()]).toEqual([[], ['project-damaged'], []])
})

test('an entity and the annotation that refers to it are one undo, across articles', async () => {
  const { desk, names, layerOf } = given()
  await desk.opening.open('cats')
  await settle()
  const annotation = desk.reading.getState().article!.layer.annotations.get('The cat')!
  desk.reading.editAll([
    { file: 'project', edit: ada },
    { file: 'layer', edit: { kind: 'put', annotation: { ...annotation, entity: 'ada' } } },
  ])
  await desk.opening.open('dogs')
  await settle()
  expect(layerOf('cats').annotations.get('The cat')!.entity).toBe('ada')
  const undone = desk.undoing.undo()
  await settle()
  expect(await undone).toBe(true)
  await settle()
  expect([names(), layerOf('cats').annotations.get('The cat')!.entity]).toEqual([[], undefined])
  const redone = desk.undoing.redo()
  await settle()
  expect(await redone).toBe(true)
  expect(names()).toEqual(['Ada'])
  expect(desk.reading.getState().undos).toHaveLength(1)
})

test('a change of many articles is one undo; what was left out is told by name', async () => {
  const asked: { changes: string[] }[] = []
  const { desk, told, names } = given({
    'layers.record': (input: (typeof asked)[number] & { project: object | null }) => {
      asked.push(input)
      const [first, ...others] = outOfPieces<{ article: string }>(input.changes)
      return {
        done: inPieces([{ article: first!.article, undo: { kind: 'status', status: 'in-progress' } }]),
        refused: others.map(({ article }) => ({ article, problem: { kind: 'layer-in-use', detail: '' } })),
        projectUndo: input.project && { kind: 'drop', of: 'entities', id: 'ada' },
      }
    },
  })
  await desk.opening.open('cats')
  await settle()
  const done = { kind: 'status', status: 'done' } as const
  const made = desk.bulk.record({
    title: 'Done',
    changes: ['cats', 'dogs'].map(article => ({ article, edit: done, seen: null })),
    project: ada,
  })
  await settle()
  expect(await made).toMatchObject({ kind: 'done', done: 1, refused: [{ article: 'dogs' }] })
  expect(told()).toEqual([expect.stringMatching(/^Done: not dogs\.txt: /)])
  expect([desk.reading.getState().article!.layer.status, names()]).toEqual(['done', ['Ada']])
  desk.opening.leave()
  await settle()
  const undone = desk.undoing.undo()
  await settle()
  expect(await undone).toBe(true)
  expect(outOfPieces(asked[1]!.changes)).toEqual([
    { article: 'cats', edit: { kind: 'status', status: 'in-progress' }, seen: done },
  ])
  expect([names(), desk.reading.getState().undos, desk.reading.getState().redos.length]).toEqual([[], [], 1])
})

test('a change of many articles that is cancelled is no undo', async () => {
  let answer = (_: object) => {}
  const { desk, tell } = given({
    'layers.record': () => new Promise(resolve => (answer = resolve)),
    'layers.cancel': () => {
      answer({ done: [], refused: [], projectUndo: null })
      return null
    },
  })
  const made = desk.bulk.record({
    title: 'Done',
    changes: [{ article: 'cats', edit: { kind: 'status', status: 'done' }, seen: null }],
  })
  await settle()
  const { running } = desk.bulk.getState()
  tell('layers.progress', { name: running!.name, done: 1, total: 9 })
  expect(desk.bulk.getState().running).toMatchObject({ title: 'Done', done: 1, total: 9 })
  await desk.bulk.cancel()
  expect(await made).toEqual({ kind: 'cancelled' })
  expect([desk.bulk.getState().running, desk.reading.getState().undos]).toEqual([null, []])
})
