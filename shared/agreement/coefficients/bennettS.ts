import { beyondChance, type Measured, without } from './measured.ts'
import type { Ratings } from './ratings.ts'
import { foundAgreement, whyNothing } from './units.ts'

/**
 * Bennett, Alpert and Goldstein's S (1954): by chance every category is
 * chosen as often as any other, Pe = 1 / q. `q` counts all categories of the
 * ratings, those that nobody chose, too, where they are known.
 *
 * For more than two annotators, and where ratings are missing, Po is the mean over units of
 * pairs that agree (Brennan and Prediger 1981; Randolph 2005).
 */
export function bennettS(ratings: Ratings<unknown>): Measured {
  const reason = whyNothing(ratings)
  if (reason) return without(reason)
  return beyondChance(foundAgreement(ratings), 1 / ratings.categories.length)
}
