import type { Span } from '../../annotation/span.ts'
import {
  byPlace,
  type DatasetAnnotation,
  type DatasetAttributes,
  type DatasetLink,
  type DatasetValue,
} from '../../dataset/dataset.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { splitsPair } from '../../text/surrogates.ts'
import type { CasFeatures, CasLayer, CasRelation, CasSpan, CasValue } from './model.ts'
import { attributeOf, LINK_TYPE, type OwnFeature, ownName, ownNamesOf, ROLES, SPAN_TYPE } from './names.ts'

/** What couldn't be taken, and the line of it where the file has lines. */
export type TellUntaken = (untakeable: Untakeable, line?: number) => void

/**
 * The annotations and links of spans and relations: what `toCas` made comes
 * back as it was, and what others made as tags named after their types. A part
 * whose whole isn't there is an annotation of its own.
 */
export function fromCas(
  layer: CasLayer,
  text: string,
  tell: TellUntaken,
): { annotations: DatasetAnnotation[]; links: DatasetLink[] } {
  const ids = new Ids('a', layer.spans)
  const known = new Map<string, string>()
  const made = new Map<string, Making>()
  const parts: CasSpan[] = []
  for (const span of layer.spans) {
    const what = `${shortTypeOf(span.type)} ${span.start}–${span.end}`
    if (span.end > text.length || span.start > span.end || [span.start, span.end].some(at => !isPlace(text, at)))
      tell(new Untakeable('outside-text', what), span.line)
    else if (span.start === span.end) tell(new Untakeable('no-words', what), span.line)
    else if (ownOf(span, 'partOf') !== null) parts.push(span)
    else known.set(span.key, make(span, ids.take(ownOf(span, 'id')), made))
  }
  for (const part of parts) {
    const whole = made.get(ownOf(part, 'partOf')!)
    if (whole?.spans.every(({ start, end }) => end <= part.start || part.end <= start)) {
      whole.spans.push({ start: part.start, end: part.end })
      known.set(part.key, whole.id)
    } else known.set(part.key, make(part, ids.take(null), made))
  }
  const links = linksOf(layer, text, known, tell)
  const annotations = [...made.values()].map(one => ({ ...one, spans: inOrder(one.spans) }))
  return { annotations: annotations.sort(byPlace), links }
}

/** Whether an offset is one of a text, and inside no character. */
function isPlace(text: string, at: number): boolean {
  return Number.isInteger(at) && at >= 0 && !splitsPair(text, at)
}

type Making = Omit<DatasetAnnotation, 'spans' | 'cameAs'> & { spans: Span[]; cameAs?: 'frame' }

function make(span: CasSpan, id: string, made: Map<string, Making>): string {
  const entity = ownOf(span, 'entity')
  const note = ownOf(span, 'note')
  const isFrame = span.slots.length > 0 || ownOf(span, 'frame') === 'true'
  made.set(id, {
    id,
    tag: (span.type === SPAN_TYPE ? ownOf(span, 'tag') : null) ?? span.type,
    spans: [{ start: span.start, end: span.end }],
    attributes: attributesIn(span.type, span.features),
    ...(entity === null ? {} : { entity }),
    ...(note === null ? {} : { note }),
    ...(isFrame ? { cameAs: 'frame' } : {}),
  })
  return id
}

function linksOf(layer: CasLayer, text: string, known: ReadonlyMap<string, string>, tell: TellUntaken): DatasetLink[] {
  const ids = new Ids('l', layer.relations)
  const links: DatasetLink[] = []
  const add = (what: string, from: string, to: string, line: number | undefined, link: LinkOf) => {
    const [one, other] = [known.get(from), known.get(to)]
    if (one === undefined || other === undefined) tell(new Untakeable('end-missing', what), line)
    else links.push(link(one, other))
  }
  for (const relation of layer.relations)
    add(shortTypeOf(relation.type), relation.from, relation.to, relation.line, (from, to) =>
      linkOf(relation, ids, cueOf(relation, text, tell), from, to),
    )
  for (const span of layer.spans) {
    for (const { feature, role, to } of span.slots) {
      const attributes: DatasetAttributes = role !== null && feature === ROLES ? {} : { slot: feature }
      add(`${shortTypeOf(span.type)}.${feature}`, span.key, to, span.line, (from, annotation) => {
        return { id: ids.take(null), type: role ?? feature, from, to: { annotation }, attributes, cameAs: 'role' }
      })
    }
    for (const { feature, to } of span.references)
      add(`${shortTypeOf(span.type)}.${feature}`, span.key, to, span.line, (from, annotation) => {
        return { id: ids.take(null), type: feature, from, to: { annotation }, attributes: {} }
      })
  }
  return links
}

