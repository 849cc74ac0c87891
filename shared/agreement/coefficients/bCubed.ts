import { type Clusters, compareClusters, sumOf } from './clusters.ts'
import { precisionRecall, type ScoreCounts, type Scored } from './precisionRecall.ts'

/**
 * B³ of entities (Bagga and Baldwin 1998: 1/n Σ |K ∩ R| / |K| over mentions, every mention with the same weight): for each mention of the
 * key the share of its entity's mentions that the response puts with it; its mean is recall. Precision is the same seen
 * from the response. Mentions that only one of them has count as they are (Pradhan et al. 2014).
 */
export function bCubed(key: Clusters, response: Clusters): Scored {
  return precisionRecall(bCubedCounts(key, response))
}

/** What B³ is made of. */
export function bCubedCounts(key: Clusters, response: Clusters): Required<ScoreCounts> {
  const { keySizes, responseSizes, overlaps } = compareClusters(key, response)
  return {
    common: sumOf(overlaps.map(({ key: k, common }) => (common * common) / keySizes[k]!)),
    inKey: sumOf(keySizes),
    commonFound: sumOf(overlaps.map(({ response: r, common }) => (common * common) / responseSizes[r]!)),
    found: sumOf(responseSizes),
  }
}
