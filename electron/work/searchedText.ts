import type { Block, Zone } from '../../shared/article/article.ts'
import { Facts } from '../../shared/facts/facts.ts'
import { correctionsOf, readFacts } from '../../shared/facts/factsFile.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Folding } from '../../shared/search/fold.ts'
import { FoldedText } from '../../shared/search/foldedText.ts'
import type { Searchable } from '../../shared/search/matcher.ts'
import { makeRuler, type Ruler } from '../../shared/text/ruler.ts'
import { readArticle, sha256Of } from './readArticle.ts'

/** The text of an article as it is searched, with what was found out about it on the way. */
export class SearchedText implements Searchable {
  readonly text: string
  #blocks: readonly Block[]
  readonly #unitBytes: number
  #sha256: string | null = null
  #ruler: Ruler | null = null
  #folded: { readonly folding: Folding; readonly text: FoldedText } | null = null

  constructor(text: string, blocks: readonly Block[], unitBytes = 2) {
    this.text = text
    this.#blocks = blocks
    this.#unitBytes = unitBytes
  }

  /** Reads a file, with the zones that a person corrected where there is a file of facts. Throws what the reader throws. */
  static read(name: string, bytes: Uint8Array, facts: Uint8Array | null): SearchedText {
    const { length } = bytes
    const { article, textSha256 } = readArticle({ name, bytes })
    const { text, blocks } = article
    // The platform keeps a text without any letter beyond Latin's in one byte each.
    const searched = new SearchedText(text, blocks, text.length === length ? 1 : 2)
    searched.#sha256 = textSha256
    if (facts) searched.#correct(facts)
    return searched
  }

  /** About how many bytes it takes. */
  get size(): number {
    return (this.text.length + (this.#folded?.text.size ?? 0)) * this.#unitBytes + this.#blocks.length * 64 + 200
  }

  get sha256(): string {
    this.#sha256 ??= sha256Of(this.text)
    return this.#sha256
  }

  get ruler(): Ruler {
    this.#ruler ??= makeRuler(this.text)
    return this.#ruler
  }

  set blocks(blocks: readonly Block[]) {
    this.#blocks = blocks
  }

  /** One way of folding is remembered: searches that follow each other mostly ask for the same. */
  folded(folding: Folding): FoldedText {
    const kept = this.#folded
    if (kept?.folding.matchCase === folding.matchCase && kept.folding.diacritics === folding.diacritics)
      return kept.text
    this.#folded = { folding, text: new FoldedText(this.text, folding) }
    return this.#folded.text
  }

  zoneAt(offset: number): Zone {
    let low = 0
    let high = this.#blocks.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#blocks[middle]!.end <= offset) low = middle + 1
      else high = middle
    }
    return this.#blocks[low]?.zone ?? 'body'
  }

  /** Facts that can't be read leave the zones as the reader saw them. */
  #correct(bytes: Uint8Array): void {
    try {
      const present = { text: this.text, textSha256: this.sha256, blocks: this.#blocks }
      const { corrections } = correctionsOf(readFacts(bytes), present, this.ruler)
      this.#blocks = new Facts(corrections).correct(this.text, this.#blocks)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
}
