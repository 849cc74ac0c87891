import { readdir, readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Told } from '../../shared/contract/events.ts'
import { inPieces, outOfPieces } from '../../shared/contract/pieces.ts'
import type { BulkDone } from '../../shared/contract/shapes.ts'
import { emptyQuery } from '../../shared/search/query.ts'
import { fullDisk } from '../disk/fullDisk.ts'
import { fromSource } from '../work/fromSource.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import { Workbench } from '../work/workbench.ts'
import { DeskGround, type Sitting } from './deskGround.ts'

const text = (i: number) => `Article ${i}\n\nThe cat ${'sat '.repeat(i)}on the mat.\n`
const paths = Array.from({ length: 12 }, (_, i) => `a${String(i).padStart(2, '0')}.txt`)
let benches: { workbench: Workbench; searchBench: Workbench<SearchTasks> }
let ground: DeskGround
let zoe: Sitting

beforeAll(() => {
  benches = { workbench: new Workbench(fromSource()), searchBench: new Workbench(fromSource('./searchWorker.ts')) }
})
afterAll(() => Promise.all([benches.workbench.close(), benches.searchBench.close()]))
beforeEach(async () => {
  ground = await DeskGround.make(Object.fromEntries(paths.map((path, i) => [path, text(i)])), benches)
  zoe = await ground.sit()
})
afterEach(async () => {
  await ground.remove()
  expect(ground.bugs).toEqual([])
})

function put(i: number, words: string, more: object = {}) {
  const start = text(i).indexOf(words)
  const at = '2031-03-04T05:06:07.000Z'
  const spans = [makeAnchor(text(i), { start, end: start + words.length })]
  const rest = { attributes: {}, origin: { kind: 'manual' }, created: at, modified: at }
  return { kind: 'put', annotation: { id: words, tag: 'actor', spans, ...rest, ...more } } as never
}
const listed = (words: string) =>
  Promise.all(paths.map(async (path, i) => ({ article: await zoe.ticket(path), edit: put(i, words), seen: null })))
const changes = async (words: string) => inPieces(await listed(words))
const quotesIn = async (path: string) =>
  JSON.parse(await readFile(ground.at(`${path}.zo.stet.json`), 'utf8')).annotations.map((one: { id: string }) => one.id)

test('a window changes many articles, one of them open in it, and takes it back', async () => {
  const open = await zoe.ticket('a03.txt')
  await zoe.ask('article.open', open)
  await zoe.ask('layer.open', open)
  await zoe.ask('layer.record', { article: open, edit: put(3, 'mat') })
  const { done, refused, projectUndo } = await zoe.ask('layers.record', {
    ...{ name: 'one', changes: await changes('cat'), project: null },
  })
  expect([outOfPieces(done).length, refused, projectUndo]).toEqual([12, [], null])
  expect(await quotesIn('a04.txt')).toEqual(['cat'])
  // The article in hand is the same one: an edit after it counts on, and a search sees it at once.
  expect(await zoe.ask('layer.record', { article: open, edit: { kind: 'remove', id: 'mat' } })).toEqual({ revision: 3 })
  const query = { ...emptyQuery, what: 'annotations', tags: ['actor'] } as never
  const scope = { kind: 'article', article: open } as const
  expect(await zoe.ask('search.run', { name: 's', query, scope })).toMatchObject({ hits: 1 })
  const told = zoe.told.flatMap(one => (one.name === 'layers.progress' ? [one.value] : []))
  expect(told.at(-1)).toEqual({ name: 'one', done: 12, total: 12 })

  const undos = await Promise.all(
    outOfPieces<BulkDone>(done).map(async ({ article, undo }) => {
      const i = (await Promise.all(paths.map(path => zoe.ticket(path)))).indexOf(article)
      return { article, edit: undo, seen: put(i, 'cat') }
    }),
  )
  const back = await zoe.ask('layers.record', { name: 'two', changes: inPieces(undos), project: null })
  expect([outOfPieces(back.done).length, back.refused]).toEqual([12, []])
  expect(await quotesIn('a04.txt')).toEqual([])
})

test('what is opened and closed while many are changed waits its turn, and nothing is lost', async () => {
  const recorded = zoe.ask('layers.record', { name: 'one', changes: await changes('cat'), project: null })
  for (const path of ['a11.txt', 'a00.txt', 'a05.txt']) {
    const article = await zoe.ticket(path)
    await zoe.ask('article.open', article)
    expect(await zoe.ask('layer.open', article)).toMatchObject({ access: 'write' })
    await zoe.ask('layer.record', { article, edit: put(paths.indexOf(path), 'mat') })
    await zoe.ask('article.close', { article, offset: 0 })
  }
  expect((await recorded).refused).toEqual([])
  for (const path of ['a11.txt', 'a00.txt', 'a05.txt']) expect((await quotesIn(path)).sort()).toEqual(['cat', 'mat'])
  expect(await quotesIn('a07.txt')).toEqual(['cat'])
})

test('a window that is cancelling finds everything as it was', async () => {
  const recorded = zoe.ask('layers.record', { name: 'one', changes: await changes('cat'), project: null })
  await vi.waitFor(() => expect(zoe.told.some(({ name }) => name === 'layers.progress')).toBe(true), 60_000)
  await zoe.ask('layers.cancel', { name: 'one' })
  const { done } = await recorded
  if (done.length === 0) for (const path of paths) expect(await quotesIn(path).catch(() => [])).toEqual([])
  // One that is cancelled early has written no intent.
  expect(await readdir(ground.at('.stet/bulk')).catch(() => [])).toEqual([])
})

