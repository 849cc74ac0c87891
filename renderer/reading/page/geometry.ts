import { graphemeAfter, graphemeBefore } from '../../../shared/text/characters.ts'
import type { MountedPiece } from './mounted.ts'
import { placeIn } from './texts.ts'

/** A vertical bar: where a caret stands. Viewport coordinates, CSS pixels. */
export interface Bar {
  readonly x: number
  readonly top: number
  readonly bottom: number
}

/** A line of a piece, as laid out. Offsets are UTF-16 of the article. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly top: number
  readonly bottom: number
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const range = document.createRange()

/** The rectangles of a stretch of a piece, one or more a line. */
export function rectsOf(piece: MountedPiece, start: number, end: number): DOMRect[] {
  const from = placeIn(piece, start, 'begins')
  const to = placeIn(piece, end, 'ends')
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  const rects = [...range.getClientRects()]
  // A live range would be adjusted at every change of the document.
  range.setStart(document, 0)
  range.collapse(true)
  return rects
}

/** Whether text runs from right to left at `offset`. */
export function runsLeft(text: string, piece: MountedPiece, offset: number): boolean {
  const at = offset < piece.end ? offset : offset - 1
  const character = text.charAt(at)
  if (rightToLeft.test(character)) return true
  return /\p{L}|\p{N}/u.test(character) ? false : piece.element.dir === 'rtl'
}

/**
 * Where the caret stands at `offset`. At a soft line break it stands at the
 * start of the next line, or with `upstream` at the end of the line before.
 */
export function caretBar(text: string, piece: MountedPiece, offset: number, upstream = false): Bar {
  if (!(upstream && offset > piece.start) && offset < piece.end) {
    const rect = rectsOf(piece, offset, Math.min(piece.end, graphemeAfter(text, offset)))[0]
    const lineEnd = /[\r\n]/.test(text.charAt(offset))
    if (rect && !(lineEnd && offset > piece.start)) return bar(rect, runsLeft(text, piece, offset) ? 'right' : 'left')
  }
  if (offset > piece.start) {
    const before = graphemeBefore(text, offset)
    const rect = rectsOf(piece, Math.max(piece.start, before), offset).at(-1)
    if (rect) return bar(rect, runsLeft(text, piece, before) ? 'left' : 'right')
  }
  const whole = piece.element.getBoundingClientRect()
  const style = getComputedStyle(piece.element)
  const x =
    piece.element.dir === 'rtl'
      ? whole.right - Number.parseFloat(style.paddingRight)
      : whole.left + Number.parseFloat(style.paddingLeft)
  return { x, top: whole.top, bottom: whole.bottom }
}

function bar(rect: DOMRect, side: 'left' | 'right'): Bar {
  return { x: rect[side], top: rect.top, bottom: rect.bottom }
}

/** The line that `offset` stands on. */
export function lineAt(text: string, piece: MountedPiece, offset: number, upstream = false): Line {
  const { top, bottom } = caretBar(text, piece, offset, upstream)
  const middle = (top + bottom) / 2
  // Lines follow one another as the text does, so that both ends can be found by halving.
  const start = firstOffset(piece, at => bottomAt(piece, at) > middle)
  const end = firstOffset(piece, at => topAt(piece, at) > middle)
  return { start, end, top, bottom }
}

/** The first line of a piece of which some part lies below `y` (in the viewport). */
export function lineBelow(text: string, piece: MountedPiece, y: number): Line {
  const start = firstOffset(piece, at => bottomAt(piece, at) > y)
  return lineAt(text, piece, Math.min(start, Math.max(piece.start, piece.end - 1)))
}

/** The offset on a line that is nearest to `x`. */
export function offsetAtX(text: string, piece: MountedPiece, line: Line, x: number): number {
  let nearest = line.start
  let distance = Number.POSITIVE_INFINITY
  const consider = (offset: number, edge: number) => {
    if (Math.abs(edge - x) >= distance) return
    distance = Math.abs(edge - x)
    nearest = offset
  }
  const last = lastPlace(text, piece, line)
  for (let at = line.start; at < last; ) {
    const next = Math.min(graphemeAfter(text, at), last)
    const rect = rectsOf(piece, at, next)[0]
    if (rect) {
      const left = runsLeft(text, piece, at)
      consider(at, left ? rect.right : rect.left)
      consider(next, left ? rect.left : rect.right)
    }
    at = next
  }
  return nearest
}

/** The last place on a line where a caret can stand: before the space or line end at which it breaks. */
export function lastPlace(text: string, piece: MountedPiece, line: Line): number {
  let end = line.end
  while (end > line.start && /[\r\n]/.test(text.charAt(end - 1))) end--
  if (end === line.end && end < piece.end && end > line.start && /\s/.test(text.charAt(end - 1))) end--
  return end
}

/** The first offset of a piece for which `holds`, which then holds for all that follow; its end if there is none. */
function firstOffset(piece: MountedPiece, holds: (offset: number) => boolean): number {
  let low = piece.start
  let high = piece.end
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function topAt(piece: MountedPiece, offset: number): number {
  return rectAt(piece, offset)?.top ?? Number.POSITIVE_INFINITY
}

function bottomAt(piece: MountedPiece, offset: number): number {
  return rectAt(piece, offset)?.bottom ?? Number.POSITIVE_INFINITY
}

/** The rectangle of the character at `offset`, or of the nearest after it that has one: collapsed spaces have none. */
function rectAt(piece: MountedPiece, offset: number): DOMRect | undefined {
  for (let width = 1; width <= 64 && offset < piece.end; width *= 2) {
    const rect = rectsOf(piece, offset, Math.min(piece.end, offset + width))[0]
    if (rect) return rect
  }
  return undefined
}
