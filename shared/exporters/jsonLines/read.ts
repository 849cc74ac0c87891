import { stands } from '../../annotation/anchor.ts'
import { isOpaqueEntry, type Opaque } from '../../annotation/opaque.ts'
import type { Span } from '../../annotation/span.ts'
import { type Zone, zones as zoneNames } from '../../article/article.ts'
import { type FieldName, fieldNames } from '../../article/metadata.ts'
import {
  byPlace,
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetAttributes,
  type DatasetLayer,
  type DatasetLink,
  wordsOf,
} from '../../dataset/dataset.ts'
import { type Discussed, discussedIn } from '../../dataset/discussed.ts'
import type { ReadChoices, ReadFiles, ReadItem, Untaken } from '../../dataset/format.ts'
import { textLines } from '../../dataset/textLines.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { Problem } from '../../problems/problem.ts'
import { commentFromFile, verdictFromFile } from '../../sidecar/remarkForm.ts'
import { makeRuler, type Ruler, type Unit } from '../../text/ruler.ts'
import { offsetsIn } from './offsetsIn.ts'
import { FORMAT, FORMAT_VERSION } from './version.ts'

/** Articles of files, each line by itself: what can't be taken of it is told. Throws Problem `dataset-newer`. */
export async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names) {
    let unit: Unit = choices.unit ?? 'codepoint'
    for await (const { line, words } of textLines(files.parts(file))) {
      if (words.trim() === '') continue
      const untaken: Untaken[] = []
      const tell = ({ what, why, message }: Untakeable) => void untaken.push({ file, line, what, why, detail: message })
      try {
        const said = objectOf(words)
        if (said['format'] === FORMAT) unit = unitIn(checked(said)) ?? unit
        else {
          const article = await articleIn(said, { unit, choices, tell })
          yield { kind: 'article', article: { ...article, file } }
        }
      } catch (error) {
        if (!(error instanceof Untakeable)) throw error
        tell(error)
      }
      for (const one of untaken) yield { kind: 'untaken', untaken: one }
    }
  }
}

function objectOf(words: string): JsonObject {
  try {
    const value: Json = JSON.parse(words)
    if (isObject(value)) return value
  } catch {
    // Told below: what isn't JSON is no object either.
  }
  throw new Untakeable('malformed', shortened(words))
}

/** A head of a version that is known here. Throws Problem `dataset-newer`. */
function checked(head: JsonObject): JsonObject {
  const version = head['formatVersion']
  if (version !== undefined && version !== FORMAT_VERSION)
    throw new Problem('dataset-newer', `It has format version ${version}; this is version ${FORMAT_VERSION}.`)
  return head
}

function unitIn(head: JsonObject): Unit | null {
  const unit = head['offsetUnit']
  return unit === 'codepoint' || unit === 'utf16' || unit === 'utf8' ? unit : null
}

interface Reading {
  readonly unit: Unit
  readonly choices: ReadChoices
  readonly tell: (untakeable: Untakeable) => void
}

async function articleIn(said: JsonObject, reading: Reading): Promise<DatasetArticle> {
  const path = said['path']
  if (typeof path !== 'string' || path === '') throw new Untakeable('malformed', 'path')
  const text = typeof said['text'] === 'string' ? said['text'] : await reading.choices.textOf(path)
  if (text === null) throw new Untakeable('no-text', path)
  const place = { text, ruler: makeRuler(text), unit: reading.unit }
  const split = said['split']
  return {
    path,
    text,
    metadata: fieldsIn(said['metadata']),
    zones: each(said['zones'], 'zones', reading, one => {
      const zone = zoneNames.find(name => name === one['zone'])
      if (!zone) throw new Untakeable('unknown-kind', shortened(String(one['zone'])))
      return { ...spanIn(one, place), zone: zone as Zone }
    }),
    ...(typeof split === 'string' ? { split } : {}),
    layers: [
      ...each(said['layers'], 'layers', reading, one => layerIn(one, place, reading)),
      ...each(said['discussing'], 'discussing', reading, one => ({
        ...layerIn(one, place, reading),
        onlyDiscusses: true as const,
      })),
    ],
  }
}

interface Place {
  readonly text: string
  readonly ruler: Ruler
  readonly unit: Unit
}

