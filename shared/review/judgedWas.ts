import { makeAnchor } from '../annotation/anchor.ts'
import type { Attributes, Rest } from '../annotation/annotation.ts'
import type { Span } from '../annotation/span.ts'
import type { Judged } from '../annotation/verdict.ts'
import { isObject, type Json } from '../json/json.ts'
import type { Case, Opinion } from './case.ts'

/** What an annotation said when it was judged, with the words around each of its parts. */
export interface Was extends Pick<Opinion, 'tag' | 'attributes' | 'entity'> {
  readonly spans: readonly Words[]
}

interface Words {
  readonly quote: string
  readonly before: string
  readonly after: string
}

/**
 * What a verdict keeps of an annotation that didn't go into gold as it was: whoever said it may withdraw it, and nothing
 * else would tell then what was decided on. It stands in a verdict's `on`, under `was`; `text` is the article's.
 */
export function wasRest({ tag, spans, attributes, entity }: Opinion, text: string): Rest {
  const words = spans.map(span => {
    const { quote, before, after } = makeAnchor(text, span)
    return { quote, before, after }
  })
  return JSON.stringify({ was: { tag, spans: words, attributes, entity } })
}

/** What the judged annotation said, where the verdict tells; null where it doesn't, as those of earlier versions. */
export function wasOf({ rest }: Pick<Judged, 'rest'>): Was | null {
  const said = rest === undefined ? null : (JSON.parse(rest) as Json)
  const was = isObject(said) ? said['was'] : undefined
  if (!isObject(was)) return null
  const { tag, spans, attributes = {}, entity } = was as { readonly [key: string]: Json }
  if (typeof tag !== 'string' || !Array.isArray(spans) || spans.length === 0 || !spans.every(isWords)) return null
  return {
    ...{ tag, spans, attributes: isObject(attributes) ? (attributes as unknown as Attributes) : {} },
    ...(typeof entity === 'string' ? { entity } : {}),
  }
}

/** Where the words stand in the text; null unless that is certain: beside what stood beside them, and nowhere else. */
export function placeOfWas(text: string, { spans }: Pick<Was, 'spans'>): Span | null {
  const found = spans.map(words => placeOf(text, words))
  const [first, last] = [found[0], found.at(-1)]
  return first && last && first.start < last.end ? { start: first.start, end: last.end } : null
}

/** Where a case stands in the text, also one that nobody says any more: where gold has it, or where its words stand; null where nobody knows. */
export function placeOfCase({ opinions, extent, verdicts }: Case, text: string): Span | null {
  if (opinions.length > 0 || extent.end > 0) return extent
  const was = verdicts.length > 0 ? wasOf(verdicts.at(-1)!.on) : null
  return was && placeOfWas(text, was)
}

function placeOf(text: string, { before, quote, after }: Words): Span | null {
  for (const [lead, trail] of [
    [before, after],
    [before, ''],
    ['', after],
  ] as const) {
    const words = `${lead}${quote}${trail}`
    // Words with nothing beside them are no place that is known for certain.
    if (words.length === quote.length && (before !== '' || after !== '')) continue
    const at = text.indexOf(words)
    if (at === -1 || text.includes(words, at + 1)) continue
    const start = at + lead.length
    return { start, end: start + quote.length }
  }
  return null
}

function isWords(value: Json): boolean {
  if (!isObject(value)) return false
  return ['quote', 'before', 'after'].every(key => typeof value[key] === 'string')
}
