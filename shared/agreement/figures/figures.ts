import type { ArticleAgreement } from '../articleAgreement.ts'
import { drawsOf, intervalIn } from '../coefficients/bootstrap.ts'
import { without } from '../coefficients/measured.ts'
import { partingWays, prevalence } from '../coefficients/prevalence.ts'
import { inOrder } from './articleOrder.ts'
import type { Figure, FigureGroup, FigureScope } from './figure.ts'
import type { Offered } from './offered.ts'
import type { Source } from './source.ts'
import { sourcesOf } from './sources.ts'

/** What is told of layers. */
export interface FigureChoice extends Offered {
  /** How many samples intervals are drawn from, over articles; without it there are none. */
  readonly samples?: number | undefined
  readonly seed?: number | undefined
  readonly confidence?: number | undefined
}

/**
 * Every measure of how far annotators agree but γ: of all annotators (`pair`
 * null) or of two, of all tags and of each. The order of articles, annotators
 * and annotations changes nothing. What can't be computed has a reason.
 */
export function figuresOf(
  articles: readonly ArticleAgreement[],
  pair: FigureScope['pair'],
  choice: FigureChoice,
): FigureGroup[] {
  const sources = sourcesIn(articles, pair, choice)
  const intervals = intervalsOf(sources, choice)
  return sources.map((source, i) => groupOf(source, intervals[i]!))
}

/** What the figures of a pair, or of all annotators, are made of: whoever has time for a few at a time goes through them one by one. */
export function sourcesIn(
  articles: readonly ArticleAgreement[],
  pair: FigureScope['pair'],
  offered: Offered,
): Source[] {
  return sourcesOf(
    inOrder(articles, one => one),
    pair,
    offered,
  )
}

/** The figures of one of them: the same as `figuresOf` has. */
export function figuresOfSource(source: Source, choice: Omit<FigureChoice, keyof Offered>): FigureGroup {
  return groupOf(source, intervalsOf([source], choice)[0]!)
}

/** The pairs of annotators who have an article in common, sorted. */
export function pairsIn(articles: readonly ArticleAgreement[]): { readonly a: string; readonly b: string }[] {
  const pairs = new Map(articles.flatMap(one => one.pairs.map(({ a, b }) => [JSON.stringify([a, b]), { a, b }])))
  return [...pairs].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair)
}

type Drawn = readonly Figure['interval'][]

function intervalsOf(
  sources: readonly Source[],
  { samples, seed = 1, confidence = 0.95 }: Omit<FigureChoice, keyof Offered>,
): Drawn[] {
  if (samples === undefined) return sources.map(({ measures }) => measures.map(() => null))
  const articles = sources[0]?.articles ?? 0
  if (articles < 2) return sources.map(({ measures }) => measures.map(() => without('one-article')))
  const values = sources.map(({ measures }) => measures.map((): (number | null)[] => []))
  for (const some of inBlocks(drawsOf(articles, samples, seed)))
    for (const [i, { counts, valuesOf }] of sources.entries())
      for (const sum of counts.sums(some))
        for (const [j, { value }] of valuesOf(sum).entries()) values[i]![j]!.push(value)
  return values.map(ofSource => ofSource.map(figures => intervalIn(figures, { confidence, seed })))
}

/** So many samples at a time: what an article counts is fetched once for all of them. */
const BLOCK = 16

function* inBlocks(draws: Iterable<Uint32Array>): Generator<Uint32Array[]> {
  let block: Uint32Array[] = []
  for (const drawn of draws) {
    block.push(drawn.slice())
    if (block.length < BLOCK) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}

function groupOf(source: Source, intervals: Drawn): FigureGroup {
  const { over, pair, tag, question, articles, counts, measures, valuesOf, countOf, countsOf, ratingsOf } = source
  const sum = counts.sum(null)
  const extents = countsOf(sum)
  const ratings = ratingsOf?.(sum) ?? null
  const shares = ratings ? prevalence(ratings) : []
  // Of sets nobody asks whether all are the same one.
  const parting = ratings && measures.some(({ level }) => level === 'nominal') ? partingWays(ratings) : null
  return {
    ...{ over, pair, tag, question, articles, n: countOf(sum) },
    prevalence: ratings ? ratings.categories.map((value, code) => ({ value, share: shares[code]! })) : [],
    partingWays: parting && {
      ...{ observed: parting.observed, kappa: parting.kappa, even: parting.even },
      ...{ value: ratings!.categories[parting.most.code]!, share: parting.most.share },
    },
    figures: valuesOf(sum).map((valued, i): Figure => {
      const { measure, level } = measures[i]!
      const n = extents[i]!
      return valued.value === null
        ? { measure, level, value: null, reason: valued.reason, n, interval: null }
        : { measure, level, value: valued.value, reason: null, n, interval: intervals[i] ?? null }
    }),
  }
}
