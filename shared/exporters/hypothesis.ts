import type { Format, ReadArticle, ReadChoices, ReadFiles, ReadItem, Untaken } from '../dataset/format.ts'
import { saysAll } from '../dataset/format.ts'
import { shortened, Untakeable } from '../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { countingThatFits, placesIn } from './counting.ts'
import { LayersRead } from './layersRead.ts'
import { textFor } from './reading.ts'
import { countedIn, type Selected, selectedBy, spanOf } from './webAnnotation/selectors.ts'

/**
 * Rows of the Hypothesis API: read only. Its positions are UTF-16 of a page's
 * text, so that in a text that was read otherwise a quote is found by its
 * words. A reply is an annotation of whoever wrote it, at the words that the
 * first one of its thread stands at, tagged `reply`.
 */
export const hypothesis: Format = {
  id: 'hypothesis',
  extensions: ['json'],
  makes: 'file',
  says: saysAll,
  units: ['utf16'],
  canLeaveTextOut: true,
  keepsIds: true,
  readBy: [],
  read,
  looksLike: begin => /"rows"\s*:\s*\[/.test(begin) && /"target"\s*:|"uri"\s*:/.test(begin),
}

interface Row {
  readonly id: string
  readonly annotator: string | undefined
  readonly uri: string
  readonly selected: Selected
  readonly tags: readonly string[]
  readonly words: string
  /** The id of the row that it answers. */
  readonly answers: string | null
}

async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names) {
    const untaken: Untaken[] = []
    const tell = ({ why, what, message }: Untakeable) =>
      void untaken.push({ file, line: null, what, why, detail: message })
    for (const [uri, rows] of rowsByPage(parsed(await files.bytes(file), tell), tell)) {
      const known = await textFor(uri === '' ? file : uri, choices)
      if (known) yield { kind: 'article', article: { file, ...articleOf(rows, known, choices, tell) } }
      else tell(new Untakeable('no-text', uri === '' ? file : uri))
    }
    for (const one of untaken) yield { kind: 'untaken', untaken: one }
  }
}

type Tell = (untakeable: Untakeable) => void

function parsed(bytes: Uint8Array, tell: Tell): readonly Json[] {
  const source = new TextDecoder().decode(bytes)
  try {
    const value: Json = JSON.parse(source)
    const rows = isObject(value) ? value['rows'] : value
    if (Array.isArray(rows)) return rows
  } catch {
    // Told below: what isn't JSON has no rows either.
  }
  tell(new Untakeable('malformed', shortened(source.trim()), 'rows'))
  return []
}

/** Rows by the page that they are about; replies come with those that they answer. */
function rowsByPage(values: readonly Json[], tell: Tell): Map<string, Row[]> {
  const byId = new Map(
    values.flatMap(value =>
      isObject(value) && typeof value['id'] === 'string' ? [[value['id'], value] as const] : [],
    ),
  )
  const pages = new Map<string, Row[]>()
  for (const value of values) {
    try {
      const row = rowOf(value, byId)
      pages.set(row.uri, [...(pages.get(row.uri) ?? []), row])
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      tell(error)
    }
  }
  return pages
}

function rowOf(value: Json, byId: ReadonlyMap<string, JsonObject>): Row {
  if (!isObject(value) || typeof value['id'] !== 'string')
    throw new Untakeable('malformed', shortened(JSON.stringify(value)))
  const { id, user, text, tags, references } = value
  const thread = Array.isArray(references) ? references : []
  const [first] = thread
  const root = typeof first === 'string' ? byId.get(first) : value
  if (!root) throw new Untakeable('end-missing', id, String(first))
  const target = Array.isArray(root['target']) ? root['target'][0] : undefined
  const selected = isObject(target) ? selectedBy(target['selector']) : null
  if (!selected) throw new Untakeable('no-annotation', id, 'target')
  const answers = thread.at(-1)
  return {
    id,
    selected,
    annotator: typeof user === 'string' && user !== '' ? user.replace(/^acct:([^@]+)@.*$/, '$1') : undefined,
    uri: typeof root['uri'] === 'string' ? root['uri'] : '',
    tags: Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string' && tag !== '') : [],
    words: typeof text === 'string' ? text : '',
    answers: typeof answers === 'string' ? answers : null,
  }
}

function articleOf(
  rows: readonly Row[],
  { path, text }: { readonly path: string; readonly text: string },
  choices: ReadChoices,
  tell: Tell,
): Omit<ReadArticle, 'file'> {
  const counted = rows.flatMap(({ selected }) => countedIn(selected) ?? [])
  const units = choices.unit ? [{ unit: choices.unit }] : ([{ unit: 'utf16' }, { unit: 'codepoint' }] as const)
  const place = placesIn(text, countingThatFits(text, counted, units))
  const layers = new LayersRead()
  for (const { id, annotator, selected, tags, words, answers } of rows) {
    try {
      const [tag, ...more] = answers === null ? tags : ['reply', ...tags]
      layers.add(annotator ?? choices.annotator, {
        id,
        // Hypothesis calls what has words an annotation, and what has none a highlight.
        tag: tag ?? (words === '' ? 'highlight' : 'annotation'),
        spans: [spanOf(selected, text, place, id)],
        attributes: {
          ...(more.length > 0 ? { tags: more } : {}),
          ...(answers === null ? {} : { 'in-reply-to': answers }),
        },
        ...(words === '' ? {} : { note: words }),
      })
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      tell(error)
    }
  }
  return { path, text, metadata: {}, zones: [], layers: layers.all() }
}
