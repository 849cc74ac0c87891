import { type Sheet, sheetsIn } from '../archives/tables/xlsx.ts'
import type { DatasetHead } from '../dataset/dataset.ts'
import {
  type Format,
  type ReadChoices,
  type ReadFiles,
  type ReadItem,
  saysAll,
  type Told,
  type WriteChoices,
  type Writer,
} from '../dataset/format.ts'
import { shortened } from '../dataset/untakeable.ts'
import { wholeAtOrBefore } from '../text/surrogates.ts'
import type { Cell } from './tables/cells.ts'
import { CONTINUED } from './tables/layout.ts'
import { articlesOf } from './tables/reading.ts'
import type { ReadRow } from './tables/readRows.ts'
import { DatasetTables, type TableRow } from './tables/rows.ts'
import { MAX_CELL } from './workbook/sheet.ts'
import { Workbook } from './workbook/workbook.ts'

/**
 * A workbook of Excel with the tables of CSV as sheets. Words are typed as words
 * and are never run. A table that has more rows than a sheet can hold goes on in
 * the next (`statements 2`); what is longer than a cell can hold goes on in the
 * sheet `continued`, and is told: nothing is cut.
 */
export const xlsx: Format = {
  id: 'xlsx',
  extensions: ['xlsx'],
  makes: 'file',
  says: saysAll,
  units: ['codepoint', 'utf16', 'utf8'],
  canLeaveTextOut: true,
  keepsIds: true,
  readBy: ['read-excel-file 9.3', 'openpyxl 3.1.5'],
  readInTests: ['read-excel-file 9.3'],
  write: (head, choices) => write(head, choices, new Workbook()),
  read,
}

const continued = { name: CONTINUED, columns: ['id', 'part', 'words'] }

/** Writes into a workbook that was just made. */
export function write(head: DatasetHead, choices: WriteChoices, book: Workbook): Writer {
  const tables = new DatasetTables(head, choices)
  const columnsOf = new Map(tables.tables.map(({ name, columns }) => [name, columns]))
  let cellsContinued = 0

  const addRow = ({ table, cells }: TableRow, told: Told[]) => {
    if (!cells.some(isLong)) {
      book.add(table, cells)
      return
    }
    const names = columnsOf.get(table)!
    const goesOn: Record<string, number> = {}
    for (const [i, cell] of cells.entries())
      if (isLong(cell)) {
        goesOn[names[i]!] = ++cellsContinued
        for (const [n, words] of partsOf(cell).slice(1).entries())
          book.add(continued.name, [cellsContinued, n + 2, words])
      }
    const short = cells.map(cell => (isLong(cell) ? partsOf(cell)[0]! : cell))
    const { sheet, row } = book.add(table, [...short, JSON.stringify(goesOn)])
    for (const column of Object.keys(goesOn))
      told.push({ file: sheet, row, column, words: shortened(short[names.indexOf(column)] as string), why: 'goes-on' })
  }
  const parts = (told: readonly Told[]) => {
    const made = book.taken().map(data => ({ file: '', data }))
    // What is told goes with a part, and there needn't be one yet.
    return told.length === 0 ? made : [...made, { file: '', data: '', told }]
  }
  return {
    begin() {
      const told: Told[] = []
      // Articles, which have the texts, are first in the file: the first sheet is the one that needn't be held.
      const isFirst = (name: string) => name === 'articles'
      for (const { name, columns } of [...tables.tables].sort(
        (a, b) => Number(isFirst(b.name)) - Number(isFirst(a.name)),
      ))
        book.begin({ name, columns: [...columns, CONTINUED] })
      book.begin(continued)
      for (const row of tables.begin()) addRow(row, told)
      return parts(told)
    },
    add(article) {
      const told: Told[] = []
      for (const row of tables.add(article)) addRow(row, told)
      return parts(told)
    },
    end() {
      book.end([...tables.tables.map(({ name }) => name), continued.name])
      return parts([])
    },
  }
}

function isLong(cell: Cell): cell is string {
  return typeof cell === 'string' && cell.length > MAX_CELL
}

/** Words in parts that a cell can hold, none of which ends within a character. */
function partsOf(words: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < words.length; ) {
    const end = wholeAtOrBefore(words, Math.min(words.length, at + MAX_CELL))
    parts.push(words.slice(at, end))
    at = end
  }
  return parts
}

async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names) {
    const sheets = new Map<string, Sheet[]>()
    for (const sheet of sheetsIn(await files.bytes(file)))
      sheets.set(tableOf(sheet.name), [...(sheets.get(tableOf(sheet.name)) ?? []), sheet])
    const parts = new Map<string, [part: number, words: string][]>()
    for (const { cells } of rowsOf(file, sheets.get(CONTINUED) ?? [])) {
      const { id = '', part, words = '' } = cells
      parts.set(id, [...(parts.get(id) ?? []), [Number(part), words]])
    }
    const whole = (row: ReadRow): ReadRow => {
      const goesOn = row.cells[CONTINUED]
      return goesOn ? { ...row, cells: { ...row.cells, ...joined(row.cells, goesOn, parts) } } : row
    }
    const tables = [...sheets].map(([name, some]) => [name, () => each(rowsOf(file, some), whole)] as const)
    yield* articlesOf(Object.fromEntries(tables), choices)
  }
}

function tableOf(sheet: string): string {
  return sheet.replace(/ \d+$/, '').toLowerCase()
}

function joined(
  cells: ReadRow['cells'],
  goesOn: string,
  parts: ReadonlyMap<string, readonly [number, string][]>,
): Record<string, string> {
  try {
    const ids = Object.entries(JSON.parse(goesOn) as Record<string, unknown>)
    return Object.fromEntries(
      ids.map(([column, id]) => {
        const rest = [...(parts.get(String(id)) ?? [])].sort(([one], [other]) => one - other)
        return [column, [cells[column] ?? '', ...rest.map(([, words]) => words)].join('')]
      }),
    )
  } catch {
    // Whoever changed this cell is told by the quotes, which end too soon.
    return {}
  }
}

async function* each<T, U>(some: Iterable<T>, make: (one: T) => U): AsyncGenerator<U> {
  for (const one of some) yield make(one)
}

function* rowsOf(file: string, sheets: readonly Sheet[]): Generator<ReadRow> {
  for (const { name, rows } of sheets) {
    let names: readonly string[] | null = null
    for (const { number, cells } of rows()) {
      const named = names
      if (!named) names = cells
      else
        yield {
          file: file === '' ? name : `${file}: ${name}`,
          line: number,
          cells: Object.fromEntries(named.map((column, i) => [column, cells[i] ?? ''])),
        }
    }
  }
}
