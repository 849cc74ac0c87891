import type { Span } from '../annotation/span.ts'
import { isObject, type Json, type JsonObject } from '../json/json.ts'
import type { Ruler } from '../text/ruler.ts'
import type { Contradiction } from './contradiction.ts'
import { type Collection, collections, entriesOf } from './sidecarEntries.ts'

/** A contradiction as a person meets it. */
export interface ShownContradiction extends Contradiction {
  /** The whole entry on either side, to tell which one it is; null where that side has none, or for the layer itself. */
  readonly entry: { readonly ours: JsonObject | null; readonly theirs: JsonObject | null }
  /** Where its first words stand in the text, in UTF-16; for a link, those of the annotation that it begins at; for a comment, those that it is about. null for nowhere. */
  readonly at: Span | null
}

/** Adds to contradictions between two versions of a layer what it takes to show them. */
export function showContradictions(
  contradictions: readonly Contradiction[],
  { ours, theirs }: { readonly ours: JsonObject; readonly theirs: JsonObject },
  ruler: Ruler,
): ShownContradiction[] {
  const sides = [theirs, ours].map(file => entriesByCollection(file))
  const [there, here] = sides as [(typeof sides)[0], (typeof sides)[0]]
  return contradictions.map(contradiction => {
    const { of, id } = contradiction
    if (of === 'layer') return { ...contradiction, entry: { ours: null, theirs: null }, at: null }
    const entry = { ours: here[of].get(id) ?? null, theirs: there[of].get(id) ?? null }
    const one = (entry.theirs ?? entry.ours)!
    const from = one['from'] as string
    if (of === 'comments' || of === 'verdicts') return { ...contradiction, entry, at: placeOfComment(one, ruler) }
    const annotation = of === 'links' ? (there.annotations.get(from) ?? here.annotations.get(from)) : one
    return { ...contradiction, entry, at: annotation ? firstSpan(annotation, ruler) : null }
  })
}

function entriesByCollection(file: JsonObject): Record<Collection, Map<string, JsonObject>> {
  return Object.fromEntries(collections.map(of => [of, entriesOf(file, of)])) as ReturnType<typeof entriesByCollection>
}

function placeOfComment({ on }: JsonObject, ruler: Ruler): Span | null {
  const words = isObject(on) ? on['span'] : undefined
  return isObject(words) ? spanOf(words, ruler) : null
}

function firstSpan(annotation: JsonObject, ruler: Ruler): Span | null {
  const [first] = annotation['spans'] as readonly JsonObject[]
  return !first || 'placement' in annotation ? null : spanOf(first, ruler)
}

function spanOf(anchor: JsonObject, ruler: Ruler): Span | null {
  const [start, end] = [anchor['start'], anchor['end']] as [Json, Json] as [number, number]
  try {
    return { start: ruler.toUtf16(start), end: ruler.toUtf16(end) }
  } catch (error) {
    if (error instanceof RangeError) return null // offsets beyond the text
    throw error
  }
}
