import type { Block } from '../../shared/article/article.ts'
import { blockIndexAt } from './blocks.ts'

/** Counting ends here; further away is far. */
const MOST = 1000

/** How many paragraphs with words in them one place is after another; negative where it comes before, 0 in the same. */
export function paragraphsBetween(text: string, blocks: readonly Block[], from: number, to: number): number {
  const here = blockIndexAt(blocks, from)
  const there = blockIndexAt(blocks, to)
  const by = Math.sign(there - here)
  let count = 0
  for (let at = here; at !== there && count < MOST; ) {
    at += by
    const { start, end } = blocks[at]!
    if (/\S/.test(text.slice(start, end))) count++
  }
  return by * count || 0
}
