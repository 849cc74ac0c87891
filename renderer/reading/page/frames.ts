import type { Span } from '../../../shared/annotation/span.ts'
import { drawHandles } from './handles.ts'
import { drawJoins } from './joins.ts'
import { boxesOf, findLayer, layerOf, put } from './marks.ts'
import type { MountedChunk } from './mounted.ts'

/** Beyond the letters, CSS pixels. */
export const ROOM = 1.5

/** An annotation as it is outlined: where its parts stand now, or would stand after a drag. */
export interface Framed {
  readonly id: string
  readonly spans: readonly Span[]
  readonly colour: string
  /** A brace in the margin holds its parts together already. */
  readonly hasBrace: boolean
  /** Whether its ends can be dragged. */
  readonly hasGrips: boolean
}

/**
 * Measures the outline of an annotation in a chunk, line by line, its parts joined, and returns what draws it: nothing
 * without an annotation. The chunk has been laid out.
 */
export function measureFrame(
  text: string,
  chunk: MountedChunk,
  layer: 'frames' | 'hover',
  framed: Framed | undefined,
): () => void {
  if (!framed) return () => findLayer(chunk, layer)?.replaceChildren()
  const { spans, colour } = framed
  const marks: HTMLElement[] = []
  for (const span of spans) {
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
  }
  marks.push(...drawJoins(text, chunk, framed))
  if (layer === 'frames') marks.push(...drawHandles(text, chunk, framed))
  return () => layerOf(chunk, layer).replaceChildren(...marks)
}
