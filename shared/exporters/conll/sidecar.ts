import type { DatasetArticle, DatasetHead } from '../../dataset/dataset.ts'
import type { Part, ReadFiles } from '../../dataset/format.ts'
import { textLines } from '../../dataset/textLines.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'

/**
 * What files of tokens can't say themselves stands beside them, in a file that
 * other programs needn't know: `articles.texts.jsonl` has a line for each
 * article, with its path, its text letter for letter, and whose files have a
 * document of it, in order: those of `ada` stand in `articles.ada.conll`.
 *
 * ```json
 * {"format": "stet-conll-texts", "formatVersion": 1, "for": "conll2003"}
 * {"path": "a.txt", "text": "Ada said no.", "layers": [{"annotator": "ada"}]}
 * ```
 */
const FORMAT = 'stet-conll-texts'
const ENDING = '.texts.jsonl'

export interface SidecarLayer {
  readonly annotator: string
  /** The entities that the numbers of its clusters stand for, from 0 on. */
  readonly entities?: readonly string[]
}

/** One article in the file beside. */
export interface SidecarLine {
  readonly line: number
  readonly path: string
  readonly text: string
  readonly split?: string
  readonly layers: readonly SidecarLayer[]
}

/** The files that an article goes to: those of its part of a split. */
export function stemOf({ split }: DatasetArticle): string {
  return split ?? 'articles'
}

/** What the files begin with: each part of a split has one, and one without a split. */
export function beginSidecars({ splits }: DatasetHead, format: string): Part[] {
  const stems = splits.length > 0 ? splits : ['articles']
  const head = `${JSON.stringify({ format: FORMAT, formatVersion: 1, for: format })}\n`
  return stems.map(stem => ({ file: `${stem}${ENDING}`, data: head }))
}

/** Whether a file begins as one beside files of a format does. */
export function looksLikeSidecar(begin: string, format: string): boolean {
  return begin.startsWith(`{"format":"${FORMAT}"`) && begin.slice(0, 100).includes(`"for":"${format}"`)
}

export function sidecarPart(article: DatasetArticle, layers: readonly SidecarLayer[]): Part {
  const { path, text, split } = article
  const line = { path, ...(split === undefined ? {} : { split }), text, layers }
  return { file: `${stemOf(article)}${ENDING}`, data: `${JSON.stringify(line)}\n` }
}

/** The name of an annotator's file beside `articles.texts.jsonl`. */
export function fileOf(stem: string, annotator: string): string {
  return `${stem}.${annotator}.conll`
}

/** The files beside among others, by what stands before their ending. */
export function sidecarStems(files: ReadFiles): string[] {
  return files.names.filter(name => name.endsWith(ENDING)).map(name => name.slice(0, -ENDING.length))
}

/** Its articles. A line that can't be taken is told with its number. */
export async function* sidecarLines(
  files: ReadFiles,
  stem: string,
  tell: (file: string, line: number, untakeable: Untakeable) => void,
): AsyncGenerator<SidecarLine> {
  const file = `${stem}${ENDING}`
  for await (const { line, words } of textLines(files.parts(file))) {
    if (words.trim() === '') continue
    try {
      const said = objectOf(words)
      if (said['format'] !== FORMAT) yield { line, ...lineIn(said) }
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      tell(file, line, error)
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

function lineIn({ path, text, split, layers }: JsonObject): Omit<SidecarLine, 'line'> {
  if (typeof path !== 'string' || path === '') throw new Untakeable('malformed', 'path')
  if (typeof text !== 'string') throw new Untakeable('no-text', path)
  if (!Array.isArray(layers)) throw new Untakeable('malformed', path, 'layers')
  return {
    ...{ path, text },
    ...(typeof split === 'string' ? { split } : {}),
    layers: layers.map(layer => {
      if (!isObject(layer) || typeof layer['annotator'] !== 'string') throw new Untakeable('malformed', path, 'layers')
      const { annotator, entities } = layer
      if (!Array.isArray(entities)) return { annotator }
      return { annotator, entities: entities.map(String) }
    }),
  }
}