test('who annotates can’t become another while many articles are changed in their name', async () => {
  const recorded = zoe.ask('layers.record', { name: 'one', changes: await changes('cat'), project: null })
  await expect(zoe.ask('person.set', { id: 'bob', name: 'Bob' })).rejects.toMatchObject({ kind: 'change-under-way' })
  expect(await zoe.ask('person.set', { id: 'zo', name: 'Zoë Other' })).toMatchObject({ name: 'Zoë Other' })
  expect(outOfPieces((await recorded).done)).toHaveLength(12)
  expect(await zoe.ask('person.set', { id: 'bob', name: 'Bob' })).toMatchObject({ id: 'bob' })
})

test('an article whose interrupted change the disk refuses opens for reading, says why, and is completed later', async () => {
  // What is about to be done can still be written down, and not what is done.
  const filling = fullDisk(path => path.includes('.stet/history'))
  await zoe.desk.leave()
  zoe = await ground.sit(null, { disk: filling.disk })
  filling.isFull = true
  const recorded = zoe.ask('layers.record', { name: 'one', changes: await changes('cat'), project: null })
  await vi.waitFor(() => expect(zoe.told.some(isFullTold)).toBe(true), 60_000)
  await Promise.all([zoe.desk.leave(), expect(recorded).rejects.toMatchObject({ kind: 'cannot-save' })])
  expect(await readdir(ground.at('.stet/bulk'))).toEqual(['one.json'])

  const again = await ground.sit(null, { disk: filling.disk })
  const article = await again.ticket('a03.txt')
  await again.ask('article.open', article)
  expect(await again.ask('layer.open', article)).toMatchObject({ access: 'read', problem: { kind: 'disk-full' } })
  await vi.waitFor(() => expect(again.told.some(isFullTold)).toBe(true), 60_000)

  filling.isFull = false
  again.desk.focused()
  await vi.waitFor(() => {
    const outside = again.told.find(({ name }) => name === 'article.outside')
    expect(outside?.value).toEqual({ article, what: 'layer' })
  }, 60_000)
  const head = await again.ask('layer.open', article)
  expect(head).toMatchObject({ access: 'write', annotations: 1 })
  await vi.waitFor(async () => expect(await readdir(ground.at('.stet/bulk'))).toEqual([]), 60_000)
  expect(await quotesIn('a11.txt')).toEqual(['cat'])
})

function isFullTold({ name, value }: Told): boolean {
  return name === 'workspace.problem' && 'problem' in value && value.problem.kind === 'disk-full'
}

test('a workspace that can’t be left goes on changing many articles', async () => {
  const other = await DeskGround.make({ 'b.txt': 'Another.\n' }, benches)
  const filling = fullDisk()
  await zoe.desk.leave()
  zoe = await ground.sit(null, { disk: filling.disk })
  const article = await zoe.ticket('a01.txt')
  await zoe.ask('article.open', article)
  await zoe.ask('layer.open', article)
  filling.isFull = true
  const waiting = zoe.ask('layer.record', { article, edit: put(1, 'mat') })
  expect(await zoe.desk.drop([other.folder])).toMatchObject({ ok: false, problem: { kind: 'disk-full' } })
  filling.isFull = false
  await waiting
  const { done } = await zoe.ask('layers.record', { name: 'one', changes: await changes('cat'), project: null })
  expect(outOfPieces(done)).toHaveLength(12)
  await other.remove()
})

test('what is no edit is refused before anything is changed', async () => {
  const good = await listed('cat')
  const record = (changes: string[]) => zoe.ask('layers.record', { name: 'one', changes, project: null })
  const noEdit = { ...good[0]!, edit: { kind: 'put', annotation: {} } }
  for (const wrong of [[...good, noEdit], [...good, { ...good[0]!, more: 1 }], ['{'], [null]])
    await expect(record(inPieces(wrong))).rejects.toMatchObject({ kind: 'bug' })
  await expect(record(['{'])).rejects.toMatchObject({ kind: 'bug' })
  expect(ground.bugs.splice(0)).toHaveLength(5)
  expect((await readdir(ground.folder)).filter(name => name.endsWith('.stet.json'))).toEqual([])
})

test('before anybody has said who they are, nothing is changed', async () => {
  const nobody = await DeskGround.make({ 'a.txt': text(0) }, benches)
  const { ask, ticket } = await nobody.sit(null)
  const change = { article: await ticket('a.txt'), edit: put(0, 'cat'), seen: null }
  await expect(ask('layers.record', { name: 'one', changes: inPieces([change]), project: null })).rejects.toMatchObject(
    {
      kind: 'cannot-save',
    },
  )
  expect(await readdir(nobody.folder)).toEqual(['a.txt'])
  await nobody.remove()
})

test('a project is changed with many articles only where its workspace is named', async () => {
  const project = { kind: 'set', of: 'entities', id: 'ada', fields: { name: 'Ada', kind: 'person' } } as never
  const record = (named: object) => zoe.ask('layers.record', { name: 'one', changes: [], project, ...named })
  for (const named of [{}, { workspace: crypto.randomUUID() }])
    await expect(record(named)).rejects.toMatchObject({ kind: 'unknown-ticket' })
  const { ticket } = (await zoe.ask('desk.enter', undefined)).workspace!
  expect((await record({ workspace: ticket })).projectUndo).toMatchObject({ kind: 'drop' })
})
