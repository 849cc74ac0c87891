import type { ReadArticle, ReadChoices, ReadFiles, ReadItem, UntakenWhy } from '../../dataset/format.ts'
import { jsonItems } from '../../dataset/jsonItems.ts'
import { pathFor } from '../../dataset/pathFor.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { LayersRead } from '../layersRead.ts'
import { fieldsIn } from '../reading.ts'
import { takeLine } from './line.ts'

/** A line of a file that is read, and what it is of. */
interface Line {
  readonly file: string
  readonly line: number
  readonly number: number
  readonly said: JsonObject
  readonly text: string
}

/**
 * Lines of doccano. Files of several annotators are read side by side: lines of
 * one `id` and one text are one article with a layer for each. Whose they are
 * is said in the line, or by the file's name where there are several.
 */
export async function* readDoccano(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  const untaken: ReadItem[] = []
  const tell =
    ({ file, line }: { readonly file: string; readonly line: number }) =>
    (what: string, why: UntakenWhy, detail = '') =>
      void untaken.push({ kind: 'untaken', untaken: { file, line, what, why, detail: shortened(detail) } })
  const names = files.names.filter(name => name === '' || /\.jsonl?$/i.test(name))
  const cursors = await Promise.all(names.map(async file => new Cursor(linesOf(files, file, tell))))
  for (const cursor of cursors) await cursor.advance()

  for (;;) {
    const open = cursors.filter(({ at }) => at !== null)
    if (open.length === 0) break
    const first = open.reduce((least, one) => (idOf(one.at!) < idOf(least.at!) ? one : least))
    const same = open.filter(one => one === first || isSame(one.at!, first.at!))
    const lines = same.map(({ at }) => at!)
    const layers = new LayersRead()
    for (const one of lines) {
      const { annotator } = one.said
      if (annotator !== null)
        takeLine(one.said, annotatorOf(one, names.length, choices), one.text, layers, choices, tell(one))
    }
    yield { kind: 'article', article: articleOf(lines[0]!, names.length, layers) }
    yield* untaken.splice(0)
    for (const cursor of same) await cursor.advance()
  }
  yield* untaken
}

class Cursor {
  at: Line | null = null
  readonly #lines: AsyncIterator<Line>

  constructor(lines: AsyncIterator<Line>) {
    this.#lines = lines
  }

  async advance(): Promise<void> {
    const { value, done } = await this.#lines.next()
    this.at = done ? null : value
  }
}

type TellOf = (at: { file: string; line: number }) => (what: string, why: UntakenWhy, detail?: string) => void

async function* linesOf(files: ReadFiles, file: string, tell: TellOf): AsyncGenerator<Line> {
  let number = 0
  for await (const { line, words } of jsonItems(files.parts(file))) {
    number++
    try {
      const said = objectIn(words)
      const text = said['text'] ?? said['data']
      if (typeof text !== 'string') throw new Untakeable('no-text', shortened(words))
      yield { file, line, number, said, text }
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      tell({ file, line })(error.what, error.why, error.message)
    }
  }
}

function objectIn(words: string): JsonObject {
  try {
    const value: Json = JSON.parse(words)
    if (isObject(value)) return value
  } catch {
    // Told below: what isn't JSON is no example either.
  }
  throw new Untakeable('malformed', shortened(words))
}

/** The number by which files are read side by side; a line without one comes at once. */
function idOf({ said }: Line): number {
  return typeof said['id'] === 'number' ? said['id'] : Number.NEGATIVE_INFINITY
}

function isSame(one: Line, other: Line): boolean {
  const [id, path] = [one.said['id'], one.said['path']]
  return typeof id === 'number' && id === other.said['id'] && one.text === other.text && path === other.said['path']
}

function annotatorOf({ said, file }: Line, count: number, choices: ReadChoices): string {
  if (typeof said['annotator'] === 'string') return said['annotator']
  const name = file.replace(/^.*\//, '').replace(/\.jsonl?$/i, '')
  return count > 1 && name !== 'all' && name !== '' ? name : choices.annotator
}

function articleOf({ file, number, said, text }: Line, count: number, layers: LayersRead): ReadArticle {
  const { path, split, id } = said
  const known = typeof id === 'number' ? id : number
  return {
    path: typeof path === 'string' && path !== '' ? path : pathFor(count > 1 && known === id ? '' : file, known),
    ...{ text, metadata: fieldsIn(said), zones: [] },
    ...(typeof split === 'string' ? { split } : {}),
    ...{ layers: layers.all(), file },
  }
}
