import { constants, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { disk } from './disk.ts'
import { readBounded } from './readBounded.ts'
import { readOnlyDisk } from './readOnlyDisk.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-read-only-'))
  writeFileSync(join(folder, 'a.txt'), 'A')
})
afterEach(() => rmSync(folder, { recursive: true }))

const looking = readOnlyDisk(disk)

test('files and folders are read', async () => {
  expect(await readBounded(looking, join(folder, 'a.txt'), 10)).toEqual(Uint8Array.of(65))
  expect(await looking.readdir(folder)).toEqual(['a.txt'])
})

test.each([
  ['open to write', (at: string) => looking.open(join(at, 'a.txt'), 'w')],
  ['open to append', (at: string) => looking.open(join(at, 'a.txt'), 'a')],
  ['open to read and write', (at: string) => looking.open(join(at, 'a.txt'), constants.O_RDWR)],
  ['make a file', (at: string) => looking.open(join(at, 'b.txt'), constants.O_RDONLY | constants.O_CREAT)],
  ['mkdir', (at: string) => looking.mkdir(join(at, 'b'))],
  ['link', (at: string) => looking.link(join(at, 'a.txt'), join(at, 'b.txt'))],
  ['rename', (at: string) => looking.rename(join(at, 'a.txt'), join(at, 'b.txt'))],
  ['rm', (at: string) => looking.rm(join(at, 'a.txt'))],
  ['rmdir', (at: string) => looking.rmdir(at)],
])('it refuses to %s', async (_what, write) => {
  await expect(write(folder)).rejects.toThrow('Nothing is written here')
  expect(readdirSync(folder)).toEqual(['a.txt'])
})
