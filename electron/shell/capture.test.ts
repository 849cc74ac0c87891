import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { captureOnce } from './capture.ts'

let folder: string
let exits: number[]
let said: string[]
/** A window that shows one thing after the other, and the last one from then on. */
const windowOf = (...shown: string[]) => {
  const left = [...shown]
  const capturePage = async () => {
    const bytes = left.length > 1 ? left.shift()! : left[0]!
    return { isEmpty: () => bytes === '', toPNG: () => Buffer.from(bytes) }
  }
  return { webContents: { capturePage } } as unknown as BrowserWindow
}
const given = (file: string) =>
  captureOnce({ file, exit: code => exits.push(code), say: line => said.push(line), wait: async () => {} })

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  folder = await mkdtemp(join(tmpdir(), 'stet-capture-'))
  exits = []
  said = []
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(folder, { recursive: true })
})

test('the first painted window becomes the picture, and the program ends well', async () => {
  const file = join(folder, 'a.png')
  const painted = given(file)
  await painted(windowOf('first'))
  await painted(windowOf('second'))
  vi.advanceTimersByTime(120_000)
  expect(await readFile(file, 'utf8')).toBe('first')
  expect(exits).toEqual([0])
})

test('the picture is taken once the window stands still', async () => {
  const file = join(folder, 'a.png')
  await given(file)(windowOf('nothing', 'nothing', 'half', 'half', 'half', 'all'))
  expect(await readFile(file, 'utf8')).toBe('all')
})

test('a window in which something always moves becomes a picture all the same', async () => {
  const file = join(folder, 'a.png')
  await given(file)(windowOf(...Array.from({ length: 1000 }, (_, i) => String(i))))
  expect(exits).toEqual([0])
})

test('an article that is never painted is told after a minute', async () => {
  const painted = given(join(folder, 'a.png'))
  vi.advanceTimersByTime(59_999)
  expect(exits).toEqual([])
  vi.advanceTimersByTime(1)
  await painted(windowOf('too late'))
  expect(exits).toEqual([1])
  expect(said).toEqual(['No picture was taken: no article was painted within 60 seconds.'])
})

test.each([
  ['a folder that is not there', 'no/a.png', 'picture'],
  ['an empty window', 'a.png', ''],
])('%s is told', async (_, name, bytes) => {
  await given(join(folder, name))(windowOf(bytes))
  expect(exits).toEqual([1])
  expect(said[0]).toMatch(/^No picture was taken: /)
})
