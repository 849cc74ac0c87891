import type { Span } from '../annotation/span.ts'
import {
  type Format,
  type ReadArticle,
  type ReadChoices,
  type ReadFiles,
  type ReadItem,
  saysAll,
  type Untaken,
} from '../dataset/format.ts'
import { jsonItems } from '../dataset/jsonItems.ts'
import { pathFor } from '../dataset/pathFor.ts'
import { shortened, Untakeable } from '../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { spanBetween } from './characterSpans.ts'
import { countingThatFits, type Place, placesIn } from './counting.ts'
import { LayersRead } from './layersRead.ts'
import { fieldsIn } from './reading.ts'

/**
 * What Prodigy's `db-out` gives: read only. A line is one answer of one
 * annotator (`_annotator_id`, else `_session_id`) about one text; lines of one
 * `_input_hash` are one article. Answers that aren't `accept` are no data, and
 * are told. Positions count code points; where tokens say their words, these
 * decide. `token_start` and `token_end` are numbers of tokens, both inclusive.
 */
export const prodigy: Format = {
  id: 'prodigy',
  extensions: ['jsonl'],
  makes: 'file',
  says: saysAll,
  units: ['codepoint'],
  canLeaveTextOut: false,
  keepsIds: false,
  readBy: [],
  read,
  looksLike: begin => /^\s*\{/.test(begin) && /"(?:_input_hash|_task_hash|_view_id)"\s*:/.test(begin),
}

interface Open {
  readonly article: Omit<ReadArticle, 'layers'>
  readonly layers: LayersRead
  /** What was taken: the same twice is one annotation. */
  readonly there: Map<string, string>
}

async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names) {
    const open = new Map<Json, Open>()
    const untaken: Untaken[] = []
    let number = 0
    for await (const { line, words } of jsonItems(files.parts(file))) {
      number++
      const tell = ({ what, why, message }: Untakeable) => void untaken.push({ file, line, what, why, detail: message })
      try {
        const said = answerIn(words)
        const key = said['_input_hash'] ?? `line ${line}`
        const known = open.get(key) ?? opened(said, file, number)
        if (known.article.text !== said['text']) throw new Untakeable('other-words', String(key))
        open.set(key, known)
        taken(said, known, choices, tell)
      } catch (error) {
        if (!(error instanceof Untakeable)) throw error
        tell(error)
      }
    }
    for (const { article, layers } of open.values())
      yield { kind: 'article', article: { ...article, layers: layers.all() } }
    for (const one of untaken) yield { kind: 'untaken', untaken: one }
  }
}

function answerIn(words: string): JsonObject {
  let value: Json
  try {
    value = JSON.parse(words)
  } catch {
    throw new Untakeable('malformed', shortened(words))
  }
  if (!isObject(value)) throw new Untakeable('malformed', shortened(words))
  const { text, answer } = value
  if (typeof text !== 'string') throw new Untakeable('no-text', shortened(words))
  if (answer !== undefined && answer !== 'accept') throw new Untakeable('not-labelled', shortened(text), String(answer))
  return value
}

function opened({ text, meta }: JsonObject, file: string, number: number): Open {
  const named = isObject(meta) ? meta['path'] : undefined
  const path = typeof named === 'string' && named !== '' ? named : pathFor(file, number)
  return {
    article: { ...{ path, text: text as string, metadata: fieldsIn(meta), zones: [] }, file },
    layers: new LayersRead(),
    there: new Map(),
  }
}

function taken(said: JsonObject, { article, layers, there }: Open, choices: ReadChoices, tell: Tell): void {
  const named = said['_annotator_id'] ?? said['_session_id']
  const annotator = typeof named === 'string' && named !== '' ? named : choices.annotator
  const place = placeOf(said, article.text, choices)
  const tokens = objectsIn(said['tokens'])
  const idOf = (span: Span, label: string) => there.get(keyOf(annotator, span, label))
  const add = (span: Span, label: string) => {
    const id = `n${there.size + 1}`
    layers.add(annotator, { id, tag: label, spans: [span], attributes: {} })
    there.set(keyOf(annotator, span, label), id)
    return id
  }
  each(said['spans'], 'spans', tell, (one, what) => {
    const span = spanOf(one, tokens, place, what)
    const { label } = one
    if (typeof label !== 'string') throw new Untakeable('malformed', what, 'label')
    if (idOf(span, label)) throw new Untakeable('twice', what, label)
    add(span, label)
  })
  let links = 0
  each(said['relations'], 'relations', tell, (one, what) => {
    const [from, to] = (['head', 'child'] as const).map(end => {
      const span = one[`${end}_span`]
      const there = isObject(span) ? span : { token_start: one[end] ?? null, token_end: one[end] ?? null }
      const label = typeof there['label'] === 'string' ? there['label'] : 'token'
      const stretch = spanOf(there, tokens, place, what)
      return idOf(stretch, label) ?? add(stretch, label)
    })
    if (typeof one['label'] !== 'string') throw new Untakeable('malformed', what, 'label')
    const id = `${article.path} ${said['_task_hash'] ?? ''} ${++links}`
    layers.addLink(annotator, { id, type: one['label'], from: from!, to: { annotation: to! }, attributes: {} })
  })
  for (const key of ['accept', 'label'])
    if (said[key] !== undefined) tell(new Untakeable('unknown-kind', key, JSON.stringify(said[key])))
  // An answer that nothing is marked in is one of its annotator's.
  layers.open(annotator)
}

type Tell = (untakeable: Untakeable) => void
const keyOf = (annotator: string, { start, end }: Span, label: string) => JSON.stringify([annotator, start, end, label])

/** What positions count, by the words that tokens say they are. */
function placeOf(said: JsonObject, text: string, { unit }: ReadChoices): Place {
  if (unit) return placesIn(text, { unit })
  const counted = objectsIn(said['tokens']).map(({ start, end, text: quote }) => ({
    start: start as number,
    end: end as number,
    quote: typeof quote === 'string' ? quote : undefined,
  }))
  return placesIn(text, countingThatFits(text, counted, [{ unit: 'codepoint' }, { unit: 'utf16' }, { unit: 'utf8' }]))
}

/** By characters where they are said, else by tokens. */
function spanOf(one: JsonObject, tokens: readonly JsonObject[], place: Place, what: string): Span {
  const { start, end, token_start, token_end } = one
  if (start !== undefined && end !== undefined) return spanBetween(start, end, place, what)
  const [first, last] = [tokens[token_start as number], tokens[token_end as number]]
  if (!first || !last) throw new Untakeable('outside-text', what, `${token_start}–${token_end}`)
  return spanBetween(first['start'], last['end'], place, what)
}

function objectsIn(list: Json | undefined): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : []
}

function each(list: Json | undefined, name: string, tell: Tell, take: (one: JsonObject, what: string) => void): void {
  if (list === undefined || list === null) return
  if (!Array.isArray(list)) {
    tell(new Untakeable('malformed', name))
    return
  }
  list.forEach((one: Json, i) => {
    const what = `${name}[${i}]`
    try {
      if (!isObject(one)) throw new Untakeable('malformed', what)
      take(one, what)
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      tell(error)
    }
  })
}
