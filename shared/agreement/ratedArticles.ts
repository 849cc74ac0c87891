import type { Scope } from './agreementReport.ts'
import type { ArticleAgreement, RatedRow } from './articleAgreement.ts'
import { inOrder, ratingsOf, type Value } from './coefficients/ratings.ts'
import { type Patterned, patternsOf } from './coefficients/resampled.ts'
import { NOTHING } from './ratingsOfUnits.ts'

/** What is rated: matched units, or tokens. */
export const ratedThings = ['units', 'tokens'] as const
export type RatedThings = (typeof ratedThings)[number]

/**
 * The ratings of a scope with the articles that they stand in, so that intervals can be drawn of them: the same ratings
 * as `agreementOf` has. `annotators` are its columns. Of units without a tag each is rated by its tag; otherwise by whether it is of that tag. Tokens
 * are rated by tag alone: null without one. Of two annotators, units count that either of them has. `offered`: the tags
 * that units could have been given, which are categories whether anybody chose them or not.
 */
export function ratedArticles(
  articles: readonly ArticleAgreement[],
  over: RatedThings,
  { pair, tag }: Scope,
  offered: readonly string[],
): (Patterned<Value> & { readonly annotators: readonly string[] }) | null {
  if (over === 'tokens' && tag === null) return null
  const annotators = pair ? [pair.a, pair.b] : [...new Set(articles.flatMap(one => one.annotators))].sort()
  const rows: (Value | null)[][] = []
  const times: number[] = []
  const articleOf: number[] = []
  let number = 0
  for (const article of articles) {
    if (pair && !annotators.every(id => article.annotators.includes(id))) continue
    const places = annotators.map(id => article.annotators.indexOf(id))
    for (const row of rowsOf(article, over, tag, pair && places)) {
      rows.push(places.map(at => (at === -1 ? null : (row.values[at] ?? null))))
      times.push(row.times)
      articleOf.push(number)
    }
    number++
  }
  const possible = [...(tag === null ? offered : [tag]), NOTHING]
  const categories = inOrder(new Set([...possible, ...rows.flat()].filter(value => value !== null)))
  const patterned = patternsOf(ratingsOf(rows, { times, categories }), articleOf)
  // An article without a unit is drawn like any other.
  return { ...patterned, annotators, articles: Array.from({ length: number }, (_, i) => patterned.articles[i] ?? []) }
}

function rowsOf(
  article: ArticleAgreement,
  over: RatedThings,
  tag: string | null,
  places: readonly number[] | null,
): readonly RatedRow[] {
  if (over === 'tokens') {
    const rows = Object.hasOwn(article.tokens, tag!) ? article.tokens[tag!]! : null
    // A tag that nobody used in an article rated each of its tokens: with nothing.
    return rows ?? [{ values: article.annotators.map(() => NOTHING), times: article.tokenCount }]
  }
  const units = places ? article.units.filter(({ values }) => places.some(at => values[at] !== NOTHING)) : article.units
  if (tag === null) return units
  return units.map(({ values, times }) => ({
    values: values.map(value => (value === null ? null : value === tag ? tag : NOTHING)),
    times,
  }))
}
