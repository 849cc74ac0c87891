import {
  type DatasetAnnotation,
  type DatasetAttributes,
  type DatasetLink,
  type DatasetValue,
  noAnswers,
} from '../../dataset/dataset.ts'
import type { ReadEntity } from '../../dataset/format.ts'
import { Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import type { Place } from '../counting.ts'
import { spansInOrder } from '../reading.ts'
import { type Selected, selectedBy, spanOf } from './selectors.ts'
import { each, idOf } from './valid.ts'

/** What an annotation says, before the text is known that it says it of. */
export interface Said {
  readonly iri: string
  readonly id: string
  /** Undefined where the annotation doesn't say whose it is. */
  readonly annotator: string | undefined
  /** The IRI of what it is about; '' where it doesn't say. */
  readonly source: string
  readonly parts: readonly Selected[]
  readonly tag: string
  readonly attributes: DatasetAttributes
  readonly entity?: ReadEntity
  readonly note?: string
  readonly isFrame: boolean
}

/** What an annotation says of texts: one a target, since each target has all of what is said; of none, an Untakeable is thrown. */
export function saidOf(value: JsonObject): Said[] {
  const targets = each(value['target']).flatMap(target =>
    isObject(target) && each(target['type']).includes('Independents') ? each(target['items']) : [target],
  )
  const about = targets.flatMap(target => partsOf(target) ?? [])
  if (about.length === 0) throw new Untakeable('no-annotation', idOf(value), 'target')
  const { id: iri } = value
  const own = value['stet:id']
  const id = typeof own === 'string' ? own : typeof iri === 'string' ? iri.replace(/^#/, '') : ''
  const said = {
    ...bodiesOf(value),
    iri: typeof iri === 'string' ? iri : '',
    annotator: annotatorOf(value),
    isFrame: value['stet:cameAs'] === 'frame',
  }
  return about.map((target, i) => ({ ...said, ...target, id: i === 0 ? id : `${id}.${i + 1}` }))
}

function partsOf(target: Json): { source: string; parts: readonly Selected[] } | null {
  if (!isObject(target)) return null
  const items = each(target['type']).includes('Composite') ? each(target['items']) : [target]
  const parts = items.map(item => (isObject(item) ? selectedBy(item['selector']) : null))
  if (parts.length === 0 || parts.some(part => part === null)) return null
  const [first] = items
  const source = isObject(first) ? first['source'] : undefined
  const iri = isObject(source) ? source['id'] : source
  return { source: typeof iri === 'string' ? iri : '', parts: parts as readonly Selected[] }
}

/** Who an annotation is by, in as few words as it says it. */
export function annotatorOf(value: JsonObject): string | undefined {
  const [creator] = each(value['creator'])
  if (!isObject(creator)) return typeof creator === 'string' ? creator : undefined
  const said = [creator['nickname'], creator['name'], creator['id']]
  return said.find((one): one is string => typeof one === 'string' && one !== '')
}

const PURPOSES_OF_TAGS = ['tagging', 'classifying']

function bodiesOf(value: JsonObject): Pick<Said, 'tag' | 'attributes' | 'entity' | 'note'> {
  const tags: string[] = []
  const notes: string[] = typeof value['bodyValue'] === 'string' ? [value['bodyValue']] : []
  const attributes = noAnswers()
  let entity: ReadEntity | undefined
  for (const body of each(value['body'])) {
    if (!isObject(body)) continue
    const { purpose, value: words } = body
    const name = body['stet:attribute']
    if (purpose === 'identifying') entity = entityOf(body) ?? entity
    else if (typeof words !== 'string') continue
    else if (typeof name === 'string') attributes[name] = answerOf(body, words)
    else if (each(purpose).some(one => PURPOSES_OF_TAGS.includes(one as string))) tags.push(words)
    else notes.push(words)
  }
  const [tag, ...more] = tags
  if (more.length > 0) attributes['tag'] = more
  const motivation = each(value['motivation']).find(one => typeof one === 'string') as string | undefined
  return {
    // What nobody tagged goes by why it was made.
    tag: tag ?? motivation ?? (notes.length > 0 ? 'commenting' : 'highlighting'),
    attributes,
    ...(entity ? { entity } : {}),
    ...(notes.length > 0 ? { note: notes.join('\n\n') } : {}),
  }
}

function answerOf(body: JsonObject, words: string): DatasetValue {
  const value = body['stet:value']
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value) && value.every(one => typeof one === 'string')) return value
  return isObject(value) && typeof value['json'] === 'string' ? { json: value['json'] } : words
}

function entityOf(body: JsonObject): ReadEntity | undefined {
  const source = body['source']
  const iri = isObject(source) ? source['id'] : source
  const own = body['stet:entity']
  const id = typeof own === 'string' ? own : iri
  if (typeof id !== 'string') return undefined
  const [name, kind] = isObject(source) ? [source['stet:name'], source['stet:kind']] : []
  const wikidata =
    typeof iri === 'string' ? /^https?:\/\/www\.wikidata\.org\/entity\/(Q\d+)$/.exec(iri)?.[1] : undefined
  return {
    id,
    name: typeof name === 'string' ? name : id,
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(wikidata ? { externalIds: { wikidata } } : {}),
  }
}

/** The annotation in its text. Throws an Untakeable where its words don't stand there for certain. */
export function annotationOf(said: Said, text: string, place: Place): DatasetAnnotation {
  const spans = said.parts.map(part => spanOf(part, text, place, said.id))
  const { id, tag, attributes, entity, note, isFrame } = said
  return {
    ...{ id, tag, attributes, spans: spansInOrder(spans, id) },
    ...(entity ? { entity: entity.id } : {}),
    ...(note === undefined ? {} : { note }),
    ...(isFrame ? { cameAs: 'frame' } : {}),
  }
}

/** A link from an annotation; `idOfIri` knows the others of its layer. Throws an Untakeable where its other end is missing. */
export function linkOf(
  value: JsonObject,
  from: string,
  text: string,
  place: Place,
  idOfIri: (iri: string) => string | null,
): DatasetLink {
  const own = value['stet:id']
  const id = typeof own === 'string' ? own : idOf(value).replace(/^#/, '')
  const { tag, attributes } = bodiesOf(value)
  const cue = each(value['body']).find(body => isObject(body) && body['purpose'] === 'highlighting')
  const selected = isObject(cue) ? selectedBy(cue['selector']) : null
  return {
    ...{ id, type: tag, from, to: endOf(value, id, idOfIri), attributes },
    ...(selected ? { cue: spanOf(selected, text, place, id) } : {}),
    ...(value['stet:cameAs'] === 'role' ? { cameAs: 'role' } : {}),
  }
}

function endOf(value: JsonObject, id: string, idOfIri: (iri: string) => string | null): DatasetLink['to'] {
  const targets = each(value['target'])
  if (targets.length !== 2) throw new Untakeable('end-missing', id, `${targets.length} targets`)
  const to = targets[1]!
  if (isObject(to) && typeof to['stet:entity'] === 'string') return { entity: to['stet:entity'] }
  if (isObject(to) && to['stet:author'] === true) return { author: true }
  const iri = isObject(to) ? to['id'] : to
  const annotation = typeof iri === 'string' ? idOfIri(iri) : null
  if (annotation === null) throw new Untakeable('end-missing', id, typeof iri === 'string' ? iri : '')
  return { annotation }
}
