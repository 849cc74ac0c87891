import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { Mark } from '../../../shared/codebook/codebook.ts'
import { LANES } from '../../../shared/codebook/colours.ts'
import type { Laned, Lanes } from './lanes.ts'
import type { MountedChunk } from './mounted.ts'
import type { Part } from './painter.ts'

/** What is painted of a chunk's annotations, and which of them aren't because all lanes are taken. */
export interface Parts {
  readonly parts: Part[]
  readonly laneless: string[]
}

/**
 * What of these annotations lies in a chunk, cut where pieces end. Fills and
 * underlines don't hide each other, so each have lanes of their own. `isQuiet` says which are drawn more weakly.
 */
export function partsIn(
  text: string,
  chunk: MountedChunk,
  annotations: readonly Annotation[],
  markOf: (tag: string) => Mark | undefined,
  lanes: { readonly fills: Lanes; readonly lines: Lanes },
  isQuiet: (id: string) => boolean,
): Parts {
  const fills: Laned[] = []
  const lines: Laned[] = []
  for (const { id, tag, spans } of annotations) {
    const mark = markOf(tag)
    if (mark) (mark === 'brace' ? fills : lines).push({ id, start: spans[0]!.start, end: spans.at(-1)!.end })
  }
  const laneOf = new Map([...lanes.fills.assign(fills, LANES), ...lanes.lines.assign(lines, LANES)])
  const laneless = [...fills, ...lines].filter(({ id }) => !laneOf.has(id)).map(({ id }) => id)

  const parts: Part[] = []
  for (const { id, tag, spans } of annotations) {
    const lane = laneOf.get(id)
    if (lane === undefined) continue
    const quiet = isQuiet(id)
    for (const span of spans) {
      if (span.end <= chunk.start || span.start >= chunk.end) continue
      for (const piece of chunk.pieces) {
        const start = Math.max(span.start, piece.start)
        const end = withoutLineEnd(text, start, Math.min(span.end, piece.end))
        if (start < end) parts.push({ id, tag, lane, piece, start, end, isQuiet: quiet })
      }
    }
  }
  return { parts, laneless }
}

/** A line end would be painted as a blot at the end of the line. */
export function withoutLineEnd(text: string, start: number, end: number): number {
  let last = end
  while (last > start && /[\r\n]/.test(text.charAt(last - 1))) last--
  return last
}
