import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pubAnnotation } from './pubAnnotation.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'

test('out and in again is the same', () => holdsRoundTrip(pubAnnotation))

const text = '💩 Ada said no.'
const article = {
  path: 'a.txt',
  text,
  metadata: {},
  zones: [],
  layers: [
    {
      annotator: 'ada',
      annotations: [
        { id: 'T1', tag: 'actor', spans: [{ start: 3, end: 6 }], attributes: { sure: true } },
        {
          id: 'T2',
          tag: 'claim',
          spans: [
            { start: 7, end: 11 },
            { start: 12, end: 14 },
          ],
          attributes: {},
        },
      ],
      links: [{ id: 'R1', type: 'attributed-to', from: 'T2', to: { annotation: 'T1' }, attributes: {} }],
    },
  ],
}
const textOf = (name: string) => (name === 'a.txt' ? text : null)

test('a track an annotator, spans in code points; texts may be left out', async () => {
  const [part] = written(pubAnnotation, [article], { withText: false })
  expect(part!.file).toBe('a.txt.json')
  expect(JSON.parse(part!.data as string)).toEqual({
    sourcedb: 'Stet',
    sourceid: 'a.txt',
    tracks: [
      {
        project: 'ada',
        denotations: [
          { id: 'T1', span: { begin: 2, end: 5 }, obj: 'actor' },
          {
            id: 'T2',
            span: [
              { begin: 6, end: 10 },
              { begin: 11, end: 13 },
            ],
            obj: 'claim',
          },
        ],
        relations: [{ id: 'R1', pred: 'attributed-to', subj: 'T2', obj: 'T1' }],
        attributes: [{ id: 'A1', subj: 'T1', pred: 'sure', obj: true }],
      },
    ],
  })
  expect((await readBack(pubAnnotation, [part!], textOf)).articles[0]!.layers).toMatchObject(article.layers)
  expect((await readBack(pubAnnotation, [part!])).untaken).toMatchObject([{ what: 'a.txt', why: 'no-text' }])
})

test('what can’t be taken is named, and the rest is read', async () => {
  const document = {
    text,
    project: 'p',
    denotations: [
      { id: 'T1', span: { begin: 2, end: 5 }, obj: 'X' },
      { id: 'T2', span: { begin: 2, end: 500 }, obj: 'X' },
      { id: 'T1', span: { begin: 0, end: 1 }, obj: 'X' },
      { id: 'T4', span: { begin: 0, end: 1 } },
      'T5',
    ],
    relations: [{ id: 'R1', subj: 'T1', pred: 'p', obj: 'T2' }],
    attributes: [
      { subj: 'T1', pred: 'kind', obj: 'a' },
      { subj: 'T1', pred: 'kind', obj: 'b' },
      { subj: 'T9', pred: 'kind', obj: 'b' },
    ],
    modifications: [{ id: 'M1', pred: 'Negation', obj: 'T1' }],
  }
  const parts = [
    { file: 'a', data: JSON.stringify(document) },
    { file: 'b', data: '{' },
  ]
  const { articles, untaken } = await readBack(pubAnnotation, parts)
  expect(articles[0]!.layers).toMatchObject([
    { annotator: 'p', annotations: [{ id: 'T1', attributes: { kind: ['a', 'b'] } }] },
  ])
  expect(untaken.map(({ file, what, why }) => [file, shortWhat(what), why])).toEqual([
    ['a', '"T5"', 'malformed'],
    ['a', 'T2', 'outside-text'],
    ['a', 'T1', 'twice'],
    ['a', 'T4', 'malformed'],
    ['a', 'R1', 'end-missing'],
    ['a', 'T9', 'end-missing'],
    ['a', '{"id":', 'unknown-kind'],
    ['b', '{', 'malformed'],
  ])
})

const shortWhat = (what: string) => what.slice(0, 6)

const sample = join('..', 'shared', 'samples', 'annotation', 'pubannotation', 'samplePubAnnotation.json')
test.skipIf(!existsSync(sample))(
  'a sample of others (skipped where it isn’t): two tracks, a span of two parts, a relation',
  async () => {
    const { articles, untaken } = await readBack(pubAnnotation, [{ file: '', data: readFileSync(sample) }])
    expect(untaken).toEqual([])
    const [{ text, layers }] = articles as [(typeof articles)[0]]
    expect(layers.map(({ annotator, annotations, links }) => [annotator, annotations.length, links.length])).toEqual([
      ['Inflammaging', 2, 0],
      ['PubmedHPO', 2, 1],
    ])
    const [, second] = layers
    expect(second!.annotations[0]).toMatchObject({ tag: 'HP_0006775', attributes: { uniprot: 'Q15306' } })
    expect(second!.annotations[1]).toMatchObject({ attributes: { uncertain: true } })
    expect(second!.annotations.map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['multiple myeloma'],
      ['other'.slice(0, 4), 'cancer'].map((_, i) => text.slice([169, 178][i]!, [173, 184][i]!)),
    ])
  },
)
