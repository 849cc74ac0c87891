import type { Scope } from './agreementReport.ts'
import type { ArticleFindings } from './articleFindings.ts'
import { figuresOf, type GroupFigure } from './articleGroups.ts'
import { type ByOutlet, byOutlet } from './byOutlet.ts'
import type { Interval } from './coefficients/bootstrap.ts'
import { coefficient, type Measure, measures } from './coefficients/coefficients.ts'
import { type Explained, explain } from './coefficients/explain.ts'
import type { Measured, Reason } from './coefficients/measured.ts'
import { type PartingWays, partingWays, prevalence } from './coefficients/prevalence.ts'
import type { Value } from './coefficients/ratings.ts'
import { intervalOf } from './coefficients/resampled.ts'
import { type Extent, extentOf } from './coefficients/units.ts'
import { allLevels } from './compareLayers.ts'
import type { LevelInterval, LevelName } from './levelFigures.ts'
import { addLevels, type Levels, noLevels } from './levels.ts'
import { type OverTime, overTime, type Period } from './overTime.ts'
import { type RatedThings, ratedArticles, ratedThings } from './ratedArticles.ts'
import { NOTHING } from './ratingsOfUnits.ts'

/** What one measure says of rated things. */
export interface ToldMeasure {
  readonly measure: Measure
  readonly measured: Measured
  readonly interval: Interval | { readonly value: null; readonly reason: Reason }
}

/** The measures of matched units, or of tokens. */
export interface RatedDetail {
  readonly over: RatedThings
  readonly extent: Extent
  /** The share of each tag among what was chosen, the largest first; `NOTHING` for what somebody left without. */
  readonly prevalence: readonly { readonly tag: string; readonly share: number }[]
  readonly parting: (Omit<PartingWays, 'most'> & { readonly tag: string; readonly share: number }) | null
  readonly measures: readonly ToldMeasure[]
}

/** All that takes longer to know of a scope: intervals, measures, time and outlets. */
export interface ScopeDetail {
  /** How many articles it is of. */
  readonly articles: number
  readonly levels: Readonly<Record<LevelName, GroupFigure>>
  /** Units, and tokens where there is a tag. */
  readonly rated: readonly RatedDetail[]
  readonly overTime: OverTime
  readonly byOutlet: ByOutlet
}

/** `offered`: the tags that units could have been given. */
export function scopeDetail(
  articles: readonly ArticleFindings[],
  scope: Scope,
  period: Period,
  offered: readonly string[],
): ScopeDetail {
  const within = articlesIn(articles, scope).map(article => ({ ...article, levels: levelsIn(article, scope) }))
  return {
    articles: within.length,
    levels: figuresOf(within.map(({ levels }) => levels)),
    rated: ratedThings.flatMap(over => ratedDetail(articles, over, scope, offered) ?? []),
    overTime: overTime(within, period),
    byOutlet: byOutlet(within),
  }
}

/** The intervals of every row of a report: all, by tag and by pair. */
export interface RowIntervals {
  readonly all: Readonly<Record<LevelName, GroupFigure>>
  readonly byTag: Readonly<Record<string, Readonly<Record<LevelName, GroupFigure>>>>
  /** Of all tags, in the order of the report's pairs. */
  readonly pairs: readonly Readonly<Record<LevelName, GroupFigure>>[]
}

/** What a measure of a scope is explained by: the ratings, rows that look alike as one, and the interval. It can be told as JSON. */
export interface MeasureGround {
  readonly ratings: {
    readonly rows: number
    readonly codes: readonly number[]
    readonly times: readonly number[]
    readonly categories: readonly Value[]
  }
  /** Who has which column. */
  readonly annotators: readonly string[]
  readonly interval: Interval | null
}

/** What explains a measure; null where nothing was rated so. */
export function measureGround(
  articles: readonly ArticleFindings[],
  over: RatedThings,
  measure: Measure,
  scope: Scope,
  offered: readonly string[],
): MeasureGround | null {
  const patterned = ratedArticles(
    articles.map(({ agreement }) => agreement),
    over,
    scope,
    offered,
  )
  if (!patterned) return null
  const { ratings, annotators } = patterned
  const interval = intervalOf(patterned, sample => coefficient(sample, measure, 'nominal'))
  return {
    ratings: {
      ...{ rows: ratings.rows, codes: [...ratings.codes], categories: ratings.categories },
      times: [...(ratings.times ?? [])],
    },
    ...{ annotators, interval: interval.value === null ? null : (interval as Interval) },
  }
}

/** Explains a measure, in the words of whoever asks. */
export function explainGround({ ratings, annotators, interval }: MeasureGround, measure: Measure): Explained {
  const { rows, codes, times, categories } = ratings
  const made = { annotators: annotators.length, rows, categories }
  const table = { ...made, codes: Int32Array.from(codes), times: Float64Array.from(times) }
  return explain(table, measure, 'nominal', interval ? { interval } : {})
}

/** The articles that a scope is of: of a pair those that both annotated. */
export function articlesIn(articles: readonly ArticleFindings[], { pair }: Scope): readonly ArticleFindings[] {
  if (pair === null) return articles
  return articles.filter(({ agreement }) => agreement.pairs.some(({ a, b }) => a === pair.a && b === pair.b))
}

/** The levels of a scope in one article. */
export function levelsIn({ agreement }: ArticleFindings, { pair, tag }: Scope): Levels {
  let sum = noLevels
  for (const { a, b, levels } of agreement.pairs) {
    if (pair !== null && (a !== pair.a || b !== pair.b)) continue
    if (tag === null) sum = addLevels(sum, allLevels(levels))
    else if (Object.hasOwn(levels, tag)) sum = addLevels(sum, levels[tag]!)
  }
  return sum
}

function ratedDetail(
  articles: readonly ArticleFindings[],
  over: RatedThings,
  scope: Scope,
  offered: readonly string[],
): RatedDetail | null {
  const patterned = ratedArticles(
    articles.map(({ agreement }) => agreement),
    over,
    scope,
    offered,
  )
  if (!patterned) return null
  const { ratings } = patterned
  const tagOf = (code: number) => String(ratings.categories[code] ?? NOTHING)
  const parting = partingWays(ratings)
  return {
    over,
    extent: extentOf(ratings),
    prevalence: prevalence(ratings)
      .map((share, code) => ({ tag: tagOf(code), share }))
      .filter(({ share }) => share > 0)
      .sort((one, other) => other.share - one.share),
    parting: parting && {
      ...{ observed: parting.observed, kappa: parting.kappa, even: parting.even },
      ...{ tag: tagOf(parting.most.code), share: parting.most.share },
    },
    measures: measures
      // Between tags there is no order: AC2 would be AC1 once more.
      .filter(measure => measure !== 'gwet-ac2')
      .map(measure => ({
        measure,
        measured: coefficient(ratings, measure, 'nominal'),
        interval: intervalOf(patterned, sample => coefficient(sample, measure, 'nominal')) as LevelInterval,
      })),
  }
}
