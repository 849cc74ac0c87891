import type { Span } from '../../../shared/annotation/span.ts'
import type { MountedChunk } from './mounted.ts'
import { staticRange } from './texts.ts'

/** How what was searched for is painted. */
export interface HitHighlights {
  readonly hit: Highlight
  readonly current: Highlight
}

/**
 * What was searched for, painted where it is mounted. A chunk asks for its own
 * hits by halving, so a hundred thousand of them cost what a few do.
 */
export class Hits {
  private readonly highlights: HitHighlights
  private readonly painted = new Map<MountedChunk, { readonly highlight: Highlight; readonly range: StaticRange }[]>()
  private spans: readonly Span[] = []
  private current: number | null = null

  constructor(highlights: HitHighlights) {
    this.highlights = highlights
  }

  /**
   * These are the hits from now on: sorted, none overlapping another, UTF-16.
   * `current` is the index of the one that is looked at. The list is kept, not copied.
   */
  set(spans: readonly Span[], current: number | null): void {
    this.spans = spans
    this.current = current
    for (const chunk of this.painted.keys()) this.mounted(chunk)
  }

  mounted(chunk: MountedChunk): void {
    this.wipe(chunk)
    const painted: { highlight: Highlight; range: StaticRange }[] = []
    for (let i = firstHitIn(this.spans, chunk.start); i < this.spans.length; i++) {
      const span = this.spans[i]!
      if (span.start >= chunk.end) break
      const highlight = i === this.current ? this.highlights.current : this.highlights.hit
      for (const range of rangesOf(chunk, span)) {
        highlight.add(range)
        painted.push({ highlight, range })
      }
    }
    this.painted.set(chunk, painted)
  }

  unmounted(chunk: MountedChunk): void {
    this.wipe(chunk)
    this.painted.delete(chunk)
  }

  private wipe(chunk: MountedChunk): void {
    for (const { highlight, range } of this.painted.get(chunk) ?? []) highlight.delete(range)
  }
}

/** The index of the first of sorted spans that ends after `offset`; how many there are if none does. */
export function firstHitIn(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** What of a span lies in a chunk, piece by piece. */
export function rangesOf(chunk: MountedChunk, span: Span): StaticRange[] {
  const ranges: StaticRange[] = []
  for (const piece of chunk.pieces) {
    const start = Math.max(span.start, piece.start)
    const end = Math.min(span.end, piece.end)
    if (start >= end) continue
    ranges.push(staticRange(piece, start, end))
  }
  return ranges
}
