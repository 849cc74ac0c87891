import { encodingOfCharset, encodingOfPage } from './codePages.ts'

/** The table of a document's fonts: which encoding the letters of each are in. */
export class Fonts {
  readonly #encodings = new Map<number, string>()
  readonly #paged = new Set<number>()
  #current = 0

  /** Hears a control word of the table. */
  word(name: string, parameter: number): void {
    if (name === 'f') this.#current = parameter
    // A code page says it more exactly than a charset, and counts whichever comes first.
    const page = name === 'cpg' ? encodingOfPage(parameter) : undefined
    const charset = name === 'fcharset' && !this.#paged.has(this.#current) ? encodingOfCharset(parameter) : undefined
    const found = page ?? charset
    if (page) this.#paged.add(this.#current)
    if (found) this.#encodings.set(this.#current, found)
  }

  /** The encoding of a font's letters; undefined where it is the document's own. */
  encodingOf(font: number): string | undefined {
    return this.#encodings.get(font)
  }
}
