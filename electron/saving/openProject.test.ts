import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { tasks } from '../work/tasks.ts'
import { OpenProject, type ProjectOpener } from './openProject.ts'

let folder: string
let open: OpenProject[]
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-project-')))
  open = []
})
afterEach(async () => {
  for (const project of open) await project.abandon()
  await fs.rm(folder, { recursive: true })
})

const run: ProjectOpener['workbench']['run'] = async (name, input) => (tasks[name] as (input: unknown) => never)(input)

async function openProject(change: Partial<ProjectOpener> = {}): Promise<OpenProject> {
  const project = await OpenProject.open({
    ...{ disk, fence: await raiseFence(disk, folder), workbench: { run }, name: 'Corpus', device: 'here' },
    now: () => new Date(),
    failed: error => {
      throw error
    },
    ...change,
  })
  open.push(project)
  return project
}

const place = () => join(folder, 'stet.json')
const onDisk = async () => JSON.parse(await fs.readFile(place(), 'utf8'))
const history = () => fs.readFile(join(folder, '.stet', 'history', 'stet.json.here.ndjson'), 'utf8')
const write = (file: object) => fs.writeFile(place(), JSON.stringify(file))
const held = (project: OpenProject) => JSON.parse(project.text)
const entity = (id: string, name: string): ProjectEdit => ({
  ...{ kind: 'set', of: 'entities', id },
  fields: { kind: 'person', name },
})
const label = (id: string, text: string): ProjectEdit => ({ kind: 'set', of: 'tags', id, fields: { label: text } })

test('looking at a workspace writes nothing; the first edit makes the file, with an id and the name of the folder', async () => {
  const project = await openProject()
  await project.flush()
  expect(await fs.readdir(folder)).toEqual([])
  await project.record(entity('ada', 'Ada Lind'))
  await project.close()
  const file = await onDisk()
  expect(file).toEqual({
    ...{ format: 'stet-project', formatVersion: 1, id: expect.any(String), name: 'Corpus' },
    entities: [{ id: 'ada', kind: 'person', name: 'Ada Lind' }],
  })
  expect(await fs.readFile(join(folder, '.stet', '.gitignore'), 'utf8')).toBe('*\n')
})

test('a file that somebody is still writing isn’t said to be damaged', async () => {
  const project = await openProject()
  await project.record(entity('ada', 'Ada Lind'))
  await project.flush()
  const whole = JSON.stringify({ ...(await onDisk()), note: 'Theirs' })
  const problems: unknown[] = []
  project.listen({ changed: () => problems.push(project.problem), told: () => {} })
  await fs.writeFile(place(), whole.slice(0, 40))
  const looking = project.lookAgain()
  // Once it has been found cut off, its writer ends.
  await vi.waitUntil(() => project.problem !== null, { interval: 1, timeout: 60_000 })
  await fs.writeFile(place(), whole)
  await looking
  expect(problems).toEqual([null])
  expect(held(project)).toMatchObject({ note: 'Theirs' })
})

test('an edit that was answered survives the death of the process', async () => {
  const project = await openProject()
  await project.record(entity('ada', 'Ada Lind'))
  await project.abandon()
  await expect(fs.access(place())).rejects.toThrow()
  expect(held(await openProject()).entities).toMatchObject([{ name: 'Ada Lind' }])
})

test('the default codebook is written whole once it was edited, and every edit of it makes a version, one that takes another back too', async () => {
  const project = await openProject()
  const { undo } = await project.record(label('claim', 'Statement'))
  expect(project.codebook).toMatchObject({ id: 'stet-default', version: 2, tags: [{ label: 'Statement' }, {}, {}] })
  await project.flush()
  expect((await onDisk()).codebook).toMatchObject({ version: 2, tags: [{ id: 'claim', label: 'Statement' }, {}, {}] })
  await project.record(undo)
  expect(project.codebook).toEqual({ ...defaultCodebook, version: 3 })
  await project.record(label('claim', 'Assertion'))
  await project.close()
  expect((await onDisk()).codebook).toMatchObject({ version: 4, tags: [{ label: 'Assertion' }, {}, {}] })
})

test('a colleague’s change is taken in; fields that only one touched end as they left them', async () => {
  await write({ formatVersion: 1, entities: [{ id: 'a', kind: 'person', name: 'A', future: { n: 1 } }] })
  const project = await openProject()
  await project.record({ kind: 'set', of: 'entities', id: 'a', fields: { aliases: ['Al'] } })
  await write({
    formatVersion: 1,
    entities: [
      { id: 'a', kind: 'person', name: 'Anna', future: { n: 2 } },
      { id: 'b', kind: 'place', name: 'B' },
    ],
  })
  const changed = vi.fn()
  project.listen({ told: () => {}, changed })
  await project.lookAgain()
  expect(changed).toHaveBeenCalledWith([])
  expect(held(project).entities).toEqual([
    { id: 'a', kind: 'person', name: 'Anna', aliases: ['Al'], future: { n: 2 } },
    { id: 'b', kind: 'place', name: 'B' },
  ])
})

test('of a field that both changed ours is kept, theirs is told and stands in the history, and the work goes on', async () => {
  await write({ formatVersion: 1, entities: [{ id: 'a', kind: 'person', name: 'A' }] })
  const project = await openProject()
  await project.record({ kind: 'set', of: 'entities', id: 'a', fields: { name: 'Ours' } })
  await write({ formatVersion: 1, entities: [{ id: 'a', kind: 'person', name: 'Theirs' }] })
  const changed = vi.fn()
  project.listen({ told: () => {}, changed })
  await project.lookAgain()
  expect(changed).toHaveBeenCalledWith([{ of: 'entities', id: 'a', field: 'name', ours: 'Ours', theirs: 'Theirs' }])
  await project.record(entity('b', 'B'))
  expect(await history()).toContain('"Theirs"')
  await project.abandon()
  const again = await openProject()
  expect(held(again).entities).toMatchObject([{ name: 'Ours' }, { name: 'B' }])
  await again.close()
  expect((await onDisk()).entities).toMatchObject([{ name: 'Ours' }, { name: 'B' }])
})

