import { caretBar, lastPlace, lineAt, offsetAtX } from './geometry.ts'
import type { MountedPiece } from './mounted.ts'
import type { Viewport } from './viewport.ts'

/** Where a caret stands: after a soft line break, or with `upstream` before it. */
export interface Stand {
  readonly offset: number
  readonly upstream: boolean
}

/** Steps of the caret that depend on how the text is laid out. The caret's place is mounted. */
export class LineMoves {
  private readonly text: string
  private readonly viewport: Viewport
  /** Where the caret would like to be while it goes up and down over shorter lines. */
  private goal: number | undefined

  constructor(text: string, viewport: Viewport) {
    this.text = text
    this.viewport = viewport
  }

  /** The caret was moved otherwise. */
  forget(): void {
    this.goal = undefined
  }

  /** One line up or down. */
  line(from: Stand, forward: boolean): Stand {
    const piece = this.viewport.places.piece(from.offset)
    if (!piece) return from
    const x = this.goalAt(piece, from)
    const line = lineAt(this.text, piece, from.offset, from.upstream)
    if (forward) {
      if (line.end < piece.end) return this.standOn(piece, line.end, x)
      const next = this.viewport.places.piece(piece.end)
      return next && next !== piece ? this.standOn(next, next.start, x) : { offset: this.text.length, upstream: false }
    }
    if (line.start > piece.start) return this.standOn(piece, line.start - 1, x)
    const before = piece.start > 0 ? this.viewport.places.piece(piece.start - 1) : undefined
    return before ? this.standOn(before, Math.max(before.start, before.end - 1), x) : { offset: 0, upstream: false }
  }

  /** To the start or the end of the line. */
  edge(from: Stand, forward: boolean): Stand {
    const piece = this.viewport.places.piece(from.offset)
    if (!piece) return from
    const line = lineAt(this.text, piece, from.offset, from.upstream)
    if (!forward) return { offset: line.start, upstream: false }
    const offset = lastPlace(this.text, piece, line)
    return { offset, upstream: offset === line.end && offset < piece.end }
  }

  /** One screen up or down; the caret stays at its place in the view. */
  page(from: Stand, forward: boolean): Stand {
    const piece = this.viewport.places.piece(from.offset)
    if (!piece) return from
    const x = this.goalAt(piece, from)
    const { top, bottom } = caretBar(this.text, piece, from.offset, from.upstream)
    const distance = (this.viewport.viewHeight - 2 * (bottom - top)) * (forward ? 1 : -1)
    this.viewport.scrollBy(distance)
    return this.nearest(x, (top + bottom) / 2) ?? { offset: forward ? this.text.length : 0, upstream: false }
  }

  /** The place nearest to a point of the view. */
  private nearest(x: number, y: number): Stand | undefined {
    for (const { element, pieces } of this.viewport.chunks) {
      if (element.getBoundingClientRect().bottom < y) continue
      const piece = pieces.find(({ element }) => element.getBoundingClientRect().bottom >= y)
      if (!piece) continue
      const { top } = piece.element.getBoundingClientRect()
      return this.standOn(piece, firstAt(this.text, piece, Math.max(y, top)), x)
    }
    return undefined
  }

  private standOn(piece: MountedPiece, offset: number, x: number): Stand {
    const line = lineAt(this.text, piece, offset)
    const at = offsetAtX(this.text, piece, line, x)
    return { offset: at, upstream: at === line.end && at < piece.end && at > line.start }
  }

  private goalAt(piece: MountedPiece, { offset, upstream }: Stand): number {
    this.goal ??= caretBar(this.text, piece, offset, upstream).x
    return this.goal
  }
}

/** The start of the line of a piece that reaches below `y`. */
function firstAt(text: string, piece: MountedPiece, y: number): number {
  let offset = piece.start
  for (;;) {
    const line = lineAt(text, piece, offset)
    if (line.bottom >= y || line.end >= piece.end) return offset
    offset = line.end
  }
}
