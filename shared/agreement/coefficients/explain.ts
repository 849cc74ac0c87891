import { words as en } from '../../words/words.ts'
import type { Interval } from './bootstrap.ts'
import { coefficient, type Measure } from './coefficients.ts'
import { type Counts, coincidencesOf, contingencyOf, shareCountsOf } from './counts.ts'
import { sumOfWeights } from './gwetAc.ts'
import type { Measured } from './measured.ts'
import { type Level, type Ratings, ratersIn } from './ratings.ts'
import { condensed } from './resampled.ts'
import { type Extent, extentOf } from './units.ts'
import { weightingOf, weightsOf } from './weights.ts'

/** A figure with all that it is made of, so that somebody can compute it by hand and cite it. */
export interface Explained {
  readonly measure: Measure
  readonly level: Level
  readonly measured: Measured
  /** The columns of those who rated anything. */
  readonly raters: readonly number[]
  readonly extent: Extent
  /** What was counted; null where there are more categories than anybody looks through, or nothing to count. */
  readonly counts: Counts | null
  /** What goes into the formula, by the letters in it. */
  readonly values: readonly { readonly symbol: string; readonly value: number; readonly says: string }[]
  /** The formula as letters, and with the figures in it; the latter null where the measure has no value. */
  readonly formula: string
  readonly worked: string | null
  /** Who it is by: a line of a list of references. */
  readonly citation: string
  /** Sentences to be copied into a methods section. */
  readonly methods: string
}

/** What an explanation may know beside the ratings. */
export interface ExplainChoice {
  readonly interval?: Interval | undefined
  /** What was drawn anew for the interval. */
  readonly over?: 'articles' | 'units' | undefined
  /** Whether the categories are what a table has; else they are what a codebook offers, with what else was chosen. */
  readonly isTable?: boolean
}

/** Explains a measure of ratings. */
export function explain(
  given: Ratings,
  measure: Measure,
  level: Level,
  { interval, over = 'articles', isTable = false }: ExplainChoice = {},
): Explained {
  const ratings = condensed(given)
  const measured = coefficient(ratings, measure, level)
  const extent = extentOf(ratings)
  const raters = ratersIn(ratings)
  const told = en.coefficients
  const isTwo = raters.length === 2
  const values = measured.value === null ? [] : valuesOf(measure, measured, extent, { ratings, level, isTable })
  const used = measure === 'gwet-ac2' ? told.weights[weightingOf[level]] : null
  return {
    measure,
    level,
    measured,
    raters,
    extent,
    counts: extent.pairs === 0 ? null : countsOf(ratings, measure, isTwo),
    values,
    formula: told.formulas[measure](level, isTwo),
    worked: measured.value === null ? null : workedOf(measure, measured),
    citation: told.citations[measure],
    methods:
      measured.value === null
        ? told.noFigure(told.measures[measure], told.reasons[measured.reason])
        : told.methods({
            name: told.measures[measure],
            cite: measure === 'observed' ? null : told.cites[measure],
            level: told.levels[level],
            weights: used,
            isLevelUsed: measure === 'krippendorff-alpha',
            annotators: raters.length,
            units: extent.units,
            pairedUnits: extent.pairedUnits,
            value: rounded(measured.value),
            found: measure === 'observed' || measure === 'krippendorff-alpha' ? null : rounded(measured.found),
            byChance:
              measure === 'krippendorff-alpha' || measured.byChance === null ? null : rounded(measured.byChance),
            interval: interval && {
              low: rounded(interval.value.low),
              high: rounded(interval.value.high),
              confidence: Math.round(100 * interval.confidence),
              samples: interval.samples,
              over,
            },
          }),
  }
}

function countsOf(ratings: Ratings, measure: Measure, isTwo: boolean): Counts | null {
  if (measure === 'krippendorff-alpha') return coincidencesOf(ratings)
  const isByShares = measure === 'fleiss-kappa' || measure === 'gwet-ac1' || measure === 'gwet-ac2'
  return isTwo && !isByShares ? contingencyOf(ratings) : shareCountsOf(ratings)
}

function valuesOf(
  measure: Measure,
  { found, byChance }: Measured & { readonly value: number },
  extent: Extent,
  { ratings, level, isTable }: { readonly ratings: Ratings; readonly level: Level; readonly isTable: boolean },
) {
  const { symbols } = en.coefficients
  if (measure === 'krippendorff-alpha')
    return [
      { symbol: 'Do', value: found, says: symbols.differenceFound },
      { symbol: 'De', value: byChance!, says: symbols.differenceByChance },
    ]
  const isByCategories = measure === 'bennett-s' || measure === 'gwet-ac1' || measure === 'gwet-ac2'
  return [
    { symbol: 'Po', value: found, says: symbols.found },
    ...(byChance === null ? [] : [{ symbol: 'Pe', value: byChance, says: symbols.byChance }]),
    { symbol: 'n', value: extent.pairedUnits, says: symbols.units },
    ...(isByCategories
      ? [
          {
            ...{ symbol: 'q', value: ratings.categories.length },
            says: isTable ? symbols.categoriesOfTable : symbols.categories,
          },
        ]
      : []),
    ...(measure === 'gwet-ac2'
      ? [
          {
            ...{ symbol: 'T', says: symbols.weights },
            value: sumOfWeights(ratings.categories.length, weightsOf(ratings, weightingOf[level], level)),
          },
        ]
      : []),
  ]
}

function workedOf(measure: Measure, { value, found, byChance }: Measured & { readonly value: number }): string {
  const letter = en.coefficients.letters[measure]
  const [a, b, c] = [found, byChance ?? 0, value].map(exactly)
  if (measure === 'observed') return `${letter} = ${c}`
  return measure === 'krippendorff-alpha'
    ? `${letter} = 1 − ${a} / ${b} = ${c}`
    : `${letter} = (${a} − ${b}) / (1 − ${b}) = ${c}`
}

/** So many digits that the arithmetic can be done again. */
export function exactly(value: number): string {
  return minus(value.toFixed(6))
}

/** As a paper prints it. */
export function rounded(value: number): string {
  return minus(value.toFixed(3))
}

function minus(digits: string): string {
  return /[1-9]/.test(digits) ? digits.replace('-', '−') : digits.replace('-', '')
}
