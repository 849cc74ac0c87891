import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { emptyMap, type TagMap } from '../../shared/dataset/map/tagMap.ts'
import { benchForDataset } from '../dataset/benchForDataset.ts'
import type { DatasetBench } from '../dataset/exportDataset.ts'
import { fromSource } from '../work/fromSource.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import { Workbench } from '../work/workbench.ts'
import { DeskGround, type Sitting } from './deskGround.ts'

let benches: DeskGround['benches'] & { datasetBench: DatasetBench }
beforeAll(async () => {
  benches = {
    workbench: new Workbench(fromSource()),
    searchBench: new Workbench<SearchTasks>(fromSource('./searchWorker.ts')),
    datasetBench: benchForDataset(fromSource('./datasetWorker.ts').entry),
  }
  // A worker out of the sources takes long to load every format for the first time.
  await benches.datasetBench.run('recognise', { path: import.meta.dirname, isFolder: true })
}, 240_000)
afterAll(() => Promise.all(Object.values(benches).map(bench => bench.close())))

let ground: DeskGround
afterEach(() => ground.remove())

const text = 'The harbour master said no ferry sails.\n'
const standoff = `T1\tSource 0 18\tThe harbour master
T2\tCue 19 23\tsaid
T3\tClaim 24 38\tno ferry sails
T4\tAttribution 19 23\tsaid
E1\tAttribution:T4 Source:T1 Content:T3 Cue:T2
A1\tSure T3 yes
T9\tClaim 900 910\tnowhere
`
const files = { 'news/a.txt': text, 'news/a_bo.ann': standoff, 'news/b.txt': 'Bread is dear.\n', 'news/b_bo.ann': '' }

/** A folder beside the workspace, as others made it. */
async function given(
  given: Readonly<Record<string, string>> = files,
  here: Record<string, string> = { 'own.txt': 'Mine.' },
) {
  ground = await DeskGround.make(here, benches)
  const folder = join(ground.around, 'theirs')
  for (const [path, words] of Object.entries(given)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), words)
  }
  return folder
}

async function choose({ ask }: Sitting, path: string, what: 'file' | 'folder' = 'folder') {
  ground.chosen = path
  const { workspace } = await ask('desk.enter', undefined)
  return (await ask('bring.choose', { workspace: workspace!.ticket, what }))!
}
const how = { format: 'brat', annotator: 'imported', patterns: null, map: null }
const read = (path: string) => readFile(ground.at(path), 'utf8')
const intoLinks: TagMap = {
  ...emptyMap,
  tags: { Source: { to: 'actor' }, Claim: { to: 'claim' } },
  frames: [{ frame: 'Attribution', link: 'attributed-to', from: 'Content', to: 'Source', cue: 'Cue', without: null }],
}

test('a folder is recognised and looked at, with what can’t be taken by its line, and nothing is written', async () => {
  const folder = await given()
  const sitting = await ground.sit()
  const { brought, ...opened } = await choose(sitting, folder)
  expect(opened).toMatchObject({ file: 'theirs', isFolder: true, likely: ['brat'] })
  expect(opened.formats).toContainEqual({ id: 'brat', takesPatterns: true })
  const looked = await sitting.ask('bring.look', { brought, ...how })
  expect(looked).toMatchObject({
    ...{ articles: 2, annotations: 4, links: 3, standing: { fresh: 2, there: 0, 'other-text': 0 } },
    layers: [{ called: 'bo', id: 'bo', articles: 2, annotations: 4 }],
    found: {
      attributes: [{ name: 'Sure', count: 1, values: [['yes', 1]] }],
      frames: [
        {
          tag: 'Attribution',
          roles: [
            ['Content', 1],
            ['Cue', 1],
            ['Source', 1],
          ],
        },
      ],
    },
    // What is called as something of the codebook becomes that.
    map: { tags: { Claim: { to: 'claim' } } },
    untaken: { count: 1, groups: [{ why: 'outside-text', count: 1 }], first: [{ file: 'news/a_bo.ann', line: 7 }] },
    adds: { tags: ['Source', 'Attribution', 'Cue'], entities: 0 },
  })
  expect(Object.fromEntries(looked.found.tags)).toEqual({ Attribution: 1, Claim: 1, Cue: 1, Source: 1 })
  expect(Object.fromEntries(looked.comes.tags)).toEqual({ Attribution: 1, claim: 1, Cue: 1, Source: 1 })
  expect(looked.examples).toContainEqual({
    ...{ path: 'news/a.txt', annotator: 'bo', tag: 'claim', quote: 'no ferry sails' },
    ...{ before: 'The harbour master said ', after: '.\n' },
  })
  expect(readdirSync(ground.folder).filter(name => !name.startsWith('.'))).toEqual(['own.txt'])
  expect(ground.bugs).toEqual([])
})

