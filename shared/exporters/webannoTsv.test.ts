import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { saying } from '../dataset/compare.ts'
import type { DatasetAnnotation, DatasetArticle, DatasetLink } from '../dataset/dataset.ts'
import { wordsOf } from '../dataset/dataset.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'
import { webannoTsv } from './webannoTsv.ts'

const samples = '../shared/samples/annotation'
const hasSamples = existsSync(samples)
if (!hasSamples) console.warn(`${samples} isn’t there: the files of others are not read.`)

function annotation(id: string, tag: string, start: number, end: number, more: Partial<DatasetAnnotation> = {}) {
  return { id, tag, spans: [{ start, end }], attributes: {}, ...more }
}

function articleOf(text: string, annotations: DatasetAnnotation[], links: DatasetLink[] = []): DatasetArticle {
  return { path: 'a.txt', text, metadata: {}, zones: [], layers: [{ annotator: 'ada', annotations, links }] }
}

const fileOf = (article: DatasetArticle) => written(webannoTsv, [article])[0]!

test('out and in again is the same', () => holdsRoundTrip(webannoTsv))

test('a file is what INCEpTION reads: layers in its head, sentences, a row a token, offsets in UTF-16', () => {
  const { file, data } = fileOf(
    articleOf(
      '💩 Ada said no. Bo\nagreed.',
      [
        annotation('a', 'actor', 3, 6, { attributes: { kind: 'x|y' } }),
        annotation('c', 'claim', 7, 14, { cameAs: 'frame' }),
        annotation('d', 'claim', 8, 10),
      ],
      [{ id: 'l', type: 'source', from: 'c', to: { annotation: 'a' }, attributes: {}, cameAs: 'role' }],
    ),
  )
  expect(file).toBe('annotation/a.txt/ada.tsv')
  const type = 'webanno.custom.StetAnnotation'
  expect((data as string).split('\n')).toEqual([
    '#FORMAT=WebAnno TSV 3.3',
    `#T_SP=${type}|id|kind|tag|ROLE_${type}:roles_${type}RolesLink|${type}`,
    '',
    '',
    '#Text=💩 Ada said no. ',
    '1-1\t0-2\t💩\t_\t_\t_\t_\t_\t',
    '1-2\t3-6\tAda\ta\tx\\|y\tactor\t_\t*\t',
    '1-3\t7-11\tsaid\tc[1]\t*[1]\tclaim[1]\tsource[1]\t1-2\t',
    '1-3.1\t8-10\tai\td\t*\tclaim\t_\t*\t',
    '1-4\t12-14\tno\tc[1]\t*[1]\tclaim[1]\tsource[1]\t1-2\t',
    '1-5\t14-15\t.\t_\t_\t_\t_\t_\t',
    '',
    '#Text=Bo',
    '#Text=',
    '2-1\t16-18\tBo\t_\t_\t_\t_\t_\t',
    '',
    '#Text=agreed.',
    '3-1\t19-25\tagreed\t_\t_\t_\t_\t_\t',
    '3-2\t25-26\t.\t_\t_\t_\t_\t_\t',
    '',
  ])
})

test('ids come back with annotations of Stet’s own layer, each once', async () => {
  const { file, data } = fileOf(articleOf('Ada Bo', [annotation('x1', 'actor', 0, 3), annotation('x2', 'actor', 4, 6)]))
  const { articles } = await readBack(webannoTsv, [{ file, data: (data as string).replace('x2', 'x1') }])
  expect(articles[0]!.layers[0]!.annotations.map(({ id }) => id)).toEqual(['x1', 'a1'])
})

test('gaps are rebuilt from offsets, also from those that count code points', async () => {
  const file = (second: number) =>
    ['#FORMAT=WebAnno TSV 3.3', '#T_SP=x.Y|', '', '', '#Text=💩 A', '1-1\t0-1\t💩\t_\t', '1-2\t2-3\tA\t*\t', ''].join(
      '\n',
    ) + ['', '#Text=B', `2-1\t${second}-${second + 1}\tB\t*\t`, ''].join('\n')
  const { articles, untaken } = await readBack(webannoTsv, [{ file: 'a.tsv', data: file(6) }])
  expect(untaken).toEqual([])
  expect(articles[0]).toMatchObject({ path: 'a.txt', text: '💩 A\n  B' })
  const words = articles[0]!.layers[0]!.annotations.map(({ spans }) => wordsOf(articles[0]!.text, spans))
  expect(words).toEqual(['A', 'B'])
})

