import { byPlace, type DatasetAnnotation } from '../../dataset/dataset.ts'
import type { ReadChoices, ReadFiles, ReadItem, Untaken } from '../../dataset/format.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { makeRuler, type Unit } from '../../text/ruler.ts'
import { delimitedRows } from '../tables/delimited.ts'

interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** What a row says of the statement and not of its article. */
const notVariables =
  /^(?:statement_id|time|start_position|stop_position|text|coder|annotation_id|annotator|document_\w+)$/

/**
 * The statements of an event list as annotations tagged `statement`, whose
 * variables (`person`, `organization`, `concept`, `agreement` and whatever else
 * there is) are attributes. Texts are found by the path or title of their
 * document. Rows are held until the file ends, since those of one document may
 * stand anywhere.
 */
export async function* readDna(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names) {
    const documents = new Map<string, Row[]>()
    let names: readonly string[] | null = null
    for await (const { line, cells } of delimitedRows(files.parts(file))) {
      const named = names
      if (!named) {
        names = cells
        continue
      }
      const row = { line, cells: Object.fromEntries(named.map((name, i) => [name, cells[i] ?? ''])) }
      const path = row.cells['document_path'] || row.cells['document_title'] || ''
      documents.set(path, [...(documents.get(path) ?? []), row])
    }
    for (const [path, rows] of documents) yield* itemsOf(path, rows, file, choices)
  }
}

async function* itemsOf(
  path: string,
  rows: readonly Row[],
  file: string,
  choices: ReadChoices,
): AsyncGenerator<ReadItem> {
  const text = path === '' ? null : await choices.textOf(path)
  if (text === null) {
    const untaken: Untaken = { file, line: rows[0]!.line, what: path, why: 'no-text', detail: '' }
    yield { kind: 'untaken', untaken }
    return
  }
  const layers = new Map<string, Map<string, DatasetAnnotation>>()
  const untaken: Untaken[] = []
  for (const { line, cells } of rows)
    try {
      const coder = cells['coder'] ? `coder-${cells['coder']}` : choices.annotator
      const annotator = cells['annotator'] || coder
      const one = statementIn(cells, text, choices.unit ?? 'utf16')
      const layer = layers.get(annotator) ?? new Map<string, DatasetAnnotation>()
      if (layer.has(one.id)) throw new Untakeable('twice', one.id)
      layers.set(annotator, layer.set(one.id, one))
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      untaken.push({ file, line, what: error.what, why: error.why, detail: error.message })
    }
  yield {
    kind: 'article',
    article: {
      ...{ file, path, text, metadata: {}, zones: [] },
      layers: [...layers].map(([annotator, some]) => ({
        ...{ annotator, annotations: [...some.values()].sort(byPlace), links: [] },
      })),
    },
  }
  for (const one of untaken) yield { kind: 'untaken', untaken: one }
}

function statementIn(cells: Row['cells'], text: string, unit: Unit): DatasetAnnotation {
  const { statement_id: id = '', start_position: start = '', stop_position: stop = '', text: quote = '' } = cells
  if (id === '') throw new Untakeable('malformed', 'statement_id')
  const span = spanIn(id, start, stop, text, unit)
  const words = text.slice(span.start, span.end)
  if (quote !== '' && comparable(quote) !== comparable(words)) throw new Untakeable('other-words', id, shortened(words))
  const variables = Object.entries(cells).filter(([name, value]) => value !== '' && !notVariables.test(name))
  return { id: `s${id}`, tag: 'statement', spans: [span], attributes: Object.fromEntries(variables) }
}

function spanIn(id: string, start: string, stop: string, text: string, unit: Unit) {
  const ruler = makeRuler(text)
  try {
    if (!/^\d+$/.test(start) || !/^\d+$/.test(stop) || Number(start) >= Number(stop)) throw new RangeError()
    return { start: ruler.toUtf16(Number(start), unit), end: ruler.toUtf16(Number(stop), unit) }
  } catch (error) {
    if (error instanceof RangeError) throw new Untakeable('outside-text', id, `${start}–${stop}`)
    throw error
  }
}

/** The analyzer writes commas for semicolons and apostrophes for quotation marks; line ends differ from system to system. */
function comparable(words: string): string {
  return words.replaceAll(';', ',').replaceAll('"', "'").replace(/\s+/g, ' ')
}
