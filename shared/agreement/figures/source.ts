import { type Reason, without } from '../coefficients/measured.ts'
import type { Ratings } from '../coefficients/ratings.ts'
import type { Countable } from './countable.ts'
import type { Counted } from './counted.ts'
import type { FigureLevel, FigureMeasure, FigureScope } from './figure.ts'

/** What comes of a sum: a figure, or why there is none. */
export type Valued = { readonly value: number } | { readonly value: null; readonly reason: Reason }

/** Counts with the figures that are made of them. */
export interface Source extends FigureScope {
  readonly articles: number
  readonly counts: Countable
  readonly measures: readonly { readonly measure: FigureMeasure; readonly level: FigureLevel }[]
  /** The figures of a sum, in the order of `measures`. */
  readonly valuesOf: (sum: Float64Array) => readonly Valued[]
  /** How many of what is counted there are. */
  readonly countOf: (sum: Float64Array) => number
  /** Of how many of them each figure is, in the order of `measures`. */
  readonly countsOf: (sum: Float64Array) => readonly number[]
  /** The sum as a table of ratings, where it is one: for prevalence. */
  readonly ratingsOf: ((sum: Float64Array) => Ratings) | null
  /** What a figure of a sum is explained by; null where the levels of a report do that. */
  readonly countedFor: (sum: Float64Array, measure: FigureMeasure, level: FigureLevel) => Counted | null
}

/** A value, or a reason where there is none. */
export function orReason(value: number | null, reason: Reason): Valued {
  return value === null ? without(reason) : { value }
}
