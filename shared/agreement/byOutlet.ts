import { type ArticleGroup, type GroupedArticle, groupsOf } from './articleGroups.ts'

/** How far annotators agree on the articles of each outlet. */
export interface ByOutlet {
  /** The outlet with the most articles first; the same number of articles: by name. */
  readonly groups: readonly ArticleGroup[]
  /** Articles whose outlet nobody knows. */
  readonly unknown: number
}

export function byOutlet(articles: readonly GroupedArticle[]): ByOutlet {
  const known = articles.flatMap(({ levels, outlet }) => (outlet === null ? [] : [{ key: outlet, levels }]))
  const groups = groupsOf(known).sort((one, other) => other.articles - one.articles)
  return { groups, unknown: articles.length - known.length }
}
