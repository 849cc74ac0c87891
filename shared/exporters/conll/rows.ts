import { textLines } from '../../dataset/textLines.ts'

/** One token's line: its cells, and its number in the file, counted from 1. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** What stands between two marks of a document: its sentences of rows. */
export interface RowDocument {
  /** The line of its mark, or its first line. */
  readonly line: number
  /** What the mark said beside being one; '' for nothing. */
  readonly mark: string
  readonly sentences: readonly (readonly Row[])[]
}

/** How a file of rows says where its documents begin, and what of it is no row. */
export interface Marks {
  /** What a line that begins a document says; null for every other line. */
  readonly begins: (words: string) => string | null
  /** Whether a line is a comment. */
  readonly skips: (words: string) => boolean
}

/** The documents of a file, one after the other. What stands before the first mark is one too, unless nothing does. */
export async function* rowDocuments(parts: AsyncIterable<Uint8Array>, marks: Marks): AsyncGenerator<RowDocument> {
  let found: { line: number; mark: string; sentences: Row[][] } | null = null
  let isNew = true
  for await (const { line, words } of textLines(parts)) {
    const mark = marks.begins(words)
    if (mark !== null) {
      if (found) yield found
      found = { line, mark, sentences: [] }
      isNew = true
    } else if (words.trim() === '') isNew = true
    else if (!marks.skips(words)) {
      found ??= { line, mark: '', sentences: [] }
      if (isNew) found.sentences.push([])
      isNew = false
      found.sentences.at(-1)!.push({ line, cells: cellsOf(words) })
    }
  }
  if (found) yield found
}

/** The cells of a line: between tabs where it has one, else between spaces. */
export function cellsOf(words: string): string[] {
  return words.includes('\t') ? words.split('\t') : words.trim().split(/ +/)
}
