import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { DatasetArticle } from '../../shared/dataset/dataset.ts'
import { anyArticles, anyHead } from '../../shared/dataset/drawnDataset.laws.ts'
import { all } from '../../shared/dataset/select.ts'
import { sidecarFor } from '../../shared/dataset/sidecarFor.ts'
import { formats } from '../../shared/exporters/formats.ts'
import { COMMAND_DEADLINE_MS } from '../../shared/limits.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { fromSource } from '../work/fromSource.ts'
import { readArticle, sha256Of } from '../work/readArticle.ts'
import { Workbench } from '../work/workbench.ts'
import { benchForDataset } from './benchForDataset.ts'
import { type ExportAsked, exportDataset, wantedArticles } from './exportDataset.ts'
import { openWorkspace } from './openWorkspace.ts'
import { closeReceipt } from './receipt.ts'
import { weighExport } from './weighExport.ts'

const workbench = new Workbench({ ...fromSource(), deadlineMs: COMMAND_DEADLINE_MS })
const bench = benchForDataset(fromSource('./datasetWorker.ts').entry)
afterAll(() => Promise.all([workbench.close(), bench.close()]))

let root: string
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'stet-weigh-')))
})
afterEach(() => rmSync(root, { recursive: true }))

const coming = (id: string) => ({
  ...{ annotator: { id, name: id }, codebook: { id: 'news', version: 1, hash: sha256Of('') } },
  ...{ at: '2031-03-04T05:06:07Z', from: 'jsonl' },
})

/** A workspace of some articles with their layers. */
async function workspaceOf(articles: readonly DatasetArticle[]) {
  const folder = mkdtempSync(join(root, 'workspace-'))
  for (const { path, text, layers } of articles) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    const name = basename(path)
    const { article } = await readArticle({ name, bytes: new TextEncoder().encode('x') })
    // A text that no file can hold as it is was another one when it was annotated.
    const onDisk = { ...article, text, blocks: [], file: name, sha256: sha256Of(text), textSha256: sha256Of(text) }
    for (const layer of layers)
      writeFileSync(sidecarName(file, layer.annotator), sidecarFor(layer, onDisk, coming(layer.annotator)))
  }
  const fence = await raiseFence(disk, folder)
  return { fence, ...(await openWorkspace(disk, fence, workbench)) }
}

const asked = (format: string, makes: 'file' | 'folder', more: Partial<ExportAsked> = {}) => ({
  ...{ format, makes, layers: null, selection: all, split: null, shard: null },
  choices: { unit: 'codepoint' as const, withText: true, fittings: {}, options: {} },
  ...more,
})

const loaded = await Promise.all(Object.values(formats).map(load => load()))
const written = new Map(loaded.filter(({ write }) => write).map(format => [format.id, format]))

test.each(['jsonl', 'brat', 'pubannotation'])(
  'where no article can be read, %s is a dataset of none, and says why',
  async id => {
    const { makes } = written.get(id)!
    const layer = { annotator: 'ada', status: 'in-progress' as const, annotations: [], links: [] }
    const nul = { path: 'nul.txt', text: '\u0000', metadata: {}, layers: [layer], zones: [] }
    const { fence, articles } = await workspaceOf([nul])
    const out = join(root, 'out')
    const how = { ...asked(id, makes), out }
    const ground = { disk, fence, outFence: await raiseFence(disk, root), bench }
    const done = await exportDataset(wantedArticles(articles, how), anyHead, how, ground)
    expect([done.articles, done.notTaken.length, done.readBack?.isEqual ?? true]).toEqual([0, 1, true])
    expect(statSync(out).isDirectory()).toBe(makes === 'folder')
    await closeReceipt(done)
  },
)

test('what is weighed is what an export then writes and leaves out, for any articles and any format', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, fc.constantFrom(...written.keys()), async (articles, id) => {
      const { makes, units } = written.get(id)!
      const { fence, articles: found } = await workspaceOf(articles)
      const outFence = await raiseFence(disk, root)
      const unit = units[0] ?? 'codepoint'
      const how = asked(id, makes, { choices: { unit, withText: true, fittings: {}, options: {} } })
      const out = join(root, 'out')
      const wanted = wantedArticles(found, how)
      const ground = { disk, fence, outFence, bench }
      const { losses, told, notTaken, bytes, ...sum } = await weighExport(wanted, anyHead, how, ground)
      const done = await exportDataset(wanted, anyHead, { ...how, out }, ground)
      const { articles: count, layers, annotations, links } = done
      expect(sum).toEqual({ articles: count, layers, annotations, links })
      expect(losses.flatMap(({ listed }) => listed).sort(inOrder)).toEqual((await itemsOf(done.leftOut)).sort(inOrder))
      expect(losses.reduce((sum, { count }) => sum + count, 0)).toBe(done.leftOut.length)
      expect(told.flatMap(({ listed }) => listed).sort(inOrder)).toEqual((await itemsOf(done.told)).sort(inOrder))
      expect([...notTaken.unplaced.listed, ...notTaken.problem.listed].sort(inOrder)).toEqual(
        (await itemsOf(done.notTaken)).sort(inOrder),
      )
      await closeReceipt(done)
      rmSync(out, { recursive: true, force: true })
      rmSync(fence.root, { recursive: true })
    }),
    { numRuns: 25 },
  )
})

