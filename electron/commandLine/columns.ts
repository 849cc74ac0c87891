/** How a column stands: words at its beginning, numbers at its end. */
export type Side = 'left' | 'right'

/** Rows as columns of a width each, two spaces apart; nothing hangs behind the last word of a line. */
export function columns(rows: readonly (readonly string[])[], sides: readonly Side[]): string[] {
  const widths = sides.map((_, i) => Math.max(0, ...rows.map(row => lengthOf(row[i] ?? ''))))
  return rows.map(row =>
    row
      .map((cell, i) => padded(cell, widths[i] ?? 0, sides[i] ?? 'left'))
      .join('  ')
      .trimEnd(),
  )
}

function padded(cell: string, width: number, side: Side): string {
  const space = ' '.repeat(Math.max(0, width - lengthOf(cell)))
  return side === 'left' ? cell + space : space + cell
}

/** In code points, which is as wide as it looks in most scripts. */
function lengthOf(cell: string): number {
  return [...cell].length
}
