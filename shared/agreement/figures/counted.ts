import type { ScoreCounts } from '../coefficients/precisionRecall.ts'
import type { Ratings, Value } from '../coefficients/ratings.ts'
import type { ContinuumCounts } from '../unitizingAlpha.ts'

/** Ratings that can be told as JSON: rows that look alike are one. */
export interface ToldRatings {
  readonly rows: number
  readonly annotators: number
  readonly codes: readonly number[]
  readonly times: readonly number[]
  readonly categories: readonly Value[]
}

/** What a figure is made of, of its kind: ratings, sets as ratings, lengths of a continuum, or mentions of entities. It can be told as JSON. */
export type Counted =
  | { readonly kind: 'ratings' | 'sets'; readonly ratings: ToldRatings }
  | { readonly kind: 'continuum'; readonly counts: ContinuumCounts }
  | { readonly kind: 'scores'; readonly counts: Required<ScoreCounts> }

export function toldRatings({ rows, annotators, codes, times, categories }: Ratings): ToldRatings {
  return {
    ...{ rows, annotators, categories, codes: [...codes] },
    times: times ? [...times] : new Array<number>(rows).fill(1),
  }
}

export function ratingsTold({ codes, times, ...ratings }: ToldRatings): Ratings {
  return { ...ratings, codes: Int32Array.from(codes), times: Float64Array.from(times) }
}
