import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LARGEST_LOG, makeLog } from './log.ts'
import { scrub, scrubError } from './scrub.ts'

let folder: string
let said: string[]
const log = () =>
  makeLog({
    folder: join(folder, 'log'),
    now: () => new Date('2026-01-02T03:04:05.678Z'),
    standardError: line => said.push(line),
  })
const written = (name = 'stet.log') => readFile(join(folder, 'log', name), 'utf8')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-log-'))
  said = []
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a note is one line with its time, and nothing on standard error', async () => {
  log().note('started\n2026 forged line')
  expect(await written()).toBe('2026-01-02T03:04:05.678Z started 2026 forged line\n')
  expect(said).toEqual([])
})

test('an error is on standard error too, marked so that a test can fail on it', async () => {
  log().error('article.open', new TypeError('no such thing'))
  expect(said[0]).toBe('[stet:error] article.open: TypeError: no such thing')
  expect(said.filter(line => line.startsWith('[stet:error]'))).toHaveLength(1)
  expect(await written()).toContain('[stet:error] article.open: TypeError: no such thing\n')
})

test('a full log becomes the earlier one', async () => {
  log().note('first')
  await writeFile(join(folder, 'log', 'stet.log'), 'x'.repeat(LARGEST_LOG + 1))
  log().note('second')
  expect(await readdir(join(folder, 'log'))).toEqual(['stet.1.log', 'stet.log'])
  expect(await written()).toMatch(/second\n$/)
  expect((await stat(join(folder, 'log', 'stet.log'))).size).toBeLessThan(100)
})

test('a log that cannot be written stops nobody', async () => {
  await writeFile(join(folder, 'log'), 'a file in the way')
  log().error('x', new Error('still told'))
  expect(said[0]).toContain('still told')
})

test.each([
  [
    "ENOENT: no such file or directory, open '/home/ada/My Articles/a b.txt'",
    "ENOENT: no such file or directory, open '…'",
  ],
  ['at open (/home/ada/stet/out/main.js:12:3)', 'at open (…/main.js:12:3)'],
  ['at file:///home/ada/stet/out/main.js:12:3', 'at …/main.js:12:3'],
  ['C:\\Users\\Ada\\corpus\\a.txt is gone', '…/a.txt is gone'],
  ['cannot read /tmp', 'cannot read …'],
  ['the quote “positive results” moved', 'the quote “…” moved'],
  ["Can't open 'Ada's notes.txt' here", "Can't open '…' here"],
  ['12 of 13 and/or 3/4', '12 of 13 and/or 3/4'],
])('%s is logged as %s', (text, line) => {
  expect(scrub(text)).toBe(line)
})

test('an error is told with its code, its cause and file names, and without folders', () => {
  const error = Object.assign(new Error('open', { cause: new RangeError('too far') }), { code: 'EIO' })
  const [first, cause, frame] = scrubError(error)
  expect(first).toBe('Error EIO: open')
  expect(cause).toBe('caused by RangeError: too far')
  expect(frame).toContain('log.test.ts')
  expect(frame).not.toContain('/electron/')
})

test('what is thrown and is no error is told by its kind, for it may hold anything', () => {
  expect(scrubError('the words of an article')).toEqual(['thrown: string'])
})
