import { expect, test } from 'vitest'
import { defaultCodebook } from '../../codebook/defaultCodebook.ts'
import type { DatasetArticle, DatasetHead } from '../dataset.ts'
import { type CardFacts, cardOf } from './card.ts'
import { DatasetCounts } from './counts.ts'

const head: DatasetHead = {
  ...{ name: 'Harbour <news>', codebook: defaultCodebook, entities: [], splits: ['train', 'test'] },
  annotators: [{ id: 'ada', name: 'Ada' }],
}

const article = (n: number, split: string, metadata: DatasetArticle['metadata'] = {}): DatasetArticle => ({
  ...{ path: `${n}.txt`, text: 'Ada said no.', metadata, zones: [], split },
  layers: [
    {
      ...{ annotator: 'ada', status: n === 0 ? 'in-progress' : 'done', links: [] },
      annotations:
        n === 2 ? [] : [{ id: 'a', tag: 'claim', spans: [{ start: 9, end: 11 }], attributes: { type: 'denial' } }],
    },
  ],
})
const articles = [
  article(0, 'train', { language: 'en-GB', outlet: 'The *Harbour*', published: '2031-03-04T10:00' }),
  article(1, 'train', { language: 'en', outlet: 'The *Harbour*', published: '2031-02' }),
  article(2, 'test'),
]

function card(facts: Partial<CardFacts> = {}, some = articles): string {
  const counts = new DatasetCounts(head)
  for (const one of some) counts.add(one)
  const files = [{ split: 'train', path: 'data/train-*.parquet' }]
  return cardOf(head, counts, { unit: 'codepoint', withText: true, licence: '', files, ...facts })
}

test('the head says what the hub expects, and no licence that nobody said', () => {
  const [, yaml] = card().split('---\n')
  expect(yaml).toBe(`pretty_name: "Harbour <news>"
language:
- "en"
license: unknown
size_categories:
- n<1K
task_categories:
- token-classification
configs:
- config_name: default
  data_files:
  - split: "train"
    path: "data/train-*.parquet"
`)
  expect(card({ licence: 'CC-BY-4.0' })).toContain('\nlicense: cc-by-4.0\n')
  expect(card({ licence: 'for members: ask "us"' })).toContain(
    '\nlicense: other\nlicense_name: "for members: ask \\"us\\""\n',
  )
})

test('what can be counted is counted, by part, tag, outlet and day', () => {
  const words = card()
  expect(words).toContain('| articles | 3 |')
  expect(words).toContain('| train | 2 | 2 | 0 |\n| test | 1 | 0 | 0 |')
  expect(words).toContain('**Claim** (`claim`, 2 annotations)')
  expect(words).toContain('Outlets: The \\*Harbour\\* (2)')
  expect(words).toContain('Published: 2031-02 to 2031-03-04')
  expect(words).toContain('# Harbour \\<news\\>')
})

test('gaps are named: bare articles, unfinished layers, unused tags, unanswered questions, what isn’t known', () => {
  const words = card()
  for (const gap of [
    '1 of 3 articles have no annotation.',
    '1 layer is still in progress.',
    'Of 1 article the language isn’t said.',
    'No annotation is tagged `event`.',
    '`polarity` isn’t answered by 2 of 2 `claim` annotations.',
    'Nobody annotated what another did, so that nothing is known of how far people agree.',
  ])
    expect(words).toContain(`- ${gap}`)
  expect(words).not.toContain('`type` isn’t answered')
})

test('where several annotated an article it says how far they agree, by tag, without gold', () => {
  const [one] = articles
  const [layer] = one!.layers
  const [claim] = layer!.annotations
  const wider = { ...claim!, spans: [{ start: 4, end: 11 }] }
  const event = { ...claim!, id: 'e', tag: 'event', spans: [{ start: 4, end: 8 }] }
  const bo = { ...layer!, annotator: 'bo', annotations: [wider, event] }
  const words = card({}, [
    {
      ...one!,
      layers: [layer!, bo, { ...layer!, annotator: 'gold-ada' }, { ...layer!, annotator: 'cy', status: 'adjudicated' }],
    },
    ...articles.slice(1),
  ])
  expect(words).toContain('Two or more annotated 1 of the articles.')
  expect(words).toContain('| `claim` | 1.000 | 0.000 | 0.667 | – |')
  expect(words).toContain('| `event` | 0.000 | 0.000 | 0.000 | – |')
  expect(words).not.toContain('Nobody annotated what another did')
})

test('a split says that families were kept whole only where that is known', () => {
  expect(card()).not.toContain('families')
  expect(card({ families: { count: 2, articles: 5 } })).toContain('2 families of together 5 articles stayed whole')
})

test('what the format can’t say is listed by kind', () => {
  const words = card({
    leftOut: [
      { feature: 'overlap', done: 'dropped' },
      { feature: 'overlap', done: 'dropped' },
    ],
  })
  expect(words).toContain('- overlap: dropped (2)')
})

test.each([
  [0, 'n<1K'],
  [999, 'n<1K'],
  [1000, '1K<n<10K'],
  [100_000, '100K<n<1M'],
])('a dataset of %i articles is of the size %s', (articles, size) => {
  const counts = new DatasetCounts(head)
  counts.articles = articles
  const facts = { unit: 'codepoint', withText: true, licence: '', files: [] } as const
  expect(cardOf(head, counts, facts)).toContain(`\n- ${size}\n`)
})