test('by a map an event becomes a link; what is imported is listed, and imported again all of it is there', async () => {
  const folder = await given()
  const sitting = await ground.sit()
  const { ask, told } = sitting
  const { brought } = await choose(sitting, folder)
  const looked = await ask('bring.look', { brought, ...how, map: intoLinks })
  expect(looked).toMatchObject({ annotations: 2, links: 1, adds: { tags: [], attributes: ['claim/Sure'] } })
  const done = await ask('bring.write', { brought })
  expect(done).toMatchObject({ written: 2, layers: 2, layersThere: 0, annotations: 2, links: 1, made: 4 })
  expect(JSON.parse(await read('news/a.txt.bo.stet.json'))).toMatchObject({
    annotations: [{ tag: 'actor' }, { tag: 'claim', spans: [{ quote: 'no ferry sails' }] }],
    links: [{ type: 'attributed-to', cue: { quote: 'said' } }],
  })
  expect(await ask('bring.report', { brought })).toMatch(/2 layers .*news\/a_bo\.ann:7: stands outside its text/s)
  expect((await ask('article.open', done.article!)).text).toBe(text)
  const { workspace } = await ask('desk.enter', undefined)
  expect(workspace!.articles.map(({ path }) => path).sort()).toEqual(['news/a.txt', 'news/b.txt', 'own.txt'])
  // The window has the codebook that learned.
  expect(told.findLast(({ name }) => name === 'project.changed')).toMatchObject({
    value: { project: expect.stringContaining('Sure') },
  })
  expect(told).toContainEqual({ name: 'bring.progress', value: { brought, done: 2, all: 2 } })

  const again = await choose(sitting, folder)
  expect(await ask('bring.look', { brought: again.brought, ...how, map: intoLinks })).toMatchObject({
    ...{ standing: { fresh: 0, there: 2 }, adds: { tags: [], attributes: [], links: [] } },
  })
  expect(await ask('bring.write', { brought: again.brought })).toMatchObject({
    ...{ written: 0, there: 2, layers: 0, layersThere: 2, made: 0, article: null },
    notImported: { count: 0 },
  })
  await expect(ask('bring.write', { brought })).rejects.toMatchObject({ kind: 'unknown-ticket' })
  expect(ground.bugs).toEqual([])
})

test('a map is saved and loaded; one that is none is refused with the reason', async () => {
  const folder = await given()
  const sitting = await ground.sit()
  const { brought } = await choose(sitting, folder)
  ground.chosen = join(ground.around, 'my.map.json')
  expect(await sitting.ask('bring.saveMap', { brought, map: intoLinks })).toBe('my.map.json')
  expect(await sitting.ask('bring.loadMap', { brought })).toEqual({ file: 'my.map.json', map: intoLinks })
  await writeFile(ground.chosen, '{"format": "stet-map", "formatVersion": 1, "tgas": {}}')
  await expect(sitting.ask('bring.loadMap', { brought })).rejects.toMatchObject({
    ...{ kind: 'cannot-read', detail: expect.stringContaining('tgas') },
  })
  const bad = { ...emptyMap, tags: { Claim: {} } } as never
  await expect(sitting.ask('bring.look', { brought, ...how, map: bad })).rejects.toMatchObject({ kind: 'bad-input' })
})

test('what stands there stays: another text, and another layer of that name, are told and not touched', async () => {
  const folder = await given(files, {
    'news/b.txt': 'Bread is cheap.\n',
    'news/a.txt': text,
    'news/a.txt.bo.stet.json': '{}',
  })
  const sitting = await ground.sit()
  const { brought } = await choose(sitting, folder)
  expect(await sitting.ask('bring.look', { brought, ...how })).toMatchObject({
    standing: { fresh: 0, there: 1, 'other-text': 1 },
  })
  expect(await sitting.ask('bring.write', { brought })).toMatchObject({
    ...{ written: 0, layers: 0, made: 0 },
    notImported: {
      count: 2,
      first: expect.arrayContaining([
        expect.objectContaining({ path: 'news/a.txt', annotator: 'bo', why: 'layer-there' }),
        expect.objectContaining({ path: 'news/b.txt', annotator: null, why: 'other-text' }),
      ]),
    },
  })
  expect(await read('news/b.txt')).toBe('Bread is cheap.\n')
  expect(await read('news/a.txt.bo.stet.json')).toBe('{}')
  expect(await sitting.ask('bring.report', { brought })).toContain('news/b.txt: the workspace has another text')
})

