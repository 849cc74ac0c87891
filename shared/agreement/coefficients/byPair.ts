import { coefficient, type Measure } from './coefficients.ts'
import type { Measured } from './measured.ts'
import { type Level, type Ratings, ratersIn, ratingsBy } from './ratings.ts'
import { condensed } from './resampled.ts'
import { type Extent, extentOf } from './units.ts'

/** How far two of the annotators agree, by their columns: each measure, over the units that both rated where it is a measure of two. */
export interface PairAgreement {
  readonly annotators: readonly [number, number]
  readonly extent: Extent
  readonly measured: ReadonlyMap<Measure, Measured>
}

/** Every pair of the annotators who rated anything, in order. */
export function byPair(ratings: Ratings, chosen: readonly Measure[], level: Level): PairAgreement[] {
  const whole = condensed(ratings)
  const raters = ratersIn(whole)
  return raters.flatMap((first, i) =>
    raters.slice(i + 1).map(second => {
      const pair = condensed(ratingsBy(whole, [first, second]))
      const measured = new Map(chosen.map(measure => [measure, coefficient(pair, measure, level)]))
      return { annotators: [first, second], extent: extentOf(pair), measured } as const
    }),
  )
}
