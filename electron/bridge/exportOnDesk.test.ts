import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Input } from '../../shared/contract/contract.ts'
import { disk as realDisk } from '../disk/disk.ts'
import { fromSource } from '../work/fromSource.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import { Workbench } from '../work/workbench.ts'
import { DeskGround } from './deskGround.ts'

let benches: { workbench: Workbench; searchBench: Workbench<SearchTasks> }
beforeAll(() => {
  benches = { workbench: new Workbench(fromSource()), searchBench: new Workbench(fromSource('./searchWorker.ts')) }
})
afterAll(() => Promise.all([benches.workbench.close(), benches.searchBench.close()]))

let ground: DeskGround
afterEach(() => ground.remove())

const strike = 'Dockers walk out\n\nThe union said that the port would close.\n'
const files = { 'a/strike.txt': strike, 'calm.txt': 'A calm day\n\nNothing happened.\n' }

const everything: Input<'export.write'>['asked'] = {
  ...{ format: 'brat', articles: null, layers: null, tags: null, zones: null, anonymous: false },
  ...{ unit: null, withText: true, fittings: {}, options: {}, split: null },
}

function tagged(id: string, tag: string, words: string, more: object = {}): Edit {
  const start = strike.indexOf(words)
  const span = { start, end: start + words.length, quote: words, before: '', after: '' }
  const at = '2031-03-04T05:06:07.000Z'
  const annotation = { id, tag, spans: [span], attributes: {}, origin: { kind: 'manual' }, created: at, modified: at }
  return { kind: 'put', annotation: { ...annotation, ...more } } as never
}

/** Zoë sits down and annotates; nothing waits for what she did to be in a file. */
async function annotated(
  edits: readonly Edit[] = [tagged('c1', 'claim', 'the port would close', { note: 'By noon?' })],
) {
  const sitting = await ground.sit()
  const article = await sitting.ticket('a/strike.txt')
  await sitting.ask('article.open', article)
  await sitting.ask('layer.open', article)
  for (const edit of edits) await sitting.ask('layer.record', { article, edit: edit as never })
  return { ...sitting, article }
}

test('what was just annotated is exported, with what the format left out and a receipt beside it', async () => {
  ground = await DeskGround.make(files, benches)
  const { ask, workspace, article, told } = await annotated()
  const { formats, layers, articles } = await ask('export.begin', { workspace })
  expect(layers).toEqual([{ annotator: 'zo', name: 'Zoë', articles: 1 }])
  expect(articles).toEqual([article])
  expect(formats.find(({ id }) => id === 'brat')).toMatchObject({
    makes: 'folder',
    isReadBack: true,
    units: ['codepoint'],
  })
  expect(formats.find(({ id }) => id === 'conll2003')?.ways).toContainEqual({
    ...{ feature: 'overlap', ways: expect.arrayContaining(['keep-longest', 'drop']) },
  })

  ground.exportTo = join(ground.around, 'out')
  const { target, ...chosen } = (await ask('export.choose', { workspace, format: 'conll2003' }))!
  expect(chosen).toEqual({ name: 'out', taken: null, isInside: false })
  const done = (await ask('export.write', { workspace, target, asked: { ...everything, format: 'conll2003' } }))!
  expect(done).toMatchObject({
    ...{ name: 'out', receipt: 'out.receipt.json', receiptProblem: null },
    ...{ articles: 1, layers: 1, annotations: 1, links: 0, unplaced: 0, unread: 0, ahead: 0 },
    readBack: { isEqual: true, differing: 0, problem: null },
  })
  expect(done.leftOut.find(({ feature }) => feature === 'notes')).toEqual({
    ...{ feature: 'notes', done: 'without', count: 1 },
    touched: [{ article, path: 'a/strike.txt', annotator: 'zo', kind: 'annotation', quote: 'the port would close' }],
  })
  expect(told).toContainEqual({
    ...{ name: 'export.progress', value: { workspace, doing: 'writing', done: 1, of: 1 } },
  })
  const receipt = JSON.parse(await readFile(join(ground.around, 'out.receipt.json'), 'utf8'))
  expect(receipt).toMatchObject({
    dataset: { format: 'conll2003' },
    counts: { annotations: 1 },
    readBack: { isEqual: true },
  })
  expect(receipt.files).toEqual(done.filesNamed)
  expect((await readdir(ground.around)).sort()).toEqual(['corpus', 'out', 'out.receipt.json', 'profile'])

  await ask('export.show', { workspace })
  expect(ground.shown).toEqual([join(ground.around, 'out')])
  expect(ground.bugs).toEqual([])
})

test('what a format would leave out is known before anything is written, with what else could be chosen; the next question ends the one before', async () => {
  ground = await DeskGround.make(files, benches)
  const { ask, workspace, article } = await annotated([
    tagged('c1', 'claim', 'the port would close', { note: 'By noon?' }),
    tagged('a1', 'actor', 'port'),
  ])
  const asked = { ...everything, format: 'conll2003' }
  const first = ask('export.weigh', { workspace, asked })
  const second = ask('export.weigh', { workspace, asked: { ...asked, fittings: { overlap: 'drop' } } })
  expect(await first).toBeNull()
  expect(await second).toMatchObject({ articles: 1, layers: 1, annotations: 0, unplaced: 0, unread: 0 })
  const weighed = (await ask('export.weigh', { workspace, asked }))!
  expect(weighed).toMatchObject({ articles: 1, annotations: 1 })
  const overlap = weighed.losses.find(({ feature }) => feature === 'overlap')!
  expect(overlap).toMatchObject({ count: 1, dropped: 1, way: 'keep-longest' })
  expect(overlap.touched).toEqual([
    { article, path: 'a/strike.txt', annotator: 'zo', kind: 'annotation', quote: 'port' },
  ])
  expect(overlap.ways.find(({ way }) => way === 'drop')).toMatchObject({ dropped: 2, annotations: 0 })
  expect((await readdir(ground.around)).sort()).toEqual(['corpus', 'profile'])
  expect(ground.bugs).toEqual([])
})

