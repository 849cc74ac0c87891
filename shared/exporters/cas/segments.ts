import type { Span } from '../../annotation/span.ts'
import { tokensOf } from '../../dataset/tokens.ts'

/** A sentence that reaches to where the next one begins, and its tokens. */
export interface Segment extends Span {
  readonly tokens: readonly Span[]
}

/**
 * A text as sentences that leave no gap between them, so that every character
 * stands in one. White space before the first word is a token by itself: what
 * reads these files begins a sentence where its first token does.
 */
export function segmentsOf(text: string): Segment[] {
  if (text === '') return []
  const sentences = tokensOf(text).sentences
  const first = sentences[0]?.[0]?.start ?? text.length
  const lead = first > 0 ? [{ start: 0, end: first }] : []
  if (sentences.length === 0) return [{ start: 0, end: text.length, tokens: lead }]
  return sentences.map((tokens, i) => ({
    start: i === 0 ? 0 : tokens[0]!.start,
    end: sentences[i + 1]?.[0]?.start ?? text.length,
    tokens: i === 0 ? [...lead, ...tokens] : tokens,
  }))
}
