import type { Span } from '../annotation/span.ts'
import { sentencesIn } from '../text/sentences.ts'

/** A text cut into sentences of tokens, as formats that count tokens need it. Offsets are UTF-16. */
export interface Tokens {
  /** Without those that hold no token. Tokens are in order and never hold white space. */
  readonly sentences: readonly (readonly Span[])[]
  /** Whether an offset stands inside a token. */
  readonly cutsWord: (offset: number) => boolean
  /** The number of the sentence that holds the character at an offset, or the last one before it; -1 before the first. */
  readonly sentenceAt: (offset: number) => number
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** The tokens of a text; those of the text that was asked for last are kept. */
export function tokensOf(text: string): Tokens {
  if (last?.text !== text) last = { text, tokens: cut(text) }
  return last.tokens
}
let last: { readonly text: string; readonly tokens: Tokens } | null = null

function cut(text: string): Tokens {
  const sentences: Span[][] = []
  const starts: number[] = []
  for (const { start, end } of sentencesIn(text)) {
    const tokens = wordsIn(text, start, end)
    if (tokens.length === 0) continue
    sentences.push(tokens)
    starts.push(start)
  }
  let insides: Set<number> | null = null
  return {
    sentences,
    cutsWord: offset => {
      insides ??= insidesOf(sentences)
      return insides.has(offset)
    },
    sentenceAt: offset => lastAtOrBelow(starts, offset),
  }
}

function insidesOf(sentences: Tokens['sentences']): Set<number> {
  const insides = new Set<number>()
  for (const { start, end } of sentences.flat()) for (let at = start + 1; at < end; at++) insides.add(at)
  return insides
}

/** The tokens of a sentence. */
export function wordsIn(text: string, start: number, end: number): Span[] {
  const tokens: Span[] = []
  for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
    if (!/\s/.test(segment)) tokens.push({ start: start + index, end: start + index + segment.length })
    else
      for (const { 0: piece, index: inner } of segment.matchAll(/\S+/g))
        tokens.push({ start: start + index + inner, end: start + index + inner + piece.length })
  }
  return tokens
}

function lastAtOrBelow(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
