import type { Anchor } from './annotation.ts'
import type { Span } from './span.ts'

/** How much context an anchor keeps on either side, in code points. */
export const CONTEXT = 32

/**
 * Where an anchor points in a text that may have changed.
 *
 * `kept` and `moved` are certain: quote and context stand there letter for
 * letter, and nowhere else. Everything else is for a person to settle, so a
 * guess is never returned as a fact.
 */
export type Place =
  | { readonly kind: 'kept'; readonly span: Span }
  | { readonly kind: 'moved'; readonly span: Span }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'lost' }

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

/** Finds the one place of an anchor in another text, or says that there is no such place. */
export function placeAnchor(
  text: string,
  { start, quote, before, after }: Pick<Anchor, 'start' | 'quote' | 'before' | 'after'>,
): Place {
  if (quote === '') return { kind: 'lost' }
  const words = before + quote + after
  const places: number[] = []
  for (let at = text.indexOf(words); at !== -1 && places.length < 2; at = text.indexOf(words, at + 1)) {
    places.push(at + before.length)
  }
  const [only] = places
  if (only !== undefined && places.length === 1 && isEvidence(text, only, { quote, before, after })) {
    const span = { start: only, end: only + quote.length }
    return { kind: only === start ? 'kept' : 'moved', span }
  }
  return { kind: text.includes(quote) ? 'ambiguous' : 'lost' }
}

/**
 * Context that the end of the old text cut short says little, unless an end of
 * the new text is there too. One side that is whole is enough: with an empty
 * context any single "Robin" would do.
 */
function isEvidence(
  text: string,
  start: number,
  { quote, before, after }: Pick<Anchor, 'quote' | 'before' | 'after'>,
): boolean {
  const whole = (context: string, atTheEnd: boolean) => atTheEnd || [...context].length >= CONTEXT
  return whole(before, start === before.length) || whole(after, start + quote.length + after.length === text.length)
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