test('where somebody replaces the file and takes the history away too, what was made here since is still known', async () => {
  const project = await openProject()
  await project.record(entity('a', 'A'))
  await project.flush()
  await fs.rm(join(folder, '.stet'), { recursive: true })
  await write({ ...(await onDisk()), entities: [{ id: 'c', kind: 'person', name: 'C' }] })
  await project.record(entity('b', 'B'))
  await project.abandon()
  const names = held(await openProject()).entities.map(({ name }: { name: string }) => name)
  expect(names).toEqual(['B', 'C'])
})

test('a checkpoint that comes upon somebody’s change joins it, and says nothing of a trouble', async () => {
  const project = await openProject()
  await project.record(entity('a', 'A'))
  await project.flush()
  const file = await onDisk()
  const changed = vi.fn()
  project.listen({ told: () => expect(project.saving().problem).toBeNull(), changed })
  await project.record(entity('b', 'B'))
  await write({ ...file, entities: [...file.entities, { id: 'c', kind: 'person', name: 'C' }] })
  await project.flush().catch(() => {})
  await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 60_000 })
  await project.flush()
  expect((await onDisk()).entities.map(({ name }: { name: string }) => name)).toEqual(['A', 'B', 'C'])
})

test.each([
  ['damaged', '{ "formatVersion": 1, "entities": [', 'project-damaged'],
  ['newer', '{ "formatVersion": 2 }', 'project-newer'],
])('a %s file stays as it is, and edits are refused', async (_, text, kind) => {
  await fs.writeFile(place(), text)
  const project = await openProject()
  expect(project.problem).toMatchObject({ kind })
  await expect(project.record(entity('a', 'A'))).rejects.toMatchObject({ kind })
  await project.flush()
  expect(await fs.readFile(place(), 'utf8')).toBe(text)
  await write({ formatVersion: 1 })
  await project.lookAgain()
  expect(project.problem).toBeNull()
  await project.record(entity('a', 'A'))
})

test('an edit that leaves no project behind is refused, and nothing is changed', async () => {
  const project = await openProject()
  const before = project.text
  const wrong: ProjectEdit[] = [
    { kind: 'set', of: 'tags', id: 'claim', fields: { colour: 'red' } },
    { kind: 'set', of: 'tags', id: 'claim', fields: { label: null } },
    { kind: 'set', of: 'entities', id: 'a', fields: { name: 'No kind' } },
    { kind: 'set', of: 'attributes', id: 'claim/type', fields: { tag: 'actor' } },
    { kind: 'all', edits: ['claim', 'actor', 'event'].map(id => ({ kind: 'drop', of: 'tags', id }) as const) },
  ]
  for (const edit of wrong) await expect(project.record(edit)).rejects.toThrow(RangeError)
  expect(project.text).toBe(before)
  await project.record(entity('a', 'A'))
  expect(held(project)).toEqual({ ...JSON.parse(before), entities: [{ id: 'a', kind: 'person', name: 'A' }] })
  expect(project.codebook).toEqual(defaultCodebook)
})

test('what git left is merged only when somebody says so: what one branch changed is taken, what both changed is told, the bytes go aside', async () => {
  const version = (...entities: readonly object[]) =>
    `${JSON.stringify({ format: 'stet-project', formatVersion: 1, id: 'p', name: 'P', entities }, null, 2)}\n`
  const person = (id: string, name: string) => ({ id, kind: 'person', name })
  const left = `<<<<<<< HEAD\n${version(person('a', 'Anna'))}||||||| 1a2b\n${version(person('a', 'A'))}=======\n${version(person('a', 'Anne'), person('b', 'B'))}>>>>>>> other\n`
  await fs.writeFile(place(), left)
  const project = await openProject()
  expect(project.problem).toMatchObject({ kind: 'project-git-conflict' })
  await expect(project.record(entity('c', 'C'))).rejects.toMatchObject({ kind: 'project-git-conflict' })
  await project.flush()
  expect(await fs.readFile(place(), 'utf8')).toBe(left)

  const told = vi.fn()
  project.listen({ told: () => {}, changed: told })
  await project.mergeGit()
  expect(project.problem).toBeNull()
  expect(told).toHaveBeenCalledWith([{ of: 'entities', id: 'a', field: 'name', ours: 'Anna', theirs: 'Anne' }])
  expect((await onDisk()).entities.map(({ name }: { name: string }) => name)).toEqual(['Anna', 'B'])
  const histories = join(folder, '.stet', 'history')
  const aside = (await fs.readdir(histories)).filter(name => name.endsWith('.damaged'))
  expect(await Promise.all(aside.map(name => fs.readFile(join(histories, name), 'utf8')))).toEqual([left])
  await project.record(entity('c', 'C'))
})

test('what git left and can’t be merged stays as it is, and says so', async () => {
  await fs.writeFile(place(), '<<<<<<< HEAD\n{\n=======\n{}\n>>>>>>> other\n')
  const project = await openProject()
  expect(project.problem).toMatchObject({ kind: 'project-git-unmergeable' })
  await project.mergeGit()
  expect(await fs.readFile(place(), 'utf8')).toContain('<<<<<<< HEAD')
})
