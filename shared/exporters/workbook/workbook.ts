import { Zip, ZipDeflate } from 'fflate'
import { Problem } from '../../problems/problem.ts'
import type { Cell } from '../tables/cells.ts'
import type { Table } from '../tables/layout.ts'
import { bookFiles, MAX_ROWS, rowXml, sheetBegin, sheetEnd, sheetFile } from './sheet.ts'

/** Characters of a sheet's XML that are packed at once. */
const PIECE = 256 * 1024
/** Characters of XML after which a table goes on in a further sheet, so that every sheet can be unpacked and read. */
const MAX_SHEET = 128 * 1024 * 1024
/** Bytes of a whole workbook: what its kind of archive can count. */
const MAX_BOOK = 0xf000_0000

/**
 * A workbook that is written as its rows come: each sheet is packed at once.
 * The archive has one sheet after the other, so what is packed of all but the
 * first is held until the end: about as much memory as the file is large.
 */
export class Workbook {
  readonly #zip: Zip
  readonly #sheets: OpenSheet[] = []
  readonly #open = new Map<string, OpenSheet>()
  readonly #mostRows: number
  #made: Uint8Array[] = []
  #size = 0

  /** `mostRows` is less than a sheet can have only in tests. */
  constructor(mostRows = MAX_ROWS) {
    this.#mostRows = mostRows
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error
      this.#made.push(bytes)
    })
  }

  /** Begins the sheet of a table; the first that is begun is the first in the file. */
  begin({ name, columns }: Table): void {
    const earlier = this.#sheets.filter(sheet => sheet.table === name).length
    const number = this.#sheets.length + 1
    const sheet: OpenSheet = {
      ...{ table: name, name: earlier === 0 ? name : `${name} ${earlier + 1}`, columns, rows: 1, characters: 0 },
      ...{ held: sheetBegin + rowXml(1, columns, true), file: fileOf(sheetFile(number)) },
    }
    this.#zip.add(sheet.file)
    this.#sheets.push(sheet)
    this.#open.set(name, sheet)
  }

  /** Adds a row to a table's sheet, or begins a further sheet where that is full. Returns the number of the row in its sheet. */
  add(table: string, cells: readonly Cell[]): { readonly sheet: string; readonly row: number } {
    let sheet = this.#open.get(table)!
    if (sheet.rows >= this.#mostRows || sheet.characters > MAX_SHEET) {
      this.#close(sheet)
      this.begin({ name: table, columns: sheet.columns })
      sheet = this.#open.get(table)!
    }
    sheet.held += rowXml(++sheet.rows, cells)
    if (sheet.held.length > PIECE) push(sheet, false)
    return { sheet: sheet.name, row: sheet.rows }
  }

  /** Ends every sheet and the workbook. */
  end(order: readonly string[]): void {
    for (const sheet of this.#open.values()) this.#close(sheet)
    // The sheets are shown in this order, whatever theirs is in the file.
    const numbered = this.#sheets.map(({ table, name }, i) => ({ table, name, number: i + 1 }))
    const shown = numbered.sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table) || a.number - b.number)
    for (const [name, text] of Object.entries(bookFiles(shown))) {
      const file = fileOf(name)
      this.#zip.add(file)
      file.push(new TextEncoder().encode(text), true)
    }
    this.#zip.end()
  }

  /** What was made of the file since it was last asked for. Throws Problem `too-large` for what no workbook can hold. */
  taken(): Uint8Array[] {
    const made = this.#made
    this.#made = []
    for (const { length } of made) this.#size += length
    if (this.#size > MAX_BOOK)
      throw new Problem('too-large', 'One workbook can’t hold so much. Choose fewer articles, or CSV or Parquet.')
    return made
  }

  #close(sheet: OpenSheet): void {
    sheet.held += sheetEnd
    push(sheet, true)
    this.#open.delete(sheet.table)
  }
}

interface OpenSheet {
  readonly table: string
  readonly name: string
  readonly columns: readonly string[]
  readonly file: ZipDeflate
  rows: number
  characters: number
  held: string
}

function push(sheet: OpenSheet, isEnd: boolean): void {
  sheet.file.push(new TextEncoder().encode(sheet.held), isEnd)
  sheet.characters += sheet.held.length
  sheet.held = ''
}

/** A file of the archive. All have one day, so that the same dataset makes the same bytes. */
function fileOf(name: string): ZipDeflate {
  const file = new ZipDeflate(name, { level: 6 })
  file.mtime = new Date(1980, 0, 1)
  return file
}
