import { words as en } from '../../words/words.ts'
import type { Interval } from '../coefficients/bootstrap.ts'
import type { Measure } from '../coefficients/coefficients.ts'
import { type Counts, coincidencesOf } from '../coefficients/counts.ts'
import { exactly, explain, rounded } from '../coefficients/explain.ts'
import { alphaBy } from '../coefficients/krippendorffAlpha.ts'
import { precisionRecall, type ScoreCounts } from '../coefficients/precisionRecall.ts'
import { type Level, type Ratings, ratersIn, type Value } from '../coefficients/ratings.ts'
import { condensed } from '../coefficients/resampled.ts'
import { extentOf } from '../coefficients/units.ts'
import { type ContinuumCounts, unitizingParts } from '../unitizingAlpha.ts'
import { OTHERS } from '../unitsOfLayer.ts'
import { ratingsTold } from './counted.ts'
import type { EntityMeasure, UnitizingMeasure } from './figure.ts'
import type { FigureGround, NamedFigure } from './figureGround.ts'
import { setDistances } from './ratingSource.ts'

/** A figure with all that it is made of, so that somebody can compute it by hand and cite it. */
export interface FigureExplained {
  /** Null where there is nothing to count, or more than anybody looks through. */
  readonly counts: Counts | null
  /** What the counts' codes are. */
  readonly categories: readonly Value[]
  /** The columns of those who rated anything, where two are set side by side. */
  readonly raters: readonly number[]
  readonly values: readonly { readonly symbol: string; readonly value: number; readonly says: string }[]
  readonly formula: string
  readonly worked: string | null
  readonly citation: string
  readonly methods: string
}

/** What an explanation says beside the counts. */
export interface AboutFigure {
  readonly interval: Interval | null
  /** As people call them; null for all tags, and where nothing was asked. */
  readonly tag: string | null
  readonly question: string | null
}

/** Explains any figure that isn't of a level. */
export function explainFigure(ground: FigureGround, named: NamedFigure, about: AboutFigure): FigureExplained {
  const explained = explainedBy(ground, named, about)
  const what = en.measuring.rated[named.over](about.tag ?? '', about.question ?? '')
  // Those of the continuum and of entities say their articles themselves.
  const where = 'ratings' in ground.counted ? [en.measuring.inArticles(ground.articles)] : []
  return { ...explained, methods: [what, ...where, explained.methods].join(' ') }
}

function explainedBy(
  { counted, annotators, articles }: FigureGround,
  { measure, level }: NamedFigure,
  { interval }: AboutFigure,
): FigureExplained {
  const said = { articles, annotators: annotators.length, interval: intervalSaid(interval) }
  if (counted.kind === 'continuum') return ofContinuum(counted.counts, measure as UnitizingMeasure, said)
  if (counted.kind === 'scores') return ofEntities(counted.counts, measure as EntityMeasure, said)
  const ratings = ratingsTold(counted.ratings)
  if (counted.kind === 'sets') return ofSets(condensed(ratings), said.interval)
  const told = explain(ratings, measure as Measure, level as Level, interval ? { interval } : {})
  return { ...told, categories: ratings.categories }
}

/** What every sentence for a methods section is told. */
interface Said {
  readonly articles: number
  readonly annotators: number
  readonly interval: ReturnType<typeof intervalSaid>
}

function intervalSaid(interval: Interval | null) {
  return interval
    ? {
        ...{ low: rounded(interval.value.low), high: rounded(interval.value.high) },
        ...{ confidence: Math.round(100 * interval.confidence), samples: interval.samples },
      }
    : null
}

/** α of sets, which differ as MASI says. */
function ofSets(ratings: Ratings, interval: Said['interval']): FigureExplained {
  const { measuring: told, coefficients } = en
  const measured = alphaBy(ratings, setDistances(ratings.categories))
  const extent = extentOf(ratings)
  return {
    ...{ counts: extent.pairs === 0 ? null : coincidencesOf(ratings), categories: ratings.categories },
    raters: ratersIn(ratings),
    values: measured.value === null ? [] : differences(measured.found, measured.byChance!),
    formula: told.masiFormula,
    worked: measured.value === null ? null : worked('α', measured.found, measured.byChance!, measured.value),
    citation: told.masiCitation,
    methods:
      measured.value === null
        ? coefficients.noFigure(told.masi, coefficients.reasons[measured.reason])
        : coefficients.methods({
            ...{ name: told.masi, cite: told.masiCites, level: '', weights: null, isLevelUsed: false },
            ...{ annotators: ratersIn(ratings).length, units: extent.units, pairedUnits: extent.pairedUnits },
            ...{ value: rounded(measured.value), found: null, byChance: null },
            interval: interval ? { ...interval, over: 'articles' } : undefined,
          }),
  }
}

