import type { Block, Zone } from '../../shared/article/article.ts'
import { dateOfArticle } from '../../shared/article/dateOfArticle.ts'
import { Facts } from '../../shared/facts/facts.ts'
import { correctionsOf, readFacts } from '../../shared/facts/factsFile.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Folding } from '../../shared/search/fold.ts'
import { FoldedText } from '../../shared/search/foldedText.ts'
import type { Searchable } from '../../shared/search/matcher.ts'
import { makeRuler, type Ruler } from '../../shared/text/ruler.ts'
import { sha256Of, skimArticle } from './readArticle.ts'

/** The text of an article as it is searched, with what was found out about it on the way. */
export class SearchedText implements Searchable {
  readonly text: string
  readonly #unitBytes: number
  /** Its blocks as a reader found them; null once a person's are in their place. */
  #read: (() => readonly Block[]) | null
  #blocks: readonly Block[] | null = null
  #facts: Uint8Array | null
  #written: { readonly of: readonly Block[]; readonly date: string | null } | null = null
  #sha256: string | null = null
  #ruler: Ruler | null = null
  #folded: { readonly folding: Folding; readonly text: FoldedText } | null = null

  private constructor(
    { text, blocks }: { readonly text: string; blocks(): readonly Block[] },
    unitBytes: number,
    facts: Uint8Array | null,
  ) {
    this.text = text
    this.#read = blocks
    this.#unitBytes = unitBytes
    this.#facts = facts
  }

  /** A text with its blocks as they are. */
  static of(text: string, blocks: readonly Block[]): SearchedText {
    return new SearchedText({ text, blocks: () => blocks }, 2, null)
  }

  /**
   * Reads a file, with the zones that a person corrected where there is a file
   * of facts; both wait until a zone is asked for. Throws what the reader throws.
   */
  static async read(name: string, bytes: Uint8Array, facts: Uint8Array | null): Promise<SearchedText> {
    const skimmed = await skimArticle({ name, bytes, facts })
    // The platform keeps a text without any letter beyond Latin's in one byte each.
    return new SearchedText(skimmed, skimmed.text.length === bytes.length ? 1 : 2, facts)
  }

  /** About how many bytes it takes. */
  get size(): number {
    const characters = this.text.length + (this.#folded?.text.size ?? 0)
    return characters * this.#unitBytes + (this.#blocks?.length ?? 0) * 64 + (this.#facts?.length ?? 0) + 400
  }

  get sha256(): string {
    this.#sha256 ??= sha256Of(this.text)
    return this.#sha256
  }

  get ruler(): Ruler {
    this.#ruler ??= makeRuler(this.text)
    return this.#ruler
  }

  /** As they are now, by the person's last correction. */
  set blocks(blocks: readonly Block[]) {
    this.#blocks = blocks
    this.#read = null
    this.#facts = null
  }

  /** One way of folding is remembered: searches that follow each other mostly ask for the same. */
  folded(folding: Folding): FoldedText {
    const kept = this.#folded
    if (kept?.folding.matchCase === folding.matchCase && kept.folding.diacritics === folding.diacritics)
      return kept.text
    this.#folded = { folding, text: new FoldedText(this.text, folding) }
    return this.#folded.text
  }

  /** When it was written, as its dateline or byline says it; null where they say nothing. */
  get written(): string | null {
    this.#blocks ??= this.#found()
    if (this.#written?.of !== this.#blocks)
      this.#written = { of: this.#blocks, date: dateOfArticle(this.text, this.#blocks) }
    return this.#written.date
  }

  zoneAt(offset: number): Zone {
    this.#blocks ??= this.#found()
    let low = 0
    let high = this.#blocks.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#blocks[middle]!.end <= offset) low = middle + 1
      else high = middle
    }
    return this.#blocks[low]?.zone ?? 'body'
  }

  #found(): readonly Block[] {
    const blocks = this.#read?.() ?? []
    const corrected = this.#facts ? this.#corrected(this.#facts, blocks) : blocks
    this.#read = null
    this.#facts = null
    return corrected
  }

  /** Facts that can't be read leave the zones as the reader saw them. */
  #corrected(facts: Uint8Array, blocks: readonly Block[]): readonly Block[] {
    try {
      const present = { text: this.text, textSha256: this.sha256, blocks }
      const { corrections } = correctionsOf(readFacts(facts), present, this.ruler)
      return new Facts(corrections).correct(this.text, blocks)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return blocks
    }
  }
}
