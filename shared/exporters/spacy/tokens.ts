import type { Span } from '../../annotation/span.ts'
import type { DatasetAnnotation } from '../../dataset/dataset.ts'
import { tokensOf } from '../../dataset/tokens.ts'

/** White space as Python knows it, and anything else. */
const PIECES = /(?:(?!\ufeff)[\s\x1c-\x1f\x85])+|(?:\ufeff|[^\s\x1c-\x1f\x85])+/g
const ONLY_SPACE = /^(?:(?!\ufeff)[\s\x1c-\x1f\x85])+$/

/**
 * A text cut as spaCy puts it together again: words, cut once more where an
 * annotation begins or ends; of the white space between them one space is the
 * word's before it, and whatever else there is is one token. UTF-16 offsets, in
 * order.
 */
export function tokensUnder(text: string, annotations: readonly DatasetAnnotation[]): Span[] {
  const tokens: Span[] = []
  let isAfterSpace = true
  for (const { start, end } of piecesOf(text, annotations)) {
    const isSpace = ONLY_SPACE.test(text.slice(start, end))
    const before = tokens.at(-1)
    if (isSpace && isAfterSpace && before?.end === start) tokens[tokens.length - 1] = { start: before.start, end }
    else {
      const isOwn = isSpace && !isAfterSpace && text[start] === ' '
      if (isOwn ? start + 1 < end : true) tokens.push({ start: isOwn ? start + 1 : start, end })
    }
    isAfterSpace = isSpace
  }
  return tokens
}

/** All of a text, cut at the ends of words and of annotations, and where white space begins and ends between them. */
function* piecesOf(text: string, annotations: readonly DatasetAnnotation[]): Generator<Span> {
  const cuts = new Set([text.length])
  for (const { start, end } of tokensOf(text).sentences.flat()) cuts.add(start).add(end)
  for (const { spans } of annotations) for (const { start, end } of spans) cuts.add(start).add(end)
  let start = 0
  for (const end of [...cuts].sort((one, other) => one - other)) {
    const words = text.slice(start, end)
    if (/^\S*$/.test(words)) {
      if (start < end) yield { start, end }
    } else
      for (const { 0: piece, index } of words.matchAll(PIECES))
        yield { start: start + index, end: start + index + piece.length }
    start = end
  }
}
