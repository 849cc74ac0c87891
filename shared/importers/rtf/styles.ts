import type { Kind } from './paragraphs.ts'

/** The table of a document's styles: what a paragraph of each is. */
export class Styles {
  readonly #kinds = new Map<number, Kind>()
  #current: number | null = null
  #name = ''

  /** Hears a control word of the table. */
  word(name: string, parameter: number | null): void {
    if (name === 's') this.#current = parameter
    if (name === 'cs' || name === 'ds' || name === 'ts') this.#current = null
  }

  /** Hears the words of the table, in which a semicolon ends a name. */
  write(words: string): void {
    for (const [i, part] of words.split(';').entries()) {
      if (i > 0) this.#end()
      this.#name += part
    }
  }

  #end(): void {
    const kind = kindOf(this.#name)
    if (kind && this.#current !== null) this.#kinds.set(this.#current, kind)
    this.#name = ''
    this.#current = null
  }

  kindOf(style: number): Kind {
    return this.#kinds.get(style) ?? { says: null, level: 0 }
  }
}

/** What a style is by its name, in the languages in which programs name it. */
function kindOf(name: string): Kind | null {
  const bare = name.trim().toLowerCase()
  const heading = /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|заголовок|nagłówek) ?([1-9])$/.exec(bare)
  if (heading) return { says: 'heading', level: Math.min(6, Number(heading[1])) }
  if (/^(?:title|titel|titre)$/.test(bare)) return { says: 'heading', level: 1 }
  if (/^(?:quote|intense quote|quotations?|block text)$/.test(bare)) return { says: 'quote', level: 0 }
  if (bare === 'caption') return { says: 'caption', level: 0 }
  return null
}
