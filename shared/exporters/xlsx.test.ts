import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { xlsx as archive } from '../archives/tables/xlsx.ts'
import type { DatasetArticle } from '../dataset/dataset.ts'
import type { Part } from '../dataset/format.ts'
import { memoryFiles } from '../dataset/memoryFiles.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'
import { newsArticle, newsHead } from './tables/drawnNews.laws.ts'
import { DatasetTables } from './tables/rows.ts'
import { trapArticles, trapHead } from './traps.laws.ts'
import { Workbook } from './workbook/workbook.ts'
import { write, xlsx } from './xlsx.ts'

const news = () => written(xlsx, [newsArticle], {}, newsHead)

/** The XML of a sheet by the name that a person sees, found by hand. */
async function sheetOf(name: string, parts: readonly Part[]): Promise<string> {
  const files = unzipSync(await memoryFiles(parts).bytes(''))
  const xml = (file: string) => strFromU8(files[file]!)
  const id = new RegExp(`<sheet name="${name}" sheetId="\\d+" r:id="(\\w+)"/>`).exec(xml('xl/workbook.xml'))![1]
  const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(xml('xl/_rels/workbook.xml.rels'))![1]!
  expect(xml('[Content_Types].xml')).toContain(`PartName="/xl/${target}"`)
  return xml(`xl/${target}`)
}

test('out and in again is the same, in every unit', () => holdsRoundTrip(xlsx, 60))

test('words are typed as words, numbers as numbers', async () => {
  const xml = await sheetOf('statements', news())
  expect(xml).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>')
  expect(xml).toMatch(/<c r="K2"><v>27<\/v><\/c>/)
  expect(xml).not.toContain('<f>')
})

test('a reader by others finds every cell, in words and numbers as they were', async () => {
  const choices = { unit: 'codepoint' as const, withText: true, fittings: {}, options: {} }
  const bytes = await memoryFiles(written(xlsx, trapArticles, choices, trapHead)).bytes('')
  const read = await readExcelFile(Buffer.from(bytes), { trim: false })
  const tables = new DatasetTables(trapHead, choices)
  const rows = [...tables.begin(), ...trapArticles.flatMap(article => [...tables.add(article)])]
  for (const { name, columns } of tables.tables) {
    const { data } = read.find(({ sheet }) => sheet === name)!
    const [names, ...found] = data.map(cells => cells.slice(0, columns.length))
    expect(names).toEqual(columns)
    expect(found).toEqual(
      rows.flatMap(({ table, cells }) => (table === name ? [cells.map(cell => (cell === '' ? null : cell))] : [])),
    )
  }
})

test('the statements are shown first, and the reader of workbooks finds a row a claim', async () => {
  const bytes = await memoryFiles(news()).bytes('')
  const source = {
    name: 'a.xlsx',
    byteLength: bytes.length,
    slice: async (a = 0, b = bytes.length) => bytes.slice(a, b).buffer,
  }
  const { names, rows } = await archive.columns!(source as Parameters<NonNullable<typeof archive.columns>>[0])
  const column = (name: string) => rows.map(row => row[names.indexOf(name)])
  expect(column('quote')).toEqual(['The bridge will open in May', 'We doubt it'])
  expect(column('source_quote')).toEqual(['Ada Novak', 'Bo Lind | Cy Reed'])
  expect(column('note')).toEqual(['', '=1+1'])
})

test('what a cell can’t hold goes on in a sheet of its own, is told, and is read back whole', async () => {
  const text = `${'a'.repeat(32_766)}💩${'b'.repeat(70_000)}`
  const article: DatasetArticle = { ...newsArticle, text, layers: [] }
  const parts = written(xlsx, [article])
  const told = parts.flatMap(({ told = [] }) => told)
  expect(told).toMatchObject([{ file: 'articles', row: 2, column: 'text', why: 'goes-on' }])
  const cells = [...(await sheetOf('articles', parts)).matchAll(/<t [^>]*>([^<]*)</g)].map(([, words]) => words!.length)
  expect(Math.max(...cells)).toBe(32_766)
  expect((await readBack(xlsx, parts)).articles[0]!.text).toBe(text)
})

test('characters that XML can’t hold, and words that look like such, are read back as they are', async () => {
  const text = '_x0041_ \0 \ufffe a\rb\r\n\t_x000D\u0001_ _X000d_ <&"> ]]>'
  const article: DatasetArticle = { ...newsArticle, text, layers: [] }
  expect((await readBack(xlsx, written(xlsx, [article]))).articles[0]!.text).toBe(text)
})

test('a table that is longer than a sheet can be goes on in the next sheet', async () => {
  const small = {
    ...xlsx,
    write: (...[head, choices]: Parameters<typeof xlsx.write & {}>) => write(head, choices, new Workbook(3)),
  }
  const parts = written(small, [newsArticle], {}, newsHead)
  expect(await sheetOf('actors 2', parts)).toContain('Cy Reed')
  const { articles, untaken } = await readBack(xlsx, parts)
  expect([articles[0]!.layers, untaken]).toEqual([newsArticle.layers, []])
})

test('the same dataset makes the same bytes', async () => {
  const [one, other] = await Promise.all([news(), news()].map(parts => memoryFiles(parts).bytes('')))
  expect(one).toEqual(other)
})

test('of many articles the sheet with their texts is handed on while it is written', () => {
  const writer = xlsx.write!(newsHead, { unit: 'codepoint', withText: true, fittings: {}, options: {} })
  const size = (parts: Iterable<Part>) => [...parts].reduce((sum, { data }) => sum + data.length, 0)
  size(writer.begin())
  let random = 1
  const noise = () => {
    random = (random * 48_271) % 2_147_483_647
    return String.fromCharCode(33 + (random % 90))
  }
  let during = 0
  for (let i = 0; i < 200; i++)
    during += size(
      writer.add({
        ...newsArticle,
        path: `${i}.txt`,
        text: newsArticle.text + Array.from({ length: 3000 }, noise).join(''),
      }),
    )
  const atEnd = size(writer.end())
  expect(during).toBeGreaterThan(atEnd)
})
