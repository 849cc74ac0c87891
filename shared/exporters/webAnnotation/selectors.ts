import type { Span } from '../../annotation/span.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import type { Counted, Place } from '../counting.ts'
import { each } from './valid.ts'

/** What selectors say of one stretch of a text: its words and their surroundings, its place, or both. Positions are in the writer's counting. */
export interface Selected {
  readonly exact?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly position?: { readonly start: number; readonly end: number }
}

/** What selectors, which are alternatives, say of a text; null where none of them speaks of one. */
export function selectedBy(value: Json | undefined): Selected | null {
  let found: Selected = {}
  for (const selector of each(value)) {
    if (!isObject(selector)) continue
    found = { ...found, ...saidBy(selector) }
    // What refines another counts from where that begins, which only words can do without.
    const finer = selectedBy(selector['refinedBy'])
    if (finer?.exact !== undefined) {
      const { position: _, ...words } = finer
      found = words
    }
  }
  return found.exact !== undefined || found.position ? found : null
}

function saidBy(selector: JsonObject): Selected {
  const { type, exact, prefix, suffix, start, end } = selector
  if (type === 'TextQuoteSelector' && typeof exact === 'string')
    return {
      exact,
      ...(typeof prefix === 'string' ? { prefix } : {}),
      ...(typeof suffix === 'string' ? { suffix } : {}),
    }
  if (type === 'TextPositionSelector' && typeof start === 'number' && typeof end === 'number')
    return { position: { start, end } }
  return {}
}

/** What of it tells how its writer counted; null where it has no position. */
export function countedIn({ exact, position }: Selected): Counted | null {
  return position ? { ...position, quote: exact } : null
}

/**
 * Where it stands in a text: at its position if its words do, or else in the
 * only place that has its words and their surroundings. Throws an Untakeable
 * where it isn't certain; `what` names it.
 */
export function spanOf(selected: Selected, text: string, place: Place, what: string): Span {
  const { exact, position } = selected
  const at = position ? spanAt(position, place) : null
  if (exact === undefined) {
    if (at) return at
    throw new Untakeable('outside-text', what, `${position?.start}–${position?.end}`)
  }
  if (at && text.slice(at.start, at.end) === exact) return at
  const found = exact === '' ? [] : [...placesOf(selected, exact, text)]
  if (found.length === 1) return { start: found[0]!, end: found[0]! + exact.length }
  throw new Untakeable(at || !position ? 'other-words' : 'outside-text', what, shortened(exact))
}

function spanAt(position: { readonly start: number; readonly end: number }, place: Place): Span | null {
  try {
    const [start, end] = [place(position.start), place(position.end)]
    return start <= end ? { start, end } : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** At most two, which is one too many. */
function* placesOf({ prefix = '', suffix = '' }: Selected, exact: string, text: string): Generator<number> {
  let found = 0
  for (let at = text.indexOf(exact); at >= 0 && found < 2; at = text.indexOf(exact, at + 1)) {
    if (!text.startsWith(prefix, at - prefix.length) || !text.startsWith(suffix, at + exact.length)) continue
    found++
    yield at
  }
}
