import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Told } from '../../shared/dataset/format.ts'
import type { Left } from '../../shared/dataset/left.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { LongList } from '../disk/longList.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
import { closeReceipt, type OpenReceipt, writeReceipt } from './receipt.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'stet-receipt-')))
})
afterEach(() => rmSync(folder, { recursive: true }))

const left = (i: number): Left => ({
  ...{ path: `a "${i}".txt`, annotator: 'ada', kind: 'annotation', id: `${i}`, feature: 'cues', done: 'without' },
  quote: '💩 said\n',
})

test('a receipt is one document, however much was left out', async () => {
  const lists = {
    leftOut: new LongList<Left>(disk, folder),
    notTaken: new LongList<NotTaken>(disk, folder),
    told: new LongList<Told>(disk, folder),
  }
  const head = { format: 'stet-receipt', counts: { articles: 3 }, files: [] }
  const all = Array.from({ length: 3500 }, (_, i) => left(i))
  for (const one of all) await lists.leftOut.add([one])
  const missed: NotTaken = { path: 'b.txt', annotator: null, id: 'x', why: 'unplaced', problem: null }
  await lists.notTaken.add([missed])
  const receipt = { ...head, ...lists } as unknown as OpenReceipt
  await writeReceipt(disk, await raiseFence(disk, folder), join(folder, 'receipt.json'), receipt)
  await closeReceipt(receipt)
  const written = JSON.parse(readFileSync(join(folder, 'receipt.json'), 'utf8'))
  expect(written).toEqual({ ...head, leftOut: all, notTaken: [missed], told: [] })
  expect(Object.keys(written).slice(0, 3)).toEqual(['format', 'counts', 'files'])
  expect(readdirSync(folder)).toEqual(['receipt.json'])
})
