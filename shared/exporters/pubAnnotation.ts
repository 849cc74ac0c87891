import {
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetAttributes,
  type DatasetLayer,
  type DatasetValue,
  noAnswers,
} from '../dataset/dataset.ts'
import {
  type Format,
  type ReadArticle,
  type ReadChoices,
  type ReadFiles,
  type ReadItem,
  saysAll,
  type Untaken,
} from '../dataset/format.ts'
import { shortened, Untakeable } from '../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { makeRuler } from '../text/ruler.ts'
import { type Place, placesIn } from './counting.ts'
import { LayersRead } from './layersRead.ts'
import { spansInOrder, textFor } from './reading.ts'

/** What of Stet's stands among the attributes, since PubAnnotation has no other place for it. */
const ENTITY = 'stet:entity'
const NOTE = 'stet:note'

/** PubAnnotation JSON: a file an article, a track an annotator; tags are denotations, answers attributes, links relations. */
export const pubAnnotation: Format = {
  id: 'pubannotation',
  extensions: ['json'],
  makes: 'folder',
  says: {
    ...saysAll,
    metadata: 'lost',
    zones: 'lost',
    status: 'lost',
    'links-to-entities': 'lost',
    'links-to-author': 'lost',
    'link-attributes': 'lost',
    cues: 'lost',
    frames: 'lost',
  },
  units: ['codepoint'],
  canLeaveTextOut: true,
  keepsIds: true,
  readBy: ['pubannotation.py (2015-02)'],
  write: (_, { withText }) => ({
    begin: () => [],
    add: article => [
      { file: `${article.path}.json`, data: `${JSON.stringify(documentOf(article, withText), null, 2)}\n` },
    ],
    end: () => [],
  }),
  read,
  looksLike: begin => /"(?:denotations|tracks|sourcedb)"\s*:/.test(begin),
}

function documentOf({ path, text, split, layers }: DatasetArticle, withText: boolean) {
  const ruler = makeRuler(text)
  const trackOf = ({ annotator, annotations, links }: DatasetLayer) => ({
    project: annotator,
    denotations: annotations.map(({ id, tag, spans }) => {
      const parts = spans.map(({ start, end }) => ({ begin: ruler.toCodePoint(start), end: ruler.toCodePoint(end) }))
      return { id, span: parts.length === 1 ? parts[0] : parts, obj: tag }
    }),
    relations: links.flatMap(({ id, type, from, to }) =>
      'annotation' in to ? [{ id, pred: type, subj: from, obj: to.annotation }] : [],
    ),
    attributes: annotations.flatMap(attributesOf).map((one, i) => ({ id: `A${i + 1}`, ...one })),
  })
  return {
    sourcedb: 'Stet',
    sourceid: path,
    ...(split === undefined ? {} : { split }),
    ...(withText ? { text } : {}),
    tracks: layers.filter(({ annotations }) => annotations.length > 0).map(trackOf),
  }
}

function attributesOf({ id, attributes, entity, note }: DatasetAnnotation) {
  const all: [string, DatasetValue][] = [
    ...Object.entries(attributes),
    ...(entity === undefined ? [] : [[ENTITY, entity] as [string, string]]),
    ...(note === undefined ? [] : [[NOTE, note] as [string, string]]),
  ]
  return all.map(([pred, obj]) => ({ subj: id, pred, obj }))
}

type Tell = (untakeable: Untakeable) => void

async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names) {
    const untaken: Untaken[] = []
    const tell: Tell = ({ why, what, message }) => void untaken.push({ file, line: null, what, why, detail: message })
    for (const document of documentsIn(await files.bytes(file), tell)) {
      const article = await articleOf(document, file, choices, tell)
      if (article) yield { kind: 'article', article: { file, ...article } }
    }
    for (const one of untaken) yield { kind: 'untaken', untaken: one }
  }
}

function documentsIn(bytes: Uint8Array, tell: Tell): JsonObject[] {
  const source = new TextDecoder().decode(bytes)
  try {
    const value: Json = JSON.parse(source)
    const all = Array.isArray(value) ? value : [value]
    if (all.every(isObject)) return all
  } catch {
    // Told below: what isn't JSON is no document either.
  }
  tell(new Untakeable('malformed', shortened(source.trim()), 'JSON'))
  return []
}

async function articleOf(
  document: JsonObject,
  file: string,
  choices: ReadChoices,
  tell: Tell,
): Promise<Omit<ReadArticle, 'file'> | null> {
  const { text: own, sourceid, target, split } = document
  const id = [sourceid, target].find((one): one is string => typeof one === 'string' && one !== '')
  const path = id ?? file
  const known = typeof own === 'string' ? { path, text: own } : await textFor(path, choices)
  if (!known) {
    tell(new Untakeable('no-text', path))
    return null
  }
  const tracks = [document, ...objectsIn(document['tracks'], 'tracks', tell)]
  const place = placesIn(known.text, { unit: choices.unit ?? 'codepoint' })
  const layers = new LayersRead()
  for (const track of tracks) addTrack(track, layers, place, choices, tell)
  return {
    ...known,
    metadata: {},
    zones: [],
    ...(typeof split === 'string' ? { split } : {}),
    layers: layers.all(),
  }
}

