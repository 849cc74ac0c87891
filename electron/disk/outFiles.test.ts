import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Disk, disk } from './disk.ts'
import { raiseFence } from './fence.ts'
import { OutFiles } from './outFiles.ts'

let folder: string
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-out-')))
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

test('before a folder takes its name, each of its files and folders was forced to the disk after it was last changed', async () => {
  const changed = new Set<string>()
  const watched: Disk = {
    ...disk,
    open: async (path, flags, mode) => {
      const file = await fs.open(path, flags, mode)
      const [place, sync, write] = [String(path), file.sync.bind(file), file.write.bind(file)]
      if (flags === 'wx') changed.add(dirname(place))
      file.write = ((...parts: Parameters<typeof write>) => {
        changed.add(place)
        return write(...parts)
      }) as typeof file.write
      file.sync = async () => {
        await sync()
        changed.delete(place)
      }
      return file
    },
    rename: async (from, to) => {
      expect([...changed].map(place => relative(String(from), place))).toEqual([])
      return fs.rename(from, to)
    },
  }
  const out = join(folder, 'out')
  const files = await OutFiles.begin(watched, await raiseFence(disk, folder), out)
  // More files than are open at once, some of which grow once more when they were closed long ago.
  const names = Array.from({ length: 150 }, (_, i) => (i % 3 === 0 ? `${i}.txt` : `below/${i % 2}/${i}.txt`))
  for (const file of names) await files.write([{ file, data: 'one' }])
  for (const file of names.slice(0, 20)) await files.write([{ file, data: ' two' }])
  expect(changed.size).toBeGreaterThan(100)
  await files.close()
  await files.finish()
  for (const [i, name] of names.entries())
    expect(await fs.readFile(join(out, name), 'utf8')).toBe(i < 20 ? 'one two' : 'one')
  expect(await fs.readdir(folder)).toEqual(['out'])
})

test('what is given up leaves nothing', async () => {
  const files = await OutFiles.begin(disk, await raiseFence(disk, folder), join(folder, 'out'))
  await files.write([
    { file: 'a/b.txt', data: 'one' },
    { file: 'c.txt', data: 'two' },
  ])
  await files.discard()
  expect(await fs.readdir(folder)).toEqual([])
})