function layerIn(said: JsonObject, place: Place, reading: Reading): DatasetLayer {
  const { annotator, status } = said
  const annotations = each(said['annotations'], 'annotations', reading, one => annotationIn(one, place))
  const there = new Set(annotations.map(({ id }) => id))
  return {
    annotator: typeof annotator === 'string' && annotator !== '' ? annotator : reading.choices.annotator,
    ...(status === 'in-progress' || status === 'done' || status === 'adjudicated' ? { status } : {}),
    annotations: annotations.sort(byPlace),
    links: each(said['links'], 'links', reading, one => linkIn(one, place, there)),
    ...discussedOf(said, place, reading),
  }
}

function discussedOf(said: JsonObject, { text, ruler, unit }: Place, reading: Reading): Discussed {
  const offsets = offsetsIn(ruler, unit)
  return discussedIn(
    each(said['comments'], 'comments', reading, one => {
      const comment = understood(commentFromFile(one, offsets), one)
      if ('span' in comment.on && !stands(text, comment.on.span)) throw new Untakeable('other-words', comment.id)
      return comment
    }),
    each(said['verdicts'], 'verdicts', reading, one => understood(verdictFromFile(one), one)),
  )
}

/** A comment or a verdict that is shaped like one. */
function understood<T extends object>(remark: T | Opaque, { id }: JsonObject): T {
  if (isOpaqueEntry(remark)) throw new Untakeable('malformed', shortened(String(id)))
  return remark
}

function annotationIn(said: JsonObject, place: Place): DatasetAnnotation {
  const { id, tag, spans, entity, note, cameAs } = said
  if (typeof id !== 'string' || typeof tag !== 'string') throw new Untakeable('malformed', shortened(String(id)))
  if (!Array.isArray(spans) || spans.length === 0) throw new Untakeable('malformed', id, 'spans')
  return {
    id,
    tag,
    spans: spans.map(span => spanIn(isObject(span) ? span : {}, place, id)),
    attributes: attributesIn(said['attributes']),
    ...(typeof entity === 'string' ? { entity } : {}),
    ...(typeof note === 'string' ? { note } : {}),
    ...(cameAs === 'frame' ? { cameAs } : {}),
  }
}

function linkIn(said: JsonObject, place: Place, there: ReadonlySet<string>): DatasetLink {
  const { id, type, from, to, cue, cameAs } = said
  if (typeof id !== 'string' || typeof type !== 'string' || typeof from !== 'string' || !isObject(to))
    throw new Untakeable('malformed', shortened(String(id)))
  const { annotation, entity } = to
  const isOther = typeof annotation === 'string'
  if (!there.has(from) || (isOther && !there.has(annotation))) throw new Untakeable('end-missing', id)
  const end = isOther ? { annotation } : typeof entity === 'string' ? { entity } : ({ author: true } as const)
  return {
    ...{ id, type, from, to: end, attributes: attributesIn(said['attributes']) },
    ...(isObject(cue) ? { cue: spanIn(cue, place, id) } : {}),
    ...(cameAs === 'role' ? { cameAs } : {}),
  }
}

/** A span whose words stand where it says. */
function spanIn({ start, end, quote }: JsonObject, { text, ruler, unit }: Place, what = ''): Span {
  try {
    const span = { start: ruler.toUtf16(start as number, unit), end: ruler.toUtf16(end as number, unit) }
    const words = wordsOf(text, [span])
    if (span.start >= span.end && quote !== undefined) throw new RangeError()
    if (typeof quote === 'string' && quote !== words) throw new Untakeable('other-words', what, shortened(words))
    return span
  } catch (error) {
    if (error instanceof RangeError) throw new Untakeable('outside-text', what, `${start}–${end}`)
    throw error
  }
}

function fieldsIn(said: Json | undefined): DatasetArticle['metadata'] {
  if (!isObject(said)) return {}
  const fields: Partial<Record<FieldName, string>> = {}
  for (const name of fieldNames) {
    const value = said[name]
    if (typeof value === 'string') fields[name] = value
  }
  return fields
}

function attributesIn(said: Json | undefined): DatasetAttributes {
  return isObject(said) ? (said as unknown as DatasetAttributes) : {}
}

/** Each object of an array; one that can't be taken is told and left out. */
function each<T>(said: Json | undefined, name: string, { tell }: Reading, take: (one: JsonObject) => T): T[] {
  if (said === undefined) return []
  if (!Array.isArray(said)) {
    tell(new Untakeable('malformed', name))
    return []
  }
  return said.flatMap((one: Json) => {
    try {
      if (!isObject(one)) throw new Untakeable('malformed', name)
      return [take(one)]
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      tell(error)
      return []
    }
  })
}
