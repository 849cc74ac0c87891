import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { disk } from './disk.ts'
import { makeFolder, raiseFence } from './fence.ts'
import { flakyDisk } from './flakyDisk.ts'
import { sweepDrafts } from './sweepDrafts.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-fence-')))
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

test('a fence stands around a folder, whichever way one came to it', async () => {
  await fs.mkdir(at('corpus'))
  await fs.symlink(at('corpus'), at('link'))
  expect((await raiseFence(disk, at('link'))).root).toBe(at('corpus'))
})

test('no fence stands around nothing, a file, or a folder that cannot be read', async () => {
  await fs.writeFile(at('file'), '')
  await expect(raiseFence(disk, at('nothing'))).rejects.toMatchObject({ kind: 'folder-not-there' })
  await expect(raiseFence(disk, at('file'))).rejects.toMatchObject({ kind: 'folder-not-there' })
  const forbidden = flakyDisk(disk, { nth: 1, code: 'EACCES', lasting: 'always' })
  await expect(raiseFence(forbidden, folder)).rejects.toMatchObject({ kind: 'folder-unreadable' })
})

test('folders are made inside the fence only, and once', async () => {
  await fs.mkdir(at('corpus'))
  await fs.symlink(folder, at('corpus/link'))
  await fs.writeFile(at('corpus/file'), '')
  const fence = await raiseFence(disk, at('corpus'))
  await makeFolder(disk, fence, at('corpus/.stet/history/2018'))
  await makeFolder(disk, fence, at('corpus/.stet/history/2018'))
  expect((await fs.stat(at('corpus/.stet/history/2018'))).isDirectory()).toBe(true)
  for (const way of ['corpus/link/new', 'corpus/file/new', 'new', 'corpusnew'])
    await expect(makeFolder(disk, fence, at(way)), way).rejects.toMatchObject({ kind: 'outside-workspace' })
  expect((await fs.readdir(folder)).sort()).toEqual(['corpus'])
})

test('drafts that a crash left go, and nothing else does', async () => {
  const [old, fresh, future] = ['a', 'b', 'c'].map(letter => `.stet-${crypto.randomUUID().replace(/^./, letter)}.draft`)
  const now = Date.now()
  for (const name of [old!, fresh!, future!]) await fs.writeFile(at(name), 'half')
  await fs.utimes(at(old!), new Date(now - 3_600_000), new Date(now - 3_600_000))
  await fs.utimes(at(future!), new Date(now + 3_600_000), new Date(now + 3_600_000))
  const fence = await raiseFence(disk, folder)
  expect(
    await sweepDrafts(disk, fence, [at(old!), at(fresh!), at(future!), at(`.stet-${crypto.randomUUID()}.draft`)]),
  ).toBe(2)
  expect(await fs.readdir(folder)).toEqual([fresh])
  await expect(sweepDrafts(disk, fence, [at('article.txt')])).rejects.toThrow(RangeError)
})
