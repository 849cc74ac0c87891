import type { Rest } from '../annotation/annotation.ts'
import type { Span } from '../annotation/span.ts'
import type { Block, Zone } from '../article/article.ts'

/** What a person said of one block. `quote` is the block's first words, to notice when the text has changed. */
export interface ZoneCorrection extends Span {
  readonly zone: Zone
  readonly quote: string
  readonly rest?: Rest
}

/** One change to the facts of an article, as a value: `zone: null` takes the correction back. */
export type FactsEdit =
  | { readonly kind: 'zone'; readonly span: Span; readonly quote: string; readonly zone: Zone | null }
  | { readonly kind: 'all'; readonly edits: readonly FactsEdit[] }

/** How many UTF-16 units of a block stand in a correction's quote, at most. */
export const CORRECTION_QUOTE = 32

/**
 * The facts of an article that belong to the project and not to one annotator:
 * zones that a person corrected, keyed by the block's start. Offsets are UTF-16.
 */
export class Facts {
  readonly corrections = new Map<number, ZoneCorrection>()

  constructor(corrections: Iterable<ZoneCorrection> = []) {
    for (const correction of corrections) this.corrections.set(correction.start, correction)
  }

  /** Does what the edit says and returns the edit that undoes it. */
  apply(edit: FactsEdit): FactsEdit {
    if (edit.kind === 'all') return { kind: 'all', edits: edit.edits.map(part => this.apply(part)).reverse() }
    const { span, quote, zone } = edit
    const was = this.corrections.get(span.start)
    if (zone === null) this.corrections.delete(span.start)
    else this.corrections.set(span.start, { ...was, start: span.start, end: span.end, zone, quote })
    return { kind: 'zone', span, quote, zone: was?.zone ?? null }
  }

  /** The reader's blocks with a person's corrections in place. A correction whose block or words are not there is passed over. */
  correct(text: string, blocks: readonly Block[]): Block[] {
    return blocks.map(block => {
      const correction = this.corrections.get(block.start)
      const holds = correction?.end === block.end && text.startsWith(correction.quote, block.start)
      return holds ? { start: block.start, end: block.end, zone: correction.zone, by: 'person' } : block
    })
  }
}

/** The zones that an edit of the facts is made of. */
export function zonesOf(edit: FactsEdit): Exclude<FactsEdit, { kind: 'all' }>[] {
  return edit.kind === 'all' ? edit.edits.flatMap(zonesOf) : [edit]
}
