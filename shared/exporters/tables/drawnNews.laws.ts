import type { Span } from '../../annotation/span.ts'
import { defaultCodebook } from '../../codebook/defaultCodebook.ts'
import { byPlace, type DatasetArticle, type DatasetHead } from '../../dataset/dataset.ts'

/** Test ground: a small piece of invented news with two claims, of which one has two sources, and what they are about. */

const text =
  'The bridge will open in May, said Ada Novak. “We doubt it,” Bo Lind and Cy Reed replied. Nobody else spoke.'

function at(words: string): Span[] {
  const start = text.indexOf(words)
  return [{ start, end: start + words.length }]
}

export const newsHead: DatasetHead = {
  name: 'news',
  codebook: defaultCodebook,
  entities: [
    {
      ...{ id: 'e-ada', kind: 'person', name: 'Ada Novak', aliases: ['A. Novak', 'Novak'], parent: 'e-port' },
      ...{ roles: [{ title: 'mayor', from: '2030' }], attributes: {}, externalIds: { wikidata: 'Q1' } },
    },
    { id: 'e-port', kind: 'organisation', name: 'Port', aliases: [], roles: [], attributes: {}, externalIds: {} },
  ],
  annotators: [{ id: 'ada', name: 'Ada L.' }],
  splits: [],
}

export const newsArticle: DatasetArticle = {
  path: 'north/a.txt',
  text,
  metadata: { title: 'Bridge', outlet: 'The Northern', published: '2031-03-04' },
  zones: [],
  layers: [
    {
      annotator: 'ada',
      status: 'done',
      annotations: [
        {
          ...{ id: 'c1', tag: 'claim', spans: at('The bridge will open in May') },
          attributes: { type: 'prediction', polarity: 'supports', shade: 3 },
        },
        { id: 'c2', tag: 'claim', spans: at('We doubt it'), attributes: { speech: 'direct' }, note: '=1+1' },
        { id: 'x1', tag: 'actor', spans: at('Ada Novak'), attributes: { mention: 'name' }, entity: 'e-ada' },
        { id: 'x2', tag: 'actor', spans: at('Bo Lind'), attributes: {} },
        { id: 'x3', tag: 'actor', spans: at('Cy Reed'), attributes: {} },
        { id: 'v1', tag: 'event', spans: at('open'), attributes: { realis: 'future' } },
      ].sort(byPlace),
      links: [
        {
          ...{ id: 'l1', type: 'attributed-to', from: 'c1', to: { annotation: 'x1' }, cue: at('said')[0]! },
          attributes: { explicitness: 'explicit' },
        },
        { id: 'l2', type: 'attributed-to', from: 'c2', to: { annotation: 'x2' }, attributes: {} },
        { id: 'l3', type: 'attributed-to', from: 'c2', to: { annotation: 'x3' }, attributes: {} },
        { id: 'l4', type: 'about', from: 'c1', to: { annotation: 'v1' }, attributes: {} },
        { id: 'l5', type: 'contradicts', from: 'c2', to: { annotation: 'c1' }, attributes: {} },
      ],
    },
  ],
}
