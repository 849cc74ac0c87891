import type { ArticleAgreement, RatedRow } from './articleAgreement.ts'
import type { Ratings } from './coefficients/ratings.ts'
import { allLevels } from './compareLayers.ts'
import { addAll, addLevels, type Levels, noLevels } from './levels.ts'
import { NOTHING, RatingsTally } from './ratingsOfUnits.ts'

/** Levels of all tags together and of each. */
export interface TagLevels {
  readonly all: Levels
  /** By id of the tag, sorted. */
  readonly byTag: Readonly<Record<string, Levels>>
}

export interface PairAgreement extends TagLevels {
  readonly a: string
  readonly b: string
  /** How many articles both annotated. */
  readonly articles: number
}

/** How far the annotators of many articles agree. */
export interface Agreement extends TagLevels {
  /** Sorted by id. */
  readonly annotators: readonly string[]
  /** How many articles two or more annotated. */
  readonly articles: number
  /** Sorted by the ids of both. The levels of all pairs are added in `all` and `byTag`. */
  readonly pairs: readonly PairAgreement[]
  /**
   * Ratings by tag, a column for each annotator. `tokens`: whether a token stands
   * under the tag. `units`: whether a matched unit is of the tag. `all` has all units with the tags that they were given.
   */
  readonly ratings: {
    readonly all: Ratings
    readonly tokens: Readonly<Record<string, Ratings>>
    readonly units: Readonly<Record<string, Ratings>>
  }
}

/** Adds up what articles say. Their order changes nothing: counts are added, and rows of ratings sorted. */
export function agreementOf(articles: readonly ArticleAgreement[]): Agreement {
  const annotators = [...new Set(articles.flatMap(one => one.annotators))].sort()
  const pairs = new Map<string, PairAgreement>()
  const units = new RatingsTally(annotators)
  const tokens = new Map<string, RatingsTally>()
  for (const tag of new Set(articles.flatMap(one => Object.keys(one.tokens))))
    tokens.set(tag, new RatingsTally(annotators))
  for (const article of articles) {
    for (const { a, b, levels } of article.pairs) {
      const key = JSON.stringify([a, b])
      const known = pairs.get(key) ?? { a, b, articles: 0, all: noLevels, byTag: {} }
      const byTag = addAll(known.byTag, levels, addLevels)
      pairs.set(key, { a, b, articles: known.articles + 1, all: addLevels(known.all, allLevels(levels)), byTag })
    }
    for (const row of article.units) units.add(spread(row, article, annotators), row.times)
    for (const [tag, rows] of Object.entries(article.tokens))
      for (const row of rows) tokens.get(tag)!.add(spread(row, article, annotators), row.times)
    // A tag that nobody used in an article rated each of its tokens: with nothing, by all who have it.
    const nothing = spread({ values: article.annotators.map(() => NOTHING), times: 1 }, article, annotators)
    for (const [tag, tally] of tokens) if (!Object.hasOwn(article.tokens, tag)) tally.add(nothing, article.tokenCount)
  }
  const sorted = [...pairs.values()].sort((one, other) => compare(one.a, other.a) || compare(one.b, other.b))
  const tags = [...tokens.keys()].sort()
  return {
    ...{ annotators, articles: articles.length, pairs: sorted },
    all: sorted.reduce((sum, { all }) => addLevels(sum, all), noLevels),
    byTag: sorted.reduce<Readonly<Record<string, Levels>>>((sum, { byTag }) => addAll(sum, byTag, addLevels), {}),
    ratings: {
      all: units.table(),
      tokens: Object.fromEntries(tags.map(tag => [tag, tokens.get(tag)!.table()])),
      units: Object.fromEntries(tags.map(tag => [tag, ofTag(tag, units)])),
    },
  }
}

/** A row over the annotators of an article as one over all: those who don't have the article rated nothing. */
function spread({ values }: RatedRow, article: ArticleAgreement, annotators: readonly string[]) {
  const at = new Map(article.annotators.map((id, i) => [id, values[i] ?? null]))
  return annotators.map(id => at.get(id) ?? null)
}

/** All units: whether each is of a tag. */
function ofTag(tag: string, units: RatingsTally): Ratings {
  const own = new RatingsTally(units.annotators)
  for (const { values, times } of units.rows())
    own.add(
      values.map(value => (value === null ? null : value === tag ? tag : NOTHING)),
      times,
    )
  return own.table()
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
