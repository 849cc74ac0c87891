import papa from 'papaparse'
import type { Cell } from './cells.ts'

/** A row as RFC 4180 has it: what would be misread stands between quotation marks, and CR LF ends it. */
export function lineOf(cells: readonly Cell[], delimiter = ','): string {
  const written = cells.map(cell => {
    const words = cell === null ? '' : String(cell)
    return /["\r\n]|^\s|\s$/.test(words) || words.includes(delimiter) ? `"${words.replaceAll('"', '""')}"` : words
  })
  return `${written.join(delimiter)}\r\n`
}

/** A row that is read, and the line that it begins on, counted from 1. */
export interface DelimitedRow {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * The rows of a table as text in UTF-8, that of names among them: commas,
 * semicolons or tabs between cells, whichever the first line has most of. A
 * byte order mark at the beginning is left out, and so are blank lines.
 */
export async function* delimitedRows(parts: AsyncIterable<Uint8Array>): AsyncGenerator<DelimitedRow> {
  const decoder = new TextDecoder()
  let held = ''
  let wanted = 0
  let line = 1
  let parser: InstanceType<typeof papa.Parser> | null = null
  const take = function* (isEnd: boolean): Generator<DelimitedRow> {
    if (!isEnd && held.length < wanted) return
    if (!parser) {
      const first = /^[^\r\n]*(\r\n|\r|\n)/.exec(held)
      // A line end that is cut in two may be either.
      if (!isEnd && (!first || first[0].length === held.length)) return
      parser = new papa.Parser({
        delimiter: delimiterOf(first?.[0] ?? held),
        newline: first?.[1] ?? '\n',
        quoteChar: '"',
      })
    }
    const { data, meta } = parser.parse(held, 0, !isEnd)
    for (const cells of data) {
      if (cells.length > 1 || cells[0] !== '') yield { line, cells }
      line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    }
    held = isEnd ? '' : held.slice(meta.cursor)
    // A long row is looked through again only when twice as much of it is there.
    wanted = 2 * held.length
  }
  for await (const part of parts) {
    held += decoder.decode(part, { stream: true })
    yield* take(false)
  }
  held += decoder.decode()
  if (held !== '') yield* take(true)
}

function delimiterOf(line: string): string {
  const most = [',', ';', '\t'].map(mark => ({ mark, count: line.split(mark).length }))
  return most.reduce((best, one) => (one.count > best.count ? one : best)).mark
}
