import type { Annotation, AttributeValue, Unplaced } from '../annotation/annotation.ts'
import { isSame } from '../json/isSame.ts'
import type { Moment } from './moment.ts'
import type { Thing } from './thing.ts'

/** A field of an annotation that a person sets: `tag`, `words`, `entity`, `note`, or `attributes ID`. */
export type FieldName = string

/** How a field was: the words are its spans. Undefined where it isn't set. */
export type FieldValue = AttributeValue | Annotation['spans'] | undefined

const plain = ['tag', 'words', 'entity', 'note'] as const

export function fieldOf(annotation: Annotation, field: FieldName): FieldValue {
  if (field === 'words') return annotation.spans
  if (field.startsWith('attributes ')) return annotation.attributes[field.slice('attributes '.length)]
  return annotation[field as 'tag' | 'entity' | 'note']
}

/** The fields in which two states of an annotation differ. Surroundings of its words don't count, nor when it was changed. */
export function changedFields(was: Annotation, now: Annotation): FieldName[] {
  const attributes = new Set([...Object.keys(was.attributes), ...Object.keys(now.attributes)])
  const fields: FieldName[] = [...plain, ...[...attributes].map(id => `attributes ${id}`)]
  return fields.filter(field => !isSameField(fieldOf(was, field), fieldOf(now, field)))
}

/** The annotation with one field as it was in another state of it. */
export function withField(annotation: Annotation, field: FieldName, from: Annotation): Annotation {
  if (field === 'words') return { ...annotation, spans: from.spans }
  if (field === 'tag') return { ...annotation, tag: from.tag }
  if (field.startsWith('attributes ')) {
    const id = field.slice('attributes '.length)
    const { [id]: _, ...others } = annotation.attributes
    const value = from.attributes[id]
    return { ...annotation, attributes: value === undefined ? others : { ...others, [id]: value } }
  }
  const key = field as 'entity' | 'note'
  const { [key]: _, ...others } = annotation
  const value = from[key]
  return value === undefined ? others : { ...others, [key]: value }
}

function isSameField(one: FieldValue, other: FieldValue): boolean {
  return isSame(core(one), core(other))
}

/** Spans by their words and place. */
function core(value: FieldValue): unknown {
  if (!Array.isArray(value)) return value
  return value.map(one => (typeof one === 'string' ? one : { start: one.start, end: one.end, quote: one.quote }))
}

/** A moment at which a field was set, and to what. */
export interface FieldSet {
  readonly moment: Moment<Thing>
  readonly was: FieldValue
  readonly now: FieldValue
  /** Whether the annotation came into being, or came back, with it. */
  readonly isFirst: boolean
}

/** The annotation in a thing, placed or not. */
export function annotationIn(thing: Thing | null): Annotation | Unplaced | undefined {
  return thing?.part === 'annotation' || thing?.part === 'unplaced' ? thing.value : undefined
}

/** Who set a field of an annotation, when, and what it was: the last moment first. */
export function fieldHistory(moments: readonly Moment<Thing>[], id: string, field: FieldName): FieldSet[] {
  const sets: FieldSet[] = []
  for (let i = moments.length - 1; i >= 0; i--) {
    const moment = moments[i]!
    const step = moment.steps.find(({ name }) => name === `annotation ${id}`)
    const now = annotationIn(step?.now ?? null)
    if (!now) continue
    const before = annotationIn(step!.was)
    const value = { was: before && fieldOf(before, field), now: fieldOf(now, field) }
    if (before ? !isSameField(value.was, value.now) : value.now !== undefined)
      sets.push({ moment, ...value, isFirst: !before })
  }
  return sets
}
