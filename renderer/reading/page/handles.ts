import type { End } from './ends.ts'
import { type Framed, ROOM } from './frames.ts'
import { type Bar, caretBar, runsLeft } from './geometry.ts'
import { put } from './marks.ts'
import type { MountedChunk } from './mounted.ts'
import { GRIP, reach } from './reach.ts'

/** Where an end of a part stands in its chunk, CSS pixels. */
interface Stand extends Bar {
  readonly end: End
  /** The way out of the annotation: -1 is to the left. */
  readonly outwards: -1 | 1
}

/** The ends of all parts in a chunk, to be taken hold of. */
export function drawHandles(text: string, chunk: MountedChunk, { id, spans, colour, hasGrips }: Framed): HTMLElement[] {
  const stands = spans.flatMap(({ start, end }, part) => [
    ...standOf(text, chunk, { part, side: 'start' }, start),
    ...standOf(text, chunk, { part, side: 'end' }, end),
  ])
  return stands.flatMap((stand, i) => {
    const handle = handleAt(stand, colour)
    return hasGrips ? [handle, gripAt(stand, id, reach(stand, [stands[i - 1], stands[i + 1]]), chunk)] : [handle]
  })
}

/** Which end of which annotation a pointer took hold of, if it did. */
export function gripOf(target: EventTarget | null): { readonly id: string; readonly end: End } | undefined {
  const data = target instanceof Element ? target.closest<HTMLElement>('.page-grip')?.dataset : undefined
  const id = data?.['annotation']
  if (id === undefined) return undefined
  return { id, end: { part: Number(data?.['part']), side: data?.['side'] === 'end' ? 'end' : 'start' } }
}

function standOf(text: string, chunk: MountedChunk, end: End, offset: number): Stand[] {
  const isEnd = end.side === 'end'
  const piece = chunk.pieces.find(({ start, end }) =>
    isEnd ? start < offset && offset <= end : start <= offset && offset < end,
  )
  if (!piece) return []
  const origin = chunk.element.getBoundingClientRect()
  const { x, top, bottom } = caretBar(text, piece, offset, isEnd)
  const leftward = runsLeft(text, piece, isEnd ? offset - 1 : offset)
  return [
    {
      end,
      x: x - origin.left,
      top: top - origin.top,
      bottom: bottom - origin.top,
      outwards: isEnd === leftward ? -1 : 1,
    },
  ]
}

function handleAt({ end, x, top, bottom, outwards }: Stand, colour: string): HTMLElement {
  const element = document.createElement('div')
  element.className = `page-handle page-handle-${end.side}`
  if ((end.side === 'end') === outwards < 0) element.classList.add('page-leftward')
  element.style.backgroundColor = colour
  put(element, { left: x, top: top - ROOM, right: x, bottom: bottom + ROOM })
  return element
}

function gripAt(
  { end, x, top, bottom }: Stand,
  id: string,
  { left, right }: { left: number; right: number },
  chunk: MountedChunk,
): HTMLElement {
  const element = document.createElement('div')
  element.className = 'page-grip'
  element.dataset['annotation'] = id
  element.dataset['part'] = String(end.part)
  element.dataset['side'] = end.side
  const low = Math.max(0, (GRIP - (bottom - top)) / 2)
  put(element, {
    left: Math.max(0, x - left),
    right: Math.min(chunk.element.clientWidth, x + right),
    top: top - low,
    bottom: bottom + low,
  })
  return element
}
