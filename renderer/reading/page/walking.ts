import { caretBar } from './geometry.ts'
import { LineMoves, type Stand } from './lineMoves.ts'
import { type Move, stepInText, type Walkable } from './moving.ts'
import type { TextSelection } from './selecting.ts'
import type { Viewport } from './viewport.ts'

const bidirectional = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

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
      : this.step(stand, unit, direction, forward)
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

  private step(from: Stand, unit: Move['unit'], direction: Move['direction'], forward: boolean): Stand {
    if (unit !== 'line' && unit !== 'page') this.lines.forget()
    switch (unit) {
      case 'line':
        return this.lines.line(from, forward)
      case 'page':
        return this.lines.page(from, forward)
      case 'lineEdge':
        return this.lines.edge(from, forward)
      default: {
        const visual = unit === 'character' && (direction === 'left' || direction === 'right')
        const seen = visual ? this.stepAsSeen(from.offset, direction) : undefined
        return { offset: seen ?? stepInText(this.source, unit, from.offset, forward), upstream: false }
      }
    }
  }

  /** Whether a step goes on in the text: to the left where it runs to the left. */
  private isForward({ offset }: Stand, direction: Move['direction']): boolean {
    if (direction === 'forward' || direction === 'backward') return direction === 'forward'
    const piece = this.viewport.places.piece(offset)
    return (direction === 'left') === (piece?.element.dir === 'rtl')
  }

  /** In text of both directions the browser knows what lies to the left; elsewhere the text does. */
  private stepAsSeen(offset: number, direction: 'left' | 'right'): number | undefined {
    const piece = this.viewport.places.piece(offset)
    const native = document.getSelection()
    if (!piece || !native || !bidirectional.test(piece.node.data)) return undefined
    const { places } = this.viewport
    const here = places.dom(offset)
    if (!here) return undefined
    native.collapse(here.node, here.offset)
    native.modify('move', direction, 'character')
    const to = native.focusNode && places.offset({ node: native.focusNode, offset: native.focusOffset })
    return to === null || to === undefined || to === offset ? undefined : to
  }
}
