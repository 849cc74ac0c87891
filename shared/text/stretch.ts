import type { Span } from '../annotation/span.ts'
import { wholeAtOrBefore } from './surrogates.ts'

/**
 * The surroundings of `offset` that a segmenter is given: one to two cells of
 * text on either side, cut at places that depend on a fixed grid rather than
 * on `offset`, so that neighbouring questions see the same text and agree.
 * Never cuts a surrogate pair. Offsets and `cell` are in UTF-16 units.
 */
export function stretchAround(text: string, offset: number, cell: number): Span {
  const at = Math.floor(offset / cell)
  return {
    start: wholeAtOrBefore(text, Math.max(0, (at - 1) * cell)),
    end: wholeAtOrBefore(text, Math.min(text.length, (at + 2) * cell)),
  }
}
