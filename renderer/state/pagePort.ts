import type { Span } from '../../shared/annotation/span.ts'

/** What commands ask of the page that shows the text, while one is shown. */
export interface PagePort {
  focus(): void
  /** Takes over what the mouse has just selected: a key may come before the browser tells of it. */
  readSelection(): void
  /** Selects a stretch of text; an empty one is a caret. */
  setSelection(span: Span): void
  reveal(span: Span): void
  /**
   * Paints what was searched for: sorted spans (UTF-16), none overlapping another, and the index of the one that is
   * looked at. An empty list takes the paint away. Costs the same for a hundred thousand as for a few.
   */
  setHits(spans: readonly Span[], current: number | null): void
  /** Where what is mounted of a span stands in the window, line by line. */
  rectsOf(span: Span): DOMRect[]
}

/** Where the page that is shown now can be found. */
export interface Stage {
  page: PagePort | null
}
