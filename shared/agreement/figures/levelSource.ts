import type { ArticleAgreement } from '../articleAgreement.ts'
import { f1, type Levels, type Share, share, type Tally } from '../levels.ts'
import { CountableMaker } from './countable.ts'
import { type FigureScope, levelMeasures } from './figure.ts'
import { orReason, type Source } from './source.ts'

const tallies = {
  'f1-found': 'found',
  'f1-exact': 'exact',
  'f1-tokens': 'tokens',
  'f1-links': 'links',
  'f1-statement': 'statement',
} as const
const shares = { 'same-extent': 'extent', 'same-attributes': 'attributes', 'same-entity': 'entity' } as const

/** The levels of matched annotations, the counts of all pairs of the scope added. */
export function levelSource(
  articles: readonly ArticleAgreement[],
  pair: FigureScope['pair'],
  tag: string | null,
): Source {
  const maker = new CountableMaker()
  const places: Record<string, number> = {}
  const add = (levels: Levels | null) => {
    for (const [measure, level] of Object.entries(tallies)) {
      const { both, onlyA, onlyB } = levels ? levels[level] : none
      maker.add(`${measure} both`, both)
      maker.add(`${measure} only`, onlyA + onlyB)
    }
    for (const [measure, level] of Object.entries(shares)) {
      const { same, of } = levels ? levels[level] : noneOf
      maker.add(`${measure} same`, same)
      maker.add(`${measure} of`, of)
    }
  }
  for (const article of articles) {
    maker.article()
    add(null)
    for (const { a, b, levels } of article.pairs)
      if (!pair || (pair.a === a && pair.b === b))
        for (const [own, counted] of Object.entries(levels)) if (tag === null || own === tag) add(counted)
  }
  for (const [place, key] of maker.keys.entries()) places[key] = place
  const at = (sum: Float64Array, key: string) => sum[places[key]!] ?? 0
  const tallyOf = (sum: Float64Array, measure: string): Tally => ({
    both: at(sum, `${measure} both`),
    onlyA: at(sum, `${measure} only`),
    onlyB: 0,
  })
  const shareOf = (sum: Float64Array, measure: string): Share => ({
    same: at(sum, `${measure} same`),
    of: at(sum, `${measure} of`),
  })
  const countOf = (sum: Float64Array, measure: string): number => {
    if (!(measure in tallies)) return shareOf(sum, measure).of
    const { both, onlyA } = tallyOf(sum, measure)
    return 2 * both + onlyA
  }
  return {
    ...{ over: 'annotations', pair, tag, question: null, articles: articles.length, counts: maker.made() },
    measures: levelMeasures.map(measure => ({ measure, level: null })),
    valuesOf: sum =>
      levelMeasures.map(measure =>
        measure in tallies
          ? orReason(f1(tallyOf(sum, measure)), 'nothing-annotated')
          : orReason(share(shareOf(sum, measure)), 'no-pairs'),
      ),
    countOf: sum => countOf(sum, 'f1-found'),
    countsOf: sum => levelMeasures.map(measure => countOf(sum, measure)),
    ratingsOf: null,
    countedFor: () => null,
  }
}

const none: Tally = { both: 0, onlyA: 0, onlyB: 0 }
const noneOf: Share = { same: 0, of: 0 }
