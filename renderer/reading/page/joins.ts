import type { Span } from '../../../shared/annotation/span.ts'
import type { Framed } from './frames.ts'
import { boxesOf, columnOf, put } from './marks.ts'
import type { MountedChunk } from './mounted.ts'

/** A gap longer than this, or over a paragraph's end, is bridged in the margin. UTF-16 units. */
const NEAR = 240
/** From the text to the line in the margin, and how wide its hooks are. CSS pixels. */
const GAP = 4
const HOOK = 5

/**
 * What joins the parts of a discontinuous annotation to one thing: a dotted line under the words between them, or where
 * they are far apart a dotted bracket in the margin, unless a brace stands there.
 */
export function drawJoins(text: string, chunk: MountedChunk, { spans, colour, hasBrace }: Framed): HTMLElement[] {
  const joins: HTMLElement[] = []
  for (let i = 1; i < spans.length; i++) {
    const gap = { start: spans[i - 1]!.end, end: spans[i]!.start }
    if (gap.end <= chunk.start || gap.start >= chunk.end) continue
    if (isNear(text, gap)) joins.push(...underGap(text, chunk, gap))
    else if (!hasBrace) joins.push(besideGap(text, chunk, spans[i - 1]!, spans[i]!))
  }
  for (const join of joins) join.style.borderColor = colour
  return joins
}

/** Whether the words of a gap can be underlined: few, and of one paragraph. */
export function isNear(text: string, { start, end }: Span): boolean {
  return end - start <= NEAR && !/\n\s*\n|\r\s*\r/.test(text.slice(start, end))
}

function underGap(text: string, chunk: MountedChunk, gap: Span): HTMLElement[] {
  return boxesOf(text, chunk, gap).map(box => {
    const element = document.createElement('div')
    element.className = 'page-join'
    put(element, { ...box, top: box.bottom })
    return element
  })
}

/** From the last line of one part to the first of the next, as far as they are in the chunk. */
function besideGap(text: string, chunk: MountedChunk, one: Span, next: Span): HTMLElement {
  const last = one.end > chunk.start ? boxesOf(text, chunk, one).at(-1) : undefined
  const first = next.start < chunk.end ? boxesOf(text, chunk, next)[0] : undefined
  const column = columnOf(chunk)
  const onRight = chunk.pieces.find(piece => piece.end > one.start)?.element.dir === 'rtl'
  const element = document.createElement('div')
  element.className = `page-bracket ${onRight ? 'page-bracket-right' : ''}`
  element.classList.toggle('page-begins', last !== undefined)
  element.classList.toggle('page-ends', first !== undefined)
  const left = onRight ? column.right + GAP : column.left - GAP - HOOK
  put(element, {
    left,
    right: left + HOOK,
    top: last ? (last.top + last.bottom) / 2 : 0,
    bottom: first ? (first.top + first.bottom) / 2 : chunk.element.clientHeight,
  })
  return element
}
