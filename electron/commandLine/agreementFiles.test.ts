import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { TriedCommands } from './tried.ts'

const sample = fileURLToPath(new URL('../../resources/sample/2031-03', import.meta.url))
const commands = new TriedCommands()
afterAll(() => commands.close())

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-agree-files-'))
  cpSync(sample, join(folder, 'corpus'), { recursive: true })
  const files = readdirSync(join(folder, 'corpus'))
  const name = files.find(one => one.endsWith('.nadia.stet.json'))!
  const sidecar = JSON.parse(readFileSync(join(folder, 'corpus', name), 'utf8'))
  sidecar.annotator = { ...sidecar.annotator, id: 'twin', name: 'Twin' }
  sidecar.annotations.splice(0, 1)
  writeFileSync(join(folder, 'corpus', name.replace('.nadia.', '.twin.')), JSON.stringify(sidecar))
})
afterEach(() => rmSync(folder, { recursive: true }))

const agree = (...words: string[]) => commands.run(folder, ['agree', ...words])

test('figures are written as a table and as a page, with every pair and with γ where it is asked for; what is there already is not written over', async () => {
  const asked = ['corpus', '--layers', 'nadia,twin', '--tags', 'claim', '--tolerance', '2', '--gamma']
  const { code, said, printed } = await agree(...asked, '--csv', 'figures.csv', '--html', 'figures.html')
  expect({ code, said: said.filter(one => /^Saved/.test(one)) }).toEqual({
    ...{ code: 0, said: ['Saved as figures.csv.', 'Saved as figures.html.'] },
  })
  // What is printed is what it is without files: pairs are printed where they are asked for.
  expect(printed).toEqual((await agree(...asked)).printed)
  const [head, ...rows] = readFileSync(join(folder, 'figures.csv'), 'utf8').trimEnd().split('\r\n')
  const cells = (row: string) => row.split(',')
  const at = (name: string) => cells(head!).indexOf(name)
  const { coefficients } = JSON.parse((await agree(...asked, '--json')).printed)
  expect(rows.filter(row => !row.startsWith('gamma')).map(row => cells(row)[at('value')])).toEqual(
    coefficients.map(({ value }: { value: number | null }) => (value === null ? '' : String(value))),
  )
  const last = cells(rows.at(-1)!)
  expect(last.slice(0, 1)).toEqual(['gamma-k'])
  const ground = ['annotators', 'tags', 'wordsApart', 'ignoreEnds', 'sealedLayers'].map(name => last[at(name)])
  expect(ground).toEqual(['Nadia Ferrant; Twin', 'claim', '2', 'false', '0'])
  const page = readFileSync(join(folder, 'figures.html'), 'utf8')
  expect(page).toContain('Only these tags were looked at: Claim.')
  expect(page).toContain('<h2>γ</h2>')

  const again = await agree('corpus', '--csv', 'figures.csv')
  expect(again.code).toBe(1)
  expect(readFileSync(join(folder, 'figures.csv'), 'utf8').split('\r\n')[0]).toBe(head)
  const { code: stray, said: why } = await commands.run(
    folder,
    ['agree', '--table', '-', '--level', 'nominal', '--csv', 'x.csv'],
    '1,1\n',
  )
  expect({ stray, why: why.join() }).toEqual({ stray: 2, why: expect.stringContaining('--csv goes with a workspace') })
})
