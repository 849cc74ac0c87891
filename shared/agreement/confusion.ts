import type { LayerComparison } from './compareLayers.ts'
import { NOTHING } from './ratingsOfUnits.ts'

/** How often annotations of one tag (`row`) meet annotations of another (`column`), or `NOTHING`. */
export interface ConfusionCell {
  readonly row: string
  readonly column: string
  readonly count: number
}

/** Cells that hold anything, sorted by row and column. */
export type Confusion = readonly ConfusionCell[]

/** What the tags of one layer (rows) are in the other (columns). A row adds up to what the first layer has of its tag, a column to what the second has. */
export function confusionOf({
  matches,
  onlyA,
  onlyB,
}: Pick<LayerComparison, 'matches' | 'onlyA' | 'onlyB'>): Confusion {
  const counts = new Counts()
  for (const { a, b } of matches) counts.add(a.annotation.tag, b.annotation.tag, 1)
  for (const { annotation } of onlyA) counts.add(annotation.tag, NOTHING, 1)
  for (const { annotation } of onlyB) counts.add(NOTHING, annotation.tag, 1)
  return counts.cells()
}

export function addConfusions(all: readonly Confusion[]): Confusion {
  const counts = new Counts()
  for (const cells of all) for (const { row, column, count } of cells) counts.add(row, column, count)
  return counts.cells()
}

/**
 * The same where neither layer is first: a cell counts how often its two tags meet, whichever of the two annotators gave which. So the
 * matrix is its own mirror, a meeting of two tags stands in both of their cells, and one of a tag with itself once: a row adds up to the
 * meetings in which its tag has a part.
 */
export function fromBothSides(cells: Confusion): Confusion {
  const mirrored = cells.filter(({ row, column }) => row !== column)
  return addConfusions([cells, mirrored.map(({ row, column, count }) => ({ row: column, column: row, count }))])
}

/** The tags of a matrix, sorted, with `NOTHING` last where anything was missed. */
export function tagsIn(cells: Confusion): string[] {
  const tags = new Set(cells.flatMap(({ row, column }) => [row, column]))
  const hasNothing = tags.delete(NOTHING)
  return [...[...tags].sort(), ...(hasNothing ? [NOTHING] : [])]
}

class Counts {
  private readonly rows = new Map<string, Map<string, number>>()

  add(row: string, column: string, count: number): void {
    const known = this.rows.get(row) ?? new Map<string, number>()
    this.rows.set(row, known)
    known.set(column, (known.get(column) ?? 0) + count)
  }

  cells(): Confusion {
    const cells = [...this.rows].flatMap(([row, columns]) =>
      [...columns].map(([column, count]) => ({ row, column, count })),
    )
    return cells.sort((one, other) => compare(one.row, other.row) || compare(one.column, other.column))
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
