import {
  byPlace,
  type DatasetAnnotation,
  type DatasetAttributes,
  type DatasetLayer,
  type DatasetLink,
  type DatasetValue,
  wordsOf,
} from '../dataset.ts'
import { withWhatIsThere } from '../discussed.ts'
import { wordsOfValue } from '../fit.ts'
import type { ReadArticle } from '../format.ts'
import { linksOfFrames } from './frames.ts'
import type { AttributeRule, MappedAway, TagMap } from './tagMap.ts'

/** Told of what a map takes from a layer. */
export type TellMapped = (away: Omit<MappedAway, 'path' | 'annotator'>) => void

/** An article as a map has it, and all that the map takes from it. */
export function applyMap(article: ReadArticle, map: TagMap): { article: ReadArticle; away: MappedAway[] } {
  const away: MappedAway[] = []
  const layers = article.layers.map(layer => {
    const tell: TellMapped = one => void away.push({ path: article.path, annotator: layer.annotator, ...one })
    return mapLayer(layer, article.text, map, tell)
  })
  const { layers: kept, gone } = withWhatIsThere(layers)
  for (const { annotator, id, words } of gone)
    away.push({ path: article.path, annotator, kind: 'remark', id, why: 'about-dropped', what: words })
  return { article: { ...article, layers: kept }, away }
}

function mapLayer(layer: DatasetLayer, text: string, map: TagMap, tell: TellMapped): DatasetLayer {
  const framed = linksOfFrames(layer, text, map.frames, tell)
  const annotations = framed.annotations.flatMap(one => mapAnnotation(one, text, map, tell))
  const there = new Set(annotations.map(({ id }) => id))
  const links = framed.links.flatMap(link => {
    const isMade = framed.made.has(link)
    const mapped = isMade ? [link] : mapLink(link, map, tell)
    return mapped.flatMap(({ attributes, ...rest }) => {
      const isWhole = there.has(rest.from) && (!('annotation' in rest.to) || there.has(rest.to.annotation))
      if (!isWhole) {
        tell({ kind: 'link', id: rest.id, why: 'end-dropped', what: link.type })
        return []
      }
      const mappedAnswers = mapAnswers(attributes, map.attributes, (why, what) =>
        tell({ kind: 'link', id: rest.id, why, what }),
      )
      return [{ ...rest, attributes: mappedAnswers }]
    })
  })
  return { ...layer, annotations: annotations.sort(byPlace), links }
}

function mapAnnotation(one: DatasetAnnotation, text: string, map: TagMap, tell: TellMapped): DatasetAnnotation[] {
  const rule = own(map.tags, one.tag)
  if (rule && 'drop' in rule) {
    tell({ kind: 'annotation', id: one.id, why: 'dropped', what: wordsOf(text, one.spans) })
    return []
  }
  const attributes = mapAnswers(one.attributes, map.attributes, (why, what) =>
    tell({ kind: 'annotation', id: one.id, why, what }),
  )
  return [{ ...one, tag: rule?.to ?? one.tag, attributes: { ...rule?.attributes, ...attributes } }]
}

function mapLink(link: DatasetLink, { links }: TagMap, tell: TellMapped): DatasetLink[] {
  const rule = own(links, link.type)
  if (!rule) return [link]
  if ('drop' in rule) {
    tell({ kind: 'link', id: link.id, why: 'dropped', what: link.type })
    return []
  }
  // Only what ends at an annotation can be turned: entities and the author are where links end.
  const isTurned = rule.turned && 'annotation' in link.to
  const ends = isTurned
    ? { from: (link.to as { annotation: string }).annotation, to: { annotation: link.from } }
    : { from: link.from, to: link.to }
  return [{ ...link, ...ends, type: rule.to }]
}

function mapAnswers(
  answers: DatasetAttributes,
  rules: TagMap['attributes'],
  left: (why: 'dropped' | 'answer-left', what: string) => void,
): DatasetAttributes {
  const mapped = new Map<string, DatasetValue>()
  for (const [name, value] of Object.entries(answers)) {
    const rule = own(rules, name)
    const said = `${name}: ${wordsOfValue(value)}`
    const to = rule && !('drop' in rule) ? rule.to : name
    if (rule && 'drop' in rule) left('dropped', said)
    else if (mapped.has(to)) left('answer-left', said)
    else mapped.set(to, rule ? mapValue(value, rule) : value)
  }
  return Object.fromEntries(mapped)
}

function mapValue(value: DatasetValue, rule: AttributeRule): DatasetValue {
  const values = 'drop' in rule ? undefined : rule.values
  if (!values) return value
  if (Array.isArray(value)) return value.map(one => wordsOfValue(own(values, one) ?? one))
  return own(values, wordsOfValue(value)) ?? value
}

/** What a record has itself: names of others may be called as anything. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
