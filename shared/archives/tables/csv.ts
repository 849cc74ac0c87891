import papa from 'papaparse'
import { extensionOf } from '../../importers/extensions.ts'
import { MAX_ROW_CHARACTERS } from '../../limits.ts'
import { Problem } from '../../problems/problem.ts'
import { decode } from '../../text/decode.ts'
import type { Archive, ByteSource } from '../archive.ts'
import { extensions } from '../extensions.ts'
import { encodingOf, textOf } from './pieces.ts'
import { canBeNames, type Row, type Table, tableArchive } from './table.ts'

/** Tables as text: cells between commas, semicolons, tabs or bars, with line ends in them where quotation marks stand around. */
export const csv: Archive = tableArchive({
  id: 'csv/1',
  title: 'csv',
  extensions: extensions.csv,
  recognises: (head, name) => (extensions.csv as readonly string[]).includes(extensionOf(name) ?? '') && isText(head),
  open,
})

function isText(head: Uint8Array): boolean {
  try {
    decode(head)
    return head.length > 0
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/** How a table is written. */
interface Dialect {
  readonly delimiter: string
  readonly newline: string
  /** What stands around a cell that may hold any sign; a sign that stands nowhere where there is no such thing. */
  readonly quoteChar: string
}

const QUOTE = '"'
const NO_QUOTE = '\u0001'

async function open(source: ByteSource): Promise<Table> {
  const { isValid, rows } = await textTable(source)
  let first: readonly string[] | undefined
  for await (const row of rows()) {
    if ('problem' in row) throw new Problem(row.problem.kind, row.problem.detail)
    first = row.cells
    break
  }
  if (!first) throw new Problem('empty-text', 'There is no row in this table.')
  const hasNames = canBeNames(first)
  return {
    isValid,
    names: hasNames ? first.map(name => name.trim()) : first.map((_, column) => String(column + 1)),
    async *rows() {
      let isFirst = hasNames
      for await (const row of rows()) {
        if (!isFirst) yield row
        isFirst = false
      }
    },
  }
}

/** A table as text, its encoding and its way of writing recognised: all rows from the first one on, whether or not that is names. */
export async function textTable(
  source: ByteSource,
): Promise<{ readonly isValid: boolean; readonly rows: () => AsyncIterable<Row> }> {
  const { encoding, isValid } = await encodingOf(source)
  const head = await headOf(source, encoding)
  const [said] = /^sep=.(?:\r\n|\r|\n)/i.exec(head) ?? []
  const dialect = said ? { delimiter: said.charAt(4), newline: newlineOf(head), quoteChar: QUOTE } : dialectOf(head)
  return { isValid, rows: () => recordsOf(source, encoding, dialect, said?.length ?? 0) }
}

/** Characters by which the way that a table is written is guessed. */
const HEAD_CHARACTERS = 1024 * 1024

async function headOf(source: ByteSource, encoding: string): Promise<string> {
  let head = ''
  for await (const piece of textOf(source, encoding)) {
    head += piece
    if (head.length >= HEAD_CHARACTERS) break
  }
  return head
}

/** The ways to write a table: tabs do without quotation marks, too. */
const dialects = [
  ...[',', '\t', ';', '|'].map(delimiter => ({ delimiter, quoteChar: QUOTE })),
  { delimiter: '\t', quoteChar: NO_QUOTE },
]

/** How a table is written: so that the most rows come to as many cells as the first has, without marks out of place; and of such ways the one that cuts most. */
function dialectOf(head: string): Dialect {
  const newline = newlineOf(head)
  let best = { delimiter: ',', quoteChar: QUOTE, score: 0, width: 1 }
  for (const { delimiter, quoteChar } of dialects) {
    const { data, errors } = new papa.Parser({ delimiter, newline, quoteChar, preview: 50 }).parse(head, 0, true)
    const rows = data.filter(cells => cells.length > 1 || cells[0]?.trim())
    // Where not even one row ends in what was looked at, the line of names decides.
    const width = rows[0]?.length ?? firstLineOf(head).split(delimiter).length
    const wrong = new Set(errors.map(({ row }) => row)).size
    const score = (rows.filter(cells => cells.length === width).length - wrong) / Math.max(1, rows.length)
    const isBetter = score > best.score || (score === best.score && width > best.width)
    if (width > 1 && (isBetter || best.width === 1)) best = { delimiter, quoteChar, score, width }
  }
  return { delimiter: best.delimiter, newline, quoteChar: best.quoteChar }
}

function firstLineOf(head: string): string {
  return head.slice(0, 10_000).split(/[\r\n]/)[0]!
}

/** A table's rows end as its first line does, outside of quotation marks; CR alone is of old Macs. */
function newlineOf(head: string): string {
  let isQuoted = false
  for (const [mark] of head.matchAll(/"|\r\n?|\n/g)) {
    if (mark === '"') isQuoted = !isQuoted
    else if (!isQuoted) return mark === '\r' ? '\r' : '\n'
  }
  return '\n'
}

/**
 * The rows of a table from its beginning, the line of names among them. Text is
 * held until a row in it ends, twice as much each time, so that a long row costs
 * no more than its length; one that is too long is passed over, and told.
 */
async function* recordsOf(source: ByteSource, encoding: string, dialect: Dialect, from: number): AsyncIterable<Row> {
  const parser = () => new papa.Parser(dialect)
  let number = 0
  let held = ''
  let wanted = 0
  let passed = from
  let passing: { isQuoted: boolean } | null = null

  const row = (cells: string[], isMisquoted: boolean): Row => {
    const place = `Row ${++number}`
    // A mark that begins a text and isn't of the table draws the next rows into it.
    if (isMisquoted && cells.some(cell => cell.includes('\n'))) return { place, problem: misquoted(place) }
    const last = cells.length - 1
    if (cells[last]?.endsWith('\r')) cells[last] = cells[last].slice(0, -1)
    const length = cells.reduce((sum, cell) => sum + cell.length, 0)
    return length > MAX_ROW_CHARACTERS ? { place, problem: tooLong(place) } : { place, cells }
  }
  for await (const piece of textOf(source, encoding)) {
    held += piece
    if (passed > 0) {
      const taken = Math.min(passed, held.length)
      held = held.slice(taken)
      passed -= taken
    }
    if (passing) {
      const end = endOfRow(held, dialect, passing)
      held = end === -1 ? '' : held.slice(end)
      if (end === -1) continue
      passing = null
      wanted = 0
    }
    if (held.length < wanted) continue
    const { data, errors, meta } = parser().parse(held, 0, true)
    const wrong = new Set(errors.map(({ row }) => row))
    for (const [i, cells] of data.entries()) yield row(cells, wrong.has(i))
    held = held.slice(meta.cursor)
    wanted = 2 * held.length
    if (held.length > MAX_ROW_CHARACTERS) {
      const place = `Row ${++number}`
      yield { place, problem: tooLong(place) }
      passing = { isQuoted: false }
      const end = endOfRow(held, dialect, passing)
      held = end === -1 ? '' : held.slice(end)
      if (end !== -1) passing = null
      wanted = 0
    }
  }
  if (held === '' || passing) return
  const { data, errors } = parser().parse(held, 0, false)
  const isCut = errors.some(({ code }) => code === 'MissingQuotes')
  const wrong = new Set(errors.map(({ row }) => row))
  for (const [i, cells] of data.entries()) {
    if (!isCut || i < data.length - 1) yield row(cells, wrong.has(i))
    else {
      const place = `Row ${++number}`
      const detail = `${place} begins a quotation mark that nothing ends: the file is cut off there, or a mark is missing. What follows it can’t be told apart.`
      yield { place, problem: { kind: 'cannot-read', detail } }
    }
  }
}

function tooLong(place: string) {
  return { kind: 'too-large', detail: `${place} is longer than 16 million characters.` } as const
}

function misquoted(place: string) {
  const detail = `In ${place} quotation marks don’t stand where they should, and other rows may have been drawn into it.`
  return { kind: 'cannot-read', detail } as const
}

/** Where a row ends in text, or -1 where it goes on; what stands in quotation marks may hold line ends. `state` goes from one text to the next. */
function endOfRow(text: string, { newline, quoteChar }: Dialect, state: { isQuoted: boolean }): number {
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf(quoteChar, at)
    const line = state.isQuoted ? -1 : text.indexOf(newline, at)
    if (line !== -1 && (quote === -1 || line < quote)) return line + 1
    if (quote === -1) return -1
    state.isQuoted = !state.isQuoted
    at = quote + 1
  }
  return -1
}
