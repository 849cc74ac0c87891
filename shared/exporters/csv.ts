import type { Format, ReadChoices, ReadFiles, ReadItem, Told, WriteChoices, Writer } from '../dataset/format.ts'
import { saysAll } from '../dataset/format.ts'
import { shortened } from '../dataset/untakeable.ts'
import { delimitedRows, lineOf } from './tables/delimited.ts'
import { articlesOf } from './tables/reading.ts'
import type { ReadRow } from './tables/readRows.ts'
import { DatasetTables, type TableRow } from './tables/rows.ts'
import { calmed, isRun, uncalmed } from './tables/runs.ts'

/** How `about.csv` says that cells have an apostrophe before what a spreadsheet would run. */
const CALMED = 'apostrophe'

/**
 * A folder of CSV files: `statements.csv` with a row a claim, its sources, event
 * and context; actors, events, other annotations, links, entities and articles
 * in tables of their own. Cells are exact unless `formulas` says otherwise:
 * those that a spreadsheet would run are told.
 */
export const csv: Format = {
  id: 'csv',
  extensions: ['csv'],
  makes: 'folder',
  says: saysAll,
  units: ['codepoint', 'utf16', 'utf8'],
  canLeaveTextOut: true,
  keepsIds: true,
  options: [
    { name: 'formulas', values: ['exact', CALMED] },
    { name: 'mark', values: ['none', 'bom'] },
  ],
  readBy: ['papaparse 5.7'],
  readInTests: ['papaparse 5.7'],
  write,
  read,
}

function write(head: Parameters<NonNullable<Format['write']>>[0], choices: WriteChoices): Writer {
  const tables = new DatasetTables(head, choices)
  const columnsOf = new Map(tables.tables.map(({ name, columns }) => [name, columns]))
  const isCalm = choices.options['formulas'] === CALMED
  const rowNumbers = new Map<string, number>()

  const partsOf = (rows: Iterable<TableRow>) => {
    const written = new Map<string, { lines: string[]; told: Told[] }>()
    for (const { table, cells } of rows) {
      const { lines, told } = written.get(table) ?? { lines: [], told: [] }
      written.set(table, { lines, told })
      const row = (rowNumbers.get(table) ?? 1) + 1
      rowNumbers.set(table, row)
      for (const [i, cell] of cells.entries())
        if (typeof cell === 'string' && isRun(cell))
          told.push({
            ...{ file: fileOf(table), row, column: columnsOf.get(table)![i]!, words: shortened(cell) },
            why: isCalm ? 'made-words' : 'would-run',
          })
      lines.push(lineOf(isCalm ? cells.map(cell => (typeof cell === 'string' ? calmed(cell) : cell)) : cells))
    }
    return [...written].map(([table, { lines, told }]) => ({
      ...{ file: fileOf(table), data: lines.join('') },
      ...(told.length === 0 ? {} : { told }),
    }))
  }
  return {
    begin: () => {
      const mark = choices.options['mark'] === 'bom' ? '\ufeff' : ''
      const heads = tables.tables.map(({ name, columns }) => ({ file: fileOf(name), data: mark + lineOf(columns) }))
      return [...heads, ...partsOf(tables.begin({ cells: isCalm ? CALMED : 'exact' }))]
    },
    add: article => partsOf(tables.add(article)),
    end: () => [],
  }
}

const fileOf = (table: string) => `${table}.csv`

async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  let isCalm = false
  for (const file of files.names.filter(name => tableOf(name) === 'about'))
    for await (const { cells } of rowsOf(files, file, false))
      if (cells['key'] === 'cells' && cells['value'] === CALMED) isCalm = true
  const tables = files.names
    .filter(name => name === '' || /\.csv$/i.test(name))
    .map(name => [tableOf(name), () => rowsOf(files, name, isCalm)] as const)
  yield* articlesOf(Object.fromEntries(tables), choices)
}

/** A single file is taken for the statements. */
function tableOf(file: string): string {
  return file === ''
    ? 'statements'
    : file
        .replace(/^.*\//, '')
        .replace(/\.csv$/i, '')
        .toLowerCase()
}

async function* rowsOf(files: ReadFiles, file: string, isCalm: boolean): AsyncGenerator<ReadRow> {
  let names: readonly string[] | null = null
  for await (const { line, cells } of delimitedRows(files.parts(file))) {
    const named = names
    if (!named) names = cells
    else {
      const words = isCalm ? cells.map(uncalmed) : cells
      yield { file, line, cells: Object.fromEntries(named.map((name, i) => [name, words[i] ?? ''])) }
    }
  }
}
