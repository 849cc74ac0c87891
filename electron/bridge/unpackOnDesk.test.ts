import { symlinkSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { DatasetBench } from '../dataset/exportDataset.ts'
import { fromSource } from '../work/fromSource.ts'
import { Workbench } from '../work/workbench.ts'
import { DeskGround } from './deskGround.ts'

/** What is dropped here is no dataset of annotations: `bringOnDesk.test.ts` asks the worker. */
const takesNothingForAnnotations: DatasetBench = {
  run: async () => ({ likely: [], formats: [], isCertain: false, isWorkspace: false }) as never,
  close: async () => {},
}

let benches: DeskGround['benches']
beforeAll(() => {
  benches = {
    workbench: new Workbench(fromSource()),
    searchBench: new Workbench(fromSource('./searchWorker.ts')),
    datasetBench: takesNothingForAnnotations,
  }
})
afterAll(() => Promise.all([benches.workbench.close(), benches.searchBench.close()]))

let ground: DeskGround
afterEach(() => ground.remove())

const table = 'id,title,date,text\n1,Ferry,2031-03-04,No ferry sails.\n2,Bread,2031-03-05,Bread is dear.\n3,Empty,,\n'
const pattern = '{date}_{slug}'

test('a file in the workspace is listed as one of many articles, looked through, and unpacked', async () => {
  ground = await DeskGround.make({ 'downloads/week.csv': table, 'a.txt': 'A' }, benches)
  const { desk: _, ask, ticket, told } = await ground.sit()
  const listed = (await ask('desk.enter', undefined)).workspace!.articles
  expect(listed.find(({ path }) => path === 'downloads/week.csv')?.problem?.kind).toBe('many-articles')

  const { archive, ...opened } = await ask('unpack.open', { article: await ticket('downloads/week.csv') })
  expect(opened).toMatchObject({ file: 'week.csv', kind: 'csv', columns: { names: ['id', 'title', 'date', 'text'] } })
  const survey = await ask('unpack.survey', { archive, columns: null })
  expect(survey).toMatchObject({
    ...{ found: 3, fresh: 2, there: 0, unread: 1, problem: null, isCancelled: false },
    articles: [{ state: 'new', title: 'Ferry', published: '2031-03-04' }, { title: 'Bread' }],
    unreadable: [{ problem: { kind: 'empty-text' } }],
  })
  const how = { archive, columns: opened.columns!.guess, folder: 'week', pattern, differing: false }
  const done = await ask('unpack.write', how)
  expect(done.written.map(({ path }) => path)).toEqual(['week/2031-03-04_ferry.txt', 'week/2031-03-05_bread.txt'])
  expect(told).toContainEqual({ name: 'unpack.progress', value: expect.objectContaining({ archive, fresh: 2 }) })
  // The first can be opened at once.
  expect((await ask('article.open', done.written[0]!.article)).text).toMatch(/^Ferry/)
  expect(await ask('unpack.survey', { archive, columns: null })).toMatchObject({ fresh: 0, there: 2 })
  await ask('unpack.close', { archive })
  await expect(ask('unpack.write', how)).rejects.toMatchObject({ kind: 'unknown-ticket' })
  expect(ground.bugs).toEqual([])
})

test('a press download that ends like a single article opens as one, and says that it holds many', async () => {
  const one = (
    place: number,
  ) => `${place} of 2 DOCUMENTS\n\nThe Port Gazette\n\nMarch 4, 2031 Tuesday\n\nFerry ${place} stays\n
BYLINE: By Jane Roe\n\nSECTION: NEWS; Pg. 6\n\nLENGTH: 12 words\n\nNo ferry sails, the harbour said.\n\nLOAD-DATE: March 5, 2031\n
LANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\nCopyright 2031 Harbour Press Ltd\nAll Rights Reserved\n\n`
  ground = await DeskGround.make({ 'download.txt': one(1) + one(2), 'a.txt': 'A' }, benches)
  const { ask, ticket } = await ground.sit()
  expect((await ask('article.open', await ticket('download.txt'))).holdsMany).toBe('nexisText')
  expect((await ask('article.open', await ticket('a.txt'))).holdsMany).toBeUndefined()
  const { archive } = await ask('unpack.open', { article: await ticket('download.txt') })
  expect(await ask('unpack.survey', { archive, columns: null })).toMatchObject({
    articles: [
      { title: 'Ferry 1 stays', outlet: 'The Port Gazette', published: '2031-03-04' },
      { title: 'Ferry 2 stays' },
    ],
  })
})

test('a file of many articles that is dropped is offered for the workspace that is open; anything else is opened as ever', async () => {
  ground = await DeskGround.make({ 'a.txt': 'A' }, benches)
  const { desk, told, ask } = await ground.sit()
  const dropped = join(ground.around, 'week.csv')
  await writeFile(dropped, table)
  expect(await desk.drop([dropped])).toEqual({ ok: true, value: null })
  const [offer] = told.filter(({ name }) => name === 'unpack.offered')
  expect(offer).toMatchObject({ value: { opened: { file: 'week.csv' } } })
  expect(told.some(({ name }) => name === 'workspace.opened')).toBe(false)
  const { archive } = (offer as { value: { opened: { archive: string } } }).value.opened
  expect(await ask('unpack.survey', { archive, columns: null })).toMatchObject({ fresh: 2 })

  expect(await desk.drop([ground.at('a.txt')])).toEqual({ ok: true, value: null })
  expect(told.some(({ name }) => name === 'workspace.opened')).toBe(true)
})

test('a link that leads out of the workspace is not followed', async () => {
  ground = await DeskGround.make({ 'a.txt': 'A' }, benches)
  await writeFile(join(ground.around, 'secret.csv'), table)
  symlinkSync(join(ground.around, 'secret.csv'), ground.at('link.csv'))
  const { ask, ticket } = await ground.sit()
  await expect(ask('unpack.open', { article: await ticket('link.csv') })).rejects.toMatchObject({ kind: 'not-a-file' })
})

test('whoever closes the workspace while it is written leaves whole articles', async () => {
  ground = await DeskGround.make({ 'a.txt': 'A' }, benches)
  const rows = Array.from({ length: 2000 }, (_, n) => `${n},Ferry ${n},2031-03-04,No ferry sails.\n`)
  await ground.write('week.csv', `id,title,date,text\n${rows.join('')}`)
  const { desk, ask, ticket } = await ground.sit(null)
  const { archive } = await ask('unpack.open', { article: await ticket('week.csv') })
  const writing = ask('unpack.write', { archive, columns: null, folder: '', pattern, differing: false })
  const [done] = await Promise.all([writing, desk.leave()])
  expect(done.isCancelled).toBe(true)
  expect(ground.bugs).toEqual([])
})
