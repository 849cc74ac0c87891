import { estimateHeights } from './estimate.ts'
import { Heights } from './heights.ts'
import { differ, measureText, usualMeasures } from './metrics.ts'
import type { MountedChunk, Source } from './mounted.ts'

/** The heights of an article's chunks: measured where they were laid out, guessed elsewhere. CSS pixels. */
export class KnownHeights {
  private readonly source: Source
  private readonly heights: Heights
  private readonly measured = new WeakSet<MountedChunk>()
  private measures = usualMeasures

  constructor(source: Source) {
    this.source = source
    this.heights = new Heights(this.estimate())
  }

  get total(): number {
    return this.heights.total
  }

  top(chunk: number): number {
    return this.heights.top(chunk)
  }

  height(chunk: number): number {
    return this.heights.height(chunk)
  }

  at(y: number): number {
    return this.heights.at(y)
  }

  /** Takes over a measured height. Says whether the chunk had been measured before, and otherwise: then all have changed. */
  remember(chunk: MountedChunk, height: number): boolean {
    const changed = Math.abs(height - this.heights.height(chunk.index)) > 0.01
    const before = this.measured.has(chunk)
    this.measured.add(chunk)
    if (changed) this.heights.set(chunk.index, height)
    return changed && before
  }

  /** Whether what is mounted is as high as it is known to be. Lays out if that is due. */
  hold(chunks: readonly MountedChunk[]): boolean {
    return chunks.every(({ element, index }) => {
      return Math.abs(element.getBoundingClientRect().height - this.heights.height(index)) < 0.5
    })
  }

  /** Measures what is mounted. Lays out if that is due. */
  measure(chunks: readonly MountedChunk[]): void {
    for (const chunk of chunks) this.remember(chunk, chunk.element.getBoundingClientRect().height)
    if (this.measures === usualMeasures) this.guessAgain(chunks)
  }

  /** The width of the column or the size of the text may be another: then what isn't mounted is guessed anew. */
  guessAgain(mounted: readonly MountedChunk[]): void {
    const measures = measureText(this.source.text, mounted)
    if (!measures || !differ(measures, this.measures)) return
    this.measures = measures
    const heights = this.estimate()
    for (const chunk of mounted) {
      if (this.measured.has(chunk)) heights[chunk.index] = this.heights.height(chunk.index)
    }
    this.heights.fill(heights)
  }

  private estimate(): Float64Array {
    const { text, blocks, pieces, chunks } = this.source
    return estimateHeights(text, blocks, pieces, chunks, this.measures)
  }
}