async function itemsOf<T>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of list) items.push(item)
  return items
}

const inOrder = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)

const article = (path: string): DatasetArticle => ({
  ...{ path, text: 'The cat sat on the mat.\n', metadata: {}, zones: [] },
  layers: ['ada', 'bo'].map(annotator => ({
    annotator,
    annotations: [
      { id: 'n0', tag: 'actor', spans: [{ start: 4, end: 7 }], attributes: {}, note: 'why' },
      { id: 'n1', tag: 'actor', spans: [{ start: 4, end: 11 }], attributes: {} },
    ],
    links: [{ id: 'l0', type: 'about', from: 'n0', to: { annotation: 'n1' }, attributes: {} }],
  })),
})

test('of the articles that were chosen only, and of whose layers were', async () => {
  const { fence, articles } = await workspaceOf(['a.txt', 'b.txt', 'c/d.txt'].map(article))
  const how = asked('conll2003', 'folder', { layers: ['bo'], articles: new Set(['b.txt', 'c/d.txt', 'gone.txt']) })
  const wanted = wantedArticles(articles, how)
  expect(wanted.map(({ path }) => path)).toEqual(['b.txt', 'c/d.txt'])
  const told: string[] = []
  const weighed = await weighExport(wanted, anyHead, how, {
    ...{ disk, fence, bench, told: (done: number, of: number) => void told.push(`${done}/${of}`) },
  })
  expect(weighed).toMatchObject({ articles: 2, layers: 2, annotations: 2, links: 0 })
  const overlap = weighed.losses.find(({ feature }) => feature === 'overlap')!
  expect(overlap.listed.map(({ path, annotator, id, quote }) => [path, annotator, id, quote])).toEqual([
    ['b.txt', 'bo', 'n0', 'cat'],
    ['c/d.txt', 'bo', 'n0', 'cat'],
  ])
  expect(overlap.ways.find(({ way }) => way === 'drop')).toMatchObject({ done: { dropped: 4 }, annotations: 0 })
  expect(told).toEqual(['1/2', '2/2'])
})

test('what can’t be read is named with why, the rest is weighed, and nothing is written anywhere', async () => {
  const { fence, articles } = await workspaceOf(['a.txt', 'b.txt'].map(article))
  writeFileSync(sidecarName(join(fence.root, 'b.txt'), 'bo'), '{ "format": "stet-sidecar", ')
  const names = () => readdirSync(root, { recursive: true }).sort()
  const before = names()
  const how = asked('jsonl', 'file')
  const { notTaken, losses, bytes, ...sum } = await weighExport(wantedArticles(articles, how), anyHead, how, {
    ...{ disk, fence, bench },
  })
  expect(sum).toMatchObject({ articles: 2, layers: 3, annotations: 6, links: 3, told: [] })
  expect([losses, notTaken.unplaced]).toEqual([[], { count: 0, listed: [] }])
  expect(notTaken.problem).toMatchObject({ count: 1, listed: [{ path: 'b.txt', annotator: 'bo', id: '' }] })
  expect(names()).toEqual(before)
  const outFence = await raiseFence(disk, root)
  const out = join(root, 'out')
  const ground = { disk, fence, outFence, bench }
  await closeReceipt(await exportDataset(wantedArticles(articles, how), anyHead, { ...how, out }, ground))
  expect(bytes).toBe(readFileSync(out).byteLength)
})

test('it stops when it is told to', async () => {
  const { fence, articles } = await workspaceOf(['a.txt', 'b.txt'].map(article))
  const how = asked('jsonl', 'file')
  const stop = new AbortController()
  const told = () => stop.abort()
  const weighing = weighExport(wantedArticles(articles, how), anyHead, how, {
    ...{ disk, fence, bench, told, signal: stop.signal },
  })
  await expect(weighing).rejects.toMatchObject({ name: 'AbortError' })
})
