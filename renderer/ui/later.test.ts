import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Later, later, loadAll } from './later.tsx'

const Screen = () => null
let idle: (() => void)[]
beforeEach(() => {
  idle = []
  vi.stubGlobal('requestIdleCallback', (act: () => void) => void idle.push(act))
})
afterEach(() => vi.unstubAllGlobals())

/** A screen that notes when it is fetched. */
function noted(name: string, into: string[], fails = false): Later {
  return later(async () => {
    into.push(name)
    if (fails) throw new Error('no disk')
    return Screen
  })
}

test('a screen is fetched once, however often it is asked for', async () => {
  const fetched: string[] = []
  const one = noted('one', fetched)
  await Promise.all([one.load(), one.load()])
  await one.load()
  expect(fetched).toEqual(['one'])
})

test('a screen that could not be fetched is tried again', async () => {
  const fetched: string[] = []
  const one = noted('one', fetched, true)
  await expect(one.load()).rejects.toThrow('no disk')
  await expect(one.load()).rejects.toThrow('no disk')
  expect(fetched).toEqual(['one', 'one'])
})

test('all come one after the other, each when nothing else is to be done, and one that fails holds up none', async () => {
  const fetched: string[] = []
  loadAll([noted('one', fetched, true), noted('two', fetched)])
  expect(fetched).toEqual([])
  idle.shift()!()
  expect(fetched).toEqual(['one'])
  await vi.waitFor(() => expect(idle).toHaveLength(1), { timeout: 60_000 })
  idle.shift()!()
  expect(fetched).toEqual(['one', 'two'])
  await vi.waitFor(() => expect(idle).toHaveLength(0), { timeout: 60_000 })
})