test('what can’t be taken is named with its line, and the rest is read', async () => {
  const data = [
    '#FORMAT=WebAnno TSV 3.3',
    '#T_SP=x.Span|value',
    '#T_RL=x.Rel|kind|BT_x.Span',
    '#T_XX=what',
    '',
    '#Text=Ada said no .',
    '1-1\t0-3\tAda\tPER\t_\t_\t',
    '1-2\t4-8\tsays\tV\t_\t_\t',
    '1-2.1\t8-8\t\tE\t_\t_\t',
    'nonsense',
    '1-3\t9-11\tno\tN\tk\t1-9\t',
    '1-4\t12-13\t.\tP',
    '',
  ].join('\n')
  const { articles, untaken } = await readBack(webannoTsv, [
    { file: 'a.tsv', data },
    { file: 'b.tsv', data: '#FORMAT=WebAnno TSV 2\n' },
    { file: 'c.tsv', data: '' },
  ])
  expect(articles).toHaveLength(1)
  expect(articles[0]!.layers[0]!.annotations.map(({ attributes }) => attributes['value'])).toEqual(['PER', 'N'])
  expect(untaken.map(({ file, line, why }) => [file, line, why])).toEqual([
    ['a.tsv', 4, 'malformed'],
    ['a.tsv', 10, 'malformed'],
    ['a.tsv', 12, 'malformed'],
    ['a.tsv', 8, 'other-words'],
    ['a.tsv', 9, 'no-words'],
    ['a.tsv', 11, 'end-missing'],
    ['b.tsv', null, 'unknown-kind'],
    ['c.tsv', null, 'malformed'],
  ])
})

interface Expected {
  readonly text: string
  readonly annotations: readonly {
    readonly type: string
    readonly utf16: [number, number]
    readonly features: object
  }[]
}

/** The tsv files below a folder of samples, each by itself. */
function tsvFiles(folder: string): { file: string; data: Uint8Array }[] {
  return readdirSync(join(samples, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.tsv') && !name.startsWith('tsv2'))
    .map(file => ({ file, data: new Uint8Array(readFileSync(join(samples, folder, file))) }))
}

test.skipIf(!hasSamples)('files of INCEpTION say what the CAS beside them says', async () => {
  const expected: Record<string, Expected> = JSON.parse(
    readFileSync(join(samples, '../expected/annotation-webanno.json'), 'utf8'),
  )
  let compared = 0
  for (const { file, data } of tsvFiles('webanno-tsv')) {
    const name = file.replace(/\/reference\.tsv$/, '')
    const meant = expected[name]
    const { articles, untaken } = await readBack(webannoTsv, [{ file, data }])
    if (!meant) continue
    const empty = meant.annotations.filter(({ utf16: [start, end] }) => start === end)
    expect(
      untaken.map(({ why }) => why),
      name,
    ).toEqual(empty.map(() => 'no-words'))
    expect(articles[0]!.text, name).toBe(meant.text)
    const links = articles[0]!.layers[0]!.links
    const referred = Object.values(meant.annotations).filter(({ features }) => 'Governor' in features)
    if (referred.length > 0) expect(links.length, name).toBe(referred.length)
    const spans = ([start, end]: readonly number[], value: unknown) => `${start}–${end} ${value ?? ''}`
    const said = articles[0]!.layers[0]!.annotations.filter(({ tag }) => !tag.endsWith('.Token')).map(
      ({ spans: [span], attributes }) => spans([span!.start, span!.end], attributes['value'] ?? attributes['PosValue']),
    )
    const wanted = meant.annotations
      .filter(({ features }) => !('Governor' in features) && !('Dependent' in features))
      .filter(({ utf16: [start, end] }) => start < end)
      .map(({ utf16, features }) => {
        const said: Readonly<Record<string, unknown>> = { ...features }
        return spans(utf16, said['value'] ?? said['PosValue'])
      })
    expect(said.sort(), name).toEqual(wanted.sort())
    compared++
  }
  expect(compared).toBeGreaterThan(15)
})

test.skipIf(!hasSamples)('files of INCEpTION that go out and come in again say the same', async () => {
  for (const { file, data } of [...tsvFiles('webanno-tsv'), ...tsvFiles('curation')]) {
    const { articles } = await readBack(webannoTsv, [{ file, data }])
    const again = await readBack(webannoTsv, written(webannoTsv, articles))
    expect(again.untaken, file).toEqual([])
    const say = (article: DatasetArticle) => saying(article, webannoTsv.says, false)
    expect(again.articles.map(say), file).toEqual(articles.map(say))
    // Layers of others are theirs again, but for what no layer of theirs can say.
    const head = String(written(webannoTsv, articles)[0]!.data)
    for (const { tag } of articles[0]!.layers[0]!.annotations)
      if (!tag.endsWith('.Token')) expect(head, file).toMatch(new RegExp(`#T_(SP|CH)=${tag}[|]`))
  }
})
