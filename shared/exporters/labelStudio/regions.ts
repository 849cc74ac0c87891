import { type DatasetAnnotation, type DatasetAttributes, type DatasetValue, noAnswers } from '../../dataset/dataset.ts'
import { Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { spanBetween } from '../characterSpans.ts'
import type { LayersRead } from '../layersRead.ts'
import { answerIn, entityControl } from './controls.ts'
import { isSameWords, type TaskText } from './textOfTask.ts'

export type Tell = (untakeable: Untakeable) => void

/** What else the results of a region say, by its id. */
interface Said {
  readonly attributes: Record<string, DatasetValue>
  entity?: string
  note?: string
}

/** Takes one annotator's results of one task into a layer. */
export function layerIn(
  annotator: string,
  results: readonly JsonObject[],
  task: TaskText,
  layers: LayersRead,
  tell: Tell,
): void {
  layers.open(annotator)
  const regions = results.filter(isRegion)
  const there = new Set(regions.map(({ id }) => String(id)))
  const said = new Map([...there].map(id => [id, { attributes: noAnswers() } as Said]))
  for (const one of results) if (!isRegion(one) && one['type'] !== 'relation') tried(tell, () => takeAnswer(one, said))
  for (const region of regions)
    tried(tell, () => {
      for (const annotation of annotationsIn(region, said.get(String(region['id']))!, task))
        layers.add(annotator, annotation)
    })
  let count = 0
  for (const one of results)
    if (one['type'] === 'relation')
      tried(tell, () => {
        for (const { type, attributes } of relationsIn(one)) {
          const [from, to] =
            one['direction'] === 'left' ? [one['to_id'], one['from_id']] : [one['from_id'], one['to_id']]
          layers.addLink(annotator, {
            ...{ id: `r${++count}`, type, from: String(from), to: { annotation: String(to) }, attributes },
          })
        }
      })
}

function tried(tell: Tell, take: () => void): void {
  try {
    take()
  } catch (error) {
    if (!(error instanceof Untakeable)) throw error
    tell(error)
  }
}

function isRegion({ value }: JsonObject): boolean {
  return isObject(value) && Array.isArray(value['labels']) && 'start' in value
}

function takeAnswer({ id, type, from_name, value, meta }: JsonObject, said: Map<string, Said>): void {
  const what = `${type} ${from_name ?? ''}`.trim()
  if (!isObject(value)) throw new Untakeable('malformed', what)
  const region = said.get(String(id))
  const answer = answerIn(String(from_name), String(type), value)
  // What is said of the whole task stands over no words.
  if (!region || !answer) throw new Untakeable('unknown-kind', what, JSON.stringify(value))
  if (from_name === entityControl.name) region.entity = String(answer.value)
  else region.attributes[answer.name] = answer.value
  noteIn(meta, region)
}

function noteIn(meta: Json | undefined, said: Said): void {
  const text = isObject(meta) ? meta['text'] : undefined
  if (Array.isArray(text) || typeof text === 'string') said.note = [text].flat().map(String).join('\n')
}

/** One annotation for each label of a region; the first has the region's id. */
function annotationsIn(
  { id, type, value, meta }: JsonObject,
  said: Said,
  { text, place }: TaskText,
): DatasetAnnotation[] {
  const { start, end, labels, text: quote } = value as JsonObject
  const what = String(id)
  // Of pages and dialogues an element comes first: where that is, only the page would say.
  if (type !== 'labels') throw new Untakeable('unknown-kind', what, String(type))
  const span = spanBetween(start, end, place, what)
  const words = text.slice(span.start, span.end)
  if (typeof quote === 'string' && !isSameWords(words, quote)) throw new Untakeable('other-words', what, words)
  noteIn(meta, said)
  const { attributes, entity, note } = said
  return (labels as Json[]).map((label, i) => ({
    ...{ id: i === 0 ? what : `${what}.${i + 1}`, tag: String(label), spans: [span], attributes },
    ...(entity === undefined ? {} : { entity }),
    ...(note === undefined ? {} : { note }),
  }))
}

/** A link for each of a relation's labels; one without any is a `relation`. */
function relationsIn({ labels, direction }: JsonObject): { type: string; attributes: DatasetAttributes }[] {
  const types = Array.isArray(labels) && labels.length > 0 ? labels.map(String) : ['relation']
  return types.map(type => ({ type, attributes: direction === 'bi' ? { direction } : {} }))
}
