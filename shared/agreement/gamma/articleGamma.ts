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
  /** Whether every alignment is proven to be the best, those of samples too. */
  readonly isProven: boolean
  /** What both disorders aren't below, however good the best alignments are: the disorders themselves, where all is proven. */
  readonly observedLeast: number
  readonly expectedLeast: number
  /** γ_cat, and γ_k by tag. */
  readonly cat: number | null
  readonly k: Readonly<Record<string, number | null>>
}

/** γ of some layers: of all tags together, and of each, sorted. */
export interface GammaByTag<Figure = GammaFigure> {
  readonly all: Figure
  readonly byTag: Readonly<Record<string, Figure>>
}

/** γ of two annotators, of whom `a` comes first. */
export type GammaOfPair<Figure = GammaFigure> = GammaByTag<Figure> & { readonly a: string; readonly b: string }

/** γ of one article: of all layers, and of each two of them where that is asked for. */
export type ArticleGamma = GammaByTag & { readonly pairs: readonly GammaOfPair[] }

/** What is measured, and how. */
export interface ArticleGammaChoice extends Partial<GammaChoice> {
  /** Ids of tags; null: all. */
  readonly tags: readonly string[] | null
  /** Whether each two annotators are measured, too. */
  readonly pairs?: boolean
}

/**
 * γ of the layers of one article. An annotation is a unit from its first UTF-16
 * unit to its last, whatever lies between its parts; its tag is its category.
 * `isStopped` is asked between samples: a stopped measurement stands on those
 * that were drawn so far.
 */
export function articleGamma(
  layers: readonly DatasetLayer[],
  { tags, pairs = false, ...choice }: ArticleGammaChoice,
  isStopped: () => boolean = () => false,
): ArticleGamma {
  const ofEach = layers
    .map(({ annotator, annotations }) => ({
      annotator,
      units: annotations
        .filter(({ tag }) => tags === null || tags.includes(tag))
        .map(({ tag, spans }): Unit => ({ start: spans[0]!.start, end: spans.at(-1)!.end, category: tag })),
    }))
    .sort((one, other) => (one.annotator < other.annotator ? -1 : 1))
  const measure = (units: readonly (readonly Unit[])[]) => gammaByTag(units, { ...usualGamma, ...choice }, isStopped)
  const together = measure(ofEach.map(({ units }) => units))
  const ofPairs = (pairs ? ofEach : []).flatMap((one, i) =>
    ofEach.slice(i + 1).map(other => ({
      ...{ a: one.annotator, b: other.annotator },
      ...(ofEach.length === 2 ? together : measure([one.units, other.units])),
    })),
  )
  return { ...together, pairs: ofPairs }
}

function gammaByTag(
  annotators: readonly (readonly Unit[])[],
  choice: GammaChoice,
  isStopped: () => boolean,
): GammaByTag {
  const used = [...new Set(annotators.flat().map(({ category }) => category))].sort()
  const measured = (is: (unit: Unit) => boolean): GammaFigure => {
    const own = annotators.map(units => units.filter(is))
    const { alignment: _alignment, precision: _precision, categories, ...figures } = gamma(own, choice, isStopped)
    return { ...figures, ...categories, units: own.flat().length / Math.max(1, own.length) }
  }
  return {
    all: measured(() => true),
    byTag: Object.fromEntries(used.map(tag => [tag, measured(({ category }) => category === tag)])),
  }
}

/** γ of several articles, each a continuum of its own. */
export interface GammaReport extends GammaByTag<GammaSum> {
  readonly articles: number
  /** Sorted, with how many articles the two have in common; empty where nobody asked for pairs. */
  readonly pairs: readonly (GammaOfPair<GammaSum> & { readonly articles: number })[]
}

/** A figure of several articles, as we generalise it: the disorders are weighed by units and added before they are compared. */
export type GammaSum = GammaFigure & {
  /** In how many articles anybody marked anything. */
  readonly articles: number
}

type Disorders = Pick<GammaFigure, 'value' | 'observed' | 'observedLeast' | 'expected' | 'expectedLeast'>

/** What γ of these samples lies between, whatever better alignments there may be than those that were found. Null where it has no value. */
export function gammaBetween(of: Disorders): { readonly least: number; readonly most: number } | null {
  if (of.value === null) return null
  const least = of.expectedLeast > 0 ? 1 - of.observed / of.expectedLeast : Number.NEGATIVE_INFINITY
  return { least, most: 1 - of.observedLeast / of.expected }
}

/** Adds up what articles say: of disorders the mean over units, of γ_cat and γ_k the mean over articles, weighed by units, where they have a value. */
export function gammaOf(articles: readonly ArticleGamma[]): GammaReport {
  const pairs = new Map<string, GammaOfPair[]>()
  for (const pair of articles.flatMap(one => one.pairs)) {
    const key = JSON.stringify([pair.a, pair.b])
    pairs.set(key, [...(pairs.get(key) ?? []), pair])
  }
  return {
    articles: articles.length,
    ...summed(articles),
    pairs: [...pairs]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, all]) => ({ a: all[0]!.a, b: all[0]!.b, articles: all.length, ...summed(all) })),
  }
}

function summed(articles: readonly GammaByTag[]): GammaByTag<GammaSum> {
  const tags = [...new Set(articles.flatMap(({ byTag }) => Object.keys(byTag)))].sort()
  const own = (tag: string) => articles.flatMap(({ byTag }) => (Object.hasOwn(byTag, tag) ? [byTag[tag]!] : []))
  return {
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
    ...{ observedLeast: mean(one => one.observedLeast), expectedLeast: mean(one => one.expectedLeast) },
    cat: known(({ cat }) => cat),
    k: Object.fromEntries(categories.map(category => [category, known(({ k }) => k[category])])),
  }
}
