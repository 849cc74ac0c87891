import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import { severityOf } from '../../shared/checking/finding.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { readOnlyDisk } from '../disk/readOnlyDisk.ts'
import { LayersInUse } from '../saving/layersInUse.ts'
import { OpenArticle, type Opener } from '../saving/openArticle.ts'
import { tasks } from '../work/tasks.ts'
import { checkWorkspace } from './checkWorkspace.ts'

// What the program itself has written, with its histories, as it is checked.
const text = 'Harbour talks fail\n\nThe union 💬 said that the port would close.\n'
const run: Opener['workbench']['run'] = async (name, input) => (tasks[name] as (input: unknown) => never)(input)

let folder: string
beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-lived-')))
  await fs.writeFile(join(folder, 'strike.txt'), text)
})
afterEach(() => fs.rm(folder, { recursive: true }))

async function opened(): Promise<OpenArticle> {
  const article = await OpenArticle.open('strike.txt', {
    ...{ disk, fence: await raiseFence(disk, folder), workbench: { run }, device: 'here' },
    annotator: { id: 'alice', name: 'Alice Novak', key: 'k' },
    codebook: () => ({ id: 'stet-default', version: 1, hash: '0'.repeat(64) }),
    ...{ inUse: new LayersInUse(), now: () => new Date(), told: () => {} },
  })
  await article.openLayer()
  return article
}

const put = (id: string, words: string) => {
  const start = text.indexOf(words)
  const spans = [makeAnchor(text, { start, end: start + words.length })]
  const at = '2031-03-04T05:06:07.000Z'
  const annotation = { id, tag: 'claim', spans, attributes: {}, origin: { kind: 'manual' }, created: at, modified: at }
  return { kind: 'put', annotation } as const
}

const found = async () => {
  const { findings } = await checkWorkspace(folder, { disk: readOnlyDisk(disk), workbench: { run } })
  return findings.filter(({ kind }) => severityOf(kind) !== 'hint').map(({ kind, file }) => `${file} ${kind}`)
}

test('after work that was saved nothing is found', async () => {
  for (const words of ['the port', 'union 💬 said']) {
    const article = await opened()
    await article.record(put(words, words))
    await article.close()
    expect(await found()).toEqual([])
  }
})

test('edits that a crash left in the history alone are found, and gone once the article is opened again', async () => {
  const before = await opened()
  await before.record(put('a', 'the port'))
  await before.close()
  const article = await opened()
  await article.record(put('b', 'close'))
  await article.abandon()
  expect(await found()).toEqual(['strike.txt.alice.stet.json not-in-file'])
  await (await opened()).close()
  expect(await found()).toEqual([])
})

test('a file that somebody took away is found by its history', async () => {
  const article = await opened()
  await article.record(put('a', 'the port'))
  await article.close()
  await fs.rm(join(folder, 'strike.txt.alice.stet.json'))
  expect(await found()).toEqual(['strike.txt.alice.stet.json only-in-history'])
})

test('a changed article is found with what moves; once that is seen and saved nothing is left', async () => {
  const article = await opened()
  await article.record(put('a', 'the port'))
  await article.close()
  await fs.writeFile(join(folder, 'strike.txt'), `${text}\nThe minister denied it twice.\n`)
  expect(await found()).toEqual(['strike.txt.alice.stet.json text-changed'])
  const again = await opened()
  await again.record({ kind: 'status', status: 'done' })
  await again.close()
  expect(await found()).toEqual([])
})
