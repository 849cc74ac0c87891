import type { Span } from '../annotation/span.ts'
import { Untakeable } from '../dataset/untakeable.ts'
import type { Json } from '../json/json.ts'
import type { Place } from './counting.ts'

/** A span of at least one character between two positions of somebody's counting. Throws an Untakeable `outside-text` or `malformed`. */
export function spanBetween(start: Json | undefined, end: Json | undefined, place: Place, what: string): Span {
  if (typeof start !== 'number' || typeof end !== 'number') throw new Untakeable('malformed', what, `${start}–${end}`)
  try {
    const span = { start: place(start), end: place(end) }
    if (span.start < span.end) return span
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw new Untakeable('outside-text', what, `${start}–${end}`)
}
