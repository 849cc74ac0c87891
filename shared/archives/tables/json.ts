import { extensionOf } from '../../importers/extensions.ts'
import { JsonRefused, readJson } from '../../json/readJson.ts'
import { MAX_ARTICLE_BYTES } from '../../limits.ts'
import { Problem } from '../../problems/problem.ts'
import { decode } from '../../text/decode.ts'
import type { Archive, ByteSource } from '../archive.ts'
import { extensions as endings } from '../extensions.ts'
import { flatten } from './flatten.ts'
import { isTextName } from './guessMap.ts'
import { endOf, itemsIn, listIn, nextSign } from './jsonItems.ts'
import { linesOf } from './lines.ts'
import { encodingOf, textOf } from './pieces.ts'
import { type Row, type Table, tableArchive } from './table.ts'

const extensions: readonly string[] = [...endings.jsonLines, 'json']

/** Objects, each an article: one a line, of any number, or a list of them in one file. */
export const json: Archive = tableArchive({
  id: 'json/1',
  title: 'json',
  extensions,
  recognises(head, name) {
    const extension = extensionOf(name)
    if (!extension || !extensions.includes(extension) || /(?:^|\.)stet\.json$/i.test(name)) return false
    const text = textOfHead(head)
    if (extension !== 'json') return text !== null && text[nextSign(text, 0)] === '{'
    return text !== null && (holdsLines(text) || listIn(text) !== null) && mayHoldText(text)
  },
  async open(source) {
    const { encoding, isValid } = await encodingOf(source)
    const isLines = extensionOf(source.name) !== 'json' || holdsLines(await headOf(source, encoding))
    const table = await tableOf(isLines ? () => rowsOfLines(source, encoding) : await rowsOfList(source))
    return { ...table, isValid }
  },
})

function textOfHead(head: Uint8Array): string | null {
  try {
    return decode(head).text
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

/** Whether the first object of a text ends, and another one follows. */
function holdsLines(text: string): boolean {
  const start = nextSign(text, 0)
  return text[start] === '{' && text[nextSign(text, endOf(text, start) + 1)] === '{'
}

/** Whether any key, or the length of any value, lets one think of texts. */
function mayHoldText(text: string): boolean {
  for (const [, key] of text.matchAll(/"([^"\\\n]{1,60})"\s*:/g)) if (isTextName(key!)) return true
  return /"[^"\\\n]{200}/.test(text)
}

/** Characters by which it is told whether there is an object on each line. */
const HEAD_CHARACTERS = 4 * 1024 * 1024

async function headOf(source: ByteSource, encoding: string): Promise<string> {
  let head = ''
  for await (const piece of textOf(source, encoding)) {
    head += piece
    if (head.length >= HEAD_CHARACTERS) break
  }
  return head
}

/** An object as its line or its item, or why it is none. */
type Found =
  | { readonly place: string; readonly object: ReadonlyMap<string, string> }
  | Extract<Row, { readonly problem: unknown }>

/** Objects by which the columns are known; a name that first comes later has none. */
const SAMPLE_OBJECTS = 500
/** Columns at most; more names are no columns but values. */
const MAX_COLUMNS = 1000

async function tableOf(rows: () => AsyncIterable<Found>): Promise<Table> {
  const names = new Set<string>()
  let count = 0
  for await (const row of rows()) {
    if (!('object' in row)) continue
    for (const name of row.object.keys()) if (names.size < MAX_COLUMNS) names.add(name)
    if (++count === SAMPLE_OBJECTS) break
  }
  if (count === 0) throw new Problem('cannot-read', 'There is no object in this file that could be an article.')
  const columns = [...names]
  return {
    names: columns,
    async *rows() {
      for await (const row of rows())
        yield 'object' in row ? { place: row.place, cells: columns.map(name => row.object.get(name) ?? '') } : row
    },
  }
}

async function* rowsOfLines(source: ByteSource, encoding: string): AsyncIterable<Found> {
  let number = 0
  for await (const line of linesOf(textOf(source, encoding))) {
    const place = `Line ${++number}`
    if (line === null)
      yield { place, problem: { kind: 'too-large', detail: `${place} is longer than 16 million characters.` } }
    else if (line.trim() !== '') yield objectOf(line, place)
  }
}

/** The items of the list that a file holds, which is held whole for it. */
async function rowsOfList(source: ByteSource): Promise<() => AsyncIterable<Found>> {
  if (source.byteLength > MAX_ARTICLE_BYTES)
    throw new Problem(
      'too-large',
      'A list in JSON is read up to 64 MiB. Save it with one object a line (.jsonl): that may be of any size.',
    )
  const text = decode(new Uint8Array(await source.slice(0))).text
  const list = listIn(text)
  if (!list) throw new Problem('cannot-read', 'There is no list of objects in this file.')
  return async function* () {
    let number = 0
    for (const item of itemsIn(text, list)) yield objectOf(item, `Item ${++number}`)
    if (list.end === text.length)
      yield { place: 'End', problem: { kind: 'cannot-read', detail: 'The file is cut off: its list doesn’t end.' } }
  }
}

function objectOf(text: string, place: string): Found {
  try {
    const value = readJson(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { place, object: flatten(value) }
    return { place, problem: { kind: 'cannot-read', detail: `${place} is no object with names and values.` } }
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error
    const why = {
      'not-json': 'is not JSON, or cut off',
      'too-deep': 'nests too deep',
      key: 'has a name that can’t be kept, or one twice',
    }
    return { place, problem: { kind: 'cannot-read', detail: `${place} ${why[error.why]}.` } }
  }
}
