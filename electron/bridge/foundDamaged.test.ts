import { createHash } from 'node:crypto'
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { fromSource } from '../work/fromSource.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import { Workbench } from '../work/workbench.ts'
import { DeskGround, type Sitting } from './deskGround.ts'

let benches: { workbench: Workbench; searchBench: Workbench<SearchTasks> }
let ground: DeskGround
beforeAll(() => {
  benches = { workbench: new Workbench(fromSource()), searchBench: new Workbench(fromSource('./searchWorker.ts')) }
})
afterAll(() => Promise.all([benches.workbench.close(), benches.searchBench.close()]))
beforeEach(async () => {
  ground = await DeskGround.make({ 'cats.txt': 'Cats\n\nThe cat sat on the mat.\n' }, benches)
  const before = await ground.sit()
  await work(before)
  await before.desk.leave()
})
afterEach(() => ground.remove())

/** A zone is corrected, and an entity is made. */
async function work({ ask, ticket }: Sitting): Promise<void> {
  const article = await ticket('cats.txt')
  const { workspace } = await ask('desk.enter', undefined)
  await ask('article.open', article)
  await ask('facts.record', {
    article,
    edit: { kind: 'zone', span: { start: 0, end: 5 }, quote: 'Cats\n', zone: 'heading' },
  })
  const edit = { kind: 'set', of: 'entities', id: 'cat', fields: { kind: 'person', name: 'The cat' } } as const
  await ask('project.record', { workspace: workspace!.ticket, edit })
}

/** What is told of the workspace, from its opening until the article is open. */
async function told() {
  const { ask, ticket, told, problems } = await ground.sit()
  const { workspace } = await ask('desk.enter', undefined)
  const opened = await ask('article.open', await ticket('cats.txt'))
  const later = told.flatMap(one => (one.name === 'workspace.problem' ? [one.value.problem] : []))
  return { problems: [...problems, ...later], opened, workspace: workspace! }
}

test('what stands in a whole workspace is told without a word of trouble', async () => {
  expect((await told()).problems).toEqual([])
})

test('a broken history is told of facts and of the project, which go on', async () => {
  const folder = ground.at('.stet/history')
  for (const name of await readdir(folder)) await appendFile(`${folder}/${name}`, '{}\nsomebody was here\n')
  const { problems, opened, workspace } = await told()
  expect(problems).toEqual([
    { kind: 'history-damaged', detail: 'stet.json.' },
    { kind: 'history-damaged', detail: 'cats.txt.' },
  ])
  expect([opened.factsProblem, workspace.projectProblem]).toEqual([null, null])
  expect(JSON.parse(opened.blocks)[0].slice(0, 3)).toEqual([5, 'heading', 'person'])
  expect(JSON.parse(workspace.project).entities).toHaveLength(1)
})

test('a history whose last line says what nobody can do is told, and the file is taken as it stands', async () => {
  const folder = ground.at('.stet/history')
  const name = (await readdir(folder)).find(one => one.includes('.article.'))!
  const lines = (await readFile(`${folder}/${name}`, 'utf8')).trimEnd().split('\n')
  const last = createHash('sha256').update(lines.at(-1)!).digest('hex')
  const base = { v: 1, kind: 'base', at: '', sha256: null, file: { zones: 'none' }, previous: last }
  await appendFile(`${folder}/${name}`, `${JSON.stringify(base)}\n`)
  await rm(ground.at('cats.txt.article.stet.json'))
  const { problems, opened } = await told()
  expect(problems).toEqual([{ kind: 'history-damaged', detail: 'cats.txt.' }])
  expect(opened.factsProblem).toBeNull()
})

test('two corrections of one block are named, and neither is dropped', async () => {
  const file = ground.at('cats.txt.article.stet.json')
  const facts = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...facts, zones: [...facts.zones, { ...facts.zones[0], zone: 'quote' }] }))
  const bytes = await readFile(file)
  expect((await told()).opened.factsProblem).toMatchObject({ kind: 'sidecar-unkeepable' })
  expect(await readFile(file)).toEqual(bytes)
})

test('damaged facts are rebuilt from the history, and that is told', async () => {
  await writeFile(ground.at('cats.txt.article.stet.json'), '{"format"')
  const { problems, opened } = await told()
  expect(problems).toMatchObject([{ kind: 'facts-rebuilt', detail: 'cats.txt.' }])
  expect(JSON.parse(opened.blocks)[0].slice(0, 3)).toEqual([5, 'heading', 'person'])
})
