import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openAppend } from './appendLine.ts'
import { createFile } from './createFile.ts'
import { disk } from './disk.ts'
import { raiseFence } from './fence.ts'
import { replaceFile } from './replaceFile.ts'

/** Mounting and becoming nobody take root. Without it these tests are skipped, and say so. */
const isRoot = process.platform === 'linux' && process.geteuid?.() === 0
if (!isRoot) process.stderr.write('SKIPPED: full and forbidden disks are only tested as root on Linux\n')

let folder: string
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-real-')))
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

describe.skipIf(!isRoot)('a disk of 64 KiB', () => {
  beforeEach(() => void execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]))
  afterEach(() => void execFileSync('umount', [folder]))

  test('a file that does not fit leaves the old one, and fits once there is room', async () => {
    const fence = await raiseFence(disk, folder)
    const path = join(folder, 'sidecar')
    const filler = join(folder, 'filler')
    await fs.writeFile(path, 'good')
    await fs.writeFile(filler, Buffer.alloc(16 * 1024))
    const { bavail, bsize } = await fs.statfs(folder)
    const free = bavail * bsize
    for (let size = free - 1024; size <= free + 1024; size += 256) {
      const body = Buffer.alloc(size, 'x')
      if (size <= free) {
        await replaceFile(disk, fence, path, body)
        expect((await fs.readFile(path)).equals(body)).toBe(true)
        await fs.writeFile(path, 'good')
      } else {
        await expect(replaceFile(disk, fence, path, body)).rejects.toMatchObject({ kind: 'disk-full' })
        await expect(createFile(disk, fence, join(folder, 'new'), body)).rejects.toMatchObject({ kind: 'disk-full' })
        expect(await fs.readFile(path, 'utf8')).toBe('good')
        expect((await fs.readdir(folder)).sort()).toEqual(['filler', 'sidecar'])
      }
    }
    await fs.rm(filler)
    await replaceFile(disk, fence, path, Buffer.alloc(free + 1024, 'y'))
    expect((await fs.stat(path)).size).toBe(free + 1024)
  })

  test('a history on a full disk ends in a whole line, and goes on once there is room', async () => {
    const fence = await raiseFence(disk, folder)
    const history = await openAppend(disk, fence, join(folder, 'history'))
    const line = Buffer.from(`${'x'.repeat(999)}\n`)
    let good = 0
    await expect(
      (async () => {
        for (;;) {
          await history.append(line)
          good++
        }
      })(),
    ).rejects.toMatchObject({ kind: 'disk-full' })
    expect(good).toBeGreaterThan(50)
    expect((await fs.stat(join(folder, 'history'))).size).toBe(good * 1000)
    await history.append(Buffer.from('short\n'))
    await history.close()
    expect(await fs.readFile(join(folder, 'history'), 'utf8')).toBe(`${line}`.repeat(good).concat('short\n'))
  })
})

describe.skipIf(!isRoot)('a disk that says no', () => {
  /** Root may write everywhere; so, for the time of `work`, this process is nobody. */
  async function asNobody(work: () => Promise<void>): Promise<void> {
    process.seteuid!(65534)
    try {
      await work()
    } finally {
      process.seteuid!(0)
    }
  }

  test('a file or folder that is read-only is left alone', async () => {
    await fs.chmod(folder, 0o777)
    const fence = await raiseFence(disk, folder)
    await fs.writeFile(join(folder, 'forbidden'), 'good', { mode: 0o444 })
    await fs.mkdir(join(folder, 'closed'), { mode: 0o555 })
    await asNobody(async () => {
      for (const path of [join(folder, 'forbidden'), join(folder, 'closed', 'new')]) {
        await expect(replaceFile(disk, fence, path, Buffer.from('x'))).rejects.toMatchObject({ kind: 'not-permitted' })
        await expect(openAppend(disk, fence, path)).rejects.toMatchObject({ kind: 'not-permitted' })
      }
    })
    expect(await fs.readFile(join(folder, 'forbidden'), 'utf8')).toBe('good')
    expect(await fs.readdir(join(folder, 'closed'))).toEqual([])
  })

  test('so is everything on a disk that is mounted for reading', async () => {
    await fs.writeFile(join(folder, 'sidecar'), 'good')
    const fence = await raiseFence(disk, folder)
    execFileSync('mount', ['--bind', folder, folder])
    try {
      execFileSync('mount', ['-o', 'remount,ro,bind', folder])
      await expect(replaceFile(disk, fence, join(folder, 'sidecar'), Buffer.from('x'))).rejects.toMatchObject({
        kind: 'not-permitted',
      })
    } finally {
      execFileSync('umount', [folder])
    }
    expect(await fs.readFile(join(folder, 'sidecar'), 'utf8')).toBe('good')
  })
})