test('what is chosen is what goes in: articles, tags, names that tell nothing, parts', async () => {
  ground = await DeskGround.make(files, benches)
  const { ask, workspace, article, ticket } = await annotated([
    tagged('c1', 'claim', 'the port would close'),
    tagged('a1', 'actor', 'The union'),
  ])
  const write = async (name: string, asked: Partial<typeof everything>) => {
    ground.exportTo = join(ground.around, name)
    const { target } = (await ask('export.choose', { workspace, format: 'jsonl' }))!
    return (await ask('export.write', { workspace, target, asked: { ...everything, format: 'jsonl', ...asked } }))!
  }
  const some = await write('some.jsonl', { tags: ['actor'], anonymous: true, articles: [article], unit: 'utf8' })
  expect(some).toMatchObject({ articles: 1, annotations: 1 })
  const [head, line] = (await readFile(join(ground.around, 'some.jsonl'), 'utf8')).split('\n')
  expect(head).toContain('"utf8"')
  expect(line).toContain('"a1"')
  expect(line).not.toContain('"zo"')
  expect(await write('none.jsonl', { articles: [await ticket('calm.txt')] })).toMatchObject({ articles: 0 })
  const split = await write('split.jsonl', { split: { shares: '50/50', seed: 7 } })
  expect(split.split?.parts.reduce((sum, { articles }) => sum + articles, 0)).toBe(1)
  expect(ground.bugs).toEqual([])
  // What the window never offers is refused, and makes nothing.
  await expect(write('wrong.jsonl', { options: { scheme: 'BIO' } })).rejects.toMatchObject({ kind: 'bug' })
  expect(existsSync(join(ground.around, 'wrong.jsonl'))).toBe(false)
})

test('a place that is taken is told before anything is written, and never written over; one inside the workspace is told too', async () => {
  ground = await DeskGround.make(files, benches)
  const { ask, workspace } = await annotated()
  const choose = async (path: string) => {
    ground.exportTo = path
    return (await ask('export.choose', { workspace, format: 'brat' }))!
  }
  await mkdir(join(ground.around, 'out'))
  const { target, ...there } = await choose(join(ground.around, 'out'))
  expect(there).toEqual({ name: 'out', taken: 'out', isInside: false })
  await expect(ask('export.write', { workspace, target, asked: everything })).rejects.toMatchObject({
    ...{ kind: 'file-name-taken', detail: 'out' },
  })
  // So is one whose receipt would take another's place.
  await writeFile(join(ground.around, 'new.receipt.json'), 'mine')
  const second = await choose(join(ground.around, 'new'))
  expect(second.taken).toBe('new.receipt.json')
  await expect(ask('export.write', { workspace, target: second.target, asked: everything })).rejects.toMatchObject({
    kind: 'file-name-taken',
  })
  expect(await readFile(join(ground.around, 'new.receipt.json'), 'utf8')).toBe('mine')
  expect(await choose(ground.at('inside'))).toMatchObject({ taken: null, isInside: true })
  await expect(ask('export.write', { workspace, target, asked: everything })).rejects.toMatchObject({
    kind: 'unknown-ticket',
  })
  ground.exportTo = null
  expect(await ask('export.choose', { workspace, format: 'brat' })).toBeNull()
})

test('stopped on the way nothing is left, and the next one is written', async () => {
  ground = await DeskGround.make(files, benches)
  const { ask, workspace } = await annotated()
  ground.exportTo = join(ground.around, 'out')
  const { target } = (await ask('export.choose', { workspace, format: 'brat' }))!
  const writing = ask('export.write', { workspace, target, asked: everything })
  await ask('export.cancel', { workspace })
  expect(await writing).toBeNull()
  expect((await readdir(ground.around)).sort()).toEqual(['corpus', 'profile'])
  expect(await ask('export.write', { workspace, target, asked: everything })).toMatchObject({ articles: 1 })
})

test('while a file of the work can’t be written, nothing is exported that would lack it', async () => {
  ground = await DeskGround.make(files, benches)
  const full = Object.assign(new Error('no room'), { code: 'ENOSPC' })
  let isFull = false
  const rename: typeof realDisk.rename = async (from, to) => {
    if (isFull && String(to).endsWith('.stet.json')) throw full
    return realDisk.rename(from, to)
  }
  const sitting = await ground.sit('Zoë', { disk: { ...realDisk, rename } })
  const { ask, workspace } = sitting
  const article = await sitting.ticket('a/strike.txt')
  await ask('article.open', article)
  await ask('layer.open', article)
  isFull = true
  await ask('layer.record', { article, edit: tagged('c1', 'claim', 'the port would close') as never })
  await expect(ask('export.begin', { workspace })).rejects.toMatchObject({ kind: 'disk-full', detail: 'a/strike.txt' })
  isFull = false
})
