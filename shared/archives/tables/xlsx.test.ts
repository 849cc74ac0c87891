import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { swelling, zipOfSwelling } from '../../importers/deflated.laws.ts'
import { inShort, sourceOf, unpackedOf } from '../tried.ts'
import { xlsx } from './xlsx.ts'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** A workbook of sheets, each by its rows as XML. */
function workbook(sheets: readonly string[], choices: { strings?: string; is1904?: boolean } = {}): Uint8Array {
  const numbers = sheets.map((_, i) => i + 1)
  const files: Record<string, string> = {
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${main}><workbookPr date1904="${choices.is1904 ? 1 : 0}"/><sheets>${numbers.map(i => `<sheet name="Sheet &amp; ${i}" sheetId="${i}" r:id="rId${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${numbers.map(i => `<Relationship Id="rId${i}" Target="worksheets/s${i}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd hh:mm"/><numFmt numFmtId="171" formatCode="[Red]0.00 &quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${choices.strings ?? ''}</sst>`,
  }
  for (const [i, rows] of sheets.entries())
    files[`xl/worksheets/s${i + 1}.xml`] = `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

const inline = (words: string) => `<is><t xml:space="preserve">${words}</t></is>`
const head = `<row r="1">${['Title', 'Text', 'Date', 'Page'].map((name, i) => `<c r="${'ABCD'[i]}1" t="inlineStr">${inline(name)}</c>`).join('')}</row>`

test('each row of the first sheet that has any is an article; days are days', async () => {
  const strings =
    '<si><t>Harbour &amp; sea</t></si><si><r><t xml:space="preserve">The harbour </t></r><r><rPr><b/></rPr><t>is open._x000D_\nAt last.</t></r><rPh sb="0" eb="1"><t>aloud</t></rPh></si>'
  const rows = `${head}
    <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>47911</v></c><c r="D2"><v>3</v></c></row>
    <row r="3"/><row r="4"><c r="B4" t="str"><f>A1&amp;"x"</f><v>Worked out words</v></c><c r="C4" s="2"><v>47911.5</v></c></row>
    <row r="9"><c r="A9" t="inlineStr">${inline('Bridge')}</c><c r="D9" s="3"><v>1.5</v></c></row>`
  const source = sourceOf('a.xlsx', workbook(['', rows], { strings }))
  expect((await xlsx.columns!(source)).guess).toEqual({ title: [0], text: [1], published: [2], page: [3] })
  expect((await unpackedOf(xlsx, source)).map(inShort)).toMatchObject([
    { title: 'Harbour & sea', text: 'The harbour is open.\r\nAt last.', published: '2031-03-04', page: '3' },
    { text: 'Worked out words', published: '2031-03-04T12:00:00' },
    { unread: 'Row 9', why: 'empty-text: Row 9 has no text.' },
  ])
})

test('days may be counted from 1904; other sheets with rows are told of', async () => {
  const rows = `${head}<row r="2"><c r="B2" t="inlineStr">${inline('Some words')}</c><c r="C2" s="1"><v>46449</v></c></row>`
  const all = await unpackedOf(xlsx, sourceOf('a.xlsx', workbook([rows, rows], { is1904: true })))
  expect(all.map(inShort)).toMatchObject([{ published: '2031-03-04' }, { unread: 'Sheet Sheet & 2' }])
})

test('a sheet without names has numbers for them, and loses no row', async () => {
  const row = (i: number) =>
    `<row r="${i}"><c r="A${i}"><v>${i}</v></c><c r="B${i}" t="inlineStr">${inline('Some words')}</c></row>`
  const source = sourceOf('a.xlsx', workbook([row(1) + row(2)]))
  expect((await xlsx.columns!(source)).names).toEqual(['1', '2'])
  expect(await unpackedOf(xlsx, source, { text: [1] })).toHaveLength(2)
})

test('numbers of rows and columns that nobody has cost nothing', async () => {
  const rows = `${head}<row r="999999999999"><c r="ZZZ2" t="inlineStr">${inline('far')}</c><c r="B2" t="inlineStr">${inline('Some words')}</c></row>`
  const [one] = await unpackedOf(xlsx, sourceOf('a.xlsx', workbook([rows])))
  expect(inShort(one!)).toMatchObject({ text: 'Some words' })
})

test('what is no whole workbook says so', async () => {
  const whole = workbook([
    `${head}<row><c t="inlineStr">${inline('A')}</c><c t="inlineStr">${inline('words')}</c></row>`,
  ])
  const rejects = (bytes: Uint8Array) => expect(unpackedOf(xlsx, sourceOf('a.xlsx', bytes))).rejects
  await rejects(whole.slice(0, -100)).toMatchObject({ kind: 'cannot-read' })
  await rejects(zipSync({ 'a.txt': strToU8('words') })).toMatchObject({ kind: 'cannot-read' })
  await rejects(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])).toMatchObject({ kind: 'cannot-read' })
  await rejects(workbook([''])).toMatchObject({ kind: 'empty-text' })
})

test('a workbook that unpacks to more than anybody writes is refused before it is unpacked', async () => {
  const { 'xl/worksheets/s1.xml': _, ...rest } = unzipSync(workbook(['']))
  const bomb = zipOfSwelling(rest, {
    'xl/worksheets/s1.xml': swelling(270, ' ', `<worksheet ${main}><sheetData>${head}`),
  })
  await expect(unpackedOf(xlsx, sourceOf('a.xlsx', bomb))).rejects.toMatchObject({ kind: 'too-large' })
})

test('only workbooks are taken for one', () => {
  expect(xlsx.recognises(workbook(['']), 'a.xlsx')).toBe(true)
  expect(xlsx.recognises(workbook(['']), 'a.docx')).toBe(false)
  expect(xlsx.recognises(strToU8('title,text'), 'a.xlsx')).toBe(false)
})
