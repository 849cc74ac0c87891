import { blockIndexAt } from '../state/blocks.ts'
import type { OpenArticle } from '../state/openArticle.ts'

/** How many blocks with words in them there are up to each block; blocks are cut once for each text. */
const ranks = new WeakMap<OpenArticle, Uint32Array>()

/** The number of the paragraph that an offset stands in, from 1; blank lines don't count. */
export function paragraphAt(article: OpenArticle | null, offset: number): number {
  if (!article) return 1
  const known = ranks.get(article) ?? count(article)
  ranks.set(article, known)
  return Math.max(1, known[blockIndexAt(article.blocks, offset)] ?? 1)
}

function count({ text, blocks }: OpenArticle): Uint32Array {
  let rank = 0
  return Uint32Array.from(blocks, ({ start, end }) => {
    if (text.slice(start, Math.min(end, start + 1024)).trim() !== '') rank++
    return rank
  })
}