test('stopped while it is read nothing is written; the window closing lets go', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => [
      [`n/${n}.txt`, text],
      [`n/${n}_bo.ann`, standoff],
    ]).flat(),
  )
  const folder = await given(many)
  const sitting = await ground.sit()
  const { brought } = await choose(sitting, folder)
  const looking = sitting.ask('bring.look', { brought, ...how })
  await sitting.ask('bring.cancel', { brought })
  await expect(looking).rejects.toMatchObject({ kind: 'stopped' })
  await expect(sitting.ask('bring.write', { brought })).rejects.toMatchObject({ kind: 'unknown-ticket' })
  await sitting.ask('bring.look', { brought, ...how })
  const writing = sitting.ask('bring.write', { brought })
  const [done] = await Promise.all([writing, sitting.desk.leave()])
  expect(done.isCancelled).toBe(true)
  expect(done.layers).toBeLessThan(300)
  expect(ground.bugs).toEqual([])
})

test('an import is taken back, but for what somebody has worked on since; nothing is deleted', async () => {
  const folder = await given()
  const sitting = await ground.sit()
  const { ask } = sitting
  const { brought } = await choose(sitting, folder)
  await ask('bring.look', { brought, ...how })
  await ask('bring.write', { brought })
  const layer = await read('news/a.txt.bo.stet.json')
  // Somebody annotates one of the articles, and somebody writes into a layer.
  await ground.write('news/b.txt.cy.stet.json', '{}')
  const { put, kept, folder: where } = await ask('bring.takeBack', { brought })
  expect(put).toBe(3)
  expect(kept).toEqual({ count: 1, first: [{ path: 'news/b.txt', why: 'in-use' }] })
  expect(existsSync(ground.at('news/a.txt'))).toBe(false)
  expect(existsSync(ground.at('news/b.txt'))).toBe(true)
  expect(await read(`${where}/news/a.txt.bo.stet.json`)).toBe(layer)
  expect(await read(`${where}/news/a.txt`)).toBe(text)
  const { workspace } = await ask('desk.enter', undefined)
  expect(workspace!.articles.map(({ path }) => path).sort()).toEqual(['news/b.txt', 'own.txt'])
})

test('a layer that was changed, or that its annotator has a history of, stays, and its article with it', async () => {
  const folder = await given()
  const sitting = await ground.sit()
  const { brought } = await choose(sitting, folder)
  await sitting.ask('bring.look', { brought, ...how })
  await sitting.ask('bring.write', { brought })
  await ground.write('news/a.txt.bo.stet.json', '{"changed": true}')
  await ground.write('.stet/history/news/b.txt.bo.here.ndjson', '{}')
  const { put, kept } = await sitting.ask('bring.takeBack', { brought })
  expect(put).toBe(0)
  expect(Object.fromEntries(kept.first.map(({ path, why }) => [path, why]))).toEqual({
    'news/a.txt': 'in-use',
    'news/a.txt.bo.stet.json': 'changed',
    'news/b.txt': 'in-use',
    'news/b.txt.bo.stet.json': 'in-use',
  })
})

test('annotations that are dropped are offered for the workspace that is open; a workspace, and a part of it, are opened as ever', async () => {
  const folder = await given()
  const { desk, told } = await ground.sit()
  expect(await desk.drop([folder])).toEqual({ ok: true, value: null })
  expect(told.filter(({ name }) => name === 'bring.offered')).toMatchObject([{ value: { opened: { file: 'theirs' } } }])
  expect(told.some(({ name }) => name === 'workspace.opened')).toBe(false)

  await writeFile(join(folder, 'news/a.txt.ada.stet.json'), '{}')
  expect(await desk.drop([folder])).toEqual({ ok: true, value: null })
  expect(told.filter(({ name }) => name === 'bring.offered')).toHaveLength(1)
  expect(told.findLast(({ name }) => name === 'workspace.opened')).toMatchObject({ value: { name: 'theirs' } })
  expect(await desk.drop([join(folder, 'news', 'a_bo.ann')])).toMatchObject({ ok: true })
  expect(told.filter(({ name }) => name === 'bring.offered')).toHaveLength(1)
})
