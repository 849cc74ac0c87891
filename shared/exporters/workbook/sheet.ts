import type { Cell } from '../tables/cells.ts'

/** Rows that a sheet of Excel can have, that of names among them. */
export const MAX_ROWS = 1_048_576
/** UTF-16 units that a cell of Excel can hold. */
export const MAX_CELL = 32_767

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What a sheet's XML begins with: its first row stays in sight. */
export const sheetBegin = `${XML}<worksheet xmlns="${NAMESPACE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
export const sheetEnd = '</sheetData></worksheet>'

/** How words and names look, by their numbers in `styles`: as text, so that they stay words when somebody edits them. */
const TEXT = 1
const NAME = 2

/** A row of a sheet, `number` counted from 1: numbers are numbers, yes and no are that, and words are words, whatever they begin with. */
export function rowXml(number: number, cells: readonly Cell[], isNames = false): string {
  const written = cells.map((cell, i) => {
    if (cell === null || cell === '') return ''
    const at = `r="${letters(i)}${number}"`
    if (typeof cell === 'number' && Number.isFinite(cell)) return `<c ${at}><v>${cell}</v></c>`
    if (typeof cell === 'boolean') return `<c ${at} t="b"><v>${cell ? 1 : 0}</v></c>`
    const style = isNames ? NAME : TEXT
    return `<c ${at} s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(String(cell))}</t></is></c>`
  })
  return `<row r="${number}">${written.join('')}</row>`
}

/** `C` for the column 2. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

/** Words as XML, with what XML can't hold or would change written as spreadsheets write it: `_x000D_`. */
function cellText(words: string): string {
  return escaped(
    words.replace(/_(?=x[0-9a-f]{4})/gi, '_x005F_').replace(/[\0-\b\v\f\r\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, sign => {
      const hex = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      return `_x${hex}_`
    }),
  )
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Every file of a workbook but its sheets, by name; `sheets` are in the order in which they are shown, each with the number of its file. */
export function bookFiles(
  sheets: readonly { readonly name: string; readonly number: number }[],
): Readonly<Record<string, string>> {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const numbers = sheets.map(({ number }) => number)
  const own = numbers.map(n => `<Override PartName="/${sheetFile(n)}" ContentType="${type}.worksheet+xml"/>`)
  const named = sheets.map(
    ({ name, number }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`,
  )
  const related = numbers.map(
    n => `<Relationship Id="rId${n}" Type="${relation}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  )
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${own.join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${NAMESPACE}" xmlns:r="${relation}"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${packaged}/relationships">${related.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${NAMESPACE}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  }
}

/** The file of the sheet of a number, counted from 1. */
export function sheetFile(number: number): string {
  return `xl/worksheets/sheet${number}.xml`
}
