import type { Box } from './marks.ts'

/** A line between two boxes: its outline, and where and in which direction (1 down, -1 up) it arrives at either. */
export interface LinkPath {
  readonly outline: string
  readonly from: Arrival
  readonly to: Arrival
}

export interface Arrival {
  readonly x: number
  readonly y: number
  readonly down: 1 | -1
}

interface Point {
  readonly x: number
  readonly y: number
}

/** From a letter's box to the line's end, CSS pixels. */
const GAP = 1.5
/** Into a box from its side, so that a line meets words and not a corner. */
const INSET = 5
/** From a line's end to where it goes along between two lines of text. */
const ALONG = 5

/** Of the lines that an annotation stands on, the one from which another box is nearest. */
export function nearestLine(lines: readonly Box[], other: Box): Box | undefined {
  const apart = (line: Box) => Math.max(other.top - line.bottom, line.top - other.bottom, 0)
  return lines.reduce<Box | undefined>((best, line) => (best && apart(best) <= apart(line) ? best : line), undefined)
}

/** The line from one box to another: down or up, and along between two lines of text; an arc over the words on the same one. */
export function pathBetween(from: Box, to: Box): LinkPath {
  if (to.top >= middle(from)) return steep(from, to, 1)
  if (to.bottom <= middle(from)) return steep(from, to, -1)
  const [x1, x2] = to.left >= from.right ? [right(from), left(to)] : [left(from), right(to)]
  const top = Math.min(from.top, to.top) - 9 - Math.min(14, Math.abs(x2 - x1) / 20)
  const [y1, y2] = [from.top - GAP, to.top - GAP]
  return {
    outline: `M${spell(x1, y1)}C${spell(x1, top)} ${spell(x2, top)} ${spell(x2, y2)}`,
    from: { x: x1, y: y1, down: 1 },
    to: { x: x2, y: y2, down: 1 },
  }
}

/** From a box to an edge of what is seen, down or up: beside the column, at `margin`, where no words are. */
export function pathToEdge(from: Box, margin: number, edge: number, down: 1 | -1): LinkPath {
  const x = right(from)
  const y = down === 1 ? from.bottom + GAP : from.top - GAP
  return {
    outline: square({ x, y }, { x: margin, y: edge }, y + ALONG * down),
    from: { x, y, down: flip(down) },
    to: { x: margin, y: edge, down },
  }
}

/** The head of an arrow that arrives. */
export function arrowHead({ x, y, down }: Arrival): string {
  return `M${spell(x, y)}L${spell(x - 3.5, y - 6 * down)}L${spell(x + 3.5, y - 6 * down)}Z`
}

function steep(from: Box, to: Box, down: 1 | -1): LinkPath {
  const x2 = left(to)
  const x1 = Math.max(left(from), Math.min(x2, right(from)))
  const y1 = down === 1 ? from.bottom + GAP : from.top - GAP
  const y2 = down === 1 ? to.top - GAP : to.bottom + GAP
  const along = Math.abs(y2 - y1) < 2 * ALONG ? (y1 + y2) / 2 : y2 - ALONG * down
  return {
    outline: square({ x: x1, y: y1 }, { x: x2, y: y2 }, along),
    from: { x: x1, y: y1, down: flip(down) },
    to: { x: x2, y: y2, down },
  }
}

/** A line with two round corners that crosses at the height `along`, between two lines of text. */
function square(from: Point, to: Point, along: number): string {
  const across = to.x - from.x
  if (Math.abs(across) < 1) return `M${spell(from.x, from.y)}L${spell(to.x, to.y)}`
  const first = corner(along - from.y, across)
  const second = corner(to.y - along, across)
  const side = Math.sign(across)
  return [
    `M${spell(from.x, from.y)}`,
    `L${spell(from.x, along - first * Math.sign(along - from.y))}`,
    `Q${spell(from.x, along)} ${spell(from.x + first * side, along)}`,
    `L${spell(to.x - second * side, along)}`,
    `Q${spell(to.x, along)} ${spell(to.x, along + second * Math.sign(to.y - along))}`,
    `L${spell(to.x, to.y)}`,
  ].join('')
}

function corner(up: number, across: number): number {
  return Math.min(6, Math.abs(up), Math.abs(across) / 2)
}

function flip(down: 1 | -1): 1 | -1 {
  return down === 1 ? -1 : 1
}

function middle({ top, bottom }: Box): number {
  return (top + bottom) / 2
}

function left(box: Box): number {
  return box.left + Math.min(INSET, (box.right - box.left) / 2)
}

function right(box: Box): number {
  return box.right - Math.min(INSET, (box.right - box.left) / 2)
}

function spell(x: number, y: number): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
}
