import type { Span } from '../../annotation/span.ts'
import { wordOf } from './sentences.ts'

/** Where the words of a file stand in a text: null for those from the first one on that doesn't come next in it. */
export interface Placed {
  readonly text: string
  /** A span for each word, UTF-16. */
  readonly spans: readonly (Span | null)[]
}

/** The places of words in a text that they are all of, with white space between them. */
export function placeIn(text: string, words: readonly string[]): Placed {
  let at = 0
  let isLost = false
  const spans = words.map(word => {
    while (at < text.length && /\s/.test(text[at]!)) at++
    const span = { start: at, end: at + word.length }
    isLost ||= word === '' || wordOf(text, span) !== word
    if (isLost) return null
    at = span.end
    return span
  })
  return { text, spans }
}

/** A text made of sentences of words, where there is none: one space between words, a line a sentence. */
export function rebuiltOf(sentences: readonly (readonly string[])[]): Placed {
  let text = ''
  const spans: Span[] = []
  for (const words of sentences) {
    words.forEach((word, i) => {
      if (i > 0) text += ' '
      spans.push({ start: text.length, end: text.length + word.length })
      text += word
    })
    text += '\n'
  }
  return { text, spans }
}
