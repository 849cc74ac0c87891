import type { Zone } from '../../../shared/article/article.ts'
import type { Chunks } from './chunks.ts'
import type { Blocks, Pieces } from './pieces.ts'

/** What the height of text that was never laid out is guessed from. */
export interface Measures {
  /** How many average characters fit into a line. */
  readonly columns: number
  /** CSS pixels. */
  readonly lineHeight: number
}

/** How much more than its lines a block takes, in lines; larger letters count as more lines. As in `page.css`. */
const extra: Partial<Record<Zone, number>> = { title: 1.6, standfirst: 0.8, heading: 1.2, body: 0.55, quote: 0.8 }
const BLANK = 0.5
/** Lines break before they are full. */
const FILLED = 0.96

/** A guess at the height of every chunk, good enough for an honest scroll bar. */
export function estimateHeights(
  text: string,
  blocks: Blocks,
  pieces: Pieces,
  chunks: Chunks,
  { columns, lineHeight }: Measures,
): Float64Array {
  const heights = new Float64Array(chunks.count)
  for (let chunk = 0; chunk < chunks.count; chunk++) {
    let lines = 0
    for (let piece = chunks.first(chunk); piece < chunks.last(chunk); piece++) {
      const length = pieces.end(piece) - pieces.start(piece)
      if (isBlankStretch(text, pieces.start(piece), pieces.end(piece))) lines += BLANK
      else
        lines += Math.ceil(length / (columns * FILLED)) + (extra[blocks.at(pieces.block(piece))?.zone ?? 'body'] ?? 0.4)
    }
    heights[chunk] = lines * lineHeight
  }
  return heights
}

/** Whether there is nothing but white space from `start` to `end`. Looks no further than a few characters: blank lines are short. */
export function isBlankStretch(text: string, start: number, end: number): boolean {
  return end - start < 64 && text.slice(start, end).trim() === ''
}
