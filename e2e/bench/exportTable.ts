import type { Ran } from './command.ts'

/** One command on so many articles. */
export interface Measured extends Omit<Ran, 'printed'> {
  readonly what: string
  readonly articles: number
  /** Of the dataset that was written, or read; null where there is none. */
  readonly bytes: number | null
}

const columns = ['', 'articles', 'seconds', 'articles/s', 'CPU s', 'peak MB', 'MB', 'exit'] as const
const widths = [32, 9, 9, 10, 8, 8, 8, 4]
const row = (cells: readonly string[]) =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' ')
/** The names of the columns. */
export const head = row(columns)

/** A line of the table. */
export function lineOf({ what, articles, seconds, cpuSeconds, peakBytes, bytes, code }: Measured): string {
  const speed = articles === 0 ? '' : (articles / seconds).toFixed(1)
  const size = bytes === null ? '' : megabytes(bytes)
  return row([
    what,
    count(articles),
    seconds.toFixed(1),
    speed,
    cpuSeconds.toFixed(1),
    megabytes(peakBytes),
    size,
    String(code),
  ])
}

/** By how much the most memory of each command grew from a tenth of the articles to all of them. */
export function growth(all: readonly Measured[], [few, many]: readonly number[]): string[] {
  if (few === undefined || many === undefined || few === many) return []
  return all
    .filter(({ articles, what }) => articles === many && what.startsWith('generated'))
    .flatMap(({ what, peakBytes }) => {
      const before = all.find(one => one.what === what && one.articles === few)
      if (!before) return []
      const more = (peakBytes - before.peakBytes) / (many - few)
      return [
        `${what}: ${megabytes(before.peakBytes)} MB, then ${megabytes(peakBytes)} MB: ${Math.round(more)} bytes more an article`,
      ]
    })
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0)
export const count = (number: number) => number.toLocaleString('en')
