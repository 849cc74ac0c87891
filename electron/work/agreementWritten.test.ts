import { afterEach, expect, test } from 'vitest'
import type { FigureGroup } from '../../shared/agreement/figures/figure.ts'
import { speak } from '../../shared/words/words.ts'
import { agreementWritten, type WrittenAsked } from './agreementWritten.ts'

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
const asked: Omit<WrittenAsked, 'format'> = {
  ...{ workspace: 'News', labels: { tags: [{ id: 'claim', label: 'Claim' }], questions: [] }, isBlind: false },
  ...{ leftOut: { unread: 2, unplaced: 1, sealed: { layers: 3, articles: 4 } }, gamma: null },
  // Drawn so that their order isn't that of ids.
  names: [
    { annotator: 'cleo', name: 'A' },
    { annotator: 'ada', name: 'B' },
    { annotator: 'ben', name: 'C' },
  ],
}
afterEach(() => speak('en'))

/** As they are computed: by id. */
const groups = [
  group(null, 9),
  ...[group({ a: 'ada', b: 'ben' }, 1), group({ a: 'ada', b: 'ben' }, 2)],
  ...[group({ a: 'ada', b: 'cleo' }, 3), group({ a: 'ben', b: 'cleo' }, 4)],
]
const of = {
  ...{ articles: 2, annotators: ['ada', 'ben', 'cleo'], drawn: { samples: 1000, seed: 7 } },
  comparing: { tags: ['claim', 'cue'], tolerance: { words: 3, ignoreEnds: true } },
}
const written = (format: 'csv' | 'html', otherwise: Partial<WrittenAsked> = {}) =>
  agreementWritten({ ...of, groups }, { ...asked, format, ...otherwise })
/** The rows of a table, by the names of its columns. */
function rowsOf(csv: string): Record<string, string>[] {
  const [names, ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map(row => row.split(','))
  return rows.map(row => Object.fromEntries(row.map((cell, i) => [names![i]!, cell])))
}

const sum = {
  ...{ observed: 0.2, observedLeast: 0.1, expected: 0.4, expectedLeast: 0.3, units: 6, samples: 90, articles: 2 },
  isProven: false,
  cat: 0.9,
}
const gamma = {
  report: {
    articles: 2,
    all: { ...sum, value: 0.5, k: { claim: 0.8 } },
    byTag: { claim: { ...sum, value: -0.25, k: {} } },
    pairs: [{ a: 'cleo', b: 'ada', all: { ...sum, value: 0.75, k: {} }, byTag: {}, articles: 1 }],
  },
  unread: 1,
}

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

test('each row of a table says what it was computed from, and so does the page', () => {
  for (const row of rowsOf(written('csv')))
    expect(row).toMatchObject({
      ...{ annotators: 'A; B; C', tags: 'claim; cue', wordsApart: '3', ignoreEnds: 'true', samples: '1000', seed: '7' },
      ...{ unread: '2', unplaced: '1', sealedLayers: '3', sealedArticles: '4' },
    })
  const page = written('html')
  for (const says of [
    '2 articles that two or more annotated: A, B, C',
    'Only these tags were looked at: Claim, cue.',
    'Extents are the same up to 3 words apart, whatever punctuation stands at their ends.',
    'Not compared: 2 files can’t be read or compared, 1 annotation has no place in the text.',
    '3 layers in 4 articles',
    '1,000 samples of articles (seed 7)',
  ])
    expect(page).toContain(says)
})

test('γ is written where it was measured, and says whether it is proven', () => {
  const rows = rowsOf(written('csv', { gamma })).filter(({ measure }) => measure!.startsWith('gamma'))
  expect(
    rows.map(({ measure, over, pair, tag, value, n, articles, proven }) => [
      ...[measure, over, pair, tag, value, n, articles, proven],
    ]),
  ).toEqual([
    ['gamma', 'continuum', '', '', '0.5', '6', '2', 'false'],
    ['gamma-cat', 'continuum', '', '', '0.9', '6', '2', 'false'],
    ['gamma', 'continuum', '', 'claim', '-0.25', '6', '2', 'false'],
    ['gamma-k', 'continuum', '', 'claim', '0.8', '6', '2', 'false'],
    ['gamma', 'continuum', 'A – B', '', '0.75', '6', '2', 'false'],
    ['gamma-cat', 'continuum', 'A – B', '', '0.9', '6', '2', 'false'],
  ])
  expect(rows[0]).toMatchObject({ tags: 'claim; cue', samples: '', annotators: 'A; B; C' })
  const page = written('html', { gamma })
  expect(page).toMatch(/<h2>γ<.*<td>0\.500<\/td><td>0\.900<\/td><td>2<\/td>.*Claim<.*<td>−0\.250<\/td><td>0\.800</s)
  expect(page).toContain('A – B: All tags')
  expect(page).toContain('1 article couldn’t be measured.')
  expect(written('html')).not.toContain('<h2>γ')
})

test('where names are hidden a pair’s counts are not written; of two in all, nobody’s are', () => {
  const blind = rowsOf(written('csv', { isBlind: true }))
  expect(blind.map(({ pair, n, articles }) => [pair === '', n === '', articles === ''])).toEqual([
    [true, false, false],
    ...Array.from({ length: 4 }, () => [false, true, true]),
  ])
  const page = written('html', { isBlind: true })
  expect(page.match(/<td>4<\/td>/g)).toHaveLength(1)
  expect(page).toContain('Counts of two annotators are left out')
  const two = agreementWritten(
    { ...of, groups, annotators: ['ada', 'ben'] },
    { ...asked, format: 'csv', isBlind: true, gamma },
  )
  expect(rowsOf(two).filter(({ n, articles }) => n !== '' || articles !== '')).toEqual([])
})

test('a page is in the language of its words', () => {
  expect(written('html')).toContain('<html lang="en" dir="ltr">')
  speak('ar-XB')
  expect(written('html')).toContain('<html lang="ar-XB" dir="rtl">')
})
