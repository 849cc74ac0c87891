import { graphemeAfter } from '../../../shared/text/characters.ts'
import { linesOf } from './crowds.ts'
import { boxesOf, columnOf, findLayer, layerOf } from './marks.ts'
import type { MountedChunk } from './mounted.ts'

/** Where a conversation about words of the text begins. */
export interface ThreadPlace {
  readonly key: string
  /** UTF-16. */
  readonly offset: number
  readonly isOpen: boolean
}

/** The conversations whose signs stand in the margin, what a sign says, and what choosing one does. */
export interface ShownThreads {
  readonly places: readonly ThreadPlace[]
  titleOf(count: number, open: number): string
  chosen(keys: readonly string[]): void
}

/** From the text to the sign, CSS pixels: beyond where it is counted what found no lane. */
const GAP = 34

/** Measures in which lines of a chunk conversations begin, and returns what draws a sign beside each. */
export function measureThreads(text: string, chunk: MountedChunk, shown: ShownThreads): () => void {
  const { start, end } = chunk
  const begins = shown.places.flatMap(place => {
    if (place.offset < start || place.offset >= end) return []
    const [box] = boxesOf(text, chunk, { start: place.offset, end: graphemeAfter(text, place.offset) })
    return box ? [{ ...place, top: box.top, height: box.bottom - box.top }] : []
  })
  const lines = linesOf(begins)
  const column = columnOf(chunk)
  const onLeft = chunk.pieces[0]?.element.dir === 'rtl'
  return () => {
    if (lines.length === 0 && !findLayer(chunk, 'threads')) return
    // While layers are compared, what they differ in is told in this margin.
    const isTaken = (findLayer(chunk, 'differences')?.childElementCount ?? 0) > 0
    layerOf(chunk, 'threads').replaceChildren(
      ...(isTaken ? [] : lines).map(line => {
        const { top, height } = line[0]!
        const open = line.filter(({ isOpen }) => isOpen).length
        const element = document.createElement('div')
        element.className = `page-thread ${open > 0 ? 'open' : 'resolved'}`
        element.textContent = String(line.length)
        element.title = shown.titleOf(line.length, open)
        element.style.top = `${top}px`
        element.style.height = `${height}px`
        if (onLeft) element.style.right = `calc(100% - ${column.left - GAP}px)`
        else element.style.left = `${column.right + GAP}px`
        // Neither the selection nor the annotations under the pointer are meant.
        for (const name of ['pointerdown', 'mousedown', 'mouseup'])
          element.addEventListener(name, event => event.stopPropagation())
        element.addEventListener('click', event => {
          event.stopPropagation()
          shown.chosen(line.map(({ key }) => key))
        })
        return element
      }),
    )
  }
}
