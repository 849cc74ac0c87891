import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { caretBar, runsLeft } from './geometry.ts'
import { boxesOf, layerOf, put } from './marks.ts'
import type { MountedChunk, MountedPiece } from './mounted.ts'

/** Beyond the letters, CSS pixels. */
const ROOM = 1.5

/** Draws the outline of an annotation in a chunk, line by line; none without an annotation. The chunk has been laid out. */
export function drawFrame(
  text: string,
  chunk: MountedChunk,
  layer: 'frames' | 'hover',
  annotation: Annotation | undefined,
  colour = '',
): void {
  if (!annotation) {
    if (chunk.marks.childElementCount > 0) layerOf(chunk, layer).replaceChildren()
    return
  }
  const marks: HTMLElement[] = []
  for (const span of annotation.spans) {
    const boxes = boxesOf(text, chunk, span)
    boxes.forEach((box, i) => {
      const element = document.createElement('div')
      element.className = 'page-box'
      if (i === 0 && span.start >= chunk.start) element.classList.add('page-begins')
      if (i === boxes.length - 1 && span.end <= chunk.end) element.classList.add('page-ends')
      element.style.borderColor = colour
      put(element, { left: box.left - ROOM, top: box.top - ROOM, right: box.right + ROOM, bottom: box.bottom + ROOM })
      marks.push(element)
    })
    if (layer === 'frames') marks.push(...handles(text, chunk, span.start, span.end, colour))
  }
  layerOf(chunk, layer).replaceChildren(...marks)
}

/** The two ends, to be taken hold of. */
function handles(text: string, chunk: MountedChunk, start: number, end: number, colour: string): HTMLElement[] {
  const origin = chunk.element.getBoundingClientRect()
  const handle = (offset: number, side: 'start' | 'end', piece: MountedPiece | undefined) => {
    if (!piece) return []
    const { x, top, bottom } = caretBar(text, piece, offset, side === 'end')
    const element = document.createElement('div')
    element.className = `page-handle page-handle-${side}`
    if (runsLeft(text, piece, side === 'end' ? offset - 1 : offset)) element.classList.add('page-leftward')
    element.style.backgroundColor = colour
    put(element, {
      left: x - origin.left,
      top: top - origin.top - ROOM,
      right: x - origin.left,
      bottom: bottom - origin.top + ROOM,
    })
    return [element]
  }
  return [
    ...handle(
      start,
      'start',
      chunk.pieces.find(piece => piece.start <= start && start < piece.end),
    ),
    ...handle(
      end,
      'end',
      chunk.pieces.find(piece => piece.start < end && end <= piece.end),
    ),
  ]
}
