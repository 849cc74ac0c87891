import type { Span } from '../../annotation/span.ts'
import type { ReadChoices, UntakenWhy } from '../../dataset/format.ts'
import { Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { spanBetween } from '../characterSpans.ts'
import { placesIn } from '../counting.ts'
import type { LayersRead } from '../layersRead.ts'

type Tell = (what: string, why: UntakenWhy, detail?: string) => void

/** Takes what one line says of its text into a layer: entities with their relations, and labels, which may be the same spans once more. */
export function takeLine(
  said: JsonObject,
  annotator: string,
  text: string,
  layers: LayersRead,
  choices: ReadChoices,
  tell: Tell,
): void {
  layers.open(annotator)
  const place = placesIn(text, { unit: choices.unit ?? 'codepoint' })
  const there = new Set<string>()
  const ids = new Map<Json, string>()
  let count = 0
  const add = (span: Span, label: Json | undefined, what: string) => {
    if (typeof label !== 'string' && typeof label !== 'number') throw new Untakeable('malformed', what, 'label')
    const id = `n${++count}`
    layers.add(annotator, { id, tag: String(label), spans: [span], attributes: {} })
    return id
  }
  for (const key of ['entities', 'annotations'])
    each(said[key], key, tell, (one, what) => {
      if (!isObject(one)) throw new Untakeable('malformed', what)
      const span = spanBetween(one['start_offset'], one['end_offset'], place, what)
      const id = add(span, one['label'], what)
      there.add(keyOf(span, one['label']!))
      if (one['id'] !== undefined) ids.set(one['id'], id)
    })
  for (const key of ['label', 'labels'])
    each(said[key], key, tell, (one, what) => {
      if (!Array.isArray(one)) throw new Untakeable('unknown-kind', what, JSON.stringify(one))
      const [start, end, label] = one
      const span = spanBetween(start, end, place, what)
      if (!there.has(keyOf(span, label ?? null))) add(span, label, what)
    })
  each(said['relations'], 'relations', tell, (one, what) => {
    if (!isObject(one) || typeof one['type'] !== 'string') throw new Untakeable('malformed', what)
    const [from, to] = [ids.get(one['from_id'] ?? null), ids.get(one['to_id'] ?? null)]
    if (!from || !to) throw new Untakeable('end-missing', what)
    layers.addLink(annotator, { id: what, type: one['type'], from, to: { annotation: to }, attributes: {} })
  })
  for (const key of ['Comments', 'comments', 'cats']) {
    const value = said[key]
    if (value !== undefined && value !== null && JSON.stringify(value).length > 2)
      tell(key, 'unknown-kind', JSON.stringify(value))
  }
}

const keyOf = ({ start, end }: Span, label: Json) => JSON.stringify([start, end, label])

/** Each of a list, with where it stands; one that can't be taken is told. */
function each(list: Json | undefined, name: string, tell: Tell, take: (one: Json, what: string) => void): void {
  if (list === undefined || list === null) return
  if (!Array.isArray(list)) {
    tell(name, 'malformed')
    return
  }
  list.forEach((one: Json, i) => {
    try {
      take(one, `${name}[${i}]`)
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      tell(error.what, error.why, error.message)
    }
  })
}
