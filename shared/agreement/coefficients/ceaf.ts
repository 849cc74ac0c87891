import { assign } from '../assignment.ts'
import { type Clusters, compareClusters, type Overlap, sumOf } from './clusters.ts'
import { precisionRecall, type ScoreCounts, type Scored } from './precisionRecall.ts'

/**
 * How alike two entities are (Luo 2005): `mentions` (φ3) is |K ∩ R|, how many they have in common; `entities`
 * (φ4) is 2 |K ∩ R| / (|K| + |R|), that of the mean of how many each has.
 */
export type Likeness = 'mentions' | 'entities'

/**
 * CEAF of entities (Luo 2005: Φ / Σ φ(K, K) and Φ / Σ φ(R, R)): every entity of the key is put together with one of the response at most, so
 * that the sum of their likenesses is the greatest there is; recall is that sum of how alike the key is to itself, precision of
 * how alike the response is. With φ3 that is counted in mentions, with φ4 in entities.
 */
export function ceaf(key: Clusters, response: Clusters, likeness: Likeness): Scored {
  return precisionRecall(ceafCounts(key, response, likeness))
}

/** What CEAF is made of. */
export function ceafCounts(key: Clusters, response: Clusters, likeness: Likeness): ScoreCounts {
  const { keySizes, responseSizes, overlaps } = compareClusters(key, response)
  const like = ({ key: k, response: r, common }: Overlap) =>
    likeness === 'mentions' ? common : (2 * common) / (keySizes[k]! + responseSizes[r]!)
  const pairs = overlaps.map(overlap => ({
    left: String(overlap.key),
    right: String(overlap.response),
    likeness: like(overlap),
  }))
  const best = assign(pairs, pair => pair.likeness)
  return {
    common: sumOf(best.map(pair => pair.likeness)),
    inKey: likeness === 'mentions' ? sumOf(keySizes) : keySizes.length,
    found: likeness === 'mentions' ? sumOf(responseSizes) : responseSizes.length,
  }
}