type LinkOf = (from: string, to: string) => DatasetLink

function linkOf(relation: CasRelation, ids: Ids, cue: Span | null, from: string, annotation: string): DatasetLink {
  const { type, features } = relation
  const entity = ownOf(relation, 'toEntity')
  const isRole = ownOf(relation, 'asRole') === 'true'
  return {
    id: ids.take(ownOf(relation, 'id')),
    type: (type === LINK_TYPE ? ownOf(relation, 'type') : null) ?? type,
    from,
    to: entity !== null ? { entity } : ownOf(relation, 'toAuthor') === 'true' ? { author: true } : { annotation },
    attributes: attributesIn(type, features),
    ...(cue ? { cue } : {}),
    ...(isRole ? { cameAs: 'role' } : {}),
  }
}

function cueOf(relation: CasRelation, text: string, tell: TellUntaken): Span | null {
  const words = ownOf(relation, 'cue')
  if (words === null) return null
  const [, start, end] = /^(\d+)-(\d+)$/.exec(words) ?? []
  if (
    start !== undefined &&
    Number(start) < Number(end) &&
    Number(end) <= text.length &&
    [start, end].every(at => isPlace(text, Number(at)))
  )
    return { start: Number(start), end: Number(end) }
  tell(new Untakeable('outside-text', shortened(words), 'cue'), relation.line)
  return null
}

function ownOf({ type, features }: { type: string; features: CasFeatures }, feature: OwnFeature): string | null {
  const value = features.get(ownName(type, feature))
  return value === undefined ? null : String(value)
}

function attributesIn(type: string, features: CasFeatures): DatasetAttributes {
  const own = ownNamesOf(type)
  const attributes: Record<string, DatasetValue> = {}
  for (const [feature, value] of features) {
    if (own.has(feature)) continue
    const { name, kind } = attributeOf(feature)
    const typed = kind === 'json' && typeof value === 'string' ? { json: value } : value
    Object.defineProperty(attributes, name, { value: typed, enumerable: true, configurable: true, writable: true })
  }
  return attributes
}

/** Ids that are unique: one that was given is kept, unless another has it already. */
class Ids {
  readonly #prefix: string
  readonly #wanted: ReadonlySet<string | null>
  readonly #taken = new Set<string>()
  #last = 0

  constructor(prefix: string, all: readonly { type: string; features: CasFeatures }[]) {
    this.#prefix = prefix
    this.#wanted = new Set(all.map(one => ownOf(one, 'id')))
  }

  take(wanted: string | null): string {
    let id = wanted ?? ''
    while (id === '' || this.#taken.has(id)) {
      do id = `${this.#prefix}${++this.#last}`
      while (this.#wanted.has(id))
    }
    this.#taken.add(id)
    return id
  }
}

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((one, other) => one.start - other.start)
}

/** The last part of a type's name. */
export function shortTypeOf(type: string): string {
  return shortened(type.slice(type.lastIndexOf('.') + 1))
}

/** A text as the value that a feature of that kind has; as it stands where it isn't one. */
export function typedValue(words: string, feature: string): CasValue {
  const { kind } = attributeOf(feature)
  if (kind === 'number' && words !== '' && Number.isFinite(Number(words))) return Number(words)
  if (kind === 'yes' && (words === 'true' || words === 'false')) return words === 'true'
  if (kind !== 'several') return words
  try {
    const several: unknown = JSON.parse(words)
    if (Array.isArray(several) && several.every(one => typeof one === 'string')) return several
  } catch {
    // It isn't a list, and stays the words that somebody wrote there.
  }
  return words
}
