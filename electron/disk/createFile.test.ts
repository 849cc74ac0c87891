import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFile } from './createFile.ts'
import { disk } from './disk.ts'
import { type Fence, raiseFence } from './fence.ts'
import { flakyDisk } from './flakyDisk.ts'
import { moveFile } from './moveFile.ts'

const bytes = Buffer.from('the whole of it\n')
const other = Buffer.from('somebody else’s\n')
let folder: string
let fence: Fence
const at = (name: string) => join(folder, name)

beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-create-')))
  fence = await raiseFence(disk, folder)
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

/** A disk that knows no hard links, as exFAT; `then` fails on top of that. */
const withoutLinks = flakyDisk(disk, { nth: 1, code: 'EPERM', lasting: 'always', only: ['link'] })

for (const [kind, base] of [
  ['a disk', disk],
  ['a disk without hard links', withoutLinks],
] as const) {
  test(`on ${kind}, a new file is there whole, and never over another`, async () => {
    await createFile(base, fence, at('new'), bytes)
    expect(await fs.readFile(at('new'))).toEqual(bytes)
    await expect(createFile(base, fence, at('new'), other)).rejects.toMatchObject({ kind: 'file-name-taken' })
    expect(await fs.readFile(at('new'))).toEqual(bytes)
    expect(await fs.readdir(folder)).toEqual(['new'])
  })

  test(`on ${kind}, a file moves, and never over another`, async () => {
    await fs.writeFile(at('from'), bytes)
    await fs.writeFile(at('taken'), other)
    await expect(moveFile(base, fence, at('from'), at('taken'))).rejects.toMatchObject({ kind: 'file-name-taken' })
    await moveFile(base, fence, at('from'), at('to'))
    expect(await fs.readFile(at('to'))).toEqual(bytes)
    expect(await fs.readFile(at('taken'))).toEqual(other)
    expect((await fs.readdir(folder)).sort()).toEqual(['taken', 'to'])
  })

  for (const code of ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE']) {
    test(`on ${kind}, whichever call fails with ${code}, a name holds all or nothing`, async () => {
      const flaky = (nth: number) => flakyDisk(base, { nth, code, lasting: 'once' })
      const counted = flaky(Number.POSITIVE_INFINITY)
      await createFile(counted, fence, at('new'), bytes)
      await fs.rm(at('new'))
      for (let nth = 1; nth <= counted.calls(); nth++) {
        const failed = await createFile(flaky(nth), fence, at('new'), bytes).then(
          () => false,
          () => true,
        )
        const found = await fs.readFile(at('new')).catch(() => null)
        if (found) expect(found, `call ${nth}`).toEqual(bytes)
        if (!failed) expect(found, `call ${nth} claimed success`).toEqual(bytes)
        expect((await fs.readdir(folder)).filter(name => name.endsWith('.draft'))).toEqual([])
        await fs.rm(at('new'), { force: true })
      }
    })

    test(`on ${kind}, whichever call fails with ${code}, a move loses nothing`, async () => {
      for (let nth = 1; nth <= 14; nth++) {
        await fs.writeFile(at('from'), bytes)
        await moveFile(flakyDisk(base, { nth, code, lasting: 'once' }), fence, at('from'), at('to')).catch(() => {})
        const names = await fs.readdir(folder)
        expect(names.length, `call ${nth}`).toBe(1)
        expect(await fs.readFile(at(names[0]!)), `call ${nth}`).toEqual(bytes)
        await fs.rm(at(names[0]!))
      }
    })
  }
}

test('nothing is created or moved through a link, and a link itself is not moved', async () => {
  const elsewhere = await fs.mkdtemp(join(tmpdir(), 'stet-elsewhere-'))
  await fs.symlink(elsewhere, at('out'))
  const refused = { kind: 'outside-workspace' }
  await expect(createFile(disk, fence, at('out/new'), bytes)).rejects.toMatchObject(refused)
  await fs.writeFile(at('from'), bytes)
  await expect(moveFile(disk, fence, at('from'), at('out/new'))).rejects.toMatchObject(refused)
  await expect(moveFile(disk, fence, at('out'), at('moved'))).rejects.toMatchObject(refused)
  await expect(moveFile(disk, fence, at('nothing'), at('moved'))).rejects.toMatchObject({ kind: 'not-there' })
  expect(await fs.readdir(elsewhere)).toEqual([])
  await fs.rm(elsewhere, { recursive: true })
})

test('a dangling link has its name', async () => {
  await fs.symlink(at('nowhere'), at('new'))
  await expect(createFile(disk, fence, at('new'), bytes)).rejects.toMatchObject({ kind: 'file-name-taken' })
})
