import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { LookedAtLayer } from '../../shared/contract/organising.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { proofsOf } from '../../shared/organise/proof.ts'
import { Project } from '../../shared/project/project.ts'
import { emptyQuery } from '../../shared/search/query.ts'
import { fromSource } from '../work/fromSource.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import { Workbench } from '../work/workbench.ts'
import { DeskGround, type Sitting } from './deskGround.ts'

const text = 'Cats\n\nThe cat sat on the mat.\n'
let benches: { workbench: Workbench; searchBench: Workbench<SearchTasks> }
let ground: DeskGround
let desk: Sitting
let article: string
let names = 0

beforeAll(() => {
  benches = { workbench: new Workbench(fromSource()), searchBench: new Workbench(fromSource('./searchWorker.ts')) }
})
afterAll(() => Promise.all([benches.workbench.close(), benches.searchBench.close()]))
beforeEach(async () => {
  ground = await DeskGround.make({ 'cats.txt': text }, benches)
  desk = await ground.sit('Alice')
  article = await desk.ticket('cats.txt')
  const round = { annotators: ['alice', 'bob'], articles: ['cats.txt'], begun: '2031-01-01T00:00:00.000Z' }
  const edit = { kind: 'set' as const, of: 'rounds' as const, id: 'r', fields: round }
  await desk.ask('project.record', { workspace: desk.workspace, edit })
})
afterEach(async () => {
  await ground.remove()
  expect(ground.bugs).toEqual([])
})

/** Somebody sits down, tags a word and says that the article is done. */
async function codes(name: string, word: string): Promise<void> {
  await desk.ask('person.set', { id: name.toLowerCase(), name })
  await desk.ask('article.open', article)
  await desk.ask('layer.open', article)
  const start = text.indexOf(word)
  const time = '2031-01-02T00:00:00.000Z'
  const annotation = {
    ...{
      id: `${name}-${word}`,
      tag: 'actor',
      attributes: {},
      origin: { kind: 'manual' },
      created: time,
      modified: time,
    },
    spans: [makeAnchor(text, { start, end: start + word.length })],
  }
  await desk.ask('layer.record', { article, edit: { kind: 'put', annotation } as never })
  await desk.ask('layer.record', { article, edit: { kind: 'status', status: 'done' } })
}

/** The project as the window was told it last. */
function project(): Project {
  const told = desk.told.flatMap(one => (one.name === 'project.changed' ? [one.value.project] : []))
  return new Project(JSON.parse(told.at(-1) ?? '{}') as JsonObject)
}
/** Whose seals there are once what was begun is sealed: seals come one after another. */
async function sealedBy(): Promise<string[]> {
  expect(await desk.ask('organise.seal', { workspace: desk.workspace, articles: [article] })).toBe(0)
  return project()
    .seals.map(({ annotator }) => annotator)
    .sort()
}
const look = async () =>
  JSON.parse(await desk.ask('organise.look', { workspace: desk.workspace, articles: [article] })) as LookedAtLayer[]
const proofs = async () => {
  const looks = await look()
  const { rounds, seals } = project()
  return proofsOf(rounds[0]!, seals, (_, annotator) => looks.find(one => one.annotator === annotator))
}

/** Whose annotations a search for whatever is annotated finds. */
async function found(): Promise<number> {
  const query = { ...emptyQuery, what: 'annotations' as const }
  const name = `search-${++names}`
  return (await desk.ask('search.run', { name, query: query as never, scope: { kind: 'workspace' } })).hits
}

test('who is done seals their layer; until both are, nobody finds what the other did, and then both do', async () => {
  await codes('Alice', 'cat')
  expect(await sealedBy()).toEqual(['alice'])
  expect(await found()).toBe(1)
  expect((await proofs()).map(({ state }) => state)).toEqual(['sealed', 'waiting'])
  const alices = await readFile(ground.at('cats.txt.alice.stet.json'))
  await codes('Bob', 'mat')
  expect(await sealedBy()).toEqual(['alice', 'bob'])
  expect((await proofs()).map(({ state }) => state)).toEqual(['same', 'same'])
  expect(await readFile(ground.at('cats.txt.alice.stet.json'))).toEqual(alices)
  expect(desk.told.some(told => told.name === 'project.changed' && told.value.sealed === true)).toBe(true)
})

test('before both are done the second doesn’t find what the first did', async () => {
  await codes('Alice', 'cat')
  expect(await sealedBy()).toEqual(['alice'])
  await desk.ask('person.set', { id: 'bob', name: 'Bob' })
  expect(await found()).toBe(0)
  // Its file lies in the folder, and a review still knows of nobody.
  await readFile(ground.at('cats.txt.alice.stet.json'))
  await desk.ask('article.open', article)
  await desk.ask('layer.open', article)
  const { layers } = await desk.ask('review.layers', { workspace: desk.workspace })
  expect(layers.map(({ annotator }) => annotator)).toEqual([])
})

test('a layer that is changed after it was sealed is known by its hash, and sealing again proves nothing any more', async () => {
  await codes('Alice', 'cat')
  expect(await sealedBy()).toEqual(['alice'])
  await codes('Bob', 'mat')
  expect(await sealedBy()).toEqual(['alice', 'bob'])
  const path = 'cats.txt.alice.stet.json'
  const file = JSON.parse(await readFile(ground.at(path), 'utf8'))
  file.annotations[0].tag = 'claim'
  await ground.write(path, JSON.stringify(file))
  const changed = await proofs()
  expect(changed.map(({ state }) => state)).toEqual(['changed', 'same'])
  expect(changed[0]!.now).not.toBe(changed[0]!.seal!.sha256)
  await desk.ask('person.set', { id: 'alice', name: 'Alice' })
  expect(await desk.ask('organise.seal', { workspace: desk.workspace, articles: [article] })).toBe(0)
})

test('the seal is the hash of what README says that it covers', async () => {
  await codes('Alice', 'cat')
  expect(await sealedBy()).toEqual(['alice'])
  const said = JSON.stringify({
    annotations: [{ id: 'Alice-cat', spans: [{ end: 13, quote: 'cat', start: 10 }], tag: 'actor' }],
    links: [],
    textSha256: createHash('sha256').update(text).digest('hex'),
    unplaced: [],
  })
  expect(project().seals[0]!.sha256).toBe(createHash('sha256').update(said).digest('hex'))
})
