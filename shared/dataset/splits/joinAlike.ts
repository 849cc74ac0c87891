import type { UnionFind } from './unionFind.ts'

/** A bucket is given up after so many comparisons for each article that was taken in, */
const PATIENCE = 4
/** and so many more: some fifteen articles that are all unlike are compared each with each. */
const HEAD_START = 64

/**
 * Joins what is alike in a bucket of articles, comparing only what isn't of one
 * family yet. False where it was given up, because too many in it are unlike:
 * what was found alike until then is joined.
 */
export function joinAlike(
  bucket: readonly number[],
  sets: UnionFind,
  alike: (a: number, b: number) => boolean,
): boolean {
  let families: number[][] = []
  let left = HEAD_START
  for (const article of bucket) {
    left += PATIENCE
    const belongs = (family: readonly number[]) =>
      sets.find(family[0]!) === sets.find(article) || family.some(other => left-- > 0 && alike(article, other))
    let own: number[] | undefined
    families = families.filter(family => {
      if (!belongs(family)) return true
      sets.join(article, family[0]!)
      if (own) for (const member of family) own.push(member)
      else own = family
      return own === family
    })
    if (left <= 0) return false
    if (own) own.push(article)
    else families.push([article])
  }
  return true
}
