import { expect, test } from 'vitest'
import { readSidecar } from '../sidecar/readSidecar.ts'
import type { DatasetAnnotation, DatasetLink } from './dataset.ts'
import type { ReadArticle } from './format.ts'
import { keepable } from './keepable.ts'
import { sidecarFor } from './sidecarFor.ts'

const text = 'Ada said no.'
const annotation = (id: string, more: Partial<DatasetAnnotation> = {}): DatasetAnnotation => ({
  ...{ id, tag: 'actor', spans: [{ start: 0, end: 3 }], attributes: {} },
  ...more,
})
const link = (id: string, more: Partial<DatasetLink> = {}): DatasetLink => ({
  ...{ id, type: 'about', from: 'a', to: { annotation: 'b' }, attributes: {} },
  ...more,
})

const hash = '0'.repeat(64)
const onDisk = {
  ...{
    text,
    file: 'a.txt',
    sha256: hash,
    textSha256: hash,
    encoding: 'utf-8',
    reader: 'plain-text/1',
    blocks: [],
    zones: [],
    zoneRules: 1,
  },
  invalidBytes: false,
}

test('what a layer’s file can’t keep is left out and told, and the rest makes a file that is read', () => {
  const article: ReadArticle = {
    ...{ path: 'a.txt', file: 'in.jsonl', text, metadata: {}, zones: [] },
    layers: [
      {
        annotator: 'ada',
        annotations: [
          annotation('a', { attributes: JSON.parse('{"__proto__":"p","toString":"t","isLosslessNumber":"l"}') }),
          annotation('b', {
            attributes: { deep: { json: '['.repeat(99) + ']'.repeat(99) }, twice: { json: '{"k":1,"k":2}' } },
          }),
          annotation('b', { tag: 'claim' }),
          annotation('', {}),
          annotation('untagged', { tag: '' }),
          annotation('long', { entity: 'e'.repeat(10_001) }),
        ],
        links: [
          link('l', { attributes: JSON.parse('{"__proto__":"p","how":"so"}') }),
          link('l', { type: 'other' }),
          link('nameless', { type: '' }),
          link('endless', { to: { annotation: 'untagged' } }),
          link('noone', { to: { entity: '' } }),
        ],
      },
    ],
  }
  const { article: kept, untaken } = keepable(article)
  expect(untaken.map(({ what, why, file }) => [what.slice(0, 20), why, file])).toEqual(
    [
      ['a, __proto__', 'malformed'],
      ['a, isLosslessNumber', 'malformed'],
      ['b, deep', 'malformed'],
      ['b, twice', 'malformed'],
      ['b: claim', 'twice'],
      [': actor', 'malformed'],
      ['untagged: ', 'malformed'],
      ['long: actor', 'malformed'],
      ['l, __proto__', 'malformed'],
      ['l: other', 'twice'],
      ['nameless: ', 'malformed'],
      ['endless: about', 'end-missing'],
      ['noone: about', 'malformed'],
    ].map(told => [...told, 'in.jsonl']),
  )
  const coming = {
    ...{ annotator: { id: 'ada', name: 'Ada' }, at: '2031-03-04T05:06:07.000Z', from: 'jsonl' },
    codebook: { id: 'c', version: 1, hash },
  }
  const sidecar = sidecarFor(kept.layers[0]!, onDisk as unknown as Parameters<typeof sidecarFor>[1], coming)
  const read = readSidecar(new TextEncoder().encode(sidecar))
  expect(JSON.stringify(read)).toContain('"toString":"t"')
  expect(JSON.parse(sidecar).annotations.map(({ id }: { id: string }) => id)).toEqual(['a', 'b'])
  expect(JSON.parse(sidecar).links.map(({ id }: { id: string }) => id)).toEqual(['l'])
})

test('an article of which everything can be kept is the same article', () => {
  const article: ReadArticle = {
    ...{ path: 'a.txt', file: 'in.jsonl', text, metadata: {}, zones: [] },
    layers: [{ annotator: 'ada', annotations: [annotation('a'), annotation('b')], links: [link('l')] }],
  }
  expect(keepable(article).article).toBe(article)
})
