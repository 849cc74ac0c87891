import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import { emptyQuery } from '../../shared/search/query.ts'
import { fromSource } from '../work/fromSource.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import { Workbench } from '../work/workbench.ts'
import { DeskGround, type Sitting } from './deskGround.ts'

const text = 'Cats\n\nThe cat sat on the mat.\n'
const time = '2031-01-01T00:00:00.000Z'
let benches: { workbench: Workbench; searchBench: Workbench<SearchTasks> }
let ground: DeskGround
let names = 0

beforeAll(() => {
  benches = { workbench: new Workbench(fromSource()), searchBench: new Workbench(fromSource('./searchWorker.ts')) }
})
afterAll(() => Promise.all([benches.workbench.close(), benches.searchBench.close()]))
beforeEach(async () => {
  ground = await DeskGround.make({ 'cats.txt': text }, benches)
  const alice = await ground.sit('Alice')
  const article = await alice.ticket('cats.txt')
  await alice.ask('article.open', article)
  await alice.ask('layer.open', article)
  const start = text.indexOf('cat ')
  const annotation = {
    ...{ id: 'c', tag: 'actor', attributes: {}, origin: { kind: 'manual' }, created: time, modified: time },
    spans: [makeAnchor(text, { start, end: start + 3 })],
  }
  await alice.ask('layer.record', { article, edit: { kind: 'put', annotation } as never })
  await alice.desk.leave()
})
afterEach(async () => {
  await ground.remove()
  expect(ground.bugs).toEqual([])
})

/** What the workspace around the one that is open says; `seals` are whose. */
async function around(seals: readonly string[] = []): Promise<void> {
  const round = { id: 'r', annotators: ['alice', 'bob'], articles: ['corpus/cats.txt'], begun: time }
  const sealed = seals.map(annotator => ({
    ...{ id: annotator, round: 'r', article: 'corpus/cats.txt', annotator, sha256: 'a'.repeat(64), at: time },
  }))
  await writeFile(above(), JSON.stringify({ formatVersion: 1, rounds: [round], seals: sealed }))
}
const above = () => join(ground.around, 'stet.json')

/** How many annotations a search of the whole workspace finds, and who a review knows of. */
async function shown(desk: Sitting): Promise<{ hits: number; layers: string[] }> {
  const query = { ...emptyQuery, what: 'annotations' as const }
  const name = `search-${++names}`
  const { hits } = await desk.ask('search.run', { name, query: query as never, scope: { kind: 'workspace' } })
  const { layers } = await desk.ask('review.layers', { workspace: desk.workspace })
  return { hits, layers: layers.map(({ annotator }) => annotator) }
}
const nothing = { hits: 0, layers: [] }
const alices = { hits: 1, layers: ['alice'] }

for (const own of [null, '{"formatVersion":1,"people":[]}'])
  test(`a folder ${own ? 'with a project of its own' : 'without a project'} goes by what the workspace around it seals, and neither file is touched`, async () => {
    if (own) await ground.write('stet.json', own)
    await around()
    const [file, layer] = [await readFile(above()), await readFile(ground.at('cats.txt.alice.stet.json'))]
    const bob = await ground.sit('Bob')
    expect(await shown(bob)).toEqual(nothing)
    const { workspace } = await bob.ask('desk.enter', undefined)
    expect(JSON.parse(workspace!.sealedAround!)).toMatchObject([{ rounds: [{ articles: ['cats.txt'] }] }])
    expect([await readFile(above()), await readFile(ground.at('cats.txt.alice.stet.json'))]).toEqual([file, layer])
    expect(await shown(await ground.sit('Alice'))).toEqual(alices)
  })

test('once both are done there, the window that is come back to shows it and says so', async () => {
  await around()
  const bob = await ground.sit('Bob')
  expect(await shown(bob)).toEqual(nothing)
  await around(['alice', 'bob'])
  bob.desk.focused()
  await vi.waitFor(async () => expect(await shown(bob)).toEqual(alices), 5000)
  const told = bob.told.flatMap(one => (one.name === 'project.changed' ? [one.value.sealedAround] : []))
  expect(told.map(around => JSON.parse(around!)[0].seals.length)).toEqual([2])
})

test('what is sealed around it meanwhile is hidden as soon as anything stirs here', async () => {
  const bob = await ground.sit('Bob')
  expect(await shown(bob)).toEqual(alices)
  await around()
  await ground.write('dogs.txt', 'Dogs\n')
  await vi.waitFor(async () => expect(await shown(bob)).toEqual(nothing), 5000)
})

test('an article stays sealed under the name that it has here by now', async () => {
  await around()
  const bob = await ground.sit('Bob')
  for (const end of ['', '.alice.stet.json']) await rename(ground.at(`cats.txt${end}`), ground.at(`felines.txt${end}`))
  bob.desk.focused()
  const paths = async () => (await bob.ask('desk.enter', undefined)).workspace!.articles.map(({ path }) => path)
  await vi.waitFor(async () => expect(await paths()).toEqual(['felines.txt']), 5000)
  expect(await shown(bob)).toEqual(nothing)
})

test('where the file around it can’t be read, nobody’s annotations are shown, and that is told', async () => {
  await writeFile(above(), '{ "formatVersion": 1, "rounds": [')
  const bob = await ground.sit('Bob')
  expect(await shown(bob)).toEqual(nothing)
  expect(bob.problems).toMatchObject([{ kind: 'seals-unknown' }])
  await rm(above())
  await mkdir(above())
  expect((await ground.sit('Bob')).problems).toMatchObject([{ kind: 'seals-unknown' }])
})
