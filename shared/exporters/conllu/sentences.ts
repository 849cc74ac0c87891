import { textLines } from '../../dataset/textLines.ts'

/** Something that is written as one run of letters: a word, or the range of words that one stands for. */
export interface Surface {
  readonly line: number
  readonly form: string
  readonly misc: ReadonlyMap<string, string>
}

/** A word, and by number which run of letters it is in. */
export interface Word extends Surface {
  readonly surface: number
}

export interface Sentence {
  readonly line: number
  /** By key; one without a value is ''. */
  readonly comments: ReadonlyMap<string, string>
  /** The line of `# text`; 0 without one. */
  readonly textLine: number
  readonly surfaces: readonly Surface[]
  readonly words: readonly Word[]
}

/** Told of a line that breaks a rule of the format. */
export type TellLine = (line: number, words: string, rule: string) => void

/** The sentences of a file; every line that breaks a rule is told, and as much of it taken as is clear. */
export async function* sentencesIn(parts: AsyncIterable<Uint8Array>, tell: TellLine): AsyncGenerator<Sentence> {
  let open: Building | null = null
  for await (const { line, words } of textLines(parts)) {
    if (words === '') {
      if (!open) tell(line, '', 'one empty line ends a sentence')
      else if (!open.isEmpty) yield open.sentence()
      else tell(open.line, open.begins, 'a comment comes before a sentence')
      open = null
      continue
    }
    open ??= new Building(line, words, tell)
    open.take(line, words)
  }
  if (open && !open.isEmpty) yield open.sentence()
  else if (open) tell(open.line, open.begins, 'a comment comes before a sentence')
}

const ID = /^(?:(\d+)|(\d+)-(\d+)|(\d+)\.(\d+))$/

class Building {
  readonly line: number
  readonly begins: string
  readonly #tell: TellLine
  readonly #comments = new Map<string, string>()
  #textLine = 0
  readonly #surfaces: Surface[] = []
  readonly #words: Word[] = []
  #count = 0
  #last = 0
  /** The range that was said last. */
  #range: { readonly first: number; readonly last: number } = { first: 0, last: 0 }

  constructor(line: number, words: string, tell: TellLine) {
    this.line = line
    this.begins = words
    this.#tell = tell
  }

  get isEmpty(): boolean {
    return this.#count === 0
  }

  sentence(): Sentence {
    const { line } = this
    return { line, comments: this.#comments, textLine: this.#textLine, surfaces: this.#surfaces, words: this.#words }
  }

  take(line: number, words: string): void {
    if (words.startsWith('#')) this.#takeComment(line, words)
    else {
      this.#count++
      const broken = this.#takeRow(line, words.split('\t'))
      if (broken) this.#tell(line, words, broken)
    }
  }

  #takeComment(line: number, words: string): void {
    if (!this.isEmpty) this.#tell(line, words, 'a comment comes before a sentence')
    const [, key = '', value = ''] = /^#\s*([^=]*?)\s*(?:=\s?(.*))?$/.exec(words) ?? []
    if (key === 'text') this.#textLine = line
    this.#comments.set(key, value)
  }

  /** The rule that the row breaks; '' for none. */
  #takeRow(line: number, cells: readonly string[]): string {
    const columns = columnsBroken(cells)
    const [, id, first, last, major] = ID.exec(cells[0]!.trim()) ?? []
    const form = cells[1] ?? ''
    const said = { line, form, misc: miscIn(cells[9] ?? '_') }
    if (id !== undefined && form !== '') {
      const isNext = Number(id) === this.#last + 1
      this.#last = Number(id)
      if (this.#last > this.#range.last) this.#surfaces.push(said)
      this.#words.push({ ...said, surface: this.#surfaces.length - 1 })
      return columns || (isNext ? '' : 'words are numbered from 1 on')
    }
    if (first !== undefined) {
      const [from, to] = [Number(first), Number(last)]
      if (from > to || from !== this.#last + 1 || from <= this.#range.last)
        return 'a range comes before its first word, and shares none with another'
      this.#range = { first: from, last: to }
      this.#surfaces.push(said)
      return columns || overWords(said)
    }
    if (major !== undefined) {
      const isPlaced = Number(major) === this.#last && this.#range.first <= this.#last
      return columns || (isPlaced ? overWords(said) : 'an empty node comes after its word')
    }
    return columns || 'a line begins with a number'
  }
}

/** What stands over something is said of words: an empty node has no letters, and a range is its words. */
function overWords({ misc }: Surface): string {
  return misc.has('Entity') || misc.has('Claim') ? 'what stands over words is said of words' : ''
}

function columnsBroken(cells: readonly string[]): string {
  if (cells.length !== 10) return 'ten columns'
  if (cells.includes('')) return 'no column is empty'
  if (cells.some((cell, at) => cell !== cell.trim() || (cell.includes(' ') && at !== 1 && at !== 2 && at !== 9)))
    return 'white space within words only'
  return ''
}

function miscIn(cell: string): Map<string, string> {
  if (cell === '_') return new Map()
  return new Map(
    cell.split('|').map(one => {
      const at = one.indexOf('=')
      return at < 0 ? [one, ''] : [one.slice(0, at), one.slice(at + 1)]
    }),
  )
}
