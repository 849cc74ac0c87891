import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Disk, disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { takeBack } from './takeBack.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-back-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const path = 'a.txt.carol.stet.json'
const place = () => join(folder, path)

test('where an earlier answer is put back, it or the later one stands there at every moment, and the later one is kept', async () => {
  writeFileSync(place(), 'later')
  const sha256 = createHash('sha256').update('later').digest('hex')
  const moments: boolean[] = []
  const watched = new Proxy(disk, {
    get(target, name: keyof Disk) {
      const act = target[name]
      if (typeof act !== 'function') return act
      return (...given: unknown[]) => {
        moments.push(existsSync(place()))
        return (act as (...given: unknown[]) => unknown).apply(target, given)
      }
    },
  })
  const made = [{ path, sha256, before: new TextEncoder().encode('earlier') }]
  const fence = await raiseFence(disk, folder)
  const ground = { disk: watched, fence, now: () => new Date(), isOpen: () => false, annotator: null }
  const done = await takeBack(made, ground)
  expect(done).toMatchObject({ put: 1, kept: [] })
  expect(readFileSync(place(), 'utf8')).toBe('earlier')
  expect(readFileSync(join(folder, done.folder, path), 'utf8')).toBe('later')
  expect(moments.length).toBeGreaterThan(5)
  expect(moments).not.toContain(false)
})

test('what was changed since stays, though something stood there before', async () => {
  writeFileSync(place(), 'worked on')
  const made = [{ path, sha256: '0'.repeat(64), before: new TextEncoder().encode('earlier') }]
  const fence = await raiseFence(disk, folder)
  const ground = { disk, fence, now: () => new Date(), isOpen: () => false, annotator: null }
  expect(await takeBack(made, ground)).toMatchObject({ put: 0, kept: [{ path, why: 'changed' }] })
  expect(readFileSync(place(), 'utf8')).toBe('worked on')
})
