import type { Rest } from '../annotation/annotation.ts'
import type { Span } from '../annotation/span.ts'
import type { Block, Zone } from '../article/article.ts'
import type { Field, FieldName, Metadata } from '../article/metadata.ts'

/** What a person said of one block. `quote` is the block's first words, to notice when the text has changed. */
export interface ZoneCorrection extends Span {
  readonly zone: Zone
  readonly quote: string
  readonly rest?: Rest
}

/** A field that a person, an archive or a file's name gave the article. */
export interface KeptField extends Field {
  readonly rest?: Rest
}

/** What a person said that a block is; `zone: null` takes it back. */
export interface ZoneEdit {
  readonly kind: 'zone'
  readonly span: Span
  readonly quote: string
  readonly zone: Zone | null
}

/** One change to the facts of an article, as a value. Null goes back to what the article's file says itself. */
export type FactsEdit =
  | ZoneEdit
  | { readonly kind: 'field'; readonly name: FieldName; readonly to: Field | null }
  /** By the name that Python knows the encoding by. The text is another one once the article is read anew. */
  | { readonly kind: 'encoding'; readonly encoding: string | null }
  | { readonly kind: 'all'; readonly edits: readonly FactsEdit[] }

/** How many UTF-16 units of a block stand in a correction's quote, at most. */
export const CORRECTION_QUOTE = 32

/** What is said of an article beside what its blocks are. */
export interface Said {
  readonly fields: ReadonlyMap<FieldName, KeptField>
  /** The encoding that a person chose; null where nobody did. */
  readonly encoding: string | null
}

/**
 * The facts of an article that belong to the project and not to one annotator:
 * zones that a person corrected, keyed by the block's start, fields that stand
 * nowhere in its file or are said otherwise there, and the encoding that a
 * person chose. Offsets are UTF-16.
 */
export class Facts {
  readonly corrections = new Map<number, ZoneCorrection>()
  readonly #fields: Map<FieldName, KeptField>
  #encoding: string | null

  constructor(corrections: Iterable<ZoneCorrection> = [], said: Partial<Said> = {}) {
    for (const correction of corrections) this.corrections.set(correction.start, correction)
    this.#fields = new Map(said.fields)
    this.#encoding = said.encoding ?? null
  }

  get said(): Said {
    return { fields: this.#fields, encoding: this.#encoding }
  }

  /** The fields alone, without keys that aren't known. */
  get metadata(): Metadata {
    return Object.fromEntries([...this.#fields].map(([name, { value, by }]) => [name, { value, by }]))
  }

  /** Does what the edit says and returns the edit that undoes it. */
  apply(edit: FactsEdit): FactsEdit {
    if (edit.kind === 'all') return { kind: 'all', edits: edit.edits.map(part => this.apply(part)).reverse() }
    if (edit.kind === 'field') return this.#setField(edit.name, edit.to)
    if (edit.kind === 'encoding') {
      const was = this.#encoding
      this.#encoding = edit.encoding
      return { kind: 'encoding', encoding: was }
    }
    const { span, quote, zone } = edit
    const was = this.corrections.get(span.start)
    if (zone === null) this.corrections.delete(span.start)
    else this.corrections.set(span.start, { ...was, start: span.start, end: span.end, zone, quote })
    return { kind: 'zone', span, quote, zone: was?.zone ?? null }
  }

  #setField(name: FieldName, to: Field | null): FactsEdit {
    const was = this.#fields.get(name)
    if (to === null) this.#fields.delete(name)
    else this.#fields.set(name, { ...was, value: to.value, by: to.by })
    return { kind: 'field', name, to: was ? { value: was.value, by: was.by } : null }
  }

  /** The reader's blocks with a person's corrections in place. A correction whose block or words are not there is passed over. */
  correct(text: string, blocks: readonly Block[]): Block[] {
    return blocks.map(block => {
      const correction = this.corrections.get(block.start)
      const holds = correction?.end === block.end && text.startsWith(correction.quote, block.start)
      return holds ? { ...block, zone: correction.zone, by: 'person' } : block
    })
  }
}

/** The single edits that an edit of the facts is made of. */
export function partsOf(edit: FactsEdit): Exclude<FactsEdit, { kind: 'all' }>[] {
  return edit.kind === 'all' ? edit.edits.flatMap(partsOf) : [edit]
}

/** Those of them that say what a block is. */
export function zonesOf(edit: FactsEdit): ZoneEdit[] {
  return partsOf(edit).filter(part => part.kind === 'zone')
}

/** What an edit touches, by name: a block by where it begins, a field, the encoding. */
export function touchedBy(edit: FactsEdit): string[] {
  return partsOf(edit).map(part => {
    if (part.kind === 'zone') return `zone ${part.span.start}`
    return part.kind === 'field' ? `field ${part.name}` : part.kind
  })
}
