import { counted } from './saying.ts'

/** What a sentence for a methods section is told of a figure. */
export interface LevelMethods {
  readonly title: string
  readonly tag: string | null
  readonly articles: number
  readonly annotators: number
  readonly extent: string
  readonly value: string
  readonly interval: {
    readonly low: string
    readonly high: string
    readonly confidence: number
    readonly samples: number
  } | null
}

export function annotatedBy({ annotators, articles }: LevelMethods): string {
  return annotators === 2
    ? `Two annotators annotated the same ${articles === 1 ? 'article' : counted(articles, 'article', 'articles')}.`
    : `${annotators} annotators annotated ${counted(articles, 'article', 'articles')}, each article at least two of them.`
}

export function aboutLevel({ title, tag }: LevelMethods): string {
  return `the level “${title}”${tag === null ? '' : ` for “${tag}”`}`
}

export function intervalSaid({ interval }: LevelMethods): string {
  return interval
    ? ` (${interval.confidence} % bootstrap interval ${interval.low} to ${interval.high}, ${interval.samples} samples of articles)`
    : ''
}
