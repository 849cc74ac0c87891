import type { Interval } from '../coefficients/bootstrap.ts'
import { byPair } from '../coefficients/byPair.ts'
import {
  coefficient,
  type Measure,
  measures,
  usualWeightings,
  type WeighedMeasure,
  weighed,
} from '../coefficients/coefficients.ts'
import { type Explained, explain } from '../coefficients/explain.ts'
import type { Measured, Reason } from '../coefficients/measured.ts'
import { type PartingWays, partingWays, prevalence } from '../coefficients/prevalence.ts'
import type { Level, Ratings, Value } from '../coefficients/ratings.ts'
import { condensed, intervalOf, patternsOf } from '../coefficients/resampled.ts'
import { extentOf } from '../coefficients/units.ts'
import { type Weighting, weightingOf } from '../coefficients/weights.ts'
import type { Edge } from './layout.ts'
import { type RatingsTable, type Refusal, ratingsTable, type TableChoice, type TableRow } from './ratingsTable.ts'

/** What `stet agree --table` prints. */
export interface TableReport {
  readonly format: 'stet-agree-table'
  readonly formatVersion: 1
  readonly file: string
  readonly level: Level
  readonly annotators: readonly string[]
  /** Units that anybody rated, those that two or more did, ratings, pairs of ratings of one unit, and the ratings that these units lack. */
  readonly units: number
  readonly pairedUnits: number
  readonly ratings: number
  readonly pairs: number
  readonly missing: number
  /** In their order; `share` of the units' ratings. */
  readonly categories: readonly { readonly value: Value; readonly share: number }[]
  readonly firstRow: Edge
  readonly firstColumn: Edge
  readonly coefficients: readonly Coefficient[]
  /** Where κ and per cent part ways, with the category that nearly everything is. */
  readonly partingWays: (Omit<PartingWays, 'most'> & { readonly category: Value; readonly share: number }) | null
  /** Whether the first column may be names of units after all. */
  readonly isSure: boolean
  readonly looksMissing: readonly string[]
  /** Every two of the annotators, where that was asked for. */
  readonly byPair: readonly PairReport[] | null
  /** What one measure is made of, where that was asked for. */
  readonly explained: Explained | null
}

/** What two annotators agree in: units that both rated, and each measure, null where it has no value. */
export interface PairReport {
  readonly annotators: readonly [string, string]
  readonly pairedUnits: number
  readonly coefficients: readonly Pick<Coefficient, 'measure' | 'value' | 'level' | 'reason'>[]
}

/** One measure of a table. Where it has no value there is a reason. */
export interface Coefficient {
  readonly measure: Measure
  readonly value: number | null
  readonly level: Level
  /** How much categories that aren't the same count: `identity` is not at all; null where a measure has differences of its own. */
  readonly weights: Weighting | null
  /** Agreement that was found and that is expected by chance; of α disagreement. Null where there is no value. */
  readonly found: number | null
  readonly byChance: number | null
  readonly reason: Reason | null
  /** The same measure with other weights, where values have an order. */
  readonly weighted?: readonly {
    readonly weights: Weighting
    readonly value: number | null
    readonly reason: Reason | null
  }[]
  /** Over units, where it was asked for. */
  readonly interval?: (Omit<Interval, 'value'> & Interval['value']) | { readonly reason: Reason }
}

export interface ReportChoice extends TableChoice {
  /** How many samples intervals are drawn from; without it there are none. */
  readonly samples?: number | undefined
  readonly seed?: number | undefined
  /** The measure to explain. */
  readonly explain?: Measure | undefined
  /** Whether every two annotators are told apart from the others. */
  readonly byPair?: boolean | undefined
}

