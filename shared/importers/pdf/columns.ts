import type { Piece } from './pieces.ts'
import { isRightToLeft, type Row, rowsOf } from './rows.ts'

/**
 * The rows of a page as they are read: each list is rows below each other in
 * one column, and the lists stand in reading order. Columns are found by the
 * white between them: what reaches over it (a headline, a wide paragraph) parts
 * what is above from what is below.
 */
export function inReadingOrder(pieces: readonly Piece[]): Row[][] {
  const rows = rowsOf(pieces)
  if (rows.length > MAX_ROWS) return [rows]
  const order: Row[][] = []
  read(rows, order, 0)
  return order
}

/** Lines of a page that columns are looked for in: the largest newspaper page has some hundred. */
const MAX_ROWS = 2_000
/** In sizes of the letters: white between columns. Between words it is half of that, and seldom below each other. */
const NARROWEST = 0.7
/** So wide may it be between two words. */
const BETWEEN_WORDS = 1.1
/** Columns within columns: pages nest two or three. */
const MAX_DEPTH = 30

function read(rows: Row[], order: Row[][], depth: number): void {
  if (rows.length === 0) return
  const gutter = depth < MAX_DEPTH ? widestGutter(rows) : null
  if (!gutter) return void order.push(rows)
  const { from, to, middle } = gutter
  read(rows.slice(0, from), order, depth + 1)
  const inside = rows.slice(from, to).flatMap(row => row.pieces)
  const left = inside.filter(piece => piece.end <= middle)
  const right = inside.filter(piece => piece.end > middle)
  const sides = isRightToLeft(inside) ? [right, left] : [left, right]
  for (const side of sides) read(rowsOf(side), order, depth + 1)
  read(rows.slice(to), order, depth + 1)
}

/** A strip of white between two columns, and the rows that it stands in. */
interface Gutter {
  /** Numbers of rows: the first, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly middle: number
  /** Rows on the side that has fewer. */
  readonly rows: number
}

interface Gap {
  readonly start: number
  readonly end: number
}

/** The gutter along which most rows stand; null where the rows are one column. */
function widestGutter(rows: readonly Row[]): Gutter | null {
  const edges = { start: Math.min(...rows.map(r => r.start)), end: Math.max(...rows.map(r => r.end)) }
  const gaps = rows.map(row => gapsOf(row, edges))
  let best: Gutter | null = null
  const propose = (from: number, to: number, gap: Gap) => {
    // It has as many rows at most as it is long, and what reaches to an edge has nothing behind it.
    if (gap.start < edges.start || gap.end > edges.end) return
    if (to - from <= (best?.rows ?? 1)) return
    const found = asGutter(rows, from, to, gap, gaps)
    if (found && (!best || found.rows > best.rows)) best = found
  }
  for (let from = 0; from < rows.length; from++) {
    let open = gaps[from]!
    for (let to = from + 1; open.length > 0; to++) {
      const next = to < rows.length ? meet(open, gaps[to]!, NARROWEST * rows[to]!.size) : []
      for (const gap of open) if (!next.some(one => one.start < gap.end && one.end > gap.start)) propose(from, to, gap)
      open = next
    }
    if (best && (best as Gutter).rows * 2 >= rows.length) break
  }
  return best
}

/** The white in a row, also before it and behind it. */
function gapsOf({ pieces, size }: Row, edges: Gap): Gap[] {
  const gaps: Gap[] = []
  let at = edges.start - size
  for (const { start, end } of pieces) {
    if (start - at > NARROWEST * size) gaps.push({ start: at, end: start })
    at = Math.max(at, end)
  }
  gaps.push({ start: at, end: edges.end + size })
  return gaps
}

function meet(one: readonly Gap[], other: readonly Gap[], narrowest: number): Gap[] {
  const both: Gap[] = []
  for (const a of one)
    for (const b of other) {
      const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)]
      if (end - start > narrowest) both.push({ start, end })
    }
  return both
}

/** Whether text stands on both sides of the white, enough of it, and wide enough to be prose: what is narrow is a list's numbers, or a table. */
function asGutter(
  rows: readonly Row[],
  first: number,
  last: number,
  white: Gap,
  gaps: readonly (readonly Gap[])[],
): Gutter | null {
  let [from, to, gap] = [first, last, white]
  // Lines at the ends that merely have a word's end there: without them there is far more white.
  for (let isDone = false; !isDone; ) {
    isDone = true
    for (const [start, end, edge] of [
      [from + 1, to, from],
      [from, to - 1, to - 1],
    ] as const) {
      const own = widened(gap, [gaps[edge]!])
      if (end - start < 2 || own.end - own.start > BETWEEN_WORDS * rows[edge]!.size) continue
      const wider = widened(gap, gaps.slice(start, end))
      if (wider.end - wider.start < 1.5 * (gap.end - gap.start)) continue
      ;[from, to, gap, isDone] = [start, end, wider, false]
      break
    }
  }
  const middle = (gap.start + gap.end) / 2
  // A line at the end that stands on one side, far below the others, belongs to what follows.
  while (to - from > 2 && to < rows.length && isAlone(rows, to - 1, middle)) to--
  // As one of other letters at the beginning does to what stands above: a headline's last word.
  const usual = median(rows.slice(from, to).map(row => row.size))
  while (to - from > 2 && from > 0 && isOneSided(rows[from]!, middle) && rows[from]!.size > 1.15 * usual) from++
  const run = rows.slice(from, to)
  const [left, right] = [true, false].map(isLeft =>
    run.map(row => row.pieces.filter(piece => piece.end <= middle === isLeft)).filter(pieces => pieces.length > 0),
  ) as [Piece[][], Piece[][]]
  const count = Math.min(left.length, right.length)
  const size = median(run.map(row => row.size))
  const wide = (gap.end - gap.start) / size
  if (count < (wide > 2 ? 2 : wide > 1.2 ? 3 : 5)) return null
  if (![left, right].every(side => isProse(side, size))) return null
  return { from, to, middle, rows: count }
}

/** The white around a strip that all of these rows have. */
function widened({ start, end }: Gap, gaps: readonly (readonly Gap[])[]): Gap {
  const around = gaps.map(row => row.find(gap => gap.start <= start && gap.end >= end)!)
  return { start: Math.max(...around.map(gap => gap.start)), end: Math.min(...around.map(gap => gap.end)) }
}

function isAlone(rows: readonly Row[], index: number, middle: number): boolean {
  const [above, row] = [rows[index - 1]!, rows[index]!]
  return row.base - above.base > 1.8 * row.size && isOneSided(row, middle)
}

function isOneSided(row: Row, middle: number): boolean {
  return row.end <= middle || row.start >= middle
}

function isProse(side: readonly (readonly Piece[])[], size: number): boolean {
  const widths = side.map(pieces => pieces.at(-1)!.end - pieces[0]!.start)
  const columns = side.map(pieces => pieces.reduce((sum, piece) => sum + piece.columns, 0))
  return median(widths) > 7 * size && median(columns) >= 14
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0
}
