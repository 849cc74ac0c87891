import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { disk } from './disk.ts'
import { type Fence, raiseFence } from './fence.ts'
import { flakyDisk } from './flakyDisk.ts'
import { takeTurn } from './takeTurn.ts'

let folder: string
let fence: Fence
let place: string
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-turn-')))
  fence = await raiseFence(disk, folder)
  place = join(folder, 'turns', 'one')
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

test('turns come one after another, however many want one', async () => {
  let inside = 0
  const once = async () => {
    const leave = await takeTurn(disk, fence, place)
    expect(++inside).toBe(1)
    await fs.readdir(folder)
    inside--
    await leave()
  }
  await Promise.all(Array.from({ length: 20 }, once))
  expect(await fs.readdir(join(folder, 'turns'))).toEqual([])
})

test.each([
  ['an hour ago', -3_600],
  ['in an hour, by a clock that was wrong', 3_600],
])('a turn of somebody who died in it %s is taken over', async (_, seconds) => {
  await takeTurn(disk, fence, place)
  const then = Date.now() / 1000 + seconds
  await fs.utimes(place, then, then)
  await (await takeTurn(disk, fence, place))()
  expect(await fs.readdir(join(folder, 'turns'))).toEqual([])
})

test('a disk that refuses is told, and no turn is left behind', async () => {
  const full = flakyDisk(disk, { nth: 1, code: 'ENOSPC', lasting: 'always', only: ['open'] })
  await expect(takeTurn(full, fence, place)).rejects.toMatchObject({ kind: 'disk-full' })
})
