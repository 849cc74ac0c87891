import { getEventListeners } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { fromSource } from './fromSource.ts'
import type { hostileTasks } from './hostileWorker.ts'
import { Workbench, type WorkbenchChoices } from './workbench.ts'

const open: { close(): Promise<void> }[] = []
afterEach(() => Promise.all(open.splice(0).map(bench => bench.close())))

/** A promise whose refusal is looked at later. */
function later<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

function hostile(choices: Partial<WorkbenchChoices> = {}): Workbench<typeof hostileTasks> {
  const bench = new Workbench<typeof hostileTasks>({ ...fromSource('./hostileWorker.ts'), ...choices })
  open.push(bench)
  return bench
}

test('bytes go to the worker and come back, and their buffer changes hands', async () => {
  const bytes = new Uint8Array([1, 2, 3])
  const { bytes: back } = await hostile().run('echo', { bytes })
  expect([...back]).toEqual([1, 2, 3])
  expect(bytes.byteLength).toBe(0)
})

test('bytes in the middle of a larger buffer are copied, and stay', async () => {
  const bytes = new Uint8Array([9, 1, 2, 9]).subarray(1, 3)
  const { bytes: back } = await hostile().run('echo', { bytes })
  expect([...back]).toEqual([1, 2])
  expect([...bytes]).toEqual([1, 2])
})

test('a signal over many tasks is let go of by each that has ended', async () => {
  const { signal } = new AbortController()
  const bench = hostile()
  for (let i = 0; i < 3; i++) await bench.run('role', null, { signal })
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

for (const task of ['loop', 'backtrack'] as const)
  test(`a ${task} without end is stopped at the deadline, and the next task is done`, async () => {
    const bench = hostile({ deadlineMs: 200 })
    const stuck = later(bench.run(task, null))
    const next = bench.run('role', null, { deadlineMs: 20_000 })
    await expect(stuck).rejects.toMatchObject({ name: 'Problem', kind: 'took-too-long' })
    expect(await next).toBe('foreground')
  })

test('a task that eats all memory ends as too large, and the next task is done', async () => {
  const bench = hostile({ heapMiB: 32 })
  await expect(bench.run('bomb', null)).rejects.toMatchObject({ name: 'Problem', kind: 'too-large' })
  expect(await bench.run('role', null)).toBe('foreground')
})

test('a problem crosses as a problem, a bug as a bug, and the worker lives on', async () => {
  const bench = hostile()
  await expect(bench.run('refuse', null)).rejects.toMatchObject({
    name: 'Problem',
    kind: 'no-reader',
    detail: 'just so',
  })
  await expect(bench.run('break', null)).rejects.toThrow('a bug of ours')
  await expect(bench.run('break', null)).rejects.not.toMatchObject({ name: 'Problem' })
  expect(await bench.run('role', null)).toBe('foreground')
})

test('a worker that ends by itself fails its task, and the next gets another', async () => {
  const bench = hostile()
  await expect(bench.run('exit', null)).rejects.toThrow('ended with 3')
  expect(await bench.run('role', null)).toBe('foreground')
})

test('what is in the foreground does not wait for what is in the background', async () => {
  const bench = hostile()
  const stuck = later(bench.run('loop', null, { lane: 'background', deadlineMs: 60_000 }))
  expect(await bench.run('role', null)).toBe('foreground')
  await bench.close()
  await expect(stuck).rejects.toMatchObject({ name: 'AbortError' })
})

test('a task that waits can be withdrawn', async () => {
  const bench = hostile()
  const stop = new AbortController()
  const first = bench.run('role', null)
  const second = later(bench.run('role', null, { signal: stop.signal }))
  stop.abort()
  expect(await first).toBe('foreground')
  await expect(second).rejects.toMatchObject({ name: 'AbortError' })
})

test('a task that is under way can be stopped, and the next is done', async () => {
  const bench = hostile()
  await bench.run('role', null)
  const stop = new AbortController()
  const stuck = later(bench.run('loop', null, { signal: stop.signal, deadlineMs: 60_000 }))
  const next = bench.run('role', null)
  stop.abort()
  await expect(stuck).rejects.toMatchObject({ name: 'AbortError' })
  expect(await next).toBe('foreground')
})

test('a closed workbench takes nothing any more', async () => {
  const bench = hostile()
  await bench.close()
  await expect(bench.run('role', null)).rejects.toThrow(RangeError)
})

test('a task that nobody knows is a bug', async () => {
  await expect(hostile().run('toString' as 'role', null)).rejects.toThrow('No task is called toString')
})

test.skipIf(process.platform !== 'linux')('the background yields to the foreground', async () => {
  const bench = hostile()
  const ours = await bench.run('nice', null)
  expect(await bench.run('nice', null, { lane: 'background' })).toBe(Math.max(ours, 5))
  expect(await bench.run('nice', null)).toBe(ours)
})
