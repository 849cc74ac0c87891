import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { biocJson, biocXml } from './bioc.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'

test('out and in again is the same: XML', () => holdsRoundTrip(biocXml))
test('out and in again is the same: JSON', () => holdsRoundTrip(biocJson))

const article = {
  path: 'a.txt',
  text: '💩 title\nAda said no.',
  metadata: { outlet: 'Post' },
  zones: [{ start: 0, end: 9, zone: 'title' as const }],
  layers: [
    {
      annotator: 'ada',
      annotations: [{ id: 'a', tag: 'actor', spans: [{ start: 9, end: 12 }], attributes: { type: 'x' } }],
      links: [],
    },
  ],
}

test('zones are passages with their offsets, annotations stand in theirs', () => {
  const xml = written(biocXml, [article])
    .map(({ data }) => data)
    .join('')
  expect(xml).toContain('<infon key="offset-unit">codepoint</infon>')
  expect(xml).toContain(
    '<passage><infon key="type">body</infon><offset>8</offset><text>Ada said no.</text><annotation id="ada/a">',
  )
  expect(xml).toContain('<location offset="8" length="3"/><text>Ada</text>')
})

test('what XML can’t say is there again', async () => {
  const odd = { ...article, text: '💩 ti\0le\nAda said no.' }
  expect((await readBack(biocXml, written(biocXml, [odd]))).articles[0]!.text).toBe(odd.text)
})

const passage = (offset: number, text: string, annotations: [string, number, number, string][]) => ({
  ...{ offset, text, infons: {} },
  annotations: annotations.map(([id, at, length, words]) => ({
    id,
    text: words,
    infons: { type: 'T' },
    locations: [{ offset: at, length }],
  })),
})
const reading = (document: object) =>
  readBack(biocJson, [{ file: '', data: JSON.stringify({ documents: [{ id: 'd', ...document }, 7] }) }])
const spansOf = ({ articles }: Awaited<ReturnType<typeof reading>>) =>
  articles[0]!.layers.flatMap(({ annotations }) =>
    annotations.map(({ spans }) => articles[0]!.text.slice(spans[0]!.start, spans[0]!.end)),
  )

test('the unit is seen by the words: bytes and UTF-16 too; a gap between passages is filled', async () => {
  expect(spansOf(await reading({ passages: [passage(0, 'é', []), passage(4, 'Ada', [['1', 4, 3, 'Ada']])] }))).toEqual([
    'Ada',
  ])
  const bytes = await reading({
    passages: [passage(0, 'éé Ada', [['1', 5, 3, 'Ada']]), passage(9, 'Bo', [['2', 9, 2, 'Bo']])],
  })
  expect(spansOf(bytes)).toEqual(['Ada', 'Bo'])
  expect(bytes.articles[0]!.text).toBe('éé Ada\nBo')
  expect(spansOf(await reading({ passages: [passage(0, '💩 Ada', [['1', 3, 3, 'Ada']])] }))).toEqual(['Ada'])
})

test('offsets that count from their passage, or after one that is elsewhere', async () => {
  expect(
    spansOf(await reading({ passages: [passage(0, 'one', []), passage(4, 'Ada', [['1', 0, 3, 'Ada']])] })),
  ).toEqual(['Ada'])
  expect(spansOf(await reading({ passages: [passage(70_000, 'Ada Bo', [['1', 70_004, 2, 'Bo']])] }))).toEqual(['Bo'])
})

test('what can’t be taken is named, and the rest is read', async () => {
  const { articles, untaken } = await reading({
    passages: [
      passage(0, 'Ada Bo', [
        ['1', 0, 3, 'Ada'],
        ['2', 90, 3, 'x'],
        ['3', 4, 2, 'ID:7'],
      ]),
    ],
    relations: [
      {
        id: 'r',
        infons: { type: 'knows' },
        nodes: [
          { refid: '1', role: 'who' },
          { refid: '3', role: 'whom' },
        ],
      },
      {
        id: 's',
        infons: {},
        nodes: [
          { refid: '1', role: '' },
          { refid: '2', role: '' },
        ],
      },
      { id: 't', infons: {}, nodes: [{ refid: '1', role: '' }] },
    ],
  })
  expect(articles[0]!.layers[0]).toMatchObject({
    annotations: [{ id: '1' }, { id: '3', attributes: { text: 'ID:7' } }],
    links: [{ id: 'r', type: 'knows', from: '1', to: { annotation: '3' }, attributes: { roles: 'who → whom' } }],
  })
  expect(untaken.map(({ what, why }) => [what, why])).toEqual([
    ['2', 'outside-text'],
    ['s', 'end-missing'],
    ['t', 'unknown-kind'],
    ['7', 'malformed'],
  ])
  const broken = await readBack(biocXml, [{ file: '', data: '<collection><document>' }])
  expect(broken.untaken).toMatchObject([{ why: 'malformed' }])
})

const samples = join('..', 'shared', 'samples', 'annotation', 'bioc')
describe.skipIf(!existsSync(samples))('samples of others (skipped where they aren’t)', () => {
  test.each([
    ['annotation-with-single-feature-typed.xml', 1, ['Sentence'], 0],
    ['example-with-multiple-documents.xml', 3, [], 0],
    ['example-with-sentences.xml', 1, ['Sentence', '1'], 1],
    ['passage-without-sentences.xml', 1, ['Sentence', '1'], 1],
    ['everything.json', 2, ['bc', 'fg', 'fg', 'bc', '测试'], 2],
  ])('%s', async (name, documents, words, relations) => {
    const format = name.endsWith('.json') ? biocJson : biocXml
    const { articles } = await readBack(format, [{ file: '', data: readFileSync(join(samples, name)) }])
    const found = articles.flatMap(({ text, layers }) =>
      layers.flatMap(({ annotations }) => annotations.map(({ spans }) => text.slice(spans[0]!.start, spans[0]!.end))),
    )
    expect([articles.length, found.sort()]).toEqual([documents, [...words].sort()])
    expect(articles.flatMap(({ layers }) => layers.flatMap(({ links }) => links))).toHaveLength(relations)
  })
})
