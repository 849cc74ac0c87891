import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTogether } from './createTogether.ts'
import { type Disk, disk } from './disk.ts'
import { type Fence, raiseFence } from './fence.ts'
import { flakyDisk } from './flakyDisk.ts'

let folder: string
let fence: Fence
const at = (name: string) => join(folder, name)
const bytesOf = (name: string) => Buffer.from(`the whole of ${name}\n`)
/** More than go to the disk at once, in two folders. */
const names = Array.from({ length: 40 }, (_, i) => `${i % 2 === 0 ? 'one' : 'two'}/${i}.txt`)
const create = (disk: Disk, wanted = names) =>
  createTogether(
    disk,
    fence,
    wanted.map(name => ({ path: at(name), bytes: bytesOf(name) })),
  )
/** What stands in the folders, drafts among it. */
const there = async () => [...(await fs.readdir(at('one'))), ...(await fs.readdir(at('two')))].sort()

beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-together-')))
  fence = await raiseFence(disk, folder)
  for (const name of ['one', 'two']) await fs.mkdir(at(name))
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

test('all are there whole, and nothing is left of their drafts', async () => {
  expect(await create(disk)).toEqual(names.map(() => null))
  for (const name of names) expect(await fs.readFile(at(name))).toEqual(bytesOf(name))
  expect((await there()).length).toBe(names.length)
})

test('none is written over what is there, nor outside the fence, and the others come in', async () => {
  await fs.writeFile(at('one/2.txt'), 'mine')
  const problems = await create(disk, ['one/0.txt', 'one/2.txt', '../out.txt', 'gone/4.txt', 'two/1.txt'])
  expect(problems.map(problem => problem?.kind)).toEqual([
    undefined,
    'file-name-taken',
    'outside-workspace',
    'cannot-save',
    undefined,
  ])
  expect(await fs.readFile(at('one/2.txt'), 'utf8')).toBe('mine')
  expect(await there()).toEqual(['0.txt', '1.txt', '2.txt'])
})

test('every file is synced before it has its name, and each folder once, when all have theirs', async () => {
  const events: string[] = []
  const watched: Disk = {
    ...disk,
    open: async (path, flags, mode) => {
      const file = await fs.open(path, flags, mode)
      const place = String(path)
      const sync = file.sync.bind(file)
      file.sync = async () => {
        events.push(place === at('one') || place === at('two') ? `folder ${place}` : `draft ${place}`)
        return sync()
      }
      return file
    },
    link: async (from, to) => {
      expect(events).toContain(`draft ${String(from)}`)
      events.push(`name ${dirname(String(to))}`)
      return fs.link(from, to)
    },
  }
  expect(await create(watched)).toEqual(names.map(() => null))
  for (const name of ['one', 'two']) {
    const synced = events.flatMap((event, i) => (event === `folder ${at(name)}` ? [i] : []))
    expect(synced.length).toBe(1)
    expect(events.lastIndexOf(`name ${at(name)}`)).toBeLessThan(synced[0]!)
  }
})

for (const code of ['ENOSPC', 'EIO'])
  test(`whichever call fails with ${code}, each name holds all or nothing, and what is told holds`, async () => {
    const some = names.slice(0, 3)
    const counted = flakyDisk(disk, { nth: Number.POSITIVE_INFINITY, code, lasting: 'once' })
    await create(counted, some)
    for (let nth = 1; nth <= counted.calls(); nth++) {
      for (const name of some) await fs.rm(at(name), { force: true })
      const problems = await create(flakyDisk(disk, { nth, code, lasting: 'once' }), some)
      for (const [i, name] of some.entries()) {
        const found = await fs.readFile(at(name)).catch(() => null)
        if (found) expect(found, `call ${nth}`).toEqual(bytesOf(name))
        if (!problems[i]) expect(found, `call ${nth}`).not.toBeNull()
      }
    }
  })
