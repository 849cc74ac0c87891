import type { RatedRow } from '../articleAgreement.ts'
import { coefficient, type Measure, measures } from '../coefficients/coefficients.ts'
import { alphaBy } from '../coefficients/krippendorffAlpha.ts'
import type { Measured } from '../coefficients/measured.ts'
import { inOrder, type Level, MISSING, type Ratings, type Value } from '../coefficients/ratings.ts'
import { masiDistance } from '../coefficients/setDistance.ts'
import { extentOf } from '../coefficients/units.ts'
import { NOTHING } from '../ratingsOfUnits.ts'
import { CountableMaker } from './countable.ts'
import { toldRatings } from './counted.ts'
import type { FigureLevel, FigureScope } from './figure.ts'
import type { Source, Valued } from './source.ts'

/** At levels with an order only the measures that know it say something of their own. */
const ordered: readonly Measure[] = ['krippendorff-alpha', 'gwet-ac2']

/** The values of a question that have a size, by the text that was rated. */
export type Sizes = ReadonlyMap<Value, number>

/** How ratings are measured. */
export interface Rating {
  readonly asked: readonly FigureLevel[]
  /** Values that could have been chosen: they are categories beside those that were. */
  readonly possible: readonly Value[]
  /** At ordinal and interval values are taken as these have them, and what has none here wasn't rated. */
  readonly sizes: Sizes | null
}

/** Ratings of a scope: rows of each article over the same annotators. */
export function ratingSource(
  scope: FigureScope,
  articles: readonly (readonly RatedRow[])[],
  annotators: number,
  { asked, possible, sizes }: Rating,
): Source {
  const maker = new CountableMaker()
  const patterns: (readonly (Value | null)[])[] = []
  const known = new Set<string>()
  for (const rows of articles) {
    maker.article()
    for (const { values, times } of rows) {
      if (times === 0 || values.every(value => value === null)) continue
      const key = JSON.stringify(values)
      if (!known.has(key)) {
        known.add(key)
        patterns.push(values)
      }
      maker.add(key, times)
    }
  }
  const plain = tableOf(patterns, annotators, possible, value => value)
  const sized = sizes && tableOf(patterns, annotators, possible, value => sizes.get(value) ?? null)
  const sets = asked.includes('sets') ? setDistances(plain.categories) : null
  const all = asked.flatMap(level =>
    (level === 'sets' ? (['krippendorff-alpha'] as const) : level === 'nominal' ? measures : ordered).map(measure => ({
      measure,
      level,
    })),
  )
  const tableFor = (level: FigureLevel) => (level === 'ordinal' || level === 'interval' ? (sized ?? plain) : plain)
  const measured = (sum: Float64Array, measure: Measure, level: FigureLevel): Measured => {
    if (level === 'sets') return alphaBy({ ...plain, times: sum }, sets!)
    return coefficient({ ...tableFor(level), times: sum }, measure, level as Level)
  }
  return {
    ...scope,
    articles: articles.length,
    counts: maker.made(),
    measures: all,
    valuesOf: sum => all.map(({ measure, level }): Valued => measured(sum, measure, level)),
    countOf: sum => extentOf({ ...plain, times: sum }).pairedUnits,
    countsOf: sum => {
      const byLevel = new Map(asked.map(level => [level, extentOf({ ...tableFor(level), times: sum }).pairedUnits]))
      return all.map(({ level }) => byLevel.get(level)!)
    },
    ratingsOf: sum => ({ ...plain, times: sum }),
    countedFor: (sum, _, level) => ({
      kind: level === 'sets' ? 'sets' : 'ratings',
      ratings: toldRatings({ ...tableFor(level), times: sum }),
    }),
  }
}

function tableOf(
  patterns: readonly (readonly (Value | null)[])[],
  annotators: number,
  possible: readonly Value[],
  as: (value: Value) => Value | null,
): Ratings {
  const rows = patterns.map(values => values.map(value => (value === null ? null : as(value))))
  const categories = inOrder(new Set([...possible.map(as), ...rows.flat()].filter(value => value !== null)))
  const codeOf = new Map(categories.map((value, code) => [value, code]))
  const codes = new Int32Array(rows.length * annotators).fill(MISSING)
  for (const [row, values] of rows.entries())
    for (const [i, value] of values.entries()) if (value !== null) codes[row * annotators + i] = codeOf.get(value)!
  return { annotators, rows: rows.length, codes, times: null, categories }
}

/** MASI of each two of sets as JSON text, computed once where there aren't too many; no answer is the empty set. */
export function setDistances(categories: readonly Value[]): (k: number, l: number) => number {
  const sets = categories.map(
    value => new Set<string>(value === NOTHING ? [] : (JSON.parse(String(value)) as string[])),
  )
  const count = sets.length
  if (count > 2_000) return (k, l) => masiDistance(sets[k]!, sets[l]!)
  const apart = new Float64Array(count * count)
  for (let k = 0; k < count; k++)
    for (let l = 0; l < count; l++) apart[k * count + l] = masiDistance(sets[k]!, sets[l]!)
  return (k, l) => apart[k * count + l]!
}
