import { extensionOf } from '../../importers/extensions.ts'
import { type Unzipped, unzip } from '../../importers/unzip.ts'
import { MAX_ARTICLE_BYTES } from '../../limits.ts'
import { Problem } from '../../problems/problem.ts'
import type { Archive, ByteSource } from '../archive.ts'
import { extensions as endings } from '../extensions.ts'
import { attributeOf, dayOf, dayStyles, plain, sharedStrings, tagsOf, unescaped } from './sheetXml.ts'
import { canBeNames, type Row, type Table, tableArchive } from './table.ts'

const extensions: readonly string[] = endings.xlsx

/** Workbooks of Excel and its kin: the first sheet that has rows, the first of which names the columns where it can. */
export const xlsx: Archive = tableArchive({
  id: 'xlsx/1',
  title: 'xlsx',
  extensions,
  recognises: (head, name) =>
    extensions.includes(extensionOf(name) ?? '') && (startsWith(head, [0x50, 0x4b, 3, 4]) || isLocked(head)),
  open,
})

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, i) => bytes[i] === byte)
}

/** A workbook with a password is wrapped as the oldest ones are. */
function isLocked(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])
}

/** A sheet of a workbook by its name, with the rows in which anything stands. */
export interface Sheet {
  readonly name: string
  rows(): Iterable<SheetRow>
}

/** Every sheet of a workbook that isn't hidden, in their order, each unpacked when its rows are asked for. Throws a Problem where there is no workbook. */
export function sheetsIn(bytes: Uint8Array): Sheet[] {
  const book = bookIn(bytes)
  return book.sheets.map(({ name, path }) => ({
    name,
    rows: () => rowsIn(unzip(bytes, name => name === path).text(path) ?? '', book),
  }))
}

async function open(source: ByteSource): Promise<Table> {
  if (source.byteLength > MAX_ARTICLE_BYTES)
    throw new Problem('too-large', 'A workbook is read up to 64 MiB. Save the table as CSV: that may be of any size.')
  const bytes = new Uint8Array(await source.slice(0))
  if (isLocked(bytes))
    throw new Problem(
      'cannot-read',
      'The workbook is locked with a password, or older than .xlsx. Save it as .xlsx without one.',
    )
  const book = bookIn(bytes)
  const filled = book.sheets.filter(
    ({ path }) => rowsIn(unzip(bytes, name => name === path).text(path) ?? '', book).next().value,
  )
  const [first, ...others] = filled
  if (!first) throw new Problem('empty-text', 'No sheet of this workbook has a row.')
  const xml = unzip(bytes, name => name === first.path).text(first.path)!
  const { names, hasNames } = namesIn(xml, book)
  return {
    names,
    async *rows() {
      const all = rowsIn(xml, book)
      if (hasNames) all.next()
      for (const { place, cells } of all) yield { place, cells: padded(cells, names.length) }
      for (const { name } of others) {
        const detail = `Only the first sheet with rows, “${first.name}”, is read. “${name}” has rows, too: save it as a workbook of its own.`
        yield { place: `Sheet ${name}`, problem: { kind: 'no-reader', detail } } satisfies Row
      }
    },
  }
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
  readonly strings: readonly string[]
  readonly dayStyles: readonly boolean[]
  readonly isFrom1904: boolean
}

/** Sheets of one workbook that are looked into. */
const MAX_SHEETS = 100

