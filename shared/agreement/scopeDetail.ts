import type { Scope } from './agreementReport.ts'
import type { ArticleFindings } from './articleFindings.ts'
import { figuresOf, type GroupFigure } from './articleGroups.ts'
import { type ByOutlet, byOutlet } from './byOutlet.ts'
import { allLevels } from './compareLayers.ts'
import type { LevelName } from './levelFigures.ts'
import { addLevels, type Levels, noLevels } from './levels.ts'
import { type OverTime, overTime, type Period } from './overTime.ts'

/** What takes longer to know of a scope: intervals, time and outlets. */
export interface ScopeDetail {
  /** How many articles it is of. */
  readonly articles: number
  readonly levels: Readonly<Record<LevelName, GroupFigure>>
  readonly overTime: OverTime
  readonly byOutlet: ByOutlet
}

/** A scope in detail, part by part: whoever goes on with it may stop between two of them. */
export function* scopeDetail(
  articles: readonly ArticleFindings[],
  scope: Scope,
  period: Period,
): Generator<void, ScopeDetail> {
  const within = articlesIn(articles, scope).map(article => ({ ...article, levels: levelsIn(article, scope) }))
  const levels = figuresOf(within.map(({ levels }) => levels))
  yield
  const time = overTime(within, period)
  yield
  return { articles: within.length, levels, overTime: time, byOutlet: byOutlet(within) }
}

/** The intervals of every row of a report: all, by tag and by pair. */
export interface RowIntervals {
  readonly all: Readonly<Record<LevelName, GroupFigure>>
  readonly byTag: Readonly<Record<string, Readonly<Record<LevelName, GroupFigure>>>>
  /** Of all tags, in the order of the report's pairs. */
  readonly pairs: readonly Readonly<Record<LevelName, GroupFigure>>[]
}

/** The figures with intervals of each row of a report, row by row: whoever goes on with them may stop between two of them. */
export function* rowIntervals(
  articles: readonly ArticleFindings[],
  tags: readonly string[],
  pairs: readonly NonNullable<Scope['pair']>[],
): Generator<void, RowIntervals> {
  const row = (scope: Scope) => figuresOf(articlesIn(articles, scope).map(article => levelsIn(article, scope)))
  const all = row({ pair: null, tag: null })
  const byTag: [string, ReturnType<typeof row>][] = []
  for (const tag of tags) {
    yield
    byTag.push([tag, row({ pair: null, tag })])
  }
  const ofPairs: ReturnType<typeof row>[] = []
  for (const pair of pairs) {
    yield
    ofPairs.push(row({ pair, tag: null }))
  }
  return { all, byTag: Object.fromEntries(byTag), pairs: ofPairs }
}

/** The articles that a scope is of: of a pair those that both annotated. */
export function articlesIn(articles: readonly ArticleFindings[], { pair }: Scope): readonly ArticleFindings[] {
  if (pair === null) return articles
  return articles.filter(({ agreement }) => agreement.pairs.some(({ a, b }) => a === pair.a && b === pair.b))
}

/** The levels of a scope in one article. */
export function levelsIn({ agreement }: ArticleFindings, { pair, tag }: Scope): Levels {
  let sum = noLevels
  for (const { a, b, levels } of agreement.pairs) {
    if (pair !== null && (a !== pair.a || b !== pair.b)) continue
    if (tag === null) sum = addLevels(sum, allLevels(levels))
    else if (Object.hasOwn(levels, tag)) sum = addLevels(sum, levels[tag]!)
  }
  return sum
}
