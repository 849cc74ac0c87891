import type { Span } from '../annotation/span.ts'
import { tokensOf } from '../dataset/tokens.ts'
import type { Readied, ReadiedLayer } from './readied.ts'

/** The tokens of a text and which of them annotations stand on. */
export interface TokenCover {
  readonly count: number
  /** The numbers of the tokens on which an annotation has at least a character, sorted. */
  readonly under: (annotation: Readied) => number[]
}

export function tokenCover(text: string): TokenCover {
  const tokens: readonly Span[] = tokensOf(text).sentences.flat()
  return {
    count: tokens.length,
    under: ({ place }) => {
      const numbers: number[] = []
      for (const { start, end } of place)
        for (let at = firstEndingAfter(tokens, start); at < tokens.length && tokens[at]!.start < end; at++)
          if (numbers.at(-1) !== at) numbers.push(at)
      return numbers
    },
  }
}

/** By tag: the tokens on which at least one annotation of the tag stands. */
export function tokensByTag({ annotations }: ReadiedLayer, cover: TokenCover): Map<string, Set<number>> {
  const tags = new Map<string, Set<number>>()
  for (const one of annotations) {
    const known = tags.get(one.annotation.tag) ?? new Set()
    tags.set(one.annotation.tag, known)
    for (const token of cover.under(one)) known.add(token)
  }
  return tags
}

function firstEndingAfter(tokens: readonly Span[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}