function bookIn(bytes: Uint8Array): Book {
  const parts = unzip(bytes, name =>
    /^xl\/(?:workbook|styles|sharedStrings)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/i.test(name),
  )
  const workbook = textOf(parts, 'xl/workbook.xml')
  const targets = new Map<string, string>()
  for (const { name, attributes } of tagsOf(textOf(parts, 'xl/_rels/workbook.xml.rels')))
    if (name === 'Relationship') {
      const target = attributeOf(attributes, 'Target') ?? ''
      targets.set(attributeOf(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    }
  const sheets = [...tagsOf(workbook)].flatMap(({ name, isEnd, attributes }) => {
    const path = name === 'sheet' && !isEnd ? targets.get(attributeOf(attributes, 'id') ?? '') : undefined
    const isHidden = /hidden/i.test(attributeOf(attributes, 'state') ?? '')
    return path && !isHidden ? [{ name: attributeOf(attributes, 'name') ?? '', path }] : []
  })
  const isFrom1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(workbook)
  const strings = sharedStrings(parts.text('xl/sharedStrings.xml') ?? '')
  return {
    sheets: sheets.slice(0, MAX_SHEETS),
    strings,
    dayStyles: dayStyles(parts.text('xl/styles.xml') ?? ''),
    isFrom1904,
  }
}

function textOf(parts: Unzipped, name: string): string {
  const text = parts.text(name)
  if (text === null)
    throw new Problem('cannot-read', 'The file holds no workbook: it is damaged, or another kind of file.')
  return text
}

/** A row of a sheet, up to the last cell in which anything stands. */
export interface SheetRow {
  /** Counted from 1. */
  readonly number: number
  readonly place: string
  readonly cells: string[]
}

/** As many columns as a sheet can have. */
const MAX_COLUMNS = 16_384

/** The rows of a sheet in which anything stands. */
function* rowsIn(xml: string, book: Book): Generator<SheetRow, undefined> {
  let number = 0
  let cells: string[] = []
  let column = 0
  let kind = ''
  let style = 0
  let value: string | null = null
  let isValue = false
  let isAloud = false
  for (const { name, isEnd, isEmpty, attributes, before } of tagsOf(xml)) {
    if (isValue && !isAloud) value = `${value ?? ''}${name === 'cdata' ? before : plain(before)}`
    if (name === 'row' && !isEnd) {
      number = Number(attributeOf(attributes, 'r')) || number + 1
      cells = []
      column = 0
    } else if (name === 'c' && !isEnd) {
      column = columnOf(attributeOf(attributes, 'r') ?? '') ?? column
      kind = attributeOf(attributes, 't') ?? 'n'
      style = Number(attributeOf(attributes, 's') ?? 0)
      value = null
    }
    if (name === 'v' || name === 't') isValue = !isEnd && !isEmpty
    if (name === 'rPh') isAloud = !isEnd && !isEmpty
    if (name === 'c' && (isEnd || isEmpty)) {
      if (value !== null && column < MAX_COLUMNS) {
        while (cells.length < column) cells.push('')
        cells[column] = wordsOf(value, kind, style, book)
      }
      column++
    }
    if (name === 'row' && isEnd && cells.some(cell => cell.trim() !== ''))
      yield { number, place: `Row ${number}`, cells }
  }
  return undefined
}

function wordsOf(value: string, kind: string, style: number, book: Book): string {
  if (kind === 's') return book.strings[Number(value)] ?? ''
  if (kind === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE'
  if (kind === 'n') return (book.dayStyles[style] && dayOf(Number(value), book.isFrom1904)) || value
  return unescaped(value)
}

/** `C7` is the column 2. */
function columnOf(reference: string): number | null {
  const [letters] = /^[A-Z]{1,3}/.exec(reference) ?? []
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null
}

/** Rows by which it is known how many columns there are. */
const SAMPLE_ROWS = 500

function namesIn(xml: string, book: Book): { readonly names: string[]; readonly hasNames: boolean } {
  const all = rowsIn(xml, book)
  const first = all.next().value?.cells.map(name => name.trim()) ?? []
  let width = first.length
  for (let i = 0; i < SAMPLE_ROWS; i++) width = Math.max(width, all.next().value?.cells.length ?? 0)
  const hasNames = canBeNames(first)
  return { names: hasNames ? padded(first, width) : Array.from({ length: width }, (_, i) => String(i + 1)), hasNames }
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: Math.max(width, cells.length) }, (_, column) => cells[column] ?? '')
}
