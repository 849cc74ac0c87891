import { bennettS } from './bennettS.ts'
import { cohenKappa } from './cohenKappa.ts'
import { fleissKappa } from './fleissKappa.ts'
import { gwetAc1, gwetAc2 } from './gwetAc.ts'
import { krippendorffAlpha } from './krippendorffAlpha.ts'
import { type Measured, without } from './measured.ts'
import { observed } from './observed.ts'
import { type Level, type Ratings, whyNoLevel } from './ratings.ts'
import { scottPi } from './scottPi.ts'
import { type Weighting, weightingOf, weightsOf } from './weights.ts'

/** Every measure of a table of ratings, by the name that it has in files. */
export const measures = [
  'observed',
  'cohen-kappa',
  'scott-pi',
  'bennett-s',
  'fleiss-kappa',
  'gwet-ac1',
  'gwet-ac2',
  'krippendorff-alpha',
] as const
export type Measure = (typeof measures)[number]

/**
 * One measure of ratings at a level. κ, π, S and AC1 know the same and not the same, whatever the level; AC2 weighs as the
 * level says, and α measures differences as it says. Several measures of many units are had sooner from `condensed` ratings.
 */
export function coefficient(ratings: Ratings, measure: Measure, level: Level): Measured {
  return formulas[measure](ratings, level)
}

const formulas: Readonly<Record<Measure, (ratings: Ratings, level: Level) => Measured>> = {
  observed,
  'cohen-kappa': ratings => cohenKappa(ratings),
  'scott-pi': scottPi,
  'bennett-s': bennettS,
  'fleiss-kappa': fleissKappa,
  'gwet-ac1': gwetAc1,
  'gwet-ac2': (ratings, level) => weighed('gwet-ac2', ratings, level, weightingOf[level]),
  'krippendorff-alpha': krippendorffAlpha,
}

/** The measures that take weights. */
export type WeighedMeasure = 'cohen-kappa' | 'gwet-ac2'

/** A measure with weights of one's choice: weighted κ of two annotators, or AC2. */
export function weighed(measure: WeighedMeasure, ratings: Ratings, level: Level, weighting: Weighting): Measured {
  const reason = whyNoLevel(ratings.categories, level)
  if (reason) return without(reason)
  const weight = weightsOf(ratings, weighting, level)
  return measure === 'gwet-ac2' ? gwetAc2(ratings, weight) : cohenKappa(ratings, weight)
}

/** The weights that reports give a measure with beside its value, where values have an order: those that are used most. */
export const usualWeightings: readonly Weighting[] = ['linear', 'quadratic']
