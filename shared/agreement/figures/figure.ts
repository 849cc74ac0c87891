import type { Interval } from '../coefficients/bootstrap.ts'
import { type Measure, measures } from '../coefficients/coefficients.ts'
import type { Reason } from '../coefficients/measured.ts'
import type { Level, Value } from '../coefficients/ratings.ts'

/** Figures of annotations that were matched: F₁ of what is found, and shares of what was found that are the same. */
export const levelMeasures = [
  'f1-found',
  'f1-exact',
  'f1-tokens',
  'same-extent',
  'same-attributes',
  'same-entity',
  'f1-links',
  'f1-statement',
] as const
export type LevelMeasure = (typeof levelMeasures)[number]

/** Krippendorff’s family for unitizing: uα, |uα, cuα and (k)uα. */
export const unitizingMeasures = ['u-alpha', 'u-alpha-binary', 'cu-alpha', 'ku-alpha'] as const
export type UnitizingMeasure = (typeof unitizingMeasures)[number]

/** F₁ of entities. */
export const entityMeasures = ['b-cubed', 'ceaf-mentions', 'ceaf-entities'] as const
export type EntityMeasure = (typeof entityMeasures)[number]

/** Every measure of layers, by the name that it has in files. */
export const figureMeasures = [...levelMeasures, ...measures, ...unitizingMeasures, ...entityMeasures] as const
export type FigureMeasure = LevelMeasure | Measure | UnitizingMeasure | EntityMeasure

/**
 * What is counted: annotations that were matched, by level; tokens; units, which are matched annotations of all annotators, what
 * one left out being a value (`units`), or no rating (`matched`: the tag, where two or more marked a place); answers to
 * a question about them; the text as a continuum; mentions of entities.
 */
export const overs = ['annotations', 'tokens', 'units', 'matched', 'answers', 'continuum', 'entities'] as const
export type Over = (typeof overs)[number]

/** How values differ: by a level, or as sets (MASI). Null for a measure that doesn't ask. */
export type FigureLevel = Level | 'sets' | null

/** Whose and of what: null for all annotators, all tags. `question` is the id of an attribute of the tag. */
export interface FigureScope {
  readonly over: Over
  readonly pair: { readonly a: string; readonly b: string } | null
  readonly tag: string | null
  readonly question: string | null
}

/** One figure: where it has no value there is a reason. */
export interface Figure {
  readonly measure: FigureMeasure
  readonly level: FigureLevel
  readonly value: number | null
  readonly reason: Reason | null
  /** What it is of: all that it divides by at a level, the units that two or more rated where values are rated; otherwise that of the group. */
  readonly n: number
  /** Over articles, where it was asked for and there is a value. */
  readonly interval: Interval | { readonly value: null; readonly reason: Reason } | null
}

/** Figures that are made of the same counts. */
export interface FigureGroup extends FigureScope {
  /** Articles that two or more of these annotators have. */
  readonly articles: number
  /** How many annotations of both sides, tokens, units, answered units, UTF-16 units or mentions it is about. */
  readonly n: number
  /** The share of each value among what was rated; none where nothing is rated. */
  readonly prevalence: readonly { readonly value: Value; readonly share: number }[]
  /** Where κ and per cent part ways: agreement looks good, and κ doesn't, since nearly everything is `value`. */
  readonly partingWays: {
    readonly observed: number
    readonly kappa: number | null
    readonly even: number | null
    readonly value: Value
    readonly share: number
  } | null
  readonly figures: readonly Figure[]
}
