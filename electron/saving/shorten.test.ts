import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { SHORTENED_EDITS } from '../../shared/limits.ts'
import { type Disk, disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { flakyDisk } from '../disk/flakyDisk.ts'
import { mortalDisk } from '../disk/mortalDisk.ts'
import { tasks } from '../work/tasks.ts'
import { LayersInUse } from './layersInUse.ts'
import { OpenArticle, type Opener } from './openArticle.ts'

const text = 'The cat sat on the mat, and the dog said nothing.\n'
const EARLY = 30
let folder: string
/** A history that is long enough, made once. */
let long: string
const history = () => join(folder, '.stet', 'history', 'cats.txt.alice.here.ndjson')
const sidecar = () => join(folder, 'cats.txt.alice.stet.json')

beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-shorten-')))
  await fs.writeFile(join(folder, 'cats.txt'), text)
  if (long !== undefined) {
    await fs.cp(long, folder, { recursive: true })
    return
  }
  const article = await openCats()
  for (let i = 0; i < EARLY; i++) {
    await article.record(put(`early ${i}`))
    if (i === 9) await article.layerInHand().name('First reading', '')
  }
  await Promise.all(Array.from({ length: SHORTENED_EDITS }, (_, i) => article.record(put(`late ${i}`))))
  await article.close()
  long = await fs.mkdtemp(join(tmpdir(), 'stet-long-'))
  await fs.cp(folder, long, { recursive: true })
})
afterEach(() => fs.rm(folder, { recursive: true, maxRetries: 10 }))

async function openCats(on: Disk = disk): Promise<OpenArticle> {
  const run: Opener['workbench']['run'] = async (name, input) => (tasks[name] as (input: unknown) => never)(input)
  const article = await OpenArticle.open('cats.txt', {
    disk: on,
    fence: await raiseFence(disk, folder),
    workbench: { run },
    annotator: { id: 'alice', name: 'Alice Novak', key: 'alice-key' },
    device: 'here',
    codebook: () => ({ id: 'stet-default', version: 1, hash: '0'.repeat(64) }),
    inUse: new LayersInUse(),
    now: () => new Date(),
    told: () => {},
  })
  await article.openLayer()
  return article
}

function put(note: string): Edit {
  const start = text.indexOf('cat')
  const at = '2031-03-04T05:06:07.000Z'
  const spans = [makeAnchor(text, { start, end: start + 3 })]
  const cat = { id: 'cat', tag: 'actor', spans, attributes: {}, origin: { kind: 'manual' }, created: at, modified: at }
  return { kind: 'put', annotation: { ...cat, note } }
}

const noteNow = async (article: OpenArticle) => JSON.parse(article.piece(0))[0].note as string

test('a shortened history is shorter, has its versions, and the layer is as it was', async () => {
  const before = await fs.readFile(sidecar(), 'utf8')
  const article = await openCats()
  const plan = await article.shortenPast(true)
  expect(plan).toMatchObject({ versions: 1, kept: SHORTENED_EDITS })
  expect((await fs.stat(history())).size).toBe(plan!.before)
  expect(await article.shortenPast(false)).toEqual(plan)
  expect((await fs.stat(history())).size).toBe(plan!.after)
  await article.record(put('after'))
  await article.close()
  const again = await openCats()
  expect(await noteNow(again)).toBe('after')
  const { moments } = await again.openPast()
  // The beginning, the two sums, the edits that are kept and the one after.
  expect(moments).toBe(1 + 2 + SHORTENED_EDITS + 1)
  await again.abandon()
  expect(before).toContain(`late ${SHORTENED_EDITS - 1}`)
})

test('edits that come while a history is shortened wait, and are there after it', async () => {
  const article = await openCats()
  const [done, ...revisions] = await Promise.all([
    article.shortenPast(false),
    article.record(put('meanwhile 1')),
    article.record(put('meanwhile 2')),
  ])
  expect(revisions).toHaveLength(2)
  await article.abandon()
  const again = await openCats()
  expect(await noteNow(again)).toBe('meanwhile 2')
  expect(again.layerInHand().readOnly).toBe(false)
  await again.abandon()
  expect(done === null || done.after < done.before).toBe(true)
})

test('whichever call of the disk fails, the old history stands there or the new one, whole', async () => {
  const old = await fs.readFile(history(), 'utf8')
  for (let nth = 1; nth < 60; nth += 6) {
    await fs.writeFile(history(), old)
    const flaky = flakyDisk(disk, { nth: Number.POSITIVE_INFINITY, code: 'EIO', lasting: 'once' })
    const article = await openCats(flaky)
    const first = flaky.calls()
    await article.abandon()
    const failing = await openCats(flakyDisk(disk, { nth: first + nth, code: 'EIO', lasting: 'always' }))
    await failing.shortenPast(false).catch(() => null)
    await failing.abandon().catch(() => {})
    await expectWhole(old)
  }
})

test('wherever the program dies, the old history stands there or the new one, whole', async () => {
  const old = await fs.readFile(history(), 'utf8')
  for (let turns = 0; turns < 200; turns += 20) {
    await fs.writeFile(history(), old)
    const mortal = mortalDisk()
    const article = await openCats(mortal.disk)
    const shortening = article.shortenPast(false).catch(() => null)
    for (let i = 0; i < turns; i++) await new Promise(resolve => setImmediate(resolve))
    await mortal.die()
    await shortening
    await article.abandon().catch(() => {})
    await expectWhole(old)
  }
})

async function expectWhole(old: string): Promise<void> {
  const article = await openCats()
  expect(article.layerInHand().readOnly).toBe(false)
  expect(await noteNow(article)).toBe(`late ${SHORTENED_EDITS - 1}`)
  const { moments } = await article.openPast()
  const isOld = (await fs.readFile(history(), 'utf8')).startsWith(old)
  expect(moments).toBe(isOld ? 1 + EARLY + SHORTENED_EDITS : 1 + 2 + SHORTENED_EDITS)
  await article.abandon()
}
