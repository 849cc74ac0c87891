import type { DatasetAnnotation, DatasetLayer, DatasetLink, DatasetValue } from '../../dataset/dataset.ts'
import type { CasFeatures, CasLayer, CasReference, CasRelation, CasSlot, CasSpan, CasValue, Declared } from './model.ts'
import {
  featureOf,
  isPlainName,
  isTypeName,
  LINK_TYPE,
  type OwnFeature,
  otherFeatureOf,
  ownName,
  ROLES,
  SPAN_TYPE,
} from './names.ts'

/**
 * A layer as spans and relations. A tag that is the name of a type is that
 * type; every other is a feature of Stet's own. A gap makes further spans that
 * say whose part they are. A frame's roles are slots.
 */
export function toCas({ annotations, links }: DatasetLayer, declared: Declared): CasLayer {
  const frames = new Map<string, CasSlot[]>(
    annotations.flatMap(one => (one.cameAs === 'frame' ? [[one.id, [] as CasSlot[]]] : [])),
  )
  const references = new Map<string, CasReference[]>()
  const types = new Map(annotations.map(one => [one.id, typeOf(one, declared)]))
  const relations = links.flatMap((link): CasRelation[] => {
    const type = types.get(link.from)!
    const slot = slotOf(link, type, frames, declared)
    if (slot) {
      frames.get(link.from)!.push(slot)
      return []
    }
    const there = references.get(link.from) ?? []
    const reference = referenceOf(link, types, there, declared)
    if (reference) {
      references.set(link.from, [...there, reference])
      return []
    }
    return [relationOf(link, declared)]
  })
  const spans = annotations.flatMap(one =>
    spansOf(one, types.get(one.id)!, frames.get(one.id) ?? [], references.get(one.id) ?? [], declared),
  )
  return { spans, relations }
}

function typeOf({ tag }: DatasetAnnotation, declared: Declared): string {
  if (isTypeName(tag) && declared.is(tag, 'span')) return tag
  declared.is(SPAN_TYPE, 'span')
  return SPAN_TYPE
}

/** A role that a slot of its frame can say. The attribute `slot` names the feature, where it has another than usual. */
function slotOf(
  link: DatasetLink,
  host: string,
  frames: ReadonlyMap<string, unknown>,
  declared: Declared,
): CasSlot | null {
  const { type, from, to, attributes, cue, cameAs } = link
  if (cameAs !== 'role' || cue || !('annotation' in to) || !frames.has(from)) return null
  const { slot, ...more } = attributes
  if (Object.keys(more).length > 0) return null
  if (slot === undefined)
    return declared.takes(host, ROLES, 'slot') ? { feature: ROLES, role: type, to: to.annotation } : null
  const isName = slot === ROLES ? type === ROLES : typeof slot === 'string' && isPlainName(host, slot)
  if (typeof slot !== 'string' || !isName) return null
  if (slot.includes('_') || !declared.takes(host, slot, 'slot')) return null
  return { feature: slot, role: type === slot ? null : type, to: to.annotation }
}

/** A link between spans of others’ types that says nothing else was a feature, and is one again. */
function referenceOf(
  link: DatasetLink,
  types: ReadonlyMap<string, string>,
  there: readonly CasReference[],
  declared: Declared,
): CasReference | null {
  const { type, from, to, attributes, cue, cameAs } = link
  const host = types.get(from)!
  if (host === SPAN_TYPE || cameAs || cue || !('annotation' in to) || Object.keys(attributes).length > 0) return null
  const isName = type === 'next' ? types.get(to.annotation) === host : isPlainName(host, type)
  if (!isName || there.some(({ feature }) => feature === type)) return null
  return declared.takes(host, type, 'reference') ? { feature: type, to: to.annotation } : null
}

/** A link to an entity or to the article's own voice is a relation of its annotation with itself, and says so. */
function relationOf(link: DatasetLink, declared: Declared): CasRelation {
  const { id, from, to, attributes, cue, cameAs } = link
  const isOwn = !isTypeName(link.type) || !declared.is(link.type, 'relation')
  const type = isOwn ? LINK_TYPE : link.type
  if (isOwn) declared.is(type, 'relation')
  const own: Partial<Record<OwnFeature, CasValue>> = {
    ...(isOwn ? { type: link.type, id } : {}),
    ...('entity' in to ? { toEntity: to.entity } : 'author' in to ? { toAuthor: true } : {}),
    ...(cue ? { cue: `${cue.start}-${cue.end}` } : {}),
    ...(cameAs === 'role' ? { asRole: true } : {}),
  }
  return {
    type,
    from,
    to: 'annotation' in to ? to.annotation : from,
    features: featuresOf(type, own, attributes, declared),
  }
}

function spansOf(
  one: DatasetAnnotation,
  type: string,
  slots: readonly CasSlot[],
  references: readonly CasReference[],
  declared: Declared,
): CasSpan[] {
  const { id, tag, spans, attributes, entity, note, cameAs } = one
  const isOwn = type === SPAN_TYPE
  const tagged = isOwn ? { tag } : {}
  return spans.map((span, i) => {
    const own: Partial<Record<OwnFeature, CasValue>> =
      i > 0
        ? { ...tagged, partOf: id }
        : {
            ...tagged,
            ...(isOwn || spans.length > 1 ? { id } : {}),
            ...(entity === undefined ? {} : { entity }),
            ...(note === undefined ? {} : { note }),
            ...(cameAs === 'frame' && slots.length === 0 ? { frame: true } : {}),
          }
    return {
      ...span,
      key: i === 0 ? id : `${id}\n${i}`,
      type,
      features: featuresOf(type, own, i === 0 ? attributes : {}, declared),
      slots: i === 0 ? slots : [],
      references: i === 0 ? references : [],
    }
  })
}

function featuresOf(
  type: string,
  own: Partial<Record<OwnFeature, CasValue>>,
  attributes: Readonly<Record<string, DatasetValue>>,
  declared: Declared,
): CasFeatures {
  const features = new Map<string, CasValue>()
  for (const [name, value] of Object.entries(own)) {
    const feature = ownName(type, name as OwnFeature)
    declared.takes(type, feature, 'text')
    features.set(feature, String(value))
  }
  for (const [name, value] of Object.entries(attributes)) {
    const kind = kindOf(value)
    const bare = featureOf(type, name)
    const isMeant = kind !== 'json' && !(kind === 'several' && notForReferences.has(bare))
    const fits = isMeant && declared.takes(type, bare, kind)
    const feature = fits ? bare : otherFeatureOf(bare, kind)
    if (!fits) declared.takes(type, feature, kind)
    features.set(feature, value)
  }
  return features
}

/** A reader in Python mistakes a reference of such a name for its own, and an array is referred to. */
const notForReferences = new Set(['type', 'self'])

function kindOf(value: DatasetValue) {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'yes'
  return 'json' in value ? 'json' : 'several'
}
