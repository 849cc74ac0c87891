import type { Anchor } from './annotation.ts'
import type { Span } from './span.ts'

/** How much context an anchor keeps on either side, in code points. */
export const CONTEXT = 32

/** Remembers a span of a text by its words and their surroundings. */
export function makeAnchor(text: string, { start, end }: Span): Anchor {
  return {
    start,
    end,
    quote: text.slice(start, end),
    before: text.slice(back(text, start), start),
    after: text.slice(end, forth(text, end)),
  }
}

/** Whether the anchor's words stand at its own offsets, for a text that is known to be the same. */
export function stands(text: string, { start, end, quote }: Pick<Anchor, 'start' | 'end' | 'quote'>): boolean {
  return end - start === quote.length && text.startsWith(quote, start)
}

function back(text: string, from: number): number {
  let at = from
  for (let i = 0; i < CONTEXT && at > 0; i++) at -= at > 1 && isPair(text, at - 2) ? 2 : 1
  return at
}

function forth(text: string, from: number): number {
  let at = from
  for (let i = 0; i < CONTEXT && at < text.length; i++) at += isPair(text, at) ? 2 : 1
  return at
}

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff
}
