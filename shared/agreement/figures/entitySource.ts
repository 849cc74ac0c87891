import type { ArticleAgreement } from '../articleAgreement.ts'
import { precisionRecall, type ScoreCounts } from '../coefficients/precisionRecall.ts'
import { CountableMaker } from './countable.ts'
import { entityMeasures, type FigureScope } from './figure.ts'
import type { Source, Valued } from './source.ts'

const countsOf = { 'b-cubed': 'bCubed', 'ceaf-mentions': 'ceafMentions', 'ceaf-entities': 'ceafEntities' } as const
const parts = ['common', 'inKey', 'found', 'commonFound'] as const

/** F₁ of the entities that a scope's annotators name, the counts of all pairs added. */
export function entitySource(
  articles: readonly ArticleAgreement[],
  pair: FigureScope['pair'],
  tag: string | null,
): Source {
  const maker = new CountableMaker()
  for (const article of articles) {
    maker.article()
    for (const { a, b, all, byTag } of article.entities) {
      if (pair && (pair.a !== a || pair.b !== b)) continue
      const counts = tag === null ? all : Object.hasOwn(byTag, tag) ? byTag[tag]! : null
      if (counts)
        for (const measure of entityMeasures) {
          const own: ScoreCounts = counts[countsOf[measure]]
          for (const part of parts) maker.add(`${measure} ${part}`, own[part] ?? own.common)
        }
    }
  }
  const places = new Map(maker.keys.map((key, place) => [key, place]))
  const scoreIn = (sum: Float64Array, measure: string): Required<ScoreCounts> => {
    const at = (part: string) => sum[places.get(`${measure} ${part}`) ?? -1] ?? 0
    return { common: at('common'), inKey: at('inKey'), found: at('found'), commonFound: at('commonFound') }
  }
  const mentionsIn = (sum: Float64Array) => {
    const { inKey, found } = scoreIn(sum, 'b-cubed')
    return inKey + found
  }
  return {
    ...{ over: 'entities', pair, tag, question: null, articles: articles.length, counts: maker.made() },
    measures: entityMeasures.map(measure => ({ measure, level: null })),
    valuesOf: sum =>
      entityMeasures.map((measure): Valued => {
        const scored = precisionRecall(scoreIn(sum, measure))
        return 'reason' in scored ? scored : { value: scored.f1 }
      }),
    countOf: mentionsIn,
    countsOf: sum => entityMeasures.map(() => mentionsIn(sum)),
    ratingsOf: null,
    countedFor: (sum, measure) => ({ kind: 'scores', counts: scoreIn(sum, measure) }),
  }
}
