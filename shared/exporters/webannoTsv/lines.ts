import { textLines } from '../../dataset/textLines.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { layerFrom, type TsvLayer } from './columns.ts'
import { unescapedText } from './escapes.ts'

/** A file as it stands, before its offsets are looked at. */
export interface TsvFile {
  readonly layers: readonly TsvLayer[]
  readonly sentences: readonly TsvSentence[]
}

export interface TsvSentence {
  readonly text: string
  readonly rows: readonly TsvRow[]
}

export interface TsvRow {
  readonly line: number
  /** `1-2`, or `1-2.1` for a stretch that is not whole tokens. */
  readonly name: string
  /** In the file's own unit. */
  readonly begin: number
  readonly end: number
  /** As they stand, and as they are if they were escaped like text: programs differ. */
  readonly words: readonly [string, string]
  /** As many as there are columns; all `_` where the row doesn't have as many. */
  readonly cells: readonly string[]
}

/** The lines of a file. Throws an Untakeable where it is of another version; lines that can't be understood are told, and the rest is read. */
export async function linesOf(
  parts: AsyncIterable<Uint8Array>,
  tell: (untakeable: Untakeable, line: number) => void,
): Promise<TsvFile> {
  const layers: TsvLayer[] = []
  const sentences: { text: string[]; rows: TsvRow[] }[] = []
  let hasNumbers: boolean | null = null
  let isInHead = false
  for await (const { line, words } of textLines(parts)) {
    if (hasNumbers === null) hasNumbers = isOldVersion(words)
    else if (words.startsWith('#T_') && sentences.length === 0) {
      const layer = layerFrom(words)
      if (layer) layers.push(layer)
      else tell(new Untakeable('malformed', shortened(words)), line)
    } else if (words.startsWith('#Text=')) {
      const text = unescapedText(words.slice('#Text='.length), hasNumbers)
      if (isInHead) sentences.at(-1)!.text.push(text)
      else sentences.push({ text: [text], rows: [] })
      isInHead = true
    } else if (words.startsWith('#Sentence.id=')) {
      isInHead = false
    } else if (words.trim() === '') {
      isInHead = false
    } else {
      isInHead = false
      const row = rowFrom(words, line, layers.flatMap(({ columns }) => columns).length, hasNumbers)
      const sentence = sentences.at(-1)
      if (!row || !sentence) tell(new Untakeable('malformed', shortened(words)), line)
      else {
        if (row.isShort) tell(new Untakeable('malformed', shortened(words), 'columns'), line)
        sentence.rows.push(row)
      }
    }
  }
  if (hasNumbers === null) throw new Untakeable('malformed', '#FORMAT')
  return { layers, sentences: sentences.map(({ text, rows }) => ({ text: text.join('\n'), rows })) }
}

/** Whether a version writes characters of the text by number. Throws for what isn't WebAnno TSV 3. */
function isOldVersion(line: string): boolean {
  const [, minor] = /^#FORMAT=WebAnno TSV 3(?:\.(\d+))?\s*$/.exec(line) ?? []
  if (minor === undefined && !/^#FORMAT=WebAnno TSV 3\s*$/.test(line))
    throw new Untakeable('unknown-kind', shortened(line.trim()), 'WebAnno TSV 3')
  return Number(minor ?? 0) <= 1
}

function rowFrom(
  words: string,
  line: number,
  columns: number,
  hasNumbers: boolean,
): (TsvRow & { isShort: boolean }) | null {
  const [name, place, token, ...cells] = words.split('\t')
  const [, begin, end] = /^(\d+)-(\d+)$/.exec(place ?? '') ?? []
  if (!/^\d+-\d+(\.\d+)?$/.test(name!) || begin === undefined || token === undefined) return null
  const isShort = cells.length < columns
  return {
    ...{ line, name: name!, begin: Number(begin), end: Number(end), isShort },
    words: [token, unescapedText(token, hasNumbers)],
    cells: isShort ? Array.from({ length: columns }, () => '_') : cells.slice(0, columns),
  }
}
