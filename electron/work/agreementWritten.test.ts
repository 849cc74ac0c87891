import { expect, test } from 'vitest'
import type { FigureGroup } from '../../shared/agreement/figures/figure.ts'
import { agreementWritten } from './agreementWritten.ts'

const all = {
  over: 'annotations',
  tag: null,
  question: null,
  articles: 2,
  n: 4,
  prevalence: [],
  partingWays: null,
} as const
const group = (pair: FigureGroup['pair'], articles: number): FigureGroup => ({
  ...{ ...all, pair, articles },
  figures: [{ measure: 'f1-found', level: null, value: 0.5, reason: null, interval: null, n: 4 }],
})
const asked = {
  ...{ workspace: 'News', tolerance: { words: 0, ignoreEnds: false }, labels: { tags: [], questions: [] } },
  // Drawn so that their order isn't that of ids.
  names: [
    { annotator: 'cleo', name: 'A' },
    { annotator: 'ada', name: 'B' },
    { annotator: 'ben', name: 'C' },
  ],
}
/** As they are computed: by id. */
const groups = [
  group(null, 9),
  ...[group({ a: 'ada', b: 'ben' }, 1), group({ a: 'ada', b: 'ben' }, 2)],
  ...[group({ a: 'ada', b: 'cleo' }, 3), group({ a: 'ben', b: 'cleo' }, 4)],
]
const written = (format: 'csv' | 'html') =>
  agreementWritten(groups, { articles: 2, annotators: ['ada', 'ben', 'cleo'] }, { ...asked, format })

test('pairs are written in the order of names that are shown: that of ids would tell whose letters they are', () => {
  const rows = written('csv').trimEnd().split('\r\n').slice(1)
  expect(rows.map(row => [row.split(',')[4], row.split(',')[10]])).toEqual([
    ['', '9'],
    ...[
      ['A – B', '3'],
      ['A – C', '4'],
      ['B – C', '1'],
      ['B – C', '2'],
    ],
  ])
  expect([...written('html').matchAll(/<h2>([^<]*)</g)].slice(1).map(([, title]) => title)).toEqual([
    ...['A – B', 'A – C', 'B – C'],
  ])
})
