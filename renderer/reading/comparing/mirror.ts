import type { Side } from '../../state/comparing.ts'

/** What of a page two pages of the same text need to scroll as one: heights in CSS pixels, offsets in UTF-16. */
export interface Mirrored {
  /** The top of the view, from the article's top. */
  readonly top: number
  /** Puts the top of the view there, and tells nobody. */
  follow(top: number): void
  /** The line at the top of the view, and how far its top is below that. */
  line(): Line | undefined
  /** Brings a line to where it stands in another view. */
  align(line: Line): void
}

interface Line {
  readonly offset: number
  readonly above: number
}

/**
 * Two pages of the same text and width, scrolled as one: where one goes, the
 * other follows in the same frame, and once the motion rests the same line
 * stands at the top of both.
 */
export class Mirror {
  private readonly pages: [Mirrored | null, Mirrored | null] = [null, null]
  /** The page that a person moves. */
  private leader: Side = 0

  /** A page takes its place, until the function that it returns is called. */
  join(side: Side, page: Mirrored): () => void {
    this.pages[side] = page
    const other = this.other(side)
    if (other) page.follow(other.top)
    return () => {
      if (this.pages[side] === page) this.pages[side] = null
    }
  }

  moved(side: Side): void {
    const page = this.pages[side]
    if (!page) return
    this.leader = side
    this.other(side)?.follow(page.top)
  }

  settled(side: Side): void {
    if (side !== this.leader) return
    const line = this.pages[side]?.line()
    if (line) this.other(side)?.align(line)
  }

  private other(side: Side): Mirrored | null {
    return this.pages[side === 0 ? 1 : 0]
  }
}
