import { type ArticleGroup, type GroupedArticle, groupsOf } from './articleGroups.ts'

export const periods = ['month', 'week'] as const
export type Period = (typeof periods)[number]

/** How far annotators agree on the articles of each month or week, by when the articles were published. */
export interface OverTime {
  /** Those that there are articles of, the earliest first: `2031-03`; of a week its Monday, `2031-03-03`. */
  readonly groups: readonly ArticleGroup[]
  /** Articles of which nobody knows when they were published, or not precisely enough. */
  readonly undated: number
}

/** Articles by month or week. */
export function overTime(articles: readonly GroupedArticle[], period: Period): OverTime {
  const dated = articles.flatMap(({ levels, published }) => {
    const key = published === null ? null : periodOf(published, period)
    return key === null ? [] : [{ key, levels }]
  })
  return { groups: groupsOf(dated), undated: articles.length - dated.length }
}

/** The month or week of a date; null where it isn't known so precisely. */
export function periodOf(published: string, period: Period): string | null {
  if (period === 'month') return published.length < 7 ? null : published.slice(0, 7)
  if (published.length < 10) return null
  const day = new Date(`${published.slice(0, 10)}T00:00:00Z`)
  // Weeks begin on Monday (ISO 8601).
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}