function addTrack(track: JsonObject, layers: LayersRead, place: Place, choices: ReadChoices, tell: Tell): void {
  const project = track['project']
  const annotator = typeof project === 'string' && project !== '' ? project : choices.annotator
  const said = attributesIn(objectsIn(track['attributes'], 'attributes', tell))
  const ids = new Set<string>()
  for (const [i, one] of objectsIn(track['denotations'], 'denotations', tell).entries())
    trying(tell, () => {
      const id = typeof one['id'] === 'string' ? one['id'] : `T${i + 1}`
      const { [ENTITY]: entity, [NOTE]: note, ...attributes } = said.get(id) ?? {}
      const { obj } = one
      if (typeof obj !== 'string') throw new Untakeable('malformed', id, 'obj')
      layers.add(annotator, {
        ...{ id, tag: obj, spans: spansOf(one, id, place), attributes },
        ...(typeof entity === 'string' ? { entity } : {}),
        ...(typeof note === 'string' ? { note } : {}),
      })
      ids.add(id)
    })
  for (const [i, one] of objectsIn(track['relations'], 'relations', tell).entries())
    trying(tell, () => {
      const { id: own, pred, subj, obj } = one
      const id = typeof own === 'string' ? own : `R${i + 1}`
      if (typeof pred !== 'string') throw new Untakeable('malformed', id, 'pred')
      if (!ids.has(subj as string) || !ids.has(obj as string)) throw new Untakeable('end-missing', id)
      layers.addLink(annotator, {
        id,
        type: pred,
        from: subj as string,
        to: { annotation: obj as string },
        attributes: {},
      })
    })
  for (const name of said.keys()) if (!ids.has(name)) tell(new Untakeable('end-missing', shortened(name), 'attributes'))
  for (const one of objectsIn(track['modifications'], 'modifications', tell))
    tell(new Untakeable('unknown-kind', shortened(JSON.stringify(one)), 'modifications'))
}

/** Answers by what they are of; several of one name are several answers. */
function attributesIn(all: readonly JsonObject[]): Map<string, DatasetAttributes> {
  const bySubject = new Map<string, Record<string, DatasetValue>>()
  for (const { subj, pred, obj } of all) {
    if (typeof subj !== 'string' || typeof pred !== 'string') continue
    const attributes = bySubject.get(subj) ?? noAnswers()
    bySubject.set(subj, attributes)
    const before = attributes[pred]
    const value = answerIn(obj)
    attributes[pred] =
      before === undefined || typeof value !== 'string'
        ? value
        : [...(Array.isArray(before) ? before : [String(before)]), value]
  }
  return bySubject
}

function answerIn(obj: Json | undefined): DatasetValue {
  if (typeof obj === 'string' || typeof obj === 'number' || typeof obj === 'boolean') return obj
  if (Array.isArray(obj) && obj.every(one => typeof one === 'string')) return obj
  if (isObject(obj) && typeof obj['json'] === 'string') return { json: obj['json'] }
  return { json: JSON.stringify(obj ?? null) }
}

/** Begins and ends as they stand there; what isn't a number is no place. */
function spansIn({ span }: JsonObject): { start: number; end: number }[] {
  const parts: readonly Json[] = Array.isArray(span) ? span : span === undefined ? [] : [span as Json]
  return parts.map(part =>
    isObject(part)
      ? { start: Number(part['begin']), end: Number(part['end']) }
      : { start: Number.NaN, end: Number.NaN },
  )
}

function spansOf(denotation: JsonObject, id: string, place: Place) {
  const parts = spansIn(denotation)
  try {
    const spans = parts.map(({ start, end }) => ({ start: place(start), end: place(end) }))
    if (spans.every(({ start, end }) => start <= end)) return spansInOrder(spans, id)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw new Untakeable('outside-text', id, parts.map(({ start, end }) => `${start}–${end}`).join(' '))
}

function objectsIn(value: Json | undefined, name: string, tell: Tell): JsonObject[] {
  if (value === undefined || value === null) return []
  const all: readonly Json[] = Array.isArray(value) ? value : [value as Json]
  return all.filter(one => {
    if (!isObject(one)) tell(new Untakeable('malformed', shortened(JSON.stringify(one)), name))
    return isObject(one)
  }) as JsonObject[]
}

function trying(tell: Tell, take: () => void): void {
  try {
    take()
  } catch (error) {
    if (!(error instanceof Untakeable)) throw error
    tell(error)
  }
}
