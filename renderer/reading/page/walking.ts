import { caretBar } from './geometry.ts'
import { LineMoves, type Stand } from './lineMoves.ts'
import { type Move, stepInText, type Walkable } from './moving.ts'
import type { TextSelection } from './selecting.ts'
import type { Viewport } from './viewport.ts'

/** Moves the caret by keys: by the text where that decides, by the layout where lines do. */
export class Walking {
  private readonly source: Walkable
  private readonly viewport: Viewport
  private readonly lines: LineMoves
  private upstreamAt: number | undefined

  constructor(source: Walkable, viewport: Viewport) {
    this.source = source
    this.viewport = viewport
    this.lines = new LineMoves(source.text, viewport)
  }

  /** Whether the caret at `offset` stands at the end of the line before a soft break, where `End` has put it. */
  isUpstream(offset: number): boolean {
    return this.upstreamAt === offset
  }

  /** The selection after a move. Without one, the caret starts at the top of what is seen. */
  move(selection: TextSelection | null, { unit, direction, extend }: Move): TextSelection {
    const from = selection ?? { anchor: this.viewport.topOffset(), focus: this.viewport.topOffset() }
    if (!this.viewport.places.piece(from.focus)) this.viewport.bring(from.focus, this.viewport.viewHeight / 3)
    const stand = { offset: from.focus, upstream: this.isUpstream(from.focus) }
    const selected = from.anchor !== from.focus
    const forward = this.isForward(stand, direction)
    const collapses = selected && !extend && unit === 'character'
    const to = collapses
      ? { offset: (forward ? Math.max : Math.min)(from.anchor, from.focus), upstream: false }
      : this.step(stand, unit, forward)
    this.upstreamAt = to.upstream ? to.offset : undefined
    return { anchor: extend ? from.anchor : to.offset, focus: to.offset }
  }

  /** Scrolls as little as is needed for the caret to be seen. */
  follow(offset: number): void {
    if (!this.viewport.places.piece(offset)) {
      this.viewport.bring(offset, this.viewport.viewHeight / 3)
      return
    }
    const piece = this.viewport.places.piece(offset)!
    const { top, bottom } = caretBar(this.source.text, piece, offset, this.isUpstream(offset))
    this.viewport.uncover(top, bottom)
  }

  private step(from: Stand, unit: Move['unit'], forward: boolean): Stand {
    if (unit !== 'line' && unit !== 'page') this.lines.forget()
    switch (unit) {
      case 'line':
        return this.lines.line(from, forward)
      case 'page':
        return this.lines.page(from, forward)
      case 'lineEdge':
        return this.lines.edge(from, forward)
      default:
        return { offset: stepInText(this.source, unit, from.offset, forward), upstream: false }
    }
  }

  /** Whether a step goes on in the text. Left and right follow the paragraph, as browsers have it, also in words that run the other way. */
  private isForward({ offset }: Stand, direction: Move['direction']): boolean {
    if (direction === 'forward' || direction === 'backward') return direction === 'forward'
    const piece = this.viewport.places.piece(offset)
    return (direction === 'left') === (piece?.element.dir === 'rtl')
  }
}
