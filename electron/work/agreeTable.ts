import type { Refusal, TableRow } from '../../shared/agreement/table/ratingsTable.ts'
import type { ReportChoice, TableReport } from '../../shared/agreement/table/tableReport.ts'
import { heldBytes } from '../../shared/archives/heldBytes.ts'
import { Problem } from '../../shared/problems/problem.ts'

/**
 * How far annotators agree by a table of their ratings. Its code is loaded when it is asked for: no window asks.
 * Throws a Problem where the file is no table as text.
 */
export async function agreeTable({
  name,
  bytes,
  choice,
}: {
  readonly name: string
  readonly bytes: Uint8Array
  readonly choice: ReportChoice
}): Promise<TableReport | { readonly refusal: Refusal }> {
  if (bytes.byteLength === 0) return { refusal: { why: 'empty' } }
  const { textTable } = await import('../../shared/archives/tables/csv.ts')
  const { tableReport } = await import('../../shared/agreement/table/tableReport.ts')
  const rows: TableRow[] = []
  for await (const row of (await textTable(heldBytes(name, bytes))).rows()) {
    if ('problem' in row) throw new Problem(row.problem.kind, row.problem.detail)
    rows.push({ number: rows.length + 1, cells: row.cells })
  }
  return tableReport(name, rows, choice)
}
