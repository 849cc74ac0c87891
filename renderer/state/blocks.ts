import { indexAt } from '../../shared/annotation/span.ts'
import type { Block, Zone } from '../../shared/article/article.ts'

/** The blocks of an article from the one string they cross the bridge as: `[end, zone, by]` each. */
export function readBlocks(json: string): Block[] {
  let start = 0
  return (JSON.parse(json) as [number, Zone, Block['by']][]).map(([end, zone, by]) => {
    const block = { start, end, zone, by }
    start = end
    return block
  })
}

/** The index of the block that `offset` stands in; the last one at the end of the text, -1 without blocks. */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  return indexAt(blocks, offset)
}

/** The zone of the place, `body` where there is none. */
export function zoneAt(blocks: readonly Block[], offset: number): Zone {
  return blocks[blockIndexAt(blocks, offset)]?.zone ?? 'body'
}
