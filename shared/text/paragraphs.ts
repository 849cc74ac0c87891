import { indexAt, type Span } from '../annotation/span.ts'
import { trimSpace } from './characters.ts'

/**
 * The paragraphs that `span` stands in, from the first word of the first to the
 * last of the last, without the white space around them; null where there are
 * only blank ones. `blocks` are the article's, without a gap. UTF-16.
 */
export function paragraphsAround(text: string, blocks: readonly Span[], { start, end }: Span): Span | null {
  const first = blocks[indexAt(blocks, start)]
  const last = blocks[indexAt(blocks, Math.max(start, end - 1))]
  return first && last ? trimSpace(text, { start: first.start, end: last.end }) : null
}
