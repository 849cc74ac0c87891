import type { ArticleAgreement } from '../articleAgreement.ts'
import type { Counted } from './counted.ts'
import type { FigureLevel, FigureMeasure, FigureScope } from './figure.ts'
import { sourcesIn } from './figures.ts'
import type { Offered } from './offered.ts'
import { columnsOf } from './sources.ts'

/** Which figure is meant. */
export interface NamedFigure extends FigureScope {
  readonly measure: FigureMeasure
  readonly level: FigureLevel
}

/** What a figure is explained by. It can be told as JSON. */
export interface FigureGround {
  readonly counted: Counted
  /** Who has which column of ratings. */
  readonly annotators: readonly string[]
  readonly articles: number
  readonly n: number
}

/** What explains a figure; null where there is none, or the levels of a report explain it. */
export function figureGround(
  articles: readonly ArticleAgreement[],
  { over, pair, tag, question, measure, level }: NamedFigure,
  offered: Offered,
): FigureGround | null {
  const source = sourcesIn(articles, pair, offered).find(
    one => one.over === over && one.tag === tag && one.question === question,
  )
  if (!source?.measures.some(one => one.measure === measure && one.level === level)) return null
  const sum = source.counts.sum(null)
  const counted = source.countedFor(sum, measure, level)
  if (!counted) return null
  return { counted, annotators: columnsOf(articles, pair), articles: source.articles, n: source.countOf(sum) }
}
