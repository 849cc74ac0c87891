import { indexAt } from '../../shared/annotation/span.ts'
import type { Block, Zone } from '../../shared/article/article.ts'

/**
 * The blocks of an article from the one string they cross the bridge as: `[end, zone, by]` each, and the reader's zone of
 * those that a person corrected. `asRead` are the same blocks without any correction.
 */
export function readBlocks(json: string): { readonly blocks: readonly Block[]; readonly asRead: readonly Block[] } {
  let start = 0
  const blocks: Block[] = []
  const asRead: Block[] = []
  for (const [end, zone, by, read] of JSON.parse(json) as [number, Zone, Block['by'], Zone?][]) {
    const block = { start, end, zone, by }
    blocks.push(block)
    asRead.push(read === undefined ? block : { start, end, zone: read, by: 'reader' })
    start = end
  }
  return { blocks, asRead }
}

/** The index of the block that `offset` stands in; the last one at the end of the text, -1 without blocks. */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  return indexAt(blocks, offset)
}

/** The zone of the place, `body` where there is none. */
export function zoneAt(blocks: readonly Block[], offset: number): Zone {
  return blocks[blockIndexAt(blocks, offset)]?.zone ?? 'body'
}
