import { Problem, type ProblemNotice } from '../../problems/problem.ts'
import type { Archive, ByteSource, ColumnMap, Columns, Unpacked } from '../archive.ts'
import { datesOf } from '../dates.ts'
import { Keys } from '../keys.ts'
import { guessMap } from './guessMap.ts'
import { articleOf } from './rowArticle.ts'

/** A table as its kind of file gives it, its rows one at a time. */
export interface Table {
  readonly names: readonly string[]
  /** False where bytes of it may mean nothing, so that U+FFFD stands for them. */
  readonly isValid?: boolean
  /** From the first one on, each time that it is asked for. Cells of columns that are not wanted may be empty. */
  rows(wanted?: ReadonlySet<number>): AsyncIterable<Row>
}

/** A row by its place, as a person would name it (`Row 7`): its cells, or why it can't be read. */
export type Row =
  | { readonly place: string; readonly cells: readonly string[] }
  | { readonly place: string; readonly problem: ProblemNotice }

/** Rows that a guess is made by, or fewer where they are long. */
const SAMPLE_ROWS = 200
const SAMPLE_CHARACTERS = 4 * 1024 * 1024
/** As many columns as a sheet can have; more names are no columns. */
const MAX_COLUMNS = 16_384
/** Rows that a person is shown, and how much of a cell. */
const SHOWN_ROWS = 10
const SHOWN_CHARACTERS = 300

/** A kind of table, by how one is opened. `open` throws a Problem where there is none. */
export function tableArchive(
  kind: Pick<Archive, 'id' | 'title' | 'extensions' | 'recognises'> & { open(source: ByteSource): Promise<Table> },
): Archive & Required<Pick<Archive, 'columns'>> {
  const { id, title, extensions, recognises } = kind
  // A file is looked through before its first row, which the rows of a large one needn't wait for twice.
  const opened = new WeakMap<ByteSource, Promise<Table>>()
  const opening = async (source: ByteSource) => {
    const table = await kind.open(source)
    if (table.names.length > MAX_COLUMNS)
      throw new Problem('too-large', `It has ${table.names.length} columns, which no table of articles has.`)
    return table
  }
  const open = (source: ByteSource) => {
    const table = opened.get(source) ?? opening(source)
    opened.set(source, table)
    return table
  }
  return {
    id,
    title,
    extensions,
    recognises,
    columns: async source => columnsOf(await open(source)),
    articles: (source, meant) => articlesOf(open(source), meant),
  }
}

async function columnsOf(table: Table): Promise<Columns> {
  const sample = await sampleOf(table)
  const rows = sample.slice(0, SHOWN_ROWS).map(cells => cells.map(cell => cell.slice(0, SHOWN_CHARACTERS)))
  return { names: table.names, rows, guess: guessMap(table.names, sample) }
}

async function* articlesOf(opening: Promise<Table>, meant: ColumnMap | undefined): AsyncIterable<Unpacked> {
  const table = await opening
  const sample = await sampleOf(table, meant && new Set(Object.values(meant).flat()))
  const map = meant ?? guessMap(table.names, sample)
  if (!map.text || map.text.length === 0)
    throw new Problem('cannot-read', 'No column of this table is known to hold the text. Say which one does.')
  const dates = datesOf(sample.flatMap(cells => (map.published ?? []).map(column => cells[column] ?? '')))
  const keys = new Keys()
  const wanted = new Set(Object.values(map).flat())
  const garbled: string[] = []
  let garbledRows = 0
  for await (const row of table.rows(wanted)) {
    if ('problem' in row) yield { kind: 'unread', key: row.place, problem: row.problem }
    else {
      if (table.isValid === false && row.cells.some((cell, i) => wanted.has(i) && cell.includes('\ufffd')))
        if (garbledRows++ < SHOWN_ROWS) garbled.push(row.place)
      const unpacked = await articleOf(row, { map, dates, width: table.names.length, keys })
      if (unpacked) yield unpacked
    }
  }
  if (garbledRows > 0) {
    const more = garbledRows > garbled.length ? `, and ${garbledRows - garbled.length} more` : ''
    const detail = `Some bytes of the file mean nothing in its encoding; “\ufffd” stands for them in ${garbled.join(', ')}${more}.`
    yield { kind: 'unread', key: 'Encoding', problem: { kind: 'cannot-read', detail } }
  }
}

async function sampleOf(table: Table, wanted?: ReadonlySet<number>): Promise<(readonly string[])[]> {
  const sample: (readonly string[])[] = []
  let characters = 0
  for await (const row of table.rows(wanted)) {
    if ('problem' in row) continue
    sample.push(row.cells)
    for (const cell of row.cells) characters += cell.length
    if (sample.length >= SAMPLE_ROWS || characters > SAMPLE_CHARACTERS) break
  }
  return sample
}

/** Whether the first row of a table can be the names of its columns: no cell of it is a text, an address, a number or a day. */
export function canBeNames(cells: readonly string[]): boolean {
  return cells.every(cell => cell.length <= 100 && !/^\s*(?:https?:|[\d.,:/+-]+\s*$|\d{4}-\d\d-\d\d)/i.test(cell))
}
