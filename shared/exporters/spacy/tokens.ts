import type { Span } from '../../annotation/span.ts'
import type { DatasetAnnotation } from '../../dataset/dataset.ts'
import { tokensOf } from '../../dataset/tokens.ts'

/**
 * A text cut such that spaCy can say every annotation: words, cut once more
 * where an annotation begins or ends, and white space as tokens of its own. A
 * single space after a token belongs to that and is none, unless an annotation
 * begins or ends with it. UTF-16 offsets, in order.
 */
export function tokensUnder(text: string, annotations: readonly DatasetAnnotation[]): Span[] {
  const words = tokensOf(text).sentences.flat()
  const ends = new Set(annotations.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end])))
  const cuts = new Set([...ends, 0, text.length, ...words.flatMap(({ start, end }) => [start, end])])
  const tokens: Span[] = []
  let start = 0
  for (const end of [...cuts].sort((one, other) => one - other)) {
    if (end === start) continue
    // The space that follows a token is its own, where no annotation counts on it.
    const isOwn = tokens.at(-1)?.end === start && text[start] === ' ' && !ends.has(start)
    const from = isOwn && (end > start + 1 || !ends.has(end)) ? start + 1 : start
    if (from < end) tokens.push({ start: from, end })
    start = end
  }
  return tokens
}
