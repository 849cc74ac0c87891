import { caretBar } from './geometry.ts'
import { layerOf } from './marks.ts'
import type { MountedChunk } from './mounted.ts'
import type { Places } from './places.ts'

/** The caret that the page draws itself, for the text can't be edited and the browser shows none. */
export class Caret {
  private readonly text: string
  private readonly places: Places
  private readonly element = document.createElement('div')

  constructor(text: string, places: Places) {
    this.text = text
    this.places = places
    this.element.className = 'page-caret'
  }

  /** Stands at `offset`, or nowhere. Starts to blink anew, so that it is seen while it moves. */
  stand(offset: number | undefined, upstream: boolean): void {
    this.element.remove()
    const chunk = offset === undefined ? undefined : this.places.chunk(offset)
    if (offset !== undefined && chunk) this.draw(chunk, offset, upstream)
  }

  private draw(chunk: MountedChunk, offset: number, upstream: boolean): void {
    const piece = this.places.piece(offset)
    if (!piece) return
    const origin = chunk.element.getBoundingClientRect()
    const { x, top, bottom } = caretBar(this.text, piece, offset, upstream)
    this.element.style.left = `${x - origin.left}px`
    this.element.style.top = `${top - origin.top}px`
    this.element.style.height = `${bottom - top}px`
    layerOf(chunk, 'carets').append(this.element)
  }
}
