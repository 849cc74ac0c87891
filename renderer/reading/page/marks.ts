import type { Span } from '../../../shared/annotation/span.ts'
import { rectsOf } from './geometry.ts'
import type { MountedChunk, MountedPiece } from './mounted.ts'
import { withoutLineEnd } from './parts.ts'

/** A rectangle in a chunk's own coordinates, CSS pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

type LayerName =
  | 'paint'
  | 'braces'
  | 'crowds'
  | 'outlines'
  | 'letters'
  | 'differences'
  | 'threads'
  | 'frames'
  | 'hover'
  | 'unseen'
  | 'carets'

/** The place of one kind of marks of a chunk, if any was ever drawn. */
export function findLayer({ marks, under }: MountedChunk, name: LayerName): HTMLElement | undefined {
  if (name === 'paint') return under
  for (const layer of marks.children) if (layer.classList.contains(`page-${name}`)) return layer as HTMLElement
  return undefined
}

/** The place of one kind of marks among those of a chunk: made when it is first needed. */
export function layerOf(chunk: MountedChunk, name: LayerName): HTMLElement {
  const found = findLayer(chunk, name)
  if (found) return found
  const layer = document.createElement('div')
  layer.className = `page-${name}`
  chunk.marks.append(layer)
  return layer
}

/** Where the column of text begins and ends in a chunk, CSS pixels. */
export function columnOf({ element }: MountedChunk): { left: number; right: number } {
  const { paddingLeft, paddingRight } = getComputedStyle(element)
  return { left: Number.parseFloat(paddingLeft), right: element.clientWidth - Number.parseFloat(paddingRight) }
}

/** The boxes of what of a span lies in a chunk: one for each line and each stretch of one direction in it. */
export function boxesOf(text: string, chunk: MountedChunk, span: Span): Box[] {
  const origin = chunk.element.getBoundingClientRect()
  const boxes: Box[] = []
  for (const piece of chunk.pieces) {
    const start = Math.max(span.start, piece.start)
    const end = withoutLineEnd(text, start, Math.min(span.end, piece.end))
    if (start >= end) continue
    for (const rect of rectsOf(piece, start, end)) join(boxes, inside(rect, origin))
  }
  return boxes
}

/** The boxes of a stretch of a piece, seen from `origin`, the chunk's place in the window: one for each line and each stretch of one direction in it. */
export function boxesIn(piece: MountedPiece, start: number, end: number, origin: DOMRect): Box[] {
  const boxes: Box[] = []
  for (const rect of rectsOf(piece, start, end)) join(boxes, inside(rect, origin))
  return boxes
}

export function inside(rect: Box, origin: DOMRect): Box {
  return {
    left: rect.left - origin.left,
    top: rect.top - origin.top,
    right: rect.right - origin.left,
    bottom: rect.bottom - origin.top,
  }
}

/** Adds a box, or widens the last one where the two stand side by side on one line. */
function join(boxes: Box[], box: Box): void {
  if (box.right - box.left < 0.5) return
  const last = boxes.at(-1)
  const beside = last && Math.abs(last.top - box.top) < 2 && box.left <= last.right + 1 && last.left <= box.right + 1
  if (beside) {
    boxes[boxes.length - 1] = {
      left: Math.min(last.left, box.left),
      top: Math.min(last.top, box.top),
      right: Math.max(last.right, box.right),
      bottom: Math.max(last.bottom, box.bottom),
    }
  } else boxes.push(box)
}

/** Places an element; by properties, for the window's policy refuses style attributes. */
export function put(element: HTMLElement | SVGElement, { left, top, right, bottom }: Box): void {
  element.style.left = `${left}px`
  element.style.top = `${top}px`
  element.style.width = `${right - left}px`
  element.style.height = `${bottom - top}px`
}
