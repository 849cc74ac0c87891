import { beyondChance, type Measured, without } from './measured.ts'
import type { Ratings } from './ratings.ts'
import { pairedOf, sameAmong, sharesAmong } from './twoAnnotators.ts'
import { MOST_WEIGHED, type Weight } from './weights.ts'

/**
 * Cohen's κ of two annotators (Cohen 1960, (Po − Pe) / (1 − Pe)): by chance each chooses
 * categories as often as he or she did, Pe = Σ p₁(k) p₂(k). Only units that both
 * rated count.
 *
 * With weights, which say how much two categories agree, it is weighted κ
 * (Cohen 1968): Po and Pe are sums of w(k, l) over the pairs.
 */
export function cohenKappa(ratings: Ratings<unknown>, weight?: Weight): Measured {
  const paired = pairedOf(ratings)
  if ('reason' in paired) return paired
  const [p1, p2] = [sharesAmong(paired.first, paired), sharesAmong(paired.second, paired)]
  if (!weight) {
    const byChance = p1.reduce((sum, share, k) => sum + share * p2[k]!, 0)
    return beyondChance(sameAmong(paired), byChance)
  }
  const [rows, columns] = [chosenOf(p1), chosenOf(p2)]
  if (rows.length > MOST_WEIGHED || columns.length > MOST_WEIGHED) return without('too-many-values')
  let found = 0
  for (let i = 0; i < paired.first.length; i++) found += paired.times[i]! * weight(paired.first[i]!, paired.second[i]!)
  let byChance = 0
  for (const k of rows) for (const l of columns) byChance += p1[k]! * p2[l]! * weight(k, l)
  return beyondChance(found / paired.units, byChance)
}

function chosenOf(shares: Float64Array): number[] {
  return [...shares.keys()].filter(k => shares[k]! > 0)
}
