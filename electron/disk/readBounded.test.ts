import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Disk, disk } from './disk.ts'
import { raiseFence } from './fence.ts'
import { flakyDisk } from './flakyDisk.ts'
import { readBounded } from './readBounded.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-read-')))
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

test('a file of just the limit is read, one byte more is too large', async () => {
  await fs.writeFile(at('file'), '12345')
  const bytes = await readBounded(disk, at('file'), 5)
  expect(Buffer.from(bytes).toString()).toBe('12345')
  expect(bytes.buffer.byteLength).toBe(5)
  await expect(readBounded(disk, at('file'), 4)).rejects.toMatchObject({ kind: 'too-large' })
})

test('what is no file is refused at once: links, folders, pipes, sockets, devices', async () => {
  await fs.writeFile(at('file'), 'x')
  await fs.symlink(at('file'), at('link'))
  await fs.symlink(at('loop'), at('loop'))
  execFileSync('mkfifo', [at('pipe')])
  const server = createServer().listen(at('socket'))
  await new Promise(resolve => server.once('listening', resolve))
  for (const path of [at('link'), at('loop'), at('pipe'), at('socket'), folder, '/dev/zero'])
    await expect(readBounded(disk, path, 1000), path).rejects.toMatchObject({ kind: 'not-a-file' })
  server.close()
})

test('a file that becomes a link or a pipe after the look is refused as well', async () => {
  await fs.writeFile(at('file'), 'x')
  for (const swap of [
    () => fs.symlink(at('other'), at('file')),
    async () => void execFileSync('mkfifo', [at('file')]),
  ]) {
    await fs.rm(at('file'), { force: true })
    await fs.writeFile(at('file'), 'x')
    const swapping: Disk = {
      ...disk,
      open: async (...parts) => {
        await fs.rm(at('file'))
        await swap()
        return disk.open(...parts)
      },
    }
    await expect(readBounded(swapping, at('file'), 1000)).rejects.toMatchObject({ kind: 'not-a-file' })
  }
})

test('a file that grows while it is read is cut off where it ended at first', async () => {
  await fs.writeFile(at('file'), 'first')
  const growing: Disk = {
    ...disk,
    open: async (...parts) => {
      const file = await disk.open(...parts)
      const stat = file.stat.bind(file)
      file.stat = (async () => {
        const seen = await stat()
        await fs.appendFile(at('file'), ' and then some')
        return seen
      }) as typeof file.stat
      return file
    },
  }
  expect(Buffer.from(await readBounded(growing, at('file'), 1000)).toString()).toMatch(/^first( and then some)?$/)
})

test('a file that isn’t there, and one that may not be read, are two things', async () => {
  await expect(readBounded(disk, at('nothing'), 1)).rejects.toMatchObject({ kind: 'not-there' })
  await expect(readBounded(disk, at('nothing/below'), 1)).rejects.toMatchObject({ kind: 'not-there' })
  await fs.writeFile(at('file'), 'x')
  const forbidden = flakyDisk(disk, { nth: 1, code: 'EACCES', lasting: 'always', only: ['open'] })
  await expect(readBounded(forbidden, at('file'), 1)).rejects.toMatchObject({ kind: 'cannot-read' })
  const counted = flakyDisk(disk, { nth: Number.POSITIVE_INFINITY, code: '', lasting: 'once' })
  await readBounded(counted, at('file'), 1)
  for (let nth = 1; nth <= counted.calls(); nth++)
    await expect(
      readBounded(flakyDisk(disk, { nth, code: 'EIO', lasting: 'once' }), at('file'), 1),
    ).rejects.toMatchObject({
      kind: 'cannot-read',
    })
})

test('with a fence, a file behind a folder that is a link is not read', async () => {
  const elsewhere = await fs.mkdtemp(join(tmpdir(), 'stet-elsewhere-'))
  await fs.writeFile(join(elsewhere, 'secret'), 'x')
  await fs.symlink(elsewhere, at('out'))
  const fence = await raiseFence(disk, folder)
  await expect(readBounded(disk, at('out/secret'), 9, fence)).rejects.toMatchObject({ kind: 'outside-workspace' })
  await fs.rm(elsewhere, { recursive: true })
})
