import type { Span } from '../../../shared/annotation/span.ts'
import { graphemeAfter, graphemeBefore, snapToGraphemes, trimSpace } from '../../../shared/text/characters.ts'
import { wordAt } from '../../../shared/text/words.ts'

/** One end of one part of an annotation. */
export interface End {
  readonly part: number
  readonly side: 'start' | 'end'
}

/**
 * The parts with one end moved to `offset` (UTF-16), or as near to it as may be: no part becomes empty, none reaches the
 * next, and no character is cut in two but one that was.
 */
export function moveEnd(text: string, parts: readonly Span[], { part, side }: End, offset: number): Span[] {
  const { start, end } = parts[part]!
  const at = snapToGraphemes(text, { start: offset, end: offset }).start
  const before = parts[part - 1]
  const after = parts[part + 1]
  const moved =
    side === 'start'
      ? {
          start: between(
            before ? least(start, graphemeAfter(text, before.end)) : 0,
            at,
            most(start, graphemeBefore(text, end)),
          ),
          end,
        }
      : {
          start,
          end: between(
            least(end, graphemeAfter(text, start)),
            at,
            after ? most(end, graphemeBefore(text, after.start)) : text.length,
          ),
        }
  return parts.map((one, i) => (i === part ? moved : one))
}

/** Where an end goes that is to take whole words: to the edge of the word at `offset`; between words it stays there. */
export function wholeWord(text: string, { side }: End, offset: number): number {
  return wordAt(text, offset)?.[side] ?? offset
}

/** What comes of a drag: the moved part without white space at its ends; null if nothing has changed, or no word is left of it. */
export function settledEnd(
  text: string,
  before: readonly Span[],
  moved: readonly Span[],
  { part }: End,
): Span[] | null {
  const trimmed = trimSpace(text, moved[part]!)
  const was = before[part]!
  if (!trimmed || (trimmed.start === was.start && trimmed.end === was.end)) return null
  return moved.map((one, i) => (i === part ? trimmed : one))
}

const least = Math.min
const most = Math.max

/** `at`, kept from `low` to `high`. */
function between(low: number, at: number, high: number): number {
  return Math.max(low, Math.min(at, high))
}
