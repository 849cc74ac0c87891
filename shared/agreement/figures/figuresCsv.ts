import type { FigureGroup, FigureScope } from './figure.ts'

/** The columns of figures as a table. */
const columns = [
  'measure',
  'level',
  'over',
  'tag',
  'pair',
  'question',
  'value',
  'low',
  'high',
  'n',
  'articles',
  'reason',
]

/**
 * Figures as CSV (RFC 4180): a row each, by the names that measures, levels and things counted have in files, tags and
 * questions by their ids; empty for all tags and all annotators, and where there is no figure.
 */
export function figuresCsv(
  groups: readonly FigureGroup[],
  pairName: (pair: NonNullable<FigureScope['pair']>) => string,
): string {
  const rows = groups.flatMap(({ over, tag, pair, question, articles, figures }) =>
    figures.map(({ measure, level, value, reason, n, interval }) => [
      ...[measure, level, over, tag, pair && pairName(pair), question],
      ...[value, interval?.value?.low, interval?.value?.high, n, articles, reason],
    ]),
  )
  return [columns, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A cell; what a spreadsheet would take for a formula is told as words. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