/** One of the family of uα: which stretches meet which, how long. */
function ofContinuum(counts: ContinuumCounts, measure: UnitizingMeasure, said: Said): FigureExplained {
  const { measuring: told, coefficients, figures } = en
  const parts = unitizingParts(counts)
  const one =
    measure === 'u-alpha'
      ? parts.u
      : measure === 'u-alpha-binary'
        ? parts.binary
        : measure === 'cu-alpha'
          ? parts.cu
          : ownIn(parts)
  const letter = figures.titles[measure]
  const total = one ? one.lengths.flat().reduce((sum, length) => sum + length, 0) : 0
  return {
    counts: one && total > 0 ? { kind: 'coincidence', codes: [...one.categories.keys()], cells: one.lengths } : null,
    ...{ categories: one?.categories ?? [], raters: [] },
    values:
      one && one.value !== null
        ? [
            ...differences(one.observed, one.expected),
            { symbol: 'l', value: total, says: told.lengthInAll },
            { symbol: 's', value: one.itself, says: told.itself },
          ]
        : [],
    formula: told.unitizingFormulas[measure],
    worked: one && one.value !== null ? worked(letter, one.observed, one.expected, one.value) : null,
    citation: told.unitizingCitation,
    methods:
      one && one.value !== null
        ? told.methods({
            ...said,
            name: figures.measures[measure],
            cite: told.unitizingCites,
            value: rounded(one.value),
          })
        : coefficients.noFigure(figures.measures[measure], coefficients.reasons['no-variation']),
  }
}

/** The category that is told from all others; a tag's own is the one that isn't theirs. */
function ownIn({ categories, categoryOf }: ReturnType<typeof unitizingParts>) {
  const own = categories.find(category => category !== OTHERS)
  return own === undefined ? null : categoryOf(own)
}

/** F₁ of mentions and entities, from both sides. */
function ofEntities(counts: Required<ScoreCounts>, measure: EntityMeasure, said: Said): FigureExplained {
  const { measuring: told, coefficients, figures } = en
  const scored = precisionRecall(counts)
  const name = figures.measures[measure]
  const base = { counts: null, categories: [], raters: [], formula: told.entityFormulas[measure] }
  const citation = told.entityCitations[measure]
  if ('reason' in scored)
    return {
      ...base,
      values: [],
      worked: null,
      citation,
      methods: coefficients.noFigure(name, coefficients.reasons[scored.reason]),
    }
  const { recall, precision, f1 } = scored
  const { common, inKey, found, commonFound } = counts
  return {
    ...base,
    values: [
      { symbol: 'c₁', value: common, says: told.common[measure] },
      { symbol: 'n₁', value: inKey, says: told.ofFirst[measure] },
      ...(measure === 'b-cubed' ? [{ symbol: 'c₂', value: commonFound, says: told.commonSecond }] : []),
      { symbol: 'n₂', value: found, says: told.ofSecond[measure] },
      { symbol: 'R', value: recall, says: told.recall },
      { symbol: 'P', value: precision, says: told.precision },
    ],
    worked: told.entityWorked(exactly(precision), exactly(recall), exactly(f1)),
    citation,
    methods: told.methods({ ...said, name: told.f1Of(name), cite: told.entityCites[measure], value: rounded(f1) }),
  }
}

function differences(found: number, byChance: number) {
  const { symbols } = en.measuring
  return [
    { symbol: 'Do', value: found, says: symbols.found },
    { symbol: 'De', value: byChance, says: symbols.byChance },
  ]
}

function worked(letter: string, found: number, byChance: number, value: number): string {
  return `${letter} = 1 − ${exactly(found)} / ${exactly(byChance)} = ${exactly(value)}`
}
