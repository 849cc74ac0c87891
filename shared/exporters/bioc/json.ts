import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import type { BiocAnnotation, BiocDocument, BiocPart, BiocRelation, Infons } from './document.ts'

/** A document as BioC-JSON, which says all that XML does by the same names. */
export function jsonOfDocument({ parts, ...document }: BiocDocument): JsonObject {
  const passages = parts.map(part => ({ ...part, sentences: [], relations: [] }))
  return { ...document, passages } as unknown as JsonObject
}

/** A document out of its object. Throws an Untakeable `malformed` for what is none. */
export function documentInJson(value: Json): BiocDocument {
  if (!isObject(value)) throw new Untakeable('malformed', shortened(JSON.stringify(value)), 'document')
  const passages = objectsIn(value['passages'])
  const relations = [value, ...passages, ...passages.flatMap(one => objectsIn(one['sentences']))]
  return {
    id: wordsIn(value['id']),
    infons: infonsInJson(value['infons']),
    parts: passages.flatMap(partsIn),
    annotations: objectsIn(value['annotations']).map(annotationIn),
    relations: relations.flatMap(one => objectsIn(one['relations']).map(relationIn)),
  }
}

function partsIn(passage: JsonObject): BiocPart[] {
  const outer = objectsIn(passage['annotations']).map(annotationIn)
  const sentences = objectsIn(passage['sentences'])
  if (sentences.length === 0) return [partIn(passage, outer)]
  const { type } = infonsInJson(passage['infons'])
  return sentences.map((sentence, i) => {
    const own = partIn(sentence, objectsIn(sentence['annotations']).map(annotationIn))
    const infons = type === undefined ? own.infons : { ...own.infons, type }
    return { ...own, infons, annotations: i === 0 ? [...outer, ...own.annotations] : own.annotations }
  })
}

function partIn(value: JsonObject, annotations: readonly BiocAnnotation[]): BiocPart {
  const { offset, text, infons } = value
  if (typeof offset !== 'number' || !Number.isInteger(offset) || offset < 0)
    throw new Untakeable('malformed', shortened(`offset ${JSON.stringify(offset)}`), 'passage')
  return { offset, text: wordsIn(text), infons: infonsInJson(infons), annotations }
}

function annotationIn(value: JsonObject): BiocAnnotation {
  return {
    id: wordsIn(value['id']),
    infons: infonsInJson(value['infons']),
    locations: objectsIn(value['locations']).map(one => ({
      offset: Number(one['offset']),
      length: Number(one['length']),
    })),
    text: wordsIn(value['text']),
  }
}

function relationIn(value: JsonObject): BiocRelation {
  const nodes = objectsIn(value['nodes']).map(one => ({ refid: wordsIn(one['refid']), role: wordsIn(one['role']) }))
  return { id: wordsIn(value['id']), infons: infonsInJson(value['infons']), nodes }
}

export function infonsInJson(value: Json | undefined): Infons {
  if (!isObject(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([key, words]) => [key, wordsIn(words)]))
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function wordsIn(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
