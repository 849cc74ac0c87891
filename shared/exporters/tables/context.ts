import type { Span } from '../../annotation/span.ts'
import { sentenceAround } from '../../text/sentences.ts'

/** What stands around words: the rest of their sentence, or the sentence beside it where they begin or end one. Offsets are UTF-16. */
export function contextOf(text: string, { start, end }: Span): { readonly before: string; readonly after: string } {
  return { before: before(text, start), after: after(text, end) }
}

function before(text: string, start: number): string {
  const own = sentenceAround(text, start)
  if (own && own.start < start) return text.slice(own.start, start).trimEnd()
  const at = lastInk(text, start)
  const other = at < 0 ? null : sentenceAround(text, at)
  return other ? text.slice(other.start, Math.min(other.end, start)) : ''
}

function after(text: string, end: number): string {
  const own = sentenceAround(text, Math.max(0, end - 1))
  if (own && own.end > end) return text.slice(end, own.end).trimStart()
  const at = firstInk(text, end)
  const other = at >= text.length ? null : sentenceAround(text, at)
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
