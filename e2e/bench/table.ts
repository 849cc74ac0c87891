import type { Row } from './verdicts.ts'

/** Rows as a table of text, for a terminal. With `ratiosOnly` nothing is told that depends on the machine alone. */
export function tableOf(rows: readonly Row[], ratiosOnly = false): string {
  const head = ['', ...(ratiosOnly ? [] : ['plain text', 'Stet']), 'ratio', 'to reach', '']
  const lines = rows
    .filter(row => !ratiosOnly || row.reached !== null)
    .map(row => {
      const ratio = row.ratio === null ? '' : `${row.ratio.toFixed(2)}×${row.by === 'CPU' ? ' CPU' : ''}`
      const verdict = row.reached === null ? '' : row.reached ? 'reached' : 'MISSED'
      return [row.what, ...(ratiosOnly ? [] : [row.plain, row.stet]), ratio, row.target, verdict]
    })
  const widths = head.map((name, i) => Math.max(name.length, ...lines.map(line => line[i]!.length)))
  return [head, ...lines]
    .map(line =>
      line
        .map((cell, i) => (i === 0 || i === line.length - 1 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
