import type { Line } from '../html/lines.ts'

/** What a paragraph is: the level of a heading, 1 to 6, or 0, and what its style says. */
export type Kind = Pick<Line, 'says' | 'level'>

const plain: Kind = { says: null, level: 0 }

/** No line of rich text stands in elements of a page. */
const none: ReadonlySet<string> = new Set()

/**
 * Gathers words into lines: a paragraph each, or a row of a table whose cells
 * hold a line each, with tabs between them. What is put beside a paragraph or a
 * row follows it.
 */
export class Paragraphs {
  readonly lines: Line[] = []
  #words: string[] = []
  /** Lines of the cell that is being written. */
  #cell: Line[] = []
  /** The cells of the row that is being written. */
  #cells: (readonly Line[])[] = []
  #asides: Line[] = []
  #isItem = false

  write(words: string): void {
    this.#words.push(words)
  }

  /** The paragraph that begins is an item of a list. */
  beginItem(): void {
    this.#isItem = true
  }

  putBeside(lines: readonly Line[]): void {
    for (const line of lines) this.#asides.push(line)
  }

  /** The end of a line, within a cell or without. */
  endLine(kind: Kind, isInTable: boolean): void {
    const words = this.#words.join('').trim()
    this.#words = []
    const isInRow = isInTable || this.#cells.length > 0
    if (words === '') return
    const form = this.#isItem && kind.level === 0 ? 'item' : undefined
    ;(isInRow ? this.#cell : this.lines).push({ ...kind, form, words, numbers: none, hasTime: false })
    // What else stands in an item is a paragraph.
    this.#isItem = false
  }

  /** The end of a paragraph: what was put beside it follows. */
  endParagraph(kind: Kind, isInTable: boolean): void {
    this.endLine(kind, isInTable)
    this.#isItem = false
    if (!isInTable && this.#cells.length === 0) this.#endAsides()
  }

  endCell(kind: Kind): void {
    this.endLine(kind, true)
    this.#cells.push(this.#cell)
    this.#cell = []
  }

  endRow(): void {
    this.endLine(plain, true)
    if (this.#cell.length > 0) this.endCell(plain)
    const words = this.#cells.map(([line]) => line?.words ?? '').join('\t')
    if (this.#cells.some(cell => cell.length > 1)) for (const line of this.#cells.flat()) this.lines.push(line)
    else if (words.trim() !== '') this.lines.push({ ...plain, form: 'row', words, numbers: none, hasTime: false })
    this.#cells = []
    this.#endAsides()
  }

  /** All lines, with what was left open where a file is cut off. */
  finish(kind: Kind): Line[] {
    if (this.#cells.length > 0 || this.#cell.length > 0) this.endRow()
    this.endParagraph(kind, false)
    return this.lines
  }

  #endAsides(): void {
    const following = this.#asides
    this.#asides = []
    for (const line of following) this.lines.push(line)
  }
}
