import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openAppend } from './appendLine.ts'
import { disk } from './disk.ts'
import { type Fence, raiseFence } from './fence.ts'
import { type Fault, flakyDisk } from './flakyDisk.ts'

const line = (n: number) => Buffer.from(`{"line":${n},"padding":"${'x'.repeat(40)}"}\n`)
let folder: string
let path: string
let fence: Fence

beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-append-')))
  path = join(folder, 'history.ndjson')
  fence = await raiseFence(disk, folder)
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

/** Appends five lines over a disk, trying on after a failure, and tells which lines were said to be there. */
async function write(fault: Fault): Promise<{ said: number[]; calls: number }> {
  await fs.rm(path, { force: true })
  const flaky = flakyDisk(disk, fault)
  const said: number[] = []
  const history = await openAppend(flaky, fence, path).catch(() => null)
  for (let n = 0; history && n < 5; n++)
    await history.append(line(n)).then(
      () => said.push(n),
      error => expect(error.name).toBe('Problem'),
    )
  await history?.close().catch(() => {})
  return { said, calls: flaky.calls() }
}

for (const lasting of ['once', 'always'] as const) {
  for (const code of ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EDQUOT', 'short', 'lies']) {
    test(`the file holds just the lines that were said to be there, whichever call fails ${lasting} with ${code}`, async () => {
      const { calls } = await write({ nth: Number.POSITIVE_INFINITY, code, lasting })
      expect(calls).toBeGreaterThan(25)
      for (let nth = 1; nth <= calls; nth++) {
        const { said } = await write({ nth, code, lasting })
        const holds = await fs.readFile(path, 'utf8').catch(() => '')
        const promised = said.map(n => String(line(n))).join('')
        // A disk that fails for good can't be cut back either; then a rest may follow what was promised, never come between.
        if (lasting === 'once') expect(holds, `call ${nth}`).toBe(promised)
        else expect(holds.startsWith(promised), `call ${nth}`).toBe(true)
      }
    })
  }
}

test('a line that a crash cut off is removed where the caller says what is good', async () => {
  await fs.writeFile(path, 'one\ntwo\nthr')
  const history = await openAppend(disk, fence, path, 8)
  expect(history.size).toBe(8)
  await history.append(Buffer.from('three\n'))
  await history.close()
  expect(await fs.readFile(path, 'utf8')).toBe('one\ntwo\nthree\n')
})

test('appends that are asked for at once stand in the order they were asked for', async () => {
  const history = await openAppend(disk, fence, path)
  await Promise.all(Array.from({ length: 50 }, (_, n) => history.append(line(n))))
  await history.close()
  expect(await fs.readFile(path, 'utf8')).toBe(Array.from({ length: 50 }, (_, n) => String(line(n))).join(''))
})

test('nothing is called saved in a file that was deleted, replaced or changed', async () => {
  for (const spoil of [
    () => fs.rm(path),
    () => fs.rename(path, `${path}.old`),
    () => fs.rm(path).then(() => fs.writeFile(path, '')),
    () => fs.appendFile(path, 'not ours'),
  ]) {
    await fs.rm(path, { force: true })
    const history = await openAppend(disk, fence, path)
    await history.append(line(1))
    await spoil()
    await expect(history.append(line(2))).rejects.toMatchObject({ kind: 'history-lost' })
    await history.close()
  }
})

test('a history that is a link or a folder is not opened', async () => {
  await fs.writeFile(join(folder, 'elsewhere'), '')
  await fs.symlink(join(folder, 'elsewhere'), path)
  await expect(openAppend(disk, fence, path)).rejects.toMatchObject({ kind: 'outside-workspace' })
  await fs.rm(path)
  await fs.symlink(join(folder, 'nowhere'), path)
  await expect(openAppend(disk, fence, path)).rejects.toMatchObject({ kind: 'outside-workspace' })
  await expect(fs.lstat(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a line that could not be cut back at once is cut back before the next', async () => {
  const unsynced = flakyDisk(disk, { nth: 3, code: 'EIO', lasting: 'once', only: ['datasync'] })
  const both = flakyDisk(unsynced, { nth: 1, code: 'EIO', lasting: 'once', only: ['truncate'] })
  const history = await openAppend(both, fence, path)
  await history.append(line(1))
  await expect(history.append(line(2))).rejects.toMatchObject({ kind: 'cannot-save' })
  expect(await fs.readFile(path, 'utf8')).toBe(`${line(1)}${line(2)}`)
  await history.append(line(3))
  await history.close()
  expect(await fs.readFile(path, 'utf8')).toBe(`${line(1)}${line(3)}`)
})
