import { MAX_CATEGORIES } from '../../limits.ts'
import type { ArticleAgreement } from '../articleAgreement.ts'
import { without } from '../coefficients/measured.ts'
import type { ArticleContinuum } from '../continuaOfArticle.ts'
import { GAP } from '../continuumCounts.ts'
import { type ContinuumCounts, unitizingAlphaOf } from '../unitizingAlpha.ts'
import { CountableMaker } from './countable.ts'
import type { FigureScope, UnitizingMeasure } from './figure.ts'
import { orReason, type Source } from './source.ts'

/** The family of uα of a scope. Of a tag: uα of the tag alone, and (k)uα against what other tags mark. */
export function continuumSource(
  articles: readonly ArticleAgreement[],
  pair: FigureScope['pair'],
  tag: string | null,
): Source {
  const maker = new CountableMaker()
  for (const article of articles) {
    maker.article()
    const one = continuumIn(article, pair)
    if (!one) continue
    if (tag === null) addCounts(maker, 'own', one.all)
    else if (Object.hasOwn(one.byTag, tag)) {
      addCounts(maker, 'own', one.byTag[tag]!.own)
      addCounts(maker, 'against', one.byTag[tag]!.against)
    } else {
      addCounts(maker, 'own', gapAlone(one.all.room))
      addCounts(maker, 'against', one.rest)
    }
  }
  const keys = maker.keys.map(key => JSON.parse(key) as CountKey)
  const measures: readonly UnitizingMeasure[] =
    tag === null ? ['u-alpha', 'u-alpha-binary', 'cu-alpha'] : ['u-alpha', 'ku-alpha']
  // Each category is set beside each.
  const isBounded = keys.filter(([own, what]) => own === 'own' && what === 'square').length <= MAX_CATEGORIES
  return {
    ...{ over: 'continuum', pair, tag, question: null, articles: articles.length, counts: maker.made() },
    measures: measures.map(measure => ({ measure, level: 'nominal' })),
    valuesOf: sum => {
      if (!isBounded) return measures.map(() => without('too-many-values'))
      const own = unitizingAlphaOf(countsIn(keys, sum, 'own'))
      if (tag === null)
        return [orReason(own.u, 'no-variation'), orReason(own.binary, 'no-variation'), orReason(own.cu, 'no-variation')]
      const { byCategory } = unitizingAlphaOf(countsIn(keys, sum, 'against'))
      return [orReason(own.u, 'no-variation'), orReason(byCategory[tag] ?? null, 'no-variation')]
    },
    countOf: sum => countsIn(keys, sum, 'own').room,
    countsOf: sum => measures.map(() => countsIn(keys, sum, 'own').room),
    ratingsOf: null,
    countedFor: (sum, measure) =>
      isBounded ? { kind: 'continuum', counts: countsIn(keys, sum, measure === 'ku-alpha' ? 'against' : 'own') } : null,
  }
}

/** A count by what it is of: `own` or `against`, then what is counted. */
type CountKey = readonly [string, 'length' | 'square' | 'itself' | 'room', string?, string?]

function addCounts(maker: CountableMaker, of: string, { lengths, squares, itself, room }: ContinuumCounts): void {
  const add = (key: CountKey, count: number) => maker.add(JSON.stringify(key), count)
  for (const { one, other, length } of lengths) add([of, 'length', one, other], length)
  for (const [category, square] of Object.entries(squares)) add([of, 'square', category], square)
  add([of, 'itself'], itself)
  add([of, 'room'], room)
}

/** An article in which nobody used a tag: gaps meet gaps, each as long as the article. */
function gapAlone(room: number): ContinuumCounts {
  return { lengths: [{ one: GAP, other: GAP, length: room }], squares: {}, itself: room, room }
}

function countsIn(keys: readonly CountKey[], sum: Float64Array, of: string): ContinuumCounts {
  const lengths: { one: string; other: string; length: number }[] = []
  const squares: [string, number][] = []
  let [itself, room] = [0, 0]
  for (const [place, [own, what, one = '', other = '']] of keys.entries()) {
    if (own !== of) continue
    const count = sum[place]!
    if (what === 'length') lengths.push({ one, other, length: count })
    else if (what === 'square') squares.push([one, count])
    else if (what === 'itself') itself = count
    else room = count
  }
  return { lengths, squares: Object.fromEntries(squares), itself, room }
}

function continuumIn(article: ArticleAgreement, pair: FigureScope['pair']): ArticleContinuum | undefined {
  const isAll = pair === null || article.annotators.length === 2
  return article.continua.find(one =>
    isAll ? one.pair === null : one.pair !== null && one.pair.a === pair.a && one.pair.b === pair.b,
  )
}
