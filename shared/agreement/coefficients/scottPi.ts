import { beyondChance, type Measured } from './measured.ts'
import type { Ratings } from './ratings.ts'
import { pairedOf, sameAmong, sharesAmong } from './twoAnnotators.ts'

/**
 * Scott's π of two annotators (Scott 1955, (Po − Pe) / (1 − Pe)): by chance both choose
 * categories as often as the two of them did together, Pe = Σ ((p₁(k) + p₂(k)) / 2)². Only
 * units that both rated count. For more than two it is Fleiss' κ.
 */
export function scottPi(ratings: Ratings<unknown>): Measured {
  const paired = pairedOf(ratings)
  if ('reason' in paired) return paired
  const [p1, p2] = [sharesAmong(paired.first, paired), sharesAmong(paired.second, paired)]
  const byChance = p1.reduce((sum, share, k) => sum + ((share + p2[k]!) / 2) ** 2, 0)
  return beyondChance(sameAmong(paired), byChance)
}
