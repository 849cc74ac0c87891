/** A line of an annotation file that begins with an id. */
export interface AnnotationLine {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  /** `T1`, `E2`, `*`, `#3`… */
  readonly id: string
  /** What stands between the first tab and the second: types, places, ends. */
  readonly body: string
  /** What stands after the second tab; '' for nothing. */
  readonly tail: string
  /** The line as it stands. */
  readonly words: string
  /** Lines after it that begin with no id: the rest of this one, where whoever wrote it let words break the line. */
  readonly more: readonly StrayLine[]
}

export interface StrayLine {
  readonly file: string
  readonly line: number
  readonly words: string
}

/** The lines of an annotation file, those ended by CR LF too; lines before the first with an id are strays. */
export function annotationLines(file: string, words: string): { lines: AnnotationLine[]; strays: StrayLine[] } {
  const lines: (AnnotationLine & { more: StrayLine[] })[] = []
  const strays: StrayLine[] = []
  const all = words.replace(/^\ufeff/, '').split('\n')
  if (all.at(-1) === '') all.pop()
  for (const [i, ended] of all.entries()) {
    const words = ended.endsWith('\r') ? ended.slice(0, -1) : ended
    const found = /^([A-Z]\d+|#\d*|\*)\t([^\t]*)(?:\t(.*))?$/s.exec(words)
    if (found) {
      const [, id, body, tail = ''] = found
      lines.push({ file, line: i + 1, id: id!, body: body!, tail, words, more: [] })
    } else (lines.at(-1)?.more ?? strays).push({ file, line: i + 1, words })
  }
  return { lines, strays }
}
