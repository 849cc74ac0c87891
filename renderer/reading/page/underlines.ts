import { type Box, put } from './marks.ts'
import { type Face, heightOf, type Line, strokeOf } from './strokes.ts'

/** The element of an underline below a box of text. Its colour is that of the element's class. */
export function underline(mark: Line, lane: number, box: Box, face: Face): HTMLElement | SVGElement {
  const { top, thickness } = strokeOf(mark, lane, face)
  const place = { left: box.left, right: box.right, top: box.top + top, bottom: box.top + top }
  if (mark === 'wavy') return wave({ ...place, bottom: place.top + heightOf(mark, thickness) }, thickness)
  const element = document.createElement('div')
  element.className = `page-line page-line-${mark}`
  element.style.borderWidth = mark === 'double' ? `${thickness}px 0` : `${thickness}px 0 0`
  put(element, { ...place, bottom: place.top + heightOf(mark, thickness) })
  return element
}

/** CSS pixels. */
const LENGTH = 8

function wave(box: Box, thickness: number): SVGElement {
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  drawing.setAttribute('class', 'page-line page-line-wavy')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  const middle = (box.bottom - box.top) / 2
  const waves = Math.ceil((box.right - box.left) / LENGTH)
  path.setAttribute('d', `M0 ${middle}${'c4 6 4 -6 8 0'.repeat(waves)}`)
  path.setAttribute('stroke-width', String(thickness))
  drawing.append(path)
  put(drawing, box)
  return drawing
}
