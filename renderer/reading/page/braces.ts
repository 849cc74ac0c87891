import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { Lanes } from './lanes.ts'
import { boxesOf, columnOf, layerOf } from './marks.ts'
import type { MountedChunk } from './mounted.ts'

/** CSS pixels. */
const WIDTH = 7
const STEP = 9
/** From the text to the nearest brace. */
const GAP = 9
/** In a wide margin no eye would follow more. */
const MOST = 8

/** How a brace is drawn. */
export interface BraceLook {
  readonly colour: string
  /** The annotation is the selected one. */
  readonly strong: boolean
}

interface Brace {
  readonly id: string
  /** Where its annotation starts in the text. */
  readonly offset: number
  readonly start: number
  readonly end: number
  /** Whether the annotation goes on in the chunk before or after: that end has no hook. */
  readonly opens: boolean
  readonly closes: boolean
  readonly onRight: boolean
  readonly look: BraceLook
}

/**
 * Measures the braces of a chunk's claims, which stand in its margin at the
 * side where their lines begin, and returns what draws them, and those that the
 * margin has no room for. Whoever draws several chunks measures all of them first.
 */
export function measureBraces(
  text: string,
  chunk: MountedChunk,
  claims: readonly Annotation[],
  lookOf: (annotation: Annotation) => BraceLook,
  lanes: Lanes,
): { readonly laneless: readonly string[]; readonly draw: () => void } {
  const braces: Brace[] = []
  for (const claim of claims) {
    const boxes = claim.spans.flatMap(span => boxesOf(text, chunk, span))
    const opens = claim.spans[0]!.start >= chunk.start
    const closes = claim.spans.at(-1)!.end <= chunk.end
    // A brace goes on through the gaps of its claim.
    if (boxes.length === 0 && (opens || closes)) continue
    braces.push({
      id: claim.id,
      offset: claim.spans[0]!.start,
      start: opens ? Math.min(...boxes.map(box => box.top)) : 0,
      end: closes ? Math.max(...boxes.map(box => box.bottom)) : chunk.element.clientHeight,
      opens,
      closes,
      onRight: chunk.pieces.find(piece => piece.end > claim.spans[0]!.start)?.element.dir === 'rtl',
      look: lookOf(claim),
    })
  }
  // Lanes are kept from chunk to chunk, so that a brace goes on where it was.
  const column = columnOf(chunk)
  const laneOf = lanes.assign(braces, lanesIn(column.left))
  const laned = braces.filter(({ id }) => laneOf.has(id))
  return {
    laneless: braces.filter(({ id }) => !laneOf.has(id)).map(({ id }) => id),
    draw: () =>
      layerOf(chunk, 'braces').replaceChildren(...laned.map(brace => drawBrace(brace, laneOf.get(brace.id)!, column))),
  }
}

/** How many braces a margin has room for beside one another. */
function lanesIn(margin: number): number {
  return Math.max(1, Math.min(MOST, Math.floor((margin - GAP - WIDTH) / STEP) + 1))
}

function drawBrace(brace: Brace, lane: number, column: { left: number; right: number }): SVGElement {
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const height = brace.end - brace.start
  const from = brace.onRight ? column.right + GAP + lane * STEP : column.left - GAP - WIDTH - lane * STEP
  drawing.setAttribute('class', brace.look.strong ? 'page-brace page-strong' : 'page-brace')
  drawing.dataset['annotation'] = brace.id
  drawing.dataset['offset'] = String(brace.offset)
  drawing.setAttribute('viewBox', `0 0 ${WIDTH} ${height}`)
  drawing.style.left = `${from}px`
  drawing.style.top = `${brace.start}px`
  drawing.style.width = `${WIDTH}px`
  drawing.style.height = `${height}px`
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', bracePath(height, brace.opens, brace.closes))
  path.setAttribute('stroke', brace.look.colour)
  if (brace.onRight) path.setAttribute('transform', `translate(${WIDTH} 0) scale(-1 1)`)
  drawing.append(path)
  return drawing
}

/**
 * The outline of a curly brace that opens to the right, `WIDTH` wide. An end
 * that goes on elsewhere is straight, and the point stands in the part that
 * opens: there is one for the whole.
 */
export function bracePath(height: number, opens: boolean, closes: boolean): string {
  const round = Math.min(4, height / 6)
  const spine = 3.5
  const middle = height / 2
  const top = opens ? `M6.25 0.75Q${spine} 0.75 ${spine} ${round + 0.75}` : `M${spine} 0`
  const bottom = closes ? `V${height - round - 0.75}Q${spine} ${height - 0.75} 6.25 ${height - 0.75}` : `V${height}`
  const point = `V${middle - round}Q${spine} ${middle} 0.75 ${middle}Q${spine} ${middle} ${spine} ${middle + round}`
  return `${top}${opens ? point : ''}${bottom}`
}
