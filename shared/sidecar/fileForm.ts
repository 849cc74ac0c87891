import type {
  Anchor,
  Annotation,
  Attributes,
  AttributeValue,
  Carried,
  Link,
  LinkEnd,
  Origin,
  Rest,
  Unplaced,
} from '../annotation/annotation.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { isObject } from '../json/json.ts'
import { jsonOf, restOf, textOf, withRest } from '../json/rest.ts'
import type { Ruler } from '../text/ruler.ts'

/**
 * Things as they stand in files, and back. In files offsets count code points
 * and unknown keys stand among the known ones; inside, offsets are UTF-16 and
 * unknown keys travel as `rest`.
 *
 * Reading functions take values that the sidecar's schema has passed; an offset
 * that has no place in the text throws a RangeError.
 */

/** How offsets are translated: a ruler, or no translation for a text that isn't at hand. */
export type Offsets = Pick<Ruler, 'toCodePoint' | 'toUtf16'>
export const untranslated: Offsets = { toCodePoint: offset => offset, toUtf16: position => position }

const anchorKeys = new Set(['start', 'end', 'quote', 'before', 'after'])
const annotationKeys = new Set([
  'id',
  'tag',
  'spans',
  'attributes',
  'entity',
  'note',
  'origin',
  'carriedFrom',
  'created',
  'modified',
])
const unplacedKeys = new Set([...annotationKeys, 'placement', 'textSha256'])
const carriedKeys = new Set(['textSha256', 'starts'])
const linkKeys = new Set(['id', 'type', 'from', 'to', 'attributes', 'cue'])

export function anchorToFile(anchor: Anchor, { toCodePoint }: Offsets): JsonObject {
  const { start, end, quote, before, after, rest } = anchor
  return withRest({ start: toCodePoint(start), end: toCodePoint(end), quote, before, after }, rest)
}

export function anchorFromFile(file: JsonObject, { toUtf16 }: Offsets): Anchor {
  return {
    start: toUtf16(file['start'] as number),
    end: toUtf16(file['end'] as number),
    quote: file['quote'] as string,
    before: (file['before'] as string | undefined) ?? '',
    after: (file['after'] as string | undefined) ?? '',
    ...rested(restOf(file, anchorKeys)),
  }
}

export function annotationToFile(annotation: Annotation, offsets: Offsets): JsonObject {
  return withRest(knownOf(annotation, offsets), annotation.rest)
}

export function annotationFromFile(file: JsonObject, offsets: Offsets): Annotation {
  return { ...plainOf(file, offsets), ...rested(restOf(file, annotationKeys)) }
}

export function unplacedToFile(unplaced: Unplaced): JsonObject {
  const { placement, textSha256 } = unplaced
  return withRest({ ...knownOf(unplaced, untranslated), placement, textSha256 }, unplaced.rest)
}

export function unplacedFromFile(file: JsonObject): Unplaced {
  return {
    ...plainOf(file, untranslated),
    placement: file['placement'] as Unplaced['placement'],
    textSha256: file['textSha256'] as string,
    ...rested(restOf(file, unplacedKeys)),
  }
}

export function linkToFile(link: Link, offsets: Offsets): JsonObject {
  const { id, type, from, to, attributes, cue, rest } = link
  const known = { id, type, from, to: endToFile(to), attributes: attributesToFile(attributes) }
  return withRest(cue ? { ...known, cue: anchorToFile(cue, offsets) } : known, rest)
}

export function linkFromFile(file: JsonObject, offsets: Offsets): Link {
  const cue = file['cue']
  return {
    id: file['id'] as string,
    type: file['type'] as string,
    from: file['from'] as string,
    to: endFromFile(file['to'] as JsonObject),
    attributes: attributesFromFile(file['attributes']),
    ...(isObject(cue) ? { cue: anchorFromFile(cue, offsets) } : {}),
    ...rested(restOf(file, linkKeys)),
  }
}

function knownOf(annotation: Annotation, offsets: Offsets): Record<string, Json | undefined> {
  const { id, tag, spans, attributes, entity, note, origin, carriedFrom, created, modified } = annotation
  return {
    id,
    tag,
    spans: spans.map(span => anchorToFile(span, offsets)),
    attributes: attributesToFile(attributes),
    entity,
    note,
    origin: withRest({ kind: origin.kind }, origin.rest),
    carriedFrom: carriedFrom && carriedToFile(carriedFrom),
    created,
    modified,
  }
}

function plainOf(file: JsonObject, offsets: Offsets): Annotation {
  const entity = file['entity'] as string | undefined
  const note = file['note'] as string | undefined
  const carried = file['carriedFrom']
  return {
    id: file['id'] as string,
    tag: file['tag'] as string,
    spans: (file['spans'] as readonly JsonObject[]).map(span => anchorFromFile(span, offsets)),
    attributes: attributesFromFile(file['attributes']),
    ...(entity === undefined ? {} : { entity }),
    ...(note === undefined ? {} : { note }),
    origin: originFromFile(file['origin']),
    ...(isObject(carried) ? { carriedFrom: carriedFromFile(carried) } : {}),
    created: file['created'] as string,
    modified: file['modified'] as string,
  }
}

function originFromFile(file: Json | undefined): Origin {
  if (!isObject(file)) return { kind: 'manual' }
  return { kind: file['kind'] as string, ...rested(restOf(file, new Set(['kind']))) }
}

function carriedToFile({ textSha256, starts, rest }: Carried): JsonObject {
  return withRest({ textSha256, starts }, rest)
}

function carriedFromFile(file: JsonObject): Carried {
  return {
    textSha256: file['textSha256'] as string,
    starts: file['starts'] as readonly number[],
    ...rested(restOf(file, carriedKeys)),
  }
}

function endToFile(to: LinkEnd): JsonObject {
  const { rest, ...end } = to
  return withRest(end, rest)
}

function endFromFile(file: JsonObject): LinkEnd {
  const of = (key: string) => rested(restOf(file, new Set([key])))
  if ('annotation' in file) return { annotation: file['annotation'] as string, ...of('annotation') }
  if ('entity' in file) return { entity: file['entity'] as string, ...of('entity') }
  return { author: true, ...of('author') }
}

function attributesToFile(attributes: Attributes): JsonObject {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, isOpaque(value) ? jsonOf(value.json) : value]),
  )
}

function attributesFromFile(file: Json | undefined): Attributes {
  if (!isObject(file)) return {}
  return Object.fromEntries(Object.entries(file).map(([key, value]) => [key, valueFromFile(value)]))
}

function valueFromFile(value: Json): AttributeValue {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value
  if (Array.isArray(value) && value.every(one => typeof one === 'string')) return value
  return { json: textOf(value) }
}

/** Whether a value is one that can only be carried. */
export function isOpaque(value: AttributeValue): value is { readonly json: string } {
  return typeof value === 'object' && 'json' in value
}

/** A rest, where there is one. */
export function rested(rest: Rest | undefined): { rest?: Rest } {
  return rest === undefined ? {} : { rest }
}
