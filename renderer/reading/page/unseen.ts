import { type Unseen, unicodeOf, unseenIn } from '../../../shared/text/unseen.ts'
import { caretBar, rectsOf } from './geometry.ts'
import { type Box, findLayer, inside, layerOf, put } from './marks.ts'
import type { MountedChunk, MountedPiece } from './mounted.ts'

/** A mark for what stands at one place of a line. In the chunk's coordinates. */
interface Marked {
  readonly place: Box
  readonly unseen: Unseen[]
}

/** So near to each other, in CSS pixels, two marks can't be told apart. */
const SAME = 6

/**
 * Measures where in a chunk characters stand that nobody sees, and returns what draws a mark there, which names them to
 * whoever points at it. Those that stand at one place share one. The text stays as it is, and so do all offsets.
 */
export function measureUnseen(text: string, chunk: MountedChunk, titleOf: (unseen: Unseen) => string): () => void {
  const marked: Marked[] = []
  const origin = chunk.element.getBoundingClientRect()
  for (const piece of chunk.pieces) {
    for (const unseen of unseenIn(text, piece)) {
      // What follows without anything between stands at the same place: it isn't measured, however many there are.
      const last = marked.at(-1)
      if (last?.unseen.at(-1)?.end === unseen.start) {
        last.unseen.push(unseen)
        continue
      }
      const place = inside(placeOf(text, piece, unseen), origin)
      const beside = marked.findLast(one => isBeside(one.place, place))
      if (beside) beside.unseen.push(unseen)
      else marked.push({ place, unseen: [unseen] })
    }
  }
  return () => {
    if (marked.length > 0 || findLayer(chunk, 'unseen'))
      layerOf(chunk, 'unseen').replaceChildren(...marked.map(one => draw(one, titleOf)))
  }
}

function draw({ place, unseen }: Marked, titleOf: (unseen: Unseen) => string): HTMLElement {
  const element = document.createElement('div')
  element.className = 'page-unseen-mark'
  if (unseen.some(({ kind }) => kind === 'order')) element.classList.add('page-unseen-order')
  element.title = [...new Set(unseen.map(titleOf))].join('\n')
  element.dataset['unseen'] = [...new Set(unseen.map(({ codePoint }) => unicodeOf(codePoint)))].join(' ')
  put(element, place)
  return element
}

function isBeside(one: Box, other: Box): boolean {
  return Math.abs(one.left - other.left) < SAME && one.top === other.top
}

/** Where a character without a width stands; before what follows, where the layout says nothing of it. */
function placeOf(text: string, piece: MountedPiece, { start, end }: Unseen): Box {
  const rect = rectsOf(piece, start, end)[0]
  if (rect && rect.height > 0) return { left: rect.left, right: rect.left, top: rect.top, bottom: rect.bottom }
  const { x, top, bottom } = caretBar(text, piece, end)
  return { left: x, right: x, top, bottom }
}
