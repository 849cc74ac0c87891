import { type Clusters, compareClusters, sumOf } from './clusters.ts'
import { precisionRecall, type Scored } from './precisionRecall.ts'

/**
 * MUC of entities (Vilain et al. 1995, Σ (|K| − parts of K) / Σ (|K| − 1)): of the links that it takes to hold each entity together, one fewer
 * than its mentions, those that the other doesn't cut. Entities of one mention have none, so it says nothing of them.
 */
export function muc(key: Clusters, response: Clusters): Scored {
  const { keySizes, responseSizes, overlaps } = compareClusters(key, response)
  // Every part of an entity holds one link fewer than the mentions in it; mentions that the other lacks hold none.
  const common = sumOf(overlaps.map(overlap => overlap.common - 1))
  return precisionRecall({
    common,
    inKey: sumOf(keySizes.map(size => size - 1)),
    found: sumOf(responseSizes.map(size => size - 1)),
  })
}
