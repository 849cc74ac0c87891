import type { Span } from '../../../shared/annotation/span.ts'
import type { Theme } from '../../../shared/codebook/colours.ts'
import type { HitHighlights } from './hits.ts'
import type { MountedPiece } from './mounted.ts'
import { highlightRules, hitNames, selectionName } from './rules.ts'
import { staticRange } from './texts.ts'

let pages = 0

/**
 * What is selected and what was searched for, with the CSS Custom Highlight API:
 * the document stays as it is, and letters can have another colour. Ranges are
 * static, for live ones would be adjusted at every change of the document.
 */
export class Highlights {
  private readonly page = `page-${++pages}`
  private readonly sheet = new CSSStyleSheet()
  private readonly selection = new Highlight()
  /** Painted over everything but the selection; the one that is looked at over that, too, since its words are selected. */
  readonly hits: HitHighlights = { hit: new Highlight(), current: new Highlight() }

  constructor(theme: Theme) {
    this.hits.hit.priority = 1
    this.selection.priority = 2
    this.hits.current.priority = 3
    CSS.highlights.set(selectionName(this.page), this.selection)
    CSS.highlights.set(hitNames(this.page).hit, this.hits.hit)
    CSS.highlights.set(hitNames(this.page).current, this.hits.current)
    document.adoptedStyleSheets.push(this.sheet)
    this.dress(theme)
  }

  dress(theme: Theme): void {
    this.sheet.replaceSync(highlightRules(this.page, theme))
  }

  /** The selection covers these pieces from `start` to `end`, and nothing else. */
  select(pieces: Iterable<MountedPiece>, { start, end }: Span): void {
    if (this.selection.size > 0) this.selection.clear()
    for (const piece of pieces) {
      this.selection.add(staticRange(piece, Math.max(start, piece.start), Math.min(end, piece.end)))
    }
  }

  destroy(): void {
    for (const name of [selectionName(this.page), ...Object.values(hitNames(this.page))]) CSS.highlights.delete(name)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.sheet)
  }
}
