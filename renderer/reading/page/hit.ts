import { graphemeAfter, graphemeBefore } from '../../../shared/text/characters.ts'
import { rectsOf } from './geometry.ts'
import type { Places } from './places.ts'

/** CSS pixels by which a point may miss a letter. */
const NEAR = 1

/**
 * The offset of the character at a point of the viewport. Undefined beside the
 * text: the browser snaps to the nearest line end, which is not what a person
 * pointed at.
 */
export function characterAt(text: string, places: Places, x: number, y: number): number | undefined {
  const caret = document.caretPositionFromPoint(x, y)
  if (!caret) return undefined
  const offset = places.offset({ node: caret.offsetNode, offset: caret.offset })
  const piece = offset === undefined ? undefined : places.piece(offset)
  if (offset === undefined || !piece) return undefined
  const before = graphemeBefore(text, offset)
  for (const [start, end] of [
    [offset, graphemeAfter(text, offset)],
    [before, offset],
  ] as const) {
    if (start < piece.start || end > piece.end || start === end) continue
    if (rectsOf(piece, start, end).some(rect => covers(rect, x, y))) return start
  }
  return undefined
}

function covers({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return left - NEAR <= x && x <= right + NEAR && top - NEAR <= y && y <= bottom + NEAR
}
