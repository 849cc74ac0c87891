import { beyondChance, type Measured, without } from './measured.ts'
import type { Ratings } from './ratings.ts'
import { eachAgreement, foundAgreement, sharesOf, whyNothing } from './units.ts'

/**
 * Fleiss' κ of two annotators and more (Fleiss 1971, (P̄ − P̄e) / (1 − P̄e)): by chance
 * every rating falls on a category as often as all ratings did, Pe = Σ π(k)².
 *
 * Fleiss wants as many ratings of every unit. Where some are missing, Po is the
 * mean of the units with two ratings or more, and π(k) the mean share of a category in the
 * units with any (Gwet 2014, chapter 2); with none missing both are Fleiss' own.
 */
export function fleissKappa(ratings: Ratings<unknown>): Measured {
  const reason = whyNothing(ratings)
  if (reason) return without(reason)
  const byChance = sharesOf(ratings).reduce((sum, share) => sum + share * share, 0)
  return beyondChance(foundAgreement(ratings), byChance)
}

/** Fleiss' P(i) (1971): the agreement within each unit that two or more rated, in order. */
export function agreementByUnit(ratings: Ratings<unknown>): number[] {
  const all: number[] = []
  eachAgreement(ratings, (agreement, times) => {
    for (let i = 0; i < times; i++) all.push(agreement)
  })
  return all
}
