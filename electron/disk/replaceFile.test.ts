import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { disk } from './disk.ts'
import { type Fence, raiseFence } from './fence.ts'
import { flakyDisk } from './flakyDisk.ts'
import { renamePatiently, replaceFile } from './replaceFile.ts'

const was = Buffer.from('what stood there before\n')
const will = Buffer.from('what is to stand there, and it is longer\n')
let folder: string
let path: string
let fence: Fence

beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-disk-')))
  path = join(folder, 'article.txt.alice.stet.json')
  fence = await raiseFence(disk, folder)
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

async function counting(): Promise<number> {
  await fs.writeFile(path, was)
  const counted = flakyDisk(disk, { nth: Number.POSITIVE_INFINITY, code: '', lasting: 'once' })
  await replaceFile(counted, fence, path, will)
  return counted.calls()
}

for (const lasting of ['once', 'always'] as const) {
  for (const code of ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'short', 'lies']) {
    test(`the file is whole whichever call fails ${lasting} with ${code}`, async () => {
      const calls = await counting()
      expect(calls).toBeGreaterThan(12)
      for (let nth = 1; nth <= calls; nth++) {
        await fs.writeFile(path, was)
        let failed = false
        await replaceFile(flakyDisk(disk, { nth, code, lasting }), fence, path, will).catch(error => {
          failed = true
          expect(error.name, `call ${nth}`).toBe('Problem')
          expect(error.detail).not.toContain(folder)
        })
        const now = await fs.readFile(path)
        expect(now.equals(was) || now.equals(will), `call ${nth}`).toBe(true)
        if (!failed) expect(now.equals(will), `call ${nth} claimed success`).toBe(true)
        if (lasting === 'once') expect(await fs.readdir(folder), `drafts after call ${nth}`).toHaveLength(1)
        for (const name of await fs.readdir(folder)) if (name.endsWith('.draft')) await fs.rm(join(folder, name))
      }
    })
  }
}

test('a file that was not there is made', async () => {
  await replaceFile(disk, fence, path, will)
  expect(await fs.readFile(path)).toEqual(will)
})

test('the permissions of the file are kept, and a hard link keeps the old bytes', async () => {
  await fs.writeFile(path, was)
  // More than a new file would get, so that it isn't there by chance.
  await fs.chmod(path, 0o666)
  await fs.link(path, join(folder, 'other'))
  await replaceFile(disk, fence, path, will)
  expect((await fs.stat(path)).mode & 0o777).toBe(0o666)
  expect(await fs.readFile(join(folder, 'other'))).toEqual(was)
})

test('a name of 255 bytes, an emoji, a trailing dot are names like any other', async () => {
  for (const name of ['x'.repeat(255), '📰.', ' two words ']) {
    await replaceFile(disk, fence, join(folder, name), will)
    expect(await fs.readFile(join(folder, name))).toEqual(will)
  }
})

describe('nothing is written', () => {
  let elsewhere: string
  beforeEach(async () => {
    elsewhere = await fs.mkdtemp(join(tmpdir(), 'stet-elsewhere-'))
    await fs.writeFile(join(elsewhere, 'victim'), was)
  })
  afterEach(() => fs.rm(elsewhere, { recursive: true, force: true }))

  const refused = { name: 'Problem', kind: 'outside-workspace' }
  const untouched = async () => {
    expect(await fs.readFile(join(elsewhere, 'victim'))).toEqual(was)
    expect(await fs.readdir(elsewhere)).toEqual(['victim'])
  }

  test('through a link that has the name, even one that leads nowhere', async () => {
    await fs.symlink(join(elsewhere, 'victim'), path)
    await expect(replaceFile(disk, fence, path, will)).rejects.toMatchObject(refused)
    await fs.rm(path)
    await fs.symlink(join(elsewhere, 'new'), path)
    await expect(replaceFile(disk, fence, path, will)).rejects.toMatchObject(refused)
    await untouched()
  })

  test('through a folder that is a link, out of the fence or within it', async () => {
    await fs.symlink(elsewhere, join(folder, 'out'))
    await fs.mkdir(join(folder, 'real'))
    await fs.symlink(join(folder, 'real'), join(folder, 'in'))
    for (const way of ['out', 'in'])
      await expect(replaceFile(disk, fence, join(folder, way, 'victim'), will)).rejects.toMatchObject(refused)
    expect(await fs.readdir(join(folder, 'real'))).toEqual([])
    await untouched()
  })

  test('at a path that climbs out', async () => {
    for (const way of [
      join(elsewhere, 'victim'),
      `${folder}/../${elsewhere.split('/').at(-1)}/victim`,
      folder,
      `${folder}x`,
    ])
      await expect(replaceFile(disk, fence, way, will)).rejects.toMatchObject(refused)
    await untouched()
  })

  test('over a folder or a pipe', async () => {
    await fs.mkdir(path)
    await expect(replaceFile(disk, fence, path, will)).rejects.toMatchObject(refused)
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    await expect(replaceFile(disk, fence, pipe, will)).rejects.toMatchObject(refused)
    expect((await fs.lstat(pipe)).isFIFO()).toBe(true)
  })
})

test('when the folder is gone it says so and makes none', async () => {
  await fs.rm(folder, { recursive: true })
  await expect(replaceFile(disk, fence, path, will)).rejects.toMatchObject({ kind: 'cannot-save' })
  await expect(fs.lstat(folder)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a file held by another program is tried again, and given up in the end', async () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  for (const code of ['EPERM', 'EBUSY', 'EACCES']) {
    await fs.writeFile(from, will)
    const once = flakyDisk(disk, { nth: 1, code, lasting: 'once' })
    await renamePatiently(once, from, to, [1, 1])
    expect(await fs.readFile(to)).toEqual(will)
    await fs.writeFile(from, was)
    const always = flakyDisk(disk, { nth: 1, code, lasting: 'always' })
    await expect(renamePatiently(always, from, to, [1, 1])).rejects.toMatchObject({ code })
    expect(always.calls()).toBe(3)
    expect(await fs.readFile(to)).toEqual(will)
  }
  const full = flakyDisk(disk, { nth: 1, code: 'ENOSPC', lasting: 'always' })
  await expect(renamePatiently(full, from, to, [1, 1])).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(full.calls()).toBe(1)
})

test('a folder that will not be synced is told, for the name may not last', async () => {
  await fs.writeFile(path, was)
  const flaky = flakyDisk(disk, { nth: 2, code: 'EIO', lasting: 'once', only: ['sync'] })
  await expect(replaceFile(flaky, fence, path, will)).rejects.toMatchObject({ kind: 'cannot-save' })
  expect(flaky.calls()).toBe(2)
})
