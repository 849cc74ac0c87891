import type { Format, Part } from '../dataset/format.ts'
import { shortened } from '../dataset/untakeable.ts'
import { networkFormat, notesOn } from './network/write.ts'
import { lineOf } from './tables/delimited.ts'
import { isRun } from './tables/runs.ts'

const NODES = ['Id', 'Label', 'kind', 'known', 'entityKind', 'mentions'] as const
const EDGES = ['Source', 'Target', 'Type', 'kind', 'Weight', 'window', 'start', 'end'] as const

/** A network of who said what as two tables, `nodes.csv` and `edges.csv`, named as Gephi reads them; `about.txt` says how it was counted. */
export const nodesAndEdges: Format = networkFormat(
  {
    id: 'network-csv',
    extensions: ['csv'],
    makes: 'folder',
    readBy: ['papaparse 5.7'],
    readInTests: ['papaparse 5.7'],
  },
  (network, choices, name) => {
    const nodes = network.nodes.map(({ id, label, kind, known, entityKind, mentions }) => [
      id,
      label,
      kind,
      known,
      entityKind,
      mentions,
    ])
    const edges = network.edges.map(({ source, target, kind, weight, window }) => [
      ...[source, target, 'Undirected', kind, weight],
      ...[window?.name ?? '', window?.start ?? '', window?.end ?? ''],
    ])
    return [
      table('nodes.csv', NODES, nodes),
      table('edges.csv', EDGES, edges),
      { file: 'about.txt', data: `${name}: ${notesOn(network, choices)}\n` },
    ]
  },
)

/** Cells are exact; those that a spreadsheet would run are told. */
function table(file: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): Part {
  const told = rows.flatMap((cells, i) =>
    cells.flatMap((cell, j) =>
      typeof cell === 'string' && isRun(cell)
        ? [{ file, row: i + 2, column: columns[j]!, words: shortened(cell), why: 'would-run' as const }]
        : [],
    ),
  )
  const data = [columns, ...rows].map(cells => lineOf(cells)).join('')
  return { file, data, ...(told.length > 0 ? { told } : {}) }
}
