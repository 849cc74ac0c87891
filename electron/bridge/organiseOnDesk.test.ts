import { createHash } from 'node:crypto'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { LookedAtLayer } from '../../shared/contract/organising.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { proofsOf, sealsTold } from '../../shared/organise/proof.ts'
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
  const annotation = annotationOf(name, word)
  await desk.ask('layer.record', { article, edit: { kind: 'put', annotation } as never })
  await desk.ask('layer.record', { article, edit: { kind: 'status', status: 'done' } })
}

function annotationOf(name: string, word: string) {
  const start = text.indexOf(word)
  const time = '2031-01-02T00:00:00.000Z'
  return {
    ...{ id: `${name}-${word}`, tag: 'actor', attributes: {}, origin: { kind: 'manual' }, created: time },
    ...{ modified: time, spans: [makeAnchor(text, { start, end: start + word.length })] },
  }
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

const statusOf = (status: 'done' | 'in-progress') => ({ kind: 'status' as const, status })

/** What was sealed so far, in order: whose, and whether as it is now. */
const seals = () => project().seals.map(({ annotator, sha256 }) => ({ annotator, sha256 }))
const sealMine = () => desk.ask('organise.seal', { workspace: desk.workspace, articles: [article] })

test('a layer that a byte was changed in after it was sealed is known by its hash', async () => {
  await codes('Alice', 'cat')
  expect(await sealedBy()).toEqual(['alice'])
  await codes('Bob', 'mat')
  expect(await sealedBy()).toEqual(['alice', 'bob'])
  const path = 'cats.txt.alice.stet.json'
  const file = await readFile(ground.at(path), 'utf8')
  // The quote's first letter, in its second place: one byte of an annotation.
  await ground.write(path, file.replace('"quote": "cat"', '"quote": "bat"'))
  const changed = await proofs()
  expect(changed.map(({ state }) => state)).toEqual(['changed', 'same'])
  expect(changed[0]!.now).not.toBe(changed[0]!.seal!.sha256)
})

test('who edits after sealing, while it is sealed, seals again; both seals stay, and the later one counts', async () => {
  await codes('Alice', 'cat')
  expect(await sealedBy()).toEqual(['alice'])
  await codes('Alice', 'mat')
  await sealedBy()
  expect(seals().map(({ annotator }) => annotator)).toEqual(['alice', 'alice'])
  await codes('Bob', 'mat')
  await sealedBy()
  const [alices] = await proofs()
  expect([alices!.state, sealsTold(alices!).map(({ how }) => how)]).toEqual(['same', ['first', 'again']])
})

test('who edits after it was open seals again: the earlier seal counts, and everybody sees that this one came later', async () => {
  await codes('Alice', 'cat')
  expect(await sealedBy()).toEqual(['alice'])
  await codes('Bob', 'mat')
  expect(await sealedBy()).toEqual(['alice', 'bob'])
  const before = project().seals
  await codes('Alice', 'mat')
  expect((await proofs())[0]!.state).toBe('changed')
  // Marking it done again seals nothing unasked.
  expect(project().seals).toEqual(before)
  expect(await sealMine()).toBe(1)
  expect(await sealMine()).toBe(0)
  const [alices] = await proofs()
  expect([alices!.state, sealsTold(alices!).map(({ how }) => how)]).toEqual(['again', ['first', 'late']])
  expect(alices!.seal).toEqual(before.find(({ annotator }) => annotator === 'alice'))
  for (const seal of before) expect(project().seals).toContainEqual(seal)
})

test('many articles that are marked done at once are sealed like one', async () => {
  await codes('Alice', 'cat')
  expect(await sealedBy()).toEqual(['alice'])
  await desk.ask('layer.record', { article, edit: { kind: 'status', status: 'in-progress' } })
  await desk.ask('layer.record', { article, edit: { kind: 'put', annotation: annotationOf('Alice', 'mat') } as never })
  const change = { article, edit: statusOf('done'), seen: statusOf('in-progress') }
  const asked = { name: 'many', workspace: desk.workspace, changes: [JSON.stringify([change])], project: null }
  expect((await desk.ask('layers.record', asked)).refused).toEqual([])
  await sealedBy()
  expect(seals().length).toBe(2)
  expect((await proofs())[0]!.state).toBe('sealed')
})

test('an article that was moved with its layers stays sealed, and its layers’ following takes the coding and the seals with it', async () => {
  await codes('Alice', 'cat')
  expect(await sealedBy()).toEqual(['alice'])
  await desk.ask('article.close', { article, offset: 0 } as never)
  await mkdir(ground.at('new'))
  for (const name of ['cats.txt', 'cats.txt.alice.stet.json']) await rename(ground.at(name), ground.at(`new/${name}`))
  await desk.desk.leave()
  desk = await ground.sit('Bob')
  expect(await found()).toBe(0)
  await rename(ground.at('new/cats.txt.alice.stet.json'), ground.at('cats.txt.alice.stet.json'))
  await desk.desk.leave()
  desk = await ground.sit('Bob')
  await expect.poll(() => desk.told.some(one => one.name === 'strays.changed')).toBe(true)
  const strays = desk.told.flatMap(one => (one.name === 'strays.changed' ? one.value.strays : []))
  await desk.ask('stray.follow', strays[0]!.ticket)
  expect(project().rounds[0]!.articles).toEqual(['new/cats.txt'])
  expect(project().seals.map(({ article }) => article)).toEqual(['new/cats.txt'])
  expect(await found()).toBe(0)
  article = await desk.ticket('new/cats.txt')
  expect((await proofs()).map(({ state }) => state)).toEqual(['sealed', 'waiting'])
})

test('the seal is the hash of what README says that it covers', async () => {
  await codes('Alice', 'cat')
  expect(await sealedBy()).toEqual(['alice'])
  const said = JSON.stringify({
    annotations: [{ id: 'Alice-cat', spans: [{ end: 13, quote: 'cat', start: 10 }], tag: 'actor' }],
    links: [],
    of: { annotator: 'alice', round: 'r' },
    textSha256: createHash('sha256').update(text).digest('hex'),
    unplaced: [],
  })
  expect(project().seals[0]!.version).toBe(2)
  expect(project().seals[0]!.sha256).toBe(createHash('sha256').update(said).digest('hex'))
})

test('two who found nothing have seals that differ: neither sees by them that the other found nothing', async () => {
  for (const name of ['Alice', 'Bob']) {
    await desk.ask('person.set', { id: name.toLowerCase(), name })
    await desk.ask('article.open', article)
    await desk.ask('layer.open', article)
    await desk.ask('layer.record', { article, edit: statusOf('done') })
    await sealedBy()
  }
  const [one, other] = seals()
  expect(new Set([one!.annotator, other!.annotator])).toEqual(new Set(['alice', 'bob']))
  expect(one!.sha256).not.toBe(other!.sha256)
  expect((await proofs()).map(({ state }) => state)).toEqual(['same', 'same'])
})
