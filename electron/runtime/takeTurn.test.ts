import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeTurn } from './takeTurn.ts'

const hasty = { beatMs: 10, abandonedMs: 2000 }
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('two that want the same turn work one after the other, and the second tells that it waits', async () => {
  const turn = join(folder, 'deep', 'a.turn')
  const told: string[] = []
  const work = (name: string) => async () => {
    told.push(`${name} begins`)
    await pause(50)
    told.push(`${name} ends`)
  }
  const first = takeTurn(turn, work('first'), () => told.push('first waits'), hasty)
  const second = takeTurn(turn, work('second'), () => told.push('second waits'), hasty)
  await Promise.all([first, second])
  expect(told).toEqual(['first begins', 'second waits', 'first ends', 'second begins', 'second ends'])
  expect(existsSync(turn)).toBe(false)
})

test('a turn that a killed process left is taken over at once', async () => {
  const turn = join(folder, 'a.turn')
  mkdirSync(turn)
  utimesSync(turn, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000))
  let hasWaited = false
  const answer = await takeTurn(
    turn,
    async () => 'done',
    () => {
      hasWaited = true
    },
    hasty,
  )
  expect(answer).toBe('done')
  expect(hasWaited).toBe(false)
})

test('work that fails gives the turn back', async () => {
  const turn = join(folder, 'a.turn')
  const work = takeTurn(turn, () => Promise.reject(new RangeError('no')), undefined, hasty)
  await expect(work).rejects.toThrow('no')
  expect(existsSync(turn)).toBe(false)
})
