import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { saying } from '../dataset/compare.ts'
import { casJson } from './casJson.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'

const samples = '../shared/samples/annotation/uima/json'
const hasSamples = existsSync(samples)
if (!hasSamples) console.warn(`${samples} isn’t there: the files of others are not read.`)

test('out and in again is the same', () => holdsRoundTrip(casJson))

test('arrays, lists, references, null and structures out of turn are taken; the rest is told', async () => {
  const data = JSON.stringify({
    '%TYPES': {},
    '%FEATURE_STRUCTURES': [
      {
        '%ID': 2,
        '%TYPE': 'x.Span',
        '@sofa': 1,
        begin: 0,
        end: 3,
        '@names': 3,
        '@others': 4,
        '@head': 6,
        none: null,
        n: 2.5,
      },
      { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: 'Ada said.' },
      { '%ID': 3, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['a', 'b'] },
      { '%ID': 4, '%TYPE': 'x.Span[]', '%ELEMENTS': [5, 2] },
      { '%ID': 5, '%TYPE': 'x.Span', '@sofa': 1, begin: 4, end: 8, '#weight': 'NaN' },
      { '%ID': 6, '%TYPE': 'uima.cas.NonEmptyFSList', '@head': 5, '@tail': 7 },
      { '%ID': 7, '%TYPE': 'uima.cas.EmptyFSList' },
      { '%ID': 8, '%TYPE': 'x.Plain', said: 'something' },
      { '%TYPE': 'x.Span' },
      { '%ID': 5, '%TYPE': 'x.Span' },
    ],
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2] } },
  })
  const { articles, untaken } = await readBack(casJson, [
    { file: 'a.json', data },
    { file: 'b.json', data: '{"a": 1}' },
  ])
  const { annotations, links } = articles[0]!.layers[0]!
  expect(annotations.map(({ tag, attributes }) => [tag, attributes])).toEqual([
    ['x.Span', { names: ['a', 'b'], n: 2.5 }],
    ['x.Span', { weight: 'NaN' }],
  ])
  const [one, other] = annotations.map(({ id }) => id)
  expect(links.map(({ type, from, to }) => [type, from, to])).toEqual([
    ['others', one, { annotation: other }],
    ['others', one, { annotation: one }],
    ['head', one, { annotation: other }],
  ])
  expect(untaken.map(({ file, why, what }) => [file, why, what])).toEqual([
    ['a.json', 'malformed', '{"%TYPE":"x.Span"}'],
    ['a.json', 'twice', '5'],
    ['a.json', 'no-annotation', 'Plain × 1'],
    ['b.json', 'unknown-kind', '{"a": 1}'],
  ])
})

test('an annotation that begins inside a character has no place', async () => {
  const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: '💩 A' }
  const span = { '%ID': 2, '%TYPE': 'x.Span', '@sofa': 1, begin: 1, end: 4 }
  const data = JSON.stringify({ '%FEATURE_STRUCTURES': [sofa, span] })
  const { articles, untaken } = await readBack(casJson, [{ file: 'a.json', data }])
  expect(articles[0]!.layers[0]!.annotations).toEqual([])
  expect(untaken).toMatchObject([{ why: 'outside-text', what: 'Span 1–4' }])
})

test.skipIf(!hasSamples)('files of others are read, and what they say goes out and comes in again', async () => {
  const expected = JSON.parse(readFileSync(join(samples, '../../../expected/annotation-uima.json'), 'utf8'))
  for (const name of readdirSync(samples)) {
    const data = new Uint8Array(readFileSync(join(samples, name, 'data.json')))
    const { articles, untaken } = await readBack(casJson, [{ file: 'data.json', data }])
    const { sofa, annotations } = expected[`json/${name}`]
    if (!sofa[0]) {
      expect(untaken, name).toMatchObject([{ why: 'no-text' }])
      continue
    }
    expect(untaken, name).toEqual([])
    expect(articles[0]!.text, name).toBe(sofa[0])
    const said = articles[0]!.layers[0]!.annotations.map(({ tag, spans: [span] }) => [tag, [span!.start, span!.end]])
    const wanted = annotations.filter(({ type }: { type: string }) => !/Document/.test(type))
    expect(said, name).toEqual(wanted.map(({ type, utf16 }: { type: string; utf16: unknown }) => [type, utf16]))
    const again = await readBack(casJson, written(casJson, articles))
    expect(again.articles.map(one => saying(one, casJson.says, false))).toEqual(
      articles.map(one => saying({ ...one, metadata: {} }, casJson.says, false)),
    )
  }
})
