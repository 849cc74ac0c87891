import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { TriedCommands } from './tried.ts'

const commands = new TriedCommands()
afterAll(() => commands.close())

const sample = fileURLToPath(new URL('../../resources/sample', import.meta.url))
const NADIA = '2031-03/2031-03-04_harbour-gazette_ferry-deal.txt.nadia.stet.json'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-check-'))
  cpSync(sample, join(folder, 'sample'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const check = (...words: string[]) => commands.run(folder, ['check', 'sample', ...words])
const change = (path: string, from: string | RegExp, to: string) => {
  const was = readFileSync(join(folder, 'sample', path), 'utf8')
  expect(was).toMatch(from)
  writeFileSync(join(folder, 'sample', path), was.replace(from, to))
}

test('in the sample nothing is wrong', async () => {
  const { code, printed } = await check('--strict')
  expect(code).toBe(0)
  expect(printed).toMatch(
    /^Checked 9 articles, 2 layers, 53 annotations, 44 links and 0 histories\.\n0 errors, 0 warnings/,
  )
})

test('errors end with 1, and are printed by file with their words and what to do', async () => {
  change(NADIA, '"tag": "actor"', '"tag": "actress"')
  const { code, printed } = await check()
  expect(code).toBe(1)
  expect(printed).toMatch(
    /^2031-03\/.*\.nadia\.stet\.json\n {2}error: The codebook has no tag “actress”\.\n {4}annotation nadia-a1 {2}“Transport minister Leopold Asker”\n {4}→ .+\n/,
  )
  expect(printed).toMatch(/\n1 error, 0 warnings, \d+ hints\n/)
})

test('warnings alone end with 0, and with 1 where nothing may wait', async () => {
  change(NADIA, /"file": "[^"]+"/, '"file": "another.txt"')
  expect((await check()).code).toBe(0)
  const strict = await check('--strict')
  expect(strict.code).toBe(1)
  expect(strict.printed).toMatch(/warning: It says that it was made on a file called “another\.txt”\./)
})

test('the report is one object, errors first, each finding with its sentence and what to do', async () => {
  change(NADIA, '"tag": "actor"', '"tag": "actress"')
  change(NADIA, /"file": "[^"]+"/, '"file": "another.txt"')
  const { code, printed } = await check('--json')
  const report = JSON.parse(printed)
  expect(code).toBe(1)
  expect(report).toMatchObject({
    ...{ format: 'stet-check', formatVersion: 1, workspace: 'sample' },
    checked: { articles: 9, layers: 2, facts: 0, histories: 0, annotations: 53, links: 44 },
    counts: { errors: 1, warnings: 1 },
    kinds: { 'unknown-tag': 1, 'other-file-name': 1 },
  })
  expect(report.findings[0]).toEqual({
    ...{ severity: 'error', kind: 'unknown-tag', file: NADIA, annotation: 'nadia-a1', about: 'actress' },
    ...{ quote: 'Transport minister Leopold Asker', says: 'The codebook has no tag “actress”.' },
    todo: expect.stringMatching(/stet\.json/),
  })
  const ranks = report.findings.map(({ severity }: { severity: string }) =>
    ['error', 'warning', 'hint'].indexOf(severity),
  )
  expect(ranks).toEqual([...ranks].sort())
})

test('hints are counted, and printed where they are asked for', async () => {
  expect((await check()).printed).toMatch(/25 hints\n--hints prints/)
  expect((await check('--hints')).printed).toMatch(/hint: Somebody is mentioned by name/)
  const counted = JSON.parse((await check('--json')).printed)
  const listed = JSON.parse((await check('--json', '--hints')).printed)
  expect(counted.findings).toEqual([])
  expect(listed.findings).toHaveLength(25)
  expect({ ...listed, findings: [] }).toEqual(counted)
  expect(counted.counts.hints).toBe(25)
})

test('of many of a kind ten are printed, and all where they are asked for', async () => {
  change(NADIA, /"tag": "(?=claim|actor)/g, '"tag": "old-')
  expect((await check()).printed).toMatch(/… and \d+ more of this kind; --all/)
  expect((await check('--all')).printed).not.toMatch(/more of this kind/)
})

test.each([
  [['check'], 2, /which file/],
  [['check', 'sample/2031-03-08_slow-ledger_analysis.txt'], 2, /this is a file/],
  [['check', 'nowhere'], 1, /folder is not there/],
])('%j ends with %i', async (words, code, sentence) => {
  const ended = await commands.run(folder, words)
  expect(ended).toMatchObject({ code, printed: '' })
  expect(ended.said[0]).toMatch(sentence)
})
