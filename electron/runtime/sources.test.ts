import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isStale, newestChange } from './sources.ts'

let project: string
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'stet-test-'))
  mkdirSync(join(project, 'shared', 'text'), { recursive: true })
  mkdirSync(join(project, 'out'))
  writeFileSync(join(project, 'shared', 'text', 'a.ts'), 'a')
})
afterEach(() => rmSync(project, { recursive: true, force: true }))

const stamp = (begunMs: number) => writeFileSync(join(project, 'out', 'stamp.json'), JSON.stringify({ begunMs }))
/** A date that the file system gives, later than all that it gave before: not every machine's files go by its clock. */
const untilTheClockMoves = (): number => {
  const mark = join(project, 'mark')
  const date = () => {
    writeFileSync(mark, '')
    return statSync(mark).ctimeMs
  }
  const before = date()
  for (;;) {
    const now = date()
    if (now > before) return now
  }
}

test('without a stamp there is no build', () => {
  expect(isStale(project)).toBe(true)
})

test('a stamp that was cut short is none', () => {
  writeFileSync(join(project, 'out', 'stamp.json'), '{"begu')
  expect(isStale(project)).toBe(true)
})

test('a build that began after the last change is fresh', () => {
  stamp(untilTheClockMoves())
  expect(isStale(project)).toBe(false)
})

test('a change deep in a room makes it stale', () => {
  stamp(untilTheClockMoves())
  untilTheClockMoves()
  writeFileSync(join(project, 'shared', 'text', 'a.ts'), 'b')
  expect(isStale(project)).toBe(true)
})

test('so does a file that is taken away', () => {
  stamp(untilTheClockMoves())
  untilTheClockMoves()
  rmSync(join(project, 'shared', 'text', 'a.ts'))
  expect(isStale(project)).toBe(true)
})

test('so does a file put in place with an old date', () => {
  const other = join(project, 'other.ts')
  writeFileSync(other, 'c')
  utimesSync(other, 1, 1)
  stamp(untilTheClockMoves())
  untilTheClockMoves()
  renameSync(other, join(project, 'shared', 'text', 'a.ts'))
  expect(isStale(project)).toBe(true)
})

test('what is not there never changed', () => {
  expect(newestChange(join(project, 'nowhere'))).toBe(Number.NEGATIVE_INFINITY)
})
