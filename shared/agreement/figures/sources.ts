import type { ArticleAgreement, RatedRow } from '../articleAgreement.ts'
import type { Value } from '../coefficients/ratings.ts'
import { NOTHING } from '../ratingsOfUnits.ts'
import { continuumSource } from './continuumSource.ts'
import { entitySource } from './entitySource.ts'
import type { FigureLevel, FigureScope } from './figure.ts'
import { levelSource } from './levelSource.ts'
import { answersOffered, type Offered, type Question } from './offered.ts'
import { ratingSource, type Sizes } from './ratingSource.ts'
import type { Source } from './source.ts'

/**
 * Everything that is counted of a scope's annotators, in order: of all tags, then of each. Of one tag there are two
 * categories, it or not; of all tags those that were offered, and what else occurs.
 */
export function sourcesOf(
  all: readonly ArticleAgreement[],
  pair: FigureScope['pair'],
  { questions, tags: offered }: Offered,
): Source[] {
  const articles = all.filter(({ annotators }) =>
    pair ? annotators.includes(pair.a) && annotators.includes(pair.b) : annotators.length > 1,
  )
  const annotators = columnsOf(articles, pair)
  const tags = [...new Set(articles.flatMap(({ tokens }) => Object.keys(tokens)))].sort()
  const rated = (
    over: 'tokens' | 'units' | 'matched' | 'answers',
    [tag, question]: readonly [string | null, string | null],
    asked: readonly FigureLevel[],
    rowsIn: (article: ArticleAgreement) => readonly RatedRow[],
    { possible, sizes = null, asTag }: Possible,
  ) =>
    ratingSource(
      { over, pair, tag, question },
      articles.map(article => {
        const rows = spread(article, rowsIn(article), annotators, over === 'units' && pair !== null)
        return asTag === undefined ? rows : rows.map(row => ofTag(row, asTag))
      }),
      annotators.length,
      { asked, possible, sizes },
    )
  const withEntities = new Set(articles.flatMap(({ entities }) => entities.flatMap(one => Object.keys(one.byTag))))
  return [
    levelSource(articles, pair, null),
    rated('tokens', [null, null], ['sets'], ({ tokenSets }) => tokenSets, { possible: [] }),
    rated('units', [null, null], ['nominal'], ({ units }) => units, { possible: [...offered, NOTHING] }),
    rated('matched', [null, null], ['nominal'], ({ units }) => units.map(marked), { possible: offered }),
    continuumSource(articles, pair, null),
    ...(withEntities.size > 0 ? [entitySource(articles, pair, null)] : []),
    ...tags.flatMap(tag => [
      levelSource(articles, pair, tag),
      rated('tokens', [tag, null], ['nominal'], article => tokensUnder(article, tag), { possible: [tag, NOTHING] }),
      rated('units', [tag, null], ['nominal'], ({ units }) => units, { possible: [tag, NOTHING], asTag: tag }),
      rated('matched', [tag, null], ['nominal'], ({ units }) => units.map(marked), {
        ...{ possible: [tag, NOTHING], asTag: tag },
      }),
      continuumSource(articles, pair, tag),
      ...(withEntities.has(tag) ? [entitySource(articles, pair, tag)] : []),
      ...questionsOf(articles, tag).map(id => {
        const question = questions.find(one => one.tag === tag && one.id === id)
        const rowsIn = ({ answers }: ArticleAgreement) => (Object.hasOwn(answers, tag) ? (answers[tag]![id] ?? []) : [])
        const rows = articles.flatMap(rowsIn)
        return rated('answers', [tag, id], levelsFor(question, rows), rowsIn, {
          ...{ possible: answersOffered(question), sizes: sizesOf(question, rows) },
        })
      }),
    ]),
  ]
}

/** Who has which column where annotators rate: the pair, or all that stand beside another. */
export function columnsOf(articles: readonly ArticleAgreement[], pair: FigureScope['pair']): string[] {
  const beside = articles.filter(({ annotators }) => annotators.length > 1)
  return pair ? [pair.a, pair.b] : [...new Set(beside.flatMap(one => one.annotators))].sort()
}

/** What could have been chosen, beside what was; `asTag`: whether it is that tag, instead of which. */
interface Possible {
  readonly possible: readonly Value[]
  readonly sizes?: Sizes | null
  readonly asTag?: string
}

function questionsOf(articles: readonly ArticleAgreement[], tag: string): string[] {
  const all = articles.flatMap(({ answers }) => (Object.hasOwn(answers, tag) ? Object.keys(answers[tag]!) : []))
  return [...new Set(all)].sort()
}

/** A tag that nobody used in an article rated each of its tokens: with nothing. */
function tokensUnder({ tokens, annotators, tokenCount }: ArticleAgreement, tag: string): readonly RatedRow[] {
  return Object.hasOwn(tokens, tag) ? tokens[tag]! : [{ values: annotators.map(() => NOTHING), times: tokenCount }]
}

function ofTag({ values, times }: RatedRow, tag: string): RatedRow {
  return { values: values.map(value => (value === null ? null : value === tag ? tag : NOTHING)), times }
}

/** What one left out isn't rated. */
function marked({ values, times }: RatedRow): RatedRow {
  return { values: values.map(value => (value === NOTHING ? null : value)), times }
}

/** Rows over an article's annotators as rows over those of the scope; units that none of these marked are left out where so asked. */
function spread(
  article: ArticleAgreement,
  rows: readonly RatedRow[],
  annotators: readonly string[],
  isMarkedAlone: boolean,
): RatedRow[] {
  const places = annotators.map(id => article.annotators.indexOf(id))
  return rows
    .map(({ values, times }) => ({ values: places.map(at => (at === -1 ? null : values[at]!)), times }))
    .filter(({ values }) => !isMarkedAlone || values.some(value => value !== null && value !== NOTHING))
}

/**
 * The levels at which answers are measured: several answers as sets too, numbers
 * by order and by size too, and choices that are numbers, as a scale is, likewise.
 */
function levelsFor(question: Question | undefined, rows: readonly RatedRow[]): FigureLevel[] {
  if (question?.kind === 'several' && areSets(rows)) return ['nominal', 'sets']
  return sizesOf(question, rows) ? ['nominal', 'ordinal', 'interval'] : ['nominal']
}

function sizesOf(question: Question | undefined, rows: readonly RatedRow[]): Sizes | null {
  if (question?.kind === 'number') {
    const values = rows.flatMap(({ values }) => values.filter(value => typeof value === 'number'))
    return values.length > 0 ? new Map(values.map(value => [value, value])) : null
  }
  if (question?.kind !== 'choice' || question.choices.length === 0) return null
  const sizes = new Map<Value, number>()
  for (const { id, label } of question.choices) {
    const size = [id, label].find(text => /^\s*[-+−]?\d+([.,]\d+)?\s*$/.test(text))
    if (size === undefined) return null
    sizes.set(id, Number(size.replace('−', '-').replace(',', '.')))
  }
  return sizes
}

function areSets(rows: readonly RatedRow[]): boolean {
  return rows.every(({ values }) =>
    values.every(value => value === null || value === NOTHING || (typeof value === 'string' && value.startsWith('['))),
  )
}
