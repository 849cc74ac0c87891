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

  /** Measures `offset`, and returns what puts the caret there, or nowhere. It starts to blink anew, so that it is seen while it moves. */
  measure(offset: number | undefined, upstream: boolean): () => void {
    const chunk = offset === undefined ? undefined : this.places.chunk(offset)
    const draw = offset !== undefined && chunk ? this.measureIn(chunk, offset, upstream) : undefined
    return draw ?? (() => this.element.remove())
  }

  private measureIn(chunk: MountedChunk, offset: number, upstream: boolean): (() => void) | undefined {
    const piece = this.places.piece(offset)
    if (!piece) return undefined
    const origin = chunk.element.getBoundingClientRect()
    const { x, top, bottom } = caretBar(this.text, piece, offset, upstream)
    return () => {
      this.element.style.left = `${x - origin.left}px`
      this.element.style.top = `${top - origin.top}px`
      this.element.style.height = `${bottom - top}px`
      layerOf(chunk, 'carets').append(this.element)
    }
  }
}
