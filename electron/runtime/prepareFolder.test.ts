import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareFolder, sweepDrafts } from './prepareFolder.ts'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'stet-test-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

test('the folder is not there until it is whole', async () => {
  const folder = join(parent, 'whole')
  await prepareFolder(folder, async draft => {
    writeFileSync(join(draft, 'a'), 'a')
    expect(existsSync(folder)).toBe(false)
  })
  expect(readdirSync(folder)).toEqual(['a'])
  expect(readdirSync(parent)).toEqual(['whole'])
})

test('a failure half-way leaves nothing', async () => {
  const work = prepareFolder(join(parent, 'whole'), async draft => {
    writeFileSync(join(draft, 'a'), 'a')
    throw new RangeError('half-way')
  })
  await expect(work).rejects.toThrow('half-way')
  expect(readdirSync(parent)).toEqual([])
})

test('of two at once one folder stands, and is whole', async () => {
  const folder = join(parent, 'whole')
  const fill = (text: string) => async (draft: string) => {
    writeFileSync(join(draft, 'a'), text)
    await new Promise(resolve => setTimeout(resolve, 20))
    writeFileSync(join(draft, 'b'), text)
  }
  await Promise.all([prepareFolder(folder, fill('1')), prepareFolder(folder, fill('2'))])
  expect(readdirSync(parent)).toEqual(['whole'])
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe(readFileSync(join(folder, 'b'), 'utf8'))
})

test('a draft that a kill left is cleared away later, one that is worked in is not', () => {
  mkdirSync(join(parent, '.preparing-1'))
  mkdirSync(join(parent, 'electron-1'))
  sweepDrafts(parent, Date.now() + 60_000)
  expect(readdirSync(parent)).toEqual(['.preparing-1', 'electron-1'])
  sweepDrafts(parent, Date.now() + 60 * 60_000)
  expect(readdirSync(parent)).toEqual(['electron-1'])
})
