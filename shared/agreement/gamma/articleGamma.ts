import type { DatasetLayer } from '../../dataset/dataset.ts'
import type { Unit } from '../unitizingAlpha.ts'
import { type GammaChoice, gamma, usualGamma } from './gamma.ts'

/** γ of one article, of some of its annotations. */
export interface GammaFigure {
  /** 1 − observed / expected; null where nobody marked anything, or chance knows no disorder. */
  readonly value: number | null
  readonly observed: number
  readonly expected: number
  /** How many units an annotator has on average: what a mean over articles weighs by. */
  readonly units: number
  readonly samples: number
  /** Whether every alignment is proven to be the best. */
  readonly isProven: boolean
  /** γ_cat, and γ_k by tag. */
  readonly cat: number | null
  readonly k: Readonly<Record<string, number | null>>
}

/** γ of one article: of all tags together, and of each, sorted. */
export interface ArticleGamma {
  readonly all: GammaFigure
  readonly byTag: Readonly<Record<string, GammaFigure>>
}

/** What is measured, and how. */
export interface ArticleGammaChoice extends Partial<GammaChoice> {
  /** Ids of tags; null: all. */
  readonly tags: readonly string[] | null
}

/**
 * γ of the layers of one article. An annotation is a unit from its first UTF-16
 * unit to its last, whatever lies between its parts; its tag is its category.
 * `isStopped` is asked between samples: a stopped measurement stands on those
 * that were drawn so far.
 */
export function articleGamma(
  layers: readonly DatasetLayer[],
  { tags, ...choice }: ArticleGammaChoice,
  isStopped: () => boolean = () => false,
): ArticleGamma {
  const units = layers.map(({ annotations }) =>
    annotations
      .filter(({ tag }) => tags === null || tags.includes(tag))
      .map(({ tag, spans }): Unit => ({ start: spans[0]!.start, end: spans.at(-1)!.end, category: tag })),
  )
  const used = [...new Set(units.flat().map(({ category }) => category))].sort()
  const measured = (is: (unit: Unit) => boolean): GammaFigure => {
    const own = units.map(all => all.filter(is))
    const found = gamma(own, { ...usualGamma, ...choice }, isStopped)
    const { value, observed, expected, samples, isProven, categories } = found
    return {
      ...{ value, observed, expected, samples, isProven, ...categories },
      units: own.flat().length / Math.max(1, own.length),
    }
  }
  return {
    all: measured(() => true),
    byTag: Object.fromEntries(used.map(tag => [tag, measured(({ category }) => category === tag)])),
  }
}

/** γ of several articles, each a continuum of its own. */
export interface GammaReport {
  readonly articles: number
  readonly all: GammaSum
  /** Sorted. */
  readonly byTag: Readonly<Record<string, GammaSum>>
}

/** A figure of several articles, as we generalise it: the disorders are weighed by units and added before they are compared. */
export type GammaSum = GammaFigure & {
  /** In how many articles anybody marked anything. */
  readonly articles: number
}

/** Adds up what articles say: of disorders the mean over units, of γ_cat and γ_k the mean over articles, weighed by units, where they have a value. */
export function gammaOf(articles: readonly ArticleGamma[]): GammaReport {
  const tags = [...new Set(articles.flatMap(({ byTag }) => Object.keys(byTag)))].sort()
  const own = (tag: string) => articles.flatMap(({ byTag }) => (Object.hasOwn(byTag, tag) ? [byTag[tag]!] : []))
  return {
    articles: articles.length,
    all: sumOf(articles.map(({ all }) => all)),
    byTag: Object.fromEntries(tags.map(tag => [tag, sumOf(own(tag))])),
  }
}

function sumOf(all: readonly GammaFigure[]): GammaSum {
  // In an order of their own: sums of other orders aren't the same to the last digit.
  const some = all
    .filter(({ units }) => units > 0)
    .sort((one, other) => one.units - other.units || one.observed - other.observed || one.expected - other.expected)
  const units = some.reduce((sum, one) => sum + one.units, 0)
  const mean = (figureOf: (one: GammaFigure) => number) =>
    units === 0 ? 0 : some.reduce((sum, one) => sum + one.units * figureOf(one), 0) / units
  const known = (figureOf: (one: GammaFigure) => number | null | undefined) => {
    const having = some.filter(one => typeof figureOf(one) === 'number')
    const weight = having.reduce((sum, one) => sum + one.units, 0)
    return weight === 0 ? null : having.reduce((sum, one) => sum + one.units * figureOf(one)!, 0) / weight
  }
  const [observed, expected] = [mean(one => one.observed), mean(one => one.expected)]
  const categories = [...new Set(some.flatMap(({ k }) => Object.keys(k)))].sort()
  return {
    value: expected > 0 ? 1 - observed / expected : null,
    ...{ observed, expected, units, articles: some.length },
    samples: some.reduce((sum, one) => sum + one.samples, 0),
    isProven: some.every(({ isProven }) => isProven),
    cat: known(({ cat }) => cat),
    k: Object.fromEntries(categories.map(category => [category, known(({ k }) => k[category])])),
  }
}
