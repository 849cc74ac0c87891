import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { sha256Of } from '../work/readArticle.ts'
import { columns } from './columns.ts'
import { TriedCommands } from './tried.ts'

const commands = new TriedCommands()
afterAll(() => commands.close())

const sample = fileURLToPath(new URL('../../resources/sample', import.meta.url))
const ARTICLE = '2031-03/2031-03-04_harbour-gazette_ferry-deal.txt'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-info-'))
  cpSync(sample, join(folder, 'sample'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const info = async (...words: string[]) => (await commands.run(folder, ['info', ...words])).printed
const read = (path: string) => readFileSync(join(folder, 'sample', path))

test('each layer is told with its counts, versions and hashes', async () => {
  const { layers, textSha256 } = JSON.parse(await info(`sample/${ARTICLE}`, '--json'))
  const bytes = read(`${ARTICLE}.nadia.stet.json`)
  const { codebook, annotator } = JSON.parse(bytes.toString())
  expect(layers[0]).toMatchObject({
    ...{ annotator: 'nadia', name: annotator.name, status: 'in-progress', revision: 32, formatVersion: 1 },
    ...{ annotations: 32, unplaced: 0, tags: { actor: 11, claim: 16, event: 5 }, codebook },
    ...{ sha256: sha256Of(bytes), textSha256 },
  })
  expect(layers[0].links).toMatchObject({ 'attributed-to': 15, about: 2 })
})

test('a workspace is told in all, by tag, by link and by annotator, with its project', async () => {
  writeFileSync(join(folder, 'sample', 'scan.pdf'), 'no pdf')
  writeFileSync(join(folder, 'sample', `${ARTICLE}.zoe.stet.json`), '{')
  const none = JSON.parse(await info('sample', '--json'))
  expect(none.project).toBeNull()
  expect(none.totals).toMatchObject({
    ...{ articles: 9, unread: 1, textLength: 32405, layers: 3, unreadLayers: 1, annotations: 53, unplaced: 0 },
    tags: { actor: 17, claim: 27, event: 9 },
    annotators: [
      { annotator: 'nadia', layers: 1, statuses: { 'in-progress': 1 }, annotations: 32, unplaced: 0, links: 29 },
      { annotator: 'tomas', layers: 1, statuses: { 'in-progress': 1 }, annotations: 21, unplaced: 0, links: 15 },
    ],
  })
  const project = JSON.stringify({ format: 'stet-project', formatVersion: 1, name: 'Ferry', codebook: defaultCodebook })
  writeFileSync(join(folder, 'sample', 'stet.json'), project)
  expect(JSON.parse(await info('sample', '--json')).project).toEqual({
    ...{ name: 'Ferry', codebook: { id: 'stet-default', version: 1 }, tags: 3, entities: 0, people: 0 },
    sha256: sha256Of(project),
  })
  writeFileSync(join(folder, 'sample', 'stet.json'), '{')
  expect(JSON.parse(await info('sample', '--json')).project.problem.kind).toBe('project-damaged')
})

test('an article is printed as a table that a person reads', async () => {
  const printed = await info(`sample/${ARTICLE}`)
  expect(printed).toMatch(/^2031-03-04_harbour-gazette_ferry-deal\.txt\n {2}Title +Minister admits/)
  expect(printed).toMatch(/\n {2}Published +2031-03-04 +\(name\)\n/)
  expect(printed).toContain(sha256Of(read(ARTICLE)))
  expect(printed).toMatch(
    /\n {2}nadia +in progress +32 +32 +0 +29 +stet-default 1 +[0-9a-f]{12} +actor 11, claim 16, event 5\n/,
  )
})

test('a workspace is printed article by article, with what can’t be read and the sums', async () => {
  writeFileSync(join(folder, 'sample', 'scan.pdf'), 'no pdf')
  writeFileSync(join(folder, 'sample', `${ARTICLE}.zoe.stet.json`), '{')
  const printed = await info('sample')
  expect(printed).toMatch(/ferry-deal\.txt +4477 {2}nadia 32, tomas 21, zoe damaged\n/)
  expect(printed).toMatch(/\n {2}scan\.pdf .*cannot be read/)
  expect(printed).toMatch(/\n {2}tomas +1 +in-progress 1 +21 +0 +15\n/)
  expect(printed).toMatch(
    /\n9 articles, 3 layers, 53 annotations, 1 file that can’t be read, 1 layer that can’t be read\nTags: actor 17, claim 27/,
  )
  expect(printed).toMatch(/There is no stet\.json/)
})

test('what nobody annotated, and what comes through standard input, says so', async () => {
  const { printed } = await commands.run(folder, ['info', '-'], 'A ferry sails.\n')
  expect(printed).toMatch(/^standard-input\.txt\n[\s\S]*15 code points[\s\S]*\nNobody has annotated it\.\n$/)
})

test('a layer that is too large to be read is told of, and the others with it', async () => {
  truncateSync(join(folder, 'sample', `${ARTICLE}.nadia.stet.json`), MAX_SIDECAR_BYTES + 1)
  const { layers } = JSON.parse(await info(`sample/${ARTICLE}`, '--json'))
  expect(layers).toMatchObject([
    { annotator: 'nadia', problem: { kind: 'too-large' } },
    { annotator: 'tomas', annotations: 21 },
  ])
})

test('columns are as wide as their widest cell, and numbers stand at the end of theirs', () => {
  const rows = [
    ['a', '1', 'x'],
    ['💬💬💬', '100', ''],
  ]
  expect(columns(rows, ['left', 'right', 'left'])).toEqual(['a      1  x', '💬💬💬  100'])
})
