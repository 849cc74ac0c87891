import type { Untaken } from '../../dataset/format.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import type { AnnotationLine } from './annotationLines.ts'

/** Tells what of an annotation file can't be taken, by file and line. */
export class Telling {
  readonly #tell: (untaken: Untaken) => void
  readonly #told = new Set<string>()

  constructor(tell: (untaken: Untaken) => void) {
    this.#tell = tell
  }

  /** Takes a line; where it can't be taken, that is told, and the lines after it that hung on it. */
  attempt(line: AnnotationLine, take: () => void): void {
    try {
      take()
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      this.untaken(line, error)
      this.strays(line)
    }
  }

  untaken({ file, line }: AnnotationLine, { what, why, message }: Untakeable): void {
    this.#tell({ file, line, what, why, detail: message })
  }

  /** Of a line that was taken all the same. */
  taken({ file, line, words }: AnnotationLine, detail: string): void {
    this.#tell({ file, line, what: shortened(words), why: 'malformed', detail, taken: true })
  }

  /** Of a file whose offsets count otherwise than brat's. */
  reckoned(file: string, what: string): void {
    this.#tell({ file, line: null, what, why: 'other-words', detail: 'offsets', taken: true })
  }

  /** Lines after this one that begin with no id and aren't the rest of it; told once. */
  strays({ more }: AnnotationLine): void {
    for (const { file, line, words } of more)
      if (words.trim() !== '' && !this.#told.has(`${file}\n${line}`)) {
        this.#told.add(`${file}\n${line}`)
        this.#tell({ file, line, what: shortened(words), why: 'malformed', detail: '' })
      }
  }
}
