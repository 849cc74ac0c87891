import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { factsOfCopy } from '../work/factsOfCopy.ts'
import { copyName, correctedCopy } from './correctedCopy.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stet-copy-'))
  await writeFile(join(root, 'a.txt'), 'The mayer spoke.\n')
  await writeFile(join(root, 'a.txt.ada.stet.json'), '{"layer":1}')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const read = (name: string) => readFile(join(root, name), 'utf8')
const copied = async () =>
  correctedCopy({
    disk,
    fence: await raiseFence(disk, root),
    workbench: { run: async (_, input) => factsOfCopy(input as never) as never },
    path: 'a.txt',
    text: 'The mayor spoke.\n',
    annotator: 'ada',
  })

test('a corrected copy stands beside the article with the person’s layer, and the article is as it was', async () => {
  expect(await copied()).toBe('a (corrected).txt')
  expect(await read('a (corrected).txt')).toBe('The mayor spoke.\n')
  expect(await read('a (corrected).txt.ada.stet.json')).toBe('{"layer":1}')
  expect([await read('a.txt'), await read('a.txt.ada.stet.json')]).toEqual(['The mayer spoke.\n', '{"layer":1}'])
})

test('nothing that has the name is overwritten, neither a copy nor annotations that were left behind', async () => {
  await writeFile(join(root, 'a (corrected).txt'), 'mine')
  await writeFile(join(root, 'a (corrected 2).txt.ada.stet.json'), 'mine too')
  expect(await copied()).toBe('a (corrected 3).txt')
  expect(await read('a (corrected).txt')).toBe('mine')
  expect(await read('a (corrected 2).txt.ada.stet.json')).toBe('mine too')
})

test('a copy stays in its folder and keeps its ending', () => {
  expect(copyName('2018/summit.v2.txt', 1)).toBe('2018/summit.v2 (corrected).txt')
  expect(copyName('notes', 2)).toBe('notes (corrected 2)')
})

test('facts go with it, but for the encoding of bytes that the copy doesn’t have', async () => {
  const facts = {
    ...{ format: 'stet-article', formatVersion: 1, revision: 1 },
    article: {
      ...{ file: 'a.txt', sha256: 'b'.repeat(64), textSha256: 'a'.repeat(64), textLength: 17 },
      ...{ offsetUnit: 'codepoint', encoding: 'koi8-r', reader: 'plain-text/1' },
    },
    encoding: 'koi8-r',
    fields: { title: { value: 'The mayor', by: 'person' } },
    ...{ zones: [], created: 'then', modified: 'then' },
  }
  await writeFile(join(root, 'a.txt.article.stet.json'), JSON.stringify(facts))
  const copy = await copied()
  const { encoding: _, ...others } = facts
  expect(JSON.parse(await read(`${copy}.article.stet.json`))).toEqual(others)
})
