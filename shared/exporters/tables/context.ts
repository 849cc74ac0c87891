import type { Span } from '../../annotation/span.ts'
import { trimSpace } from '../../text/characters.ts'
import { sentencesIn } from '../../text/sentences.ts'

/** What stands around words: the rest of their sentence, or the sentence beside it where they begin or end one. Offsets are UTF-16. */
export type ContextOf = (span: Span) => { readonly before: string; readonly after: string }

/** The contexts of the words of one text, which is divided into sentences once, and only where somebody asks. */
export function contextsIn(text: string): ContextOf {
  let sentences: readonly Span[] | undefined
  const sentenceAt = (offset: number) => {
    sentences ??= [...sentencesIn(text)]
    return around(text, sentences, offset)
  }
  return ({ start, end }) => ({ before: before(text, start, sentenceAt), after: after(text, end, sentenceAt) })
}

type SentenceAt = (offset: number) => Span | null

/** The sentence that an offset stands in, or that the line ends with which ends there; without the white space around it. */
function around(text: string, sentences: readonly Span[], offset: number): Span | null {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  const found = sentences[low - 1]
  return found && offset <= found.end ? trimSpace(text, found) : null
}

function before(text: string, start: number, sentenceAt: SentenceAt): string {
  const own = sentenceAt(start)
  if (own && own.start < start) return text.slice(own.start, start).trimEnd()
  const at = lastInk(text, start)
  const other = at < 0 ? null : sentenceAt(at)
  return other ? text.slice(other.start, Math.min(other.end, start)) : ''
}

function after(text: string, end: number, sentenceAt: SentenceAt): string {
  const own = sentenceAt(Math.max(0, end - 1))
  if (own && own.end > end) return text.slice(end, own.end).trimStart()
  const at = firstInk(text, end)
  const other = at >= text.length ? null : sentenceAt(at)
  return other ? text.slice(Math.max(other.start, end), other.end) : ''
}

/** The last character before a place that isn't white space, or -1. */
function lastInk(text: string, from: number): number {
  let at = from - 1
  while (at >= 0 && /\s/.test(text[at]!)) at--
  return at
}

function firstInk(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at]!)) at++
  return at
}