/** Every measure of a table of ratings, or why there is none. */
export function tableReport(
  file: string,
  rows: readonly TableRow[],
  choice: ReportChoice,
): TableReport | { readonly refusal: Refusal } {
  const table = ratingsTable(rows, choice)
  if ('refusal' in table) return table
  const { ratings, annotators, layout, looksMissing } = table
  const { level } = choice
  const extent = extentOf(ratings)
  const shares = prevalence(ratings)
  const parting = partingWays(ratings)
  const coefficients = coefficientsOf(table, choice)
  const interval = coefficients.find(({ measure }) => measure === choice.explain)?.interval
  return {
    format: 'stet-agree-table',
    formatVersion: 1,
    file,
    level,
    annotators,
    ...extent,
    missing: extent.units * ratings.annotators - extent.ratings,
    categories: ratings.categories.map((value, code) => ({ value, share: shares[code]! })),
    firstRow: layout.firstRow,
    firstColumn: layout.firstColumn,
    coefficients,
    partingWays: parting && {
      observed: parting.observed,
      kappa: parting.kappa,
      even: parting.even,
      category: ratings.categories[parting.most.code]!,
      share: parting.most.share,
    },
    isSure: layout.isSure,
    looksMissing,
    byPair: choice.byPair ? pairReports(table, level) : null,
    explained: choice.explain
      ? explain(ratings, choice.explain, level, {
          interval: interval && asInterval(interval),
          over: 'units',
          isTable: true,
        })
      : null,
  }
}

function pairReports({ ratings, annotators }: RatingsTable, level: Level): PairReport[] {
  return byPair(ratings, measures, level).map(({ annotators: [first, second], extent, measured }) => ({
    annotators: [annotators[first]!, annotators[second]!],
    pairedUnits: extent.pairedUnits,
    coefficients: [...measured].map(([measure, one]) => ({
      measure,
      value: one.value,
      level,
      reason: one.value === null ? one.reason : null,
    })),
  }))
}

function asInterval(interval: NonNullable<Coefficient['interval']>): Interval | undefined {
  if ('reason' in interval) return undefined
  const { low, high, ...drawn } = interval
  return { value: { low, high }, ...drawn }
}

function coefficientsOf(table: RatingsTable, { level, samples, seed = 1 }: ReportChoice): Coefficient[] {
  const units = Int32Array.from({ length: table.ratings.rows }, (_, i) => i)
  const patterned = samples === undefined ? null : patternsOf(table.ratings, units)
  const ratings = patterned ? patterned.ratings : condensed(table.ratings)
  return measures.map(measure => {
    const measured = coefficient(ratings, measure, level)
    const parts = partsOf(measured)
    const told = { measure, value: measured.value, level, weights: weightsIn(measure, level), ...parts }
    const others = level !== 'nominal' && isWeighed(measure) ? { weighted: weightedOf(measure, ratings, level) } : {}
    if (!patterned || measured.value === null) return { ...told, ...others }
    const choice = samples === undefined ? { seed } : { samples, seed }
    const interval = intervalOf(patterned, sample => coefficient(sample, measure, level), choice)
    if (interval.value === null) return { ...told, ...others, interval: { reason: interval.reason } }
    const { value, ...drawn } = interval
    return { ...told, ...others, interval: { ...value, ...drawn } }
  })
}

function weightsIn(measure: Measure, level: Level): Weighting | null {
  if (measure === 'krippendorff-alpha') return null
  return measure === 'gwet-ac2' ? weightingOf[level] : 'identity'
}

function isWeighed(measure: Measure): measure is WeighedMeasure {
  return measure === 'cohen-kappa' || measure === 'gwet-ac2'
}

function weightedOf(measure: WeighedMeasure, ratings: Ratings, level: Level) {
  return usualWeightings.map(weights => {
    const measured = weighed(measure, ratings, level, weights)
    return { weights, value: measured.value, reason: measured.value === null ? measured.reason : null }
  })
}

function partsOf(measured: Measured): Pick<Coefficient, 'found' | 'byChance' | 'reason'> {
  if (measured.value === null) return { found: null, byChance: null, reason: measured.reason }
  return { found: measured.found, byChance: measured.byChance, reason: null }
}
