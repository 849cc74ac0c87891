import { type LevelInterval, type LevelName, levelIntervals, levelNames, quotient, ratioOf } from './levelFigures.ts'
import { addLevels, type Levels, noLevels } from './levels.ts'

/** An article with what its annotators agree on. */
export interface GroupedArticle {
  readonly levels: Levels
  /** As its facts say, written as `published` is; null where nothing does. */
  readonly published: string | null
  readonly outlet: string | null
}

/** Fewer articles than this say too little of a month or an outlet for a figure to be drawn. */
export const FEWEST_ARTICLES = 5

/** A figure of a group of articles: its value with its interval, and of how much it is. */
export interface GroupFigure {
  readonly value: number | null
  readonly of: number
  readonly interval: LevelInterval
}

/** Articles that have something in common. */
export interface ArticleGroup {
  readonly key: string
  readonly articles: number
  /** Null where there are fewer articles than `FEWEST_ARTICLES`. */
  readonly figures: Readonly<Record<LevelName, GroupFigure>> | null
}

/** Articles by key, in the order of their keys. */
export function groupsOf(articles: readonly { readonly key: string; readonly levels: Levels }[]): ArticleGroup[] {
  const groups = new Map<string, Levels[]>()
  for (const { key, levels } of articles) {
    const known = groups.get(key)
    if (known) known.push(levels)
    else groups.set(key, [levels])
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, levels]) => ({
      ...{ key, articles: levels.length },
      figures: levels.length < FEWEST_ARTICLES ? null : figuresOf(levels),
    }))
}

/** Every level of articles, added, with its interval. */
export function figuresOf(articles: readonly Levels[]): Readonly<Record<LevelName, GroupFigure>> {
  const sum = articles.reduce(addLevels, noLevels)
  const intervals = levelIntervals(articles)
  const figures = levelNames.map(name => {
    const ratio = ratioOf(sum, name)
    return [name, { value: quotient(ratio), of: ratio.of, interval: intervals[name] }] as const
  })
  return Object.fromEntries(figures) as Record<LevelName, GroupFigure>
}
