import { type Measured, without } from './measured.ts'
import type { Ratings } from './ratings.ts'
import { foundAgreement, whyNothing } from './units.ts'

/**
 * Observed agreement Po: of two annotators the units for which both chose the
 * same, of those that both rated; of more, the mean over units of the pairs of
 * ratings that are the same (Fleiss 1971, P̄). Chance isn't taken out.
 */
export function observed(ratings: Ratings<unknown>): Measured {
  const reason = whyNothing(ratings)
  if (reason) return without(reason)
  const found = foundAgreement(ratings)
  return { value: found, found, byChance: null }
}
