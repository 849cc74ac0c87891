import type { Span } from '../annotation/span.ts'
import { wholeAtOrBefore } from './surrogates.ts'

/** UTF-16 units: longer than any word or sentence a person would call one. */
const CELL = 1024

/**
 * The surroundings of `offset` that a segmenter is given: one to two thousand
 * units on either side, cut at places that don't depend on `offset` but on a
 * fixed grid, so that neighbouring questions see the same text and agree.
 * Never cuts a surrogate pair; offsets are UTF-16.
 */
export function stretchAround(text: string, offset: number): Span {
  const cell = Math.floor(offset / CELL)
  return {
    start: wholeAtOrBefore(text, Math.max(0, (cell - 1) * CELL)),
    end: wholeAtOrBefore(text, Math.min(text.length, (cell + 2) * CELL)),
  }
}
