import { type Clusters, compareClusters, sumOf } from './clusters.ts'
import { precisionRecall, type Scored } from './precisionRecall.ts'

/**
 * BLANC of entities (Recasens and Hovy 2011, for mentions that needn't be the same: Luo, Pradhan, Recasens and Hovy
 * 2014): pairs of mentions are scored as being of one entity, and as being of two, and the means of both are the
 * figures. Where nobody has pairs of one kind the other kind alone is scored.
 */
export function blanc(key: Clusters, response: Clusters): Scored {
  const { keySizes, responseSizes, overlaps } = compareClusters(key, response)
  const together = (sizes: readonly number[]) => sumOf(sizes.map(pairsOf))
  const apart = (sizes: readonly number[]) => pairsOf(sumOf(sizes)) - together(sizes)
  const both = together(overlaps.map(({ common }) => common))
  const joined = precisionRecall({ common: both, inKey: together(keySizes), found: together(responseSizes) })
  const commonOf = (side: 'key' | 'response') => {
    const sums = new Map<number, number>()
    for (const overlap of overlaps) sums.set(overlap[side], (sums.get(overlap[side]) ?? 0) + overlap.common)
    return [...sums.values()]
  }
  const common = sumOf(overlaps.map(overlap => overlap.common))
  const bothApart = pairsOf(common) - together(commonOf('key')) - together(commonOf('response')) + both
  const parted = precisionRecall({ common: bothApart, inKey: apart(keySizes), found: apart(responseSizes) })
  if ('reason' in joined) return parted
  if ('reason' in parted) return joined
  const mean = (what: 'precision' | 'recall' | 'f1') => (joined[what] + parted[what]) / 2
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') }
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2
}
