import { indexAt } from '../../shared/annotation/span.ts'
import type { Block, Form, Zone } from '../../shared/article/article.ts'

/**
 * The blocks of an article from the one string they cross the bridge as: `[end, zone, by]` each, with the reader's zone of
 * those that a person corrected, and with their form. `asRead` are the same blocks without any correction.
 */
export function readBlocks(json: string): { readonly blocks: readonly Block[]; readonly asRead: readonly Block[] } {
  let start = 0
  const blocks: Block[] = []
  const asRead: Block[] = []
  for (const [end, zone, by, read, form] of JSON.parse(json) as Row[]) {
    const block = { start, end, zone, by, ...(form ? { form } : {}) }
    blocks.push(block)
    asRead.push(!read ? block : { ...block, zone: read, by: 'reader' })
    start = end
  }
  return { blocks, asRead }
}

type Row = readonly [end: number, zone: Zone, by: Block['by'], read?: Zone | null, form?: Form]

/** The index of the block that `offset` stands in; the last one at the end of the text, -1 without blocks. */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  return indexAt(blocks, offset)
}

/** The zone of the place, `body` where there is none. */
export function zoneAt(blocks: readonly Block[], offset: number): Zone {
  return blocks[blockIndexAt(blocks, offset)]?.zone ?? 'body'
}
