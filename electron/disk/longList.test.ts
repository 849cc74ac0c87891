import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { disk } from './disk.ts'
import { flakyDisk } from './flakyDisk.ts'
import { LongList } from './longList.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-list-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const all = async <T>(list: AsyncIterable<T>) => {
  const items: T[] = []
  for await (const item of list) items.push(item)
  return items
}
/** Words whose characters are cut wherever the file is read in parts. */
const items = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({ at: from + i, words: '💩\nü'.repeat(8) }))

test.each([0, 1, 999, 1000, 1001, 25_000])('%i items come back in their order, as often as one likes', async count => {
  const list = new LongList<{ at: number; words: string }>(disk, folder)
  for (let at = 0; at < count; at += 700) await list.add(items(Math.min(700, count - at), at))
  expect(list.length).toBe(count)
  expect(await all(list)).toEqual(items(count))
  await list.add(items(3, count))
  expect(await all(list)).toEqual(items(count + 3))
  await list.close()
  expect(await all(list)).toEqual([])
})

test('its file has no name while it is written, and is gone afterwards', async () => {
  const list = new LongList<object>(disk, folder)
  await list.add(items(5000))
  expect(readdirSync(folder)).toEqual([])
  await list.close()
})

test('where an open file keeps its name, it has the name of a draft until it is let go', async () => {
  const list = new LongList<object>(flakyDisk(disk, { nth: 1, code: 'EBUSY', lasting: 'once', only: ['rm'] }), folder)
  await list.add(items(2500))
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.stet-.*\.draft$/)])
  expect((await all(list)).length).toBe(2500)
  await list.close()
  expect(readdirSync(folder)).toEqual([])
})

test('a full disk is told as that', async () => {
  const full = flakyDisk(disk, { nth: 1, code: 'ENOSPC', lasting: 'always', only: ['open'] })
  await expect(new LongList(full, folder).add(items(5000))).rejects.toMatchObject({ kind: 'disk-full' })
})
