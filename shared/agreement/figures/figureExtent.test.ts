import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DatasetAnnotation } from '../../dataset/dataset.ts'
import { anyArticles } from '../../dataset/drawnDataset.laws.ts'
import { words as en } from '../../words/words.ts'
import { agreementReport, levelsOf, toldOf } from '../agreementReport.ts'
import { articleAgreement } from '../articleAgreement.ts'
import { articleFindings } from '../articleFindings.ts'
import { asTheyAre } from '../compareLayers.ts'
import { layer, on } from '../drawnLayers.laws.ts'
import { levelNames, ratioOf } from '../levelFigures.ts'
import { nothingLeftOut } from '../written/figuresAbout.ts'
import { figuresCsv } from '../written/figuresCsv.ts'
import { figuresHtml } from '../written/figuresHtml.ts'
import type { FiguresWritten } from '../written/figuresWritten.ts'
import type { FigureGroup } from './figure.ts'
import { figuresOf, pairsIn } from './figures.ts'
import type { Question } from './offered.ts'

const text = 'Dockers walked out over pay.'
const questions: Question[] = [
  { id: 'scale', tag: 'claim', kind: 'choice', choices: ['1', '2', '3'].map(id => ({ id, label: id })) },
]
const answered = (annotator: string, ...answers: DatasetAnnotation['attributes'][]) =>
  layer(
    annotator,
    ['Dockers', 'walked', 'out', 'over', 'pay'].map((words, i) =>
      on(text, words, 'claim', { attributes: answers[i] ?? {} }),
    ),
  )
/** Of five claims that both found somebody answered a question about three, and both about two. */
const article = articleAgreement(
  text,
  [answered('ada', { scale: '1' }, { scale: '2' }, { scale: '3' }), answered('bo', { scale: '1' }, { scale: '3' })],
  asTheyAre,
)
const groups = figuresOf([article], null, { questions, tags: ['claim'] })
const extents = (over: FigureGroup['over']) =>
  groups
    .find(one => one.over === over && one.tag === 'claim')!
    .figures.map(({ measure, level, n }) => [level ?? measure, n] as const)

test('each figure says of how many it is: a share of those that it is asked of, an order of those that have a size', () => {
  expect(Object.fromEntries(extents('annotations'))).toEqual({
    ...{ 'f1-found': 10, 'f1-exact': 10, 'f1-tokens': 10, 'same-extent': 5, 'same-attributes': 3, 'same-entity': 0 },
    ...{ 'f1-links': 0, 'f1-statement': 10 },
  })
  // An answer that was left open is one of its own, and has no size.
  expect(Object.fromEntries(extents('answers'))).toEqual({ nominal: 3, ordinal: 2, interval: 2 })
})

test('files say so too', () => {
  const written: FiguresWritten = {
    ...{ workspace: '', groups, gamma: null, pairName: () => '', hidesCounts: () => false },
    ...{ tagName: tag => tag, questionName: (_, question) => question },
    about: {
      ...{ articles: 1, annotators: ['ada', 'bo'], tags: null, tolerance: { words: 0, ignoreEnds: false } },
      ...{ leftOut: nothingLeftOut, drawn: null },
    },
  }
  const rows = figuresCsv(written)
    .split('\r\n')
    .map(row => row.split(','))
  const n = rows[0]!.indexOf('n')
  const of = (measure: string, level: string) =>
    rows.find(row => row[0] === measure && row[1] === level && row[3] === 'claim')?.[n]
  expect([of('same-attributes', ''), of('krippendorff-alpha', 'ordinal')]).toEqual(['3', '2'])
  const page = figuresHtml(written)
  const { 'same-attributes': title } = en.figures.measures
  const [, own] = page.split('<tr>').filter(row => row.includes(title))
  expect(own).toContain('<td>3</td>')
})

test('law: what a level is of is what it divides by, of all and of each two, of all tags and of each', () => {
  fc.assert(
    fc.property(anyArticles, drawn => {
      const findings = drawn.map(one => articleFindings(one, asTheyAre)).filter(one => one.pairs.length > 0)
      const report = agreementReport(findings)
      const agreements = findings.map(({ agreement }) => agreement)
      for (const pair of [null, ...pairsIn(agreements)])
        for (const { over, tag, figures } of figuresOf(agreements, pair, { questions: [], tags: [] })) {
          if (over !== 'annotations') continue
          const levels = levelsOf(toldOf(report, pair)!, tag)
          const divided = levelNames.map(name => ratioOf(levels, name).of).sort()
          expect(figures.map(({ n }) => n).sort(), `${pair?.a} ${pair?.b} ${tag}`).toEqual(divided)
        }
    }),
    { numRuns: 20 },
  )
})
