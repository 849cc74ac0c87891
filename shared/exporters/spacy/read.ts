import type { Span } from '../../annotation/span.ts'
import type { ReadArticle, ReadChoices, ReadFiles, ReadItem, Untaken } from '../../dataset/format.ts'
import { jsonItems } from '../../dataset/jsonItems.ts'
import { pathFor } from '../../dataset/pathFor.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { spanBetween } from '../characterSpans.ts'
import { type Place, placesIn } from '../counting.ts'
import { LayersRead } from '../layersRead.ts'
import { fieldsIn } from '../reading.ts'

/** Documents of spaCy: as lines or in an array, objects as `Doc.to_json` has them, or pairs of a text and `{"entities": …}`. */
export async function* readSpacy(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names) {
    let number = 0
    for await (const { line, words } of jsonItems(files.parts(file))) {
      number++
      const untaken: Untaken[] = []
      const tell = ({ what, why, message }: Untakeable) => void untaken.push({ file, line, what, why, detail: message })
      try {
        const said = documentIn(words)
        const article = articleIn(said, { path: pathFor(file, number), choices, tell })
        yield { kind: 'article', article: { ...article, file } }
      } catch (error) {
        if (!(error instanceof Untakeable)) throw error
        tell(error)
      }
      for (const one of untaken) yield { kind: 'untaken', untaken: one }
    }
  }
}

function documentIn(words: string): JsonObject {
  try {
    const value: Json = JSON.parse(words)
    if (isObject(value)) return value
    if (Array.isArray(value) && typeof value[0] === 'string' && isObject(value[1])) {
      const { entities, ...rest } = value[1]
      return { ...rest, text: value[0], ...(entities === undefined ? {} : { ents: entities }) }
    }
  } catch {
    // Told below: what isn't JSON is no document either.
  }
  throw new Untakeable('malformed', shortened(words))
}

interface Reading {
  readonly path: string
  readonly choices: ReadChoices
  readonly tell: (untakeable: Untakeable) => void
}

/** A span of a document, with what is said of it. */
interface Said {
  readonly span: Span
  readonly label: string
  readonly entity: string
}

function articleIn(said: JsonObject, { path, choices, tell }: Reading): Omit<ReadArticle, 'file'> {
  const { text, meta, cats } = said
  if (typeof text !== 'string') throw new Untakeable('no-text', path)
  const known = isObject(meta) ? meta : {}
  const annotators = Array.isArray(known['annotators']) ? known['annotators'].map(String) : []
  const layers = new LayersRead(annotators.map(annotator => ({ annotator })))
  const place = placesIn(text, { unit: choices.unit ?? 'codepoint' })
  const each = (list: Json | undefined, name: string) => saidIn(list, name, place, tell)

  let number = 0
  const there = new Set<string>()
  const add = (annotator: string, { span, label, entity }: Said) => {
    const annotation = { id: `n${++number}`, tag: label, spans: [span], attributes: {} }
    layers.add(annotator, entity === '' ? annotation : { ...annotation, entity })
    there.add(keyOf({ span, label }))
  }
  for (const [key, list] of Object.entries(groupsIn(said['spans'], tell))) {
    const annotator = annotators.includes(key) ? key : choices.annotator
    for (const one of each(list, `spans.${key}`)) add(annotator, one)
  }
  // What stands among the spans as well is the same annotation.
  const ofSpans = new Set(there)
  for (const one of each(said['ents'], 'ents')) if (!ofSpans.has(keyOf(one))) add(choices.annotator, one)
  if (isObject(cats) && Object.keys(cats).length > 0) tell(new Untakeable('unknown-kind', 'cats', JSON.stringify(cats)))
  const split = known['split']
  return {
    path: typeof known['path'] === 'string' && known['path'] !== '' ? known['path'] : path,
    ...{ text, metadata: fieldsIn(known), zones: [] },
    ...(typeof split === 'string' ? { split } : {}),
    layers: layers.all(),
  }
}

const keyOf = ({ span: { start, end }, label }: Omit<Said, 'entity'>) => `${start} ${end} ${label}`

function groupsIn(spans: Json | undefined, tell: (untakeable: Untakeable) => void): Readonly<Record<string, Json>> {
  if (Array.isArray(spans)) return { '': spans }
  if (isObject(spans)) return spans as Record<string, Json>
  if (spans !== undefined) tell(new Untakeable('malformed', 'spans'))
  return {}
}

/** Spans of a list: objects, or `[start, end, label]`. One that can't be taken is told. */
function saidIn(list: Json | undefined, name: string, place: Place, tell: (untakeable: Untakeable) => void): Said[] {
  if (list === undefined) return []
  if (!Array.isArray(list)) {
    tell(new Untakeable('malformed', name))
    return []
  }
  return list.flatMap((one: Json, i) => {
    const what = `${name}[${i}]`
    try {
      const [start, end, label, kb_id] = isObject(one)
        ? [one['start'], one['end'], one['label'], one['kb_id']]
        : Array.isArray(one)
          ? one
          : []
      if (typeof label !== 'string') throw new Untakeable('malformed', what, 'label')
      const entity = typeof kb_id === 'string' ? kb_id : ''
      return [{ span: spanBetween(start, end, place, what), label, entity }]
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      tell(error)
      return []
    }
  })
}
