import { isReserved } from '../json/isJson.ts'
import { JsonRefused, readJson } from '../json/readJson.ts'
import { MAX_FIELD_DEPTH, MAX_VALUE_CHARACTERS } from '../limits.ts'
import { type DatasetAttributes, type DatasetLayer, type DatasetValue, noAnswers } from './dataset.ts'
import { withWhatIsThere } from './discussed.ts'
import type { ReadArticle, Untaken } from './format.ts'
import { shortened } from './untakeable.ts'

/**
 * An article as it was read, without what a layer's file can't keep, which is
 * told: ids, tags and types that are empty or too long, ids that stand twice, comments and verdicts about what isn't there, answers to a question
 * of a reserved name, and JSON that we would refuse. One of it would make a file
 * of which nothing is read any more.
 */
export function keepable(article: ReadArticle): {
  readonly article: ReadArticle
  readonly untaken: readonly Untaken[]
} {
  const untaken: Untaken[] = []
  const tell = (what: string, why: Untaken['why'] = 'malformed') =>
    void untaken.push({ file: article.file, line: null, what: shortened(what), why, detail: '' })
  const { layers, gone } = withWhatIsThere(article.layers.map(layer => keptLayer(layer, tell)))
  for (const { id, words } of gone) tell(words === '' ? id : words, 'end-missing')
  return untaken.length === 0 ? { article, untaken } : { article: { ...article, layers }, untaken }
}

type Tell = (what: string, why?: Untaken['why']) => void

function keptLayer(layer: DatasetLayer, tell: Tell): DatasetLayer {
  const there = new Set<string>()
  const annotations = layer.annotations.flatMap(one => {
    if (there.has(one.id)) {
      tell(`${one.id}: ${one.tag}`, 'twice')
      return []
    }
    if (![one.id, one.tag, one.entity ?? one.id].every(isName)) {
      tell(`${one.id}: ${one.tag}`)
      return []
    }
    there.add(one.id)
    return [{ ...one, attributes: keptAnswers(one.attributes, one.id, tell) }]
  })
  const linked = new Set<string>()
  const links = layer.links.flatMap(link => {
    const { id, type, from, to } = link
    if (linked.has(id)) {
      tell(`${id}: ${type}`, 'twice')
      return []
    }
    const isNamed = isName(id) && isName(type) && (!('entity' in to) || isName(to.entity))
    const hasEnds = there.has(from) && (!('annotation' in to) || there.has(to.annotation))
    if (!isNamed || !hasEnds) {
      tell(`${id}: ${type}`, isNamed ? 'end-missing' : 'malformed')
      return []
    }
    linked.add(id)
    return [{ ...link, attributes: keptAnswers(link.attributes, id, tell) }]
  })
  const { comments, verdicts, ...rest } = layer
  return {
    ...{ ...rest, annotations, links },
    ...(comments ? { comments: once(comments, tell) } : {}),
    ...(verdicts ? { verdicts: once(verdicts, tell) } : {}),
  }
}

function once<T extends { readonly id: string }>(remarks: readonly T[], tell: Tell): T[] {
  const there = new Set<string>()
  return remarks.filter(({ id }) => {
    if (there.has(id)) tell(id, 'twice')
    return !there.has(id) && there.add(id)
  })
}

function isName(words: string): boolean {
  return words !== '' && words.length <= MAX_VALUE_CHARACTERS
}

function keptAnswers(attributes: DatasetAttributes, id: string, tell: Tell): DatasetAttributes {
  const kept = noAnswers()
  for (const [name, value] of Object.entries(attributes)) {
    if (isReserved(name) || !isKeptValue(value)) tell(`${id}, ${name}`)
    else kept[name] = value
  }
  return kept
}

function isKeptValue(value: DatasetValue): boolean {
  if (typeof value !== 'object' || !('json' in value)) return true
  try {
    readJson(value.json, MAX_FIELD_DEPTH)
    return true
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error
    return false
  }
}
