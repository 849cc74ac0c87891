import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ReaderNow } from './readNow.ts'

let around: string
let reader: ReaderNow
beforeEach(async () => {
  around = await realpath(await mkdtemp(join(tmpdir(), 'stet-now-')))
  await mkdir(join(around, 'root', 'in', 'deep'), { recursive: true })
  await mkdir(join(around, 'out'))
  await writeFile(join(around, 'root', 'top.txt'), 'top')
  await writeFile(join(around, 'root', 'in', 'deep', 'a.txt'), 'deep')
  await writeFile(join(around, 'out', 'secret.txt'), 'secret')
  reader = new ReaderNow(join(around, 'root'))
})
afterEach(() => rm(around, { recursive: true, force: true }))

const read = (...names: string[]) => new TextDecoder().decode(reader.read(join(around, ...names), 10))

test('files of the folder are read, however deep, in a buffer of their own', () => {
  expect([read('root', 'top.txt'), read('root', 'in', 'deep', 'a.txt')]).toEqual(['top', 'deep'])
  expect(reader.read(join(around, 'root', 'top.txt'), 3).buffer.byteLength).toBe(3)
})

test.each([
  ['a link', 'not-a-file', ['root', 'link.txt']],
  ['what lies behind a linked folder', 'outside-workspace', ['root', 'away', 'secret.txt']],
  ['what lies behind one further up', 'outside-workspace', ['root', 'back', 'deep', 'a.txt']],
  ['what lies outside', 'outside-workspace', ['out', 'secret.txt']],
  ['a folder', 'not-a-file', ['root', 'in']],
  ['a pipe', 'not-a-file', ['root', 'pipe.txt']],
  ['what is larger than allowed', 'too-large', ['root', 'large.txt']],
  ['what isn’t there', 'not-there', ['root', 'in', 'nothing.txt']],
  ['what is in no folder', 'not-there', ['root', 'nowhere', 'a.txt']],
])('%s is not read', async (_, kind, names) => {
  const root = join(around, 'root')
  await symlink(join(root, 'top.txt'), join(root, 'link.txt'))
  await symlink(join(around, 'out'), join(root, 'away'))
  await symlink(join(root, 'in'), join(root, 'back'))
  await writeFile(join(root, 'large.txt'), 'x'.repeat(11))
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(root, 'pipe.txt')])
  for (const _time of [1, 2]) expect(() => read(...names)).toThrow(expect.objectContaining({ kind }))
})
