import { expect, test } from 'vitest'
import { makeAnchor } from '../annotation/anchor.ts'
import type { CommentTarget } from '../annotation/comment.ts'
import type { DatasetArticle } from '../dataset/dataset.ts'
import { fitTo } from '../dataset/fit.ts'
import { withWords } from '../dataset/left.ts'
import { all, anonymous } from '../dataset/select.ts'
import { jsonLines } from './jsonLines.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'

const article = {
  path: 'a.txt',
  text: '💩 Ada said no.',
  metadata: { title: 'No' },
  zones: [],
  layers: [
    {
      annotator: 'ada',
      annotations: [{ id: 'a', tag: 'actor', spans: [{ start: 3, end: 6 }], attributes: {} }],
      links: [],
    },
  ],
}

test('out and in again is the same, in every unit', () => holdsRoundTrip(jsonLines))

test('each line is an article, and the first says what offsets count', () => {
  const [head, line] = written(jsonLines, [article]).map(({ data }) => JSON.parse(data as string))
  expect(head).toMatchObject({ format: 'stet-dataset', formatVersion: 1, offsetUnit: 'codepoint' })
  expect(line.layers[0].annotations[0].spans).toEqual([{ start: 2, end: 5, quote: 'Ada' }])
})

test('without their texts articles are read where the texts are at hand', async () => {
  const parts = written(jsonLines, [article], { withText: false })
  expect(parts.map(({ data }) => data).join('')).not.toContain('Ada said')
  const { articles } = await readBack(jsonLines, parts, name => (name === 'a.txt' ? article.text : null))
  expect(articles[0]).toMatchObject(article)
  expect((await readBack(jsonLines, parts)).untaken).toMatchObject([{ line: 2, why: 'no-text', what: 'a.txt' }])
})

const at = '2031-03-04T05:06:07Z'
const noted = (id: string, on: CommentTarget, text = 'Why?') => ({ id, kind: 'question', on, text, created: at })
const discussed: DatasetArticle = {
  ...article,
  layers: [
    {
      ...article.layers[0]!,
      comments: [
        noted('about', { layer: 'ada', annotation: 'a' }, 'Ada Roe said so'),
        noted('gone', { layer: 'ada', annotation: 'x' }, 'Of what isn’t here'),
        noted('reply', { layer: 'ada', comment: 'gone' }),
      ],
    },
    {
      ...{ annotator: 'bo', status: 'in-progress' as const, annotations: [], links: [], onlyDiscusses: true },
      comments: [noted('words', { span: makeAnchor(article.text, { start: 3, end: 6 }) })],
      verdicts: [{ id: 'v', on: { layer: 'ada', annotation: 'a', revision: 2 }, verdict: 'accept', created: at }],
    },
    {
      ...{ annotator: 'cy', status: 'in-progress' as const, annotations: [], links: [], onlyDiscusses: true },
      comments: [noted('far', { layer: 'sealed', annotation: 'a' })],
    },
  ],
}

test('comments and verdicts go with what they are about; who only discusses is no layer to readers that don’t know of it', () => {
  const line = JSON.parse(written(jsonLines, [discussed])[1]!.data as string)
  expect(line.layers.map(({ annotator }: { annotator: string }) => annotator)).toEqual(['ada'])
  expect(line.layers[0].comments.map(({ id }: { id: string }) => id)).toEqual(['about'])
  expect(line.discussing).toMatchObject([
    { annotator: 'bo', comments: [{ on: { span: { start: 2, end: 5, quote: 'Ada' } } }], verdicts: [{ id: 'v' }] },
  ])
  const { leftOut } = fitTo(discussed, jsonLines.says)
  expect(leftOut.map(({ kind, id, done }) => [kind, id, done])).toEqual(
    ['gone', 'reply', 'far'].map(id => ['remark', id, 'dropped']),
  )
  expect(leftOut.map(one => withWords(discussed, one).quote)).toEqual(['Of what isn’t here', 'Why?', 'Why?'])
})

test('what people wrote is told to be as they wrote it', () => {
  const told = written(jsonLines, [discussed]).flatMap(({ told = [] }) => told)
  expect(told.map(({ column, words, why }) => [column, words, why])).toEqual([
    ['ada', 'Ada Roe said so', 'own-words'],
    ['bo', 'Why?', 'own-words'],
  ])
})

test('who only discusses is called otherwise in an anonymous dataset, where others speak of them too', () => {
  const aliases = { ada: 'a1', bo: 'a2', cy: 'a3' }
  const layers = anonymous(discussed.layers, { ...all, aliases })
  const said = written(jsonLines, [{ ...discussed, layers }])[1]!.data as string
  expect(JSON.parse(said)).toMatchObject({
    layers: [{ comments: [{ on: { layer: 'a1', annotation: 'a' } }] }],
    discussing: [{ annotator: 'a2', verdicts: [{ on: { layer: 'a1' } }] }],
  })
  expect(said).not.toMatch(/"(ada|bo|cy|sealed)"/)
})

test('a dataset of a newer version is refused in plain words', async () => {
  const [head, line] = written(jsonLines, [article]).map(({ data }) => data as string)
  const newer = JSON.stringify({ ...JSON.parse(head!), formatVersion: 2 })
  await expect(readBack(jsonLines, [{ file: '', data: `${newer}\n${line}` }])).rejects.toMatchObject({
    kind: 'dataset-newer',
    detail: 'It has format version 2; this is version 1.',
  })
})

test('what isn’t shaped like a comment, or names other words, is told and left out', async () => {
  const line = JSON.parse(written(jsonLines, [discussed])[1]!.data as string)
  line.layers[0].comments.push(
    { id: 'odd' },
    { ...noted('moved', { article: true }), on: { span: { start: 0, end: 1, quote: 'Z' } } },
  )
  const { articles, untaken } = await readBack(jsonLines, [{ file: '', data: JSON.stringify(line) }])
  expect(articles[0]!.layers[0]!.comments!.map(({ id }) => id)).toEqual(['about'])
  expect(untaken.map(({ what, why }) => [what, why])).toEqual([
    ['odd', 'malformed'],
    ['moved', 'other-words'],
  ])
})

test('what can’t be taken is named with its line, and the rest is read', async () => {
  const line = JSON.stringify({
    path: 'b.txt',
    text: 'Bo said so.',
    layers: [
      {
        annotator: 'ada',
        annotations: [
          { id: 'a', tag: 'actor', spans: [{ start: 0, end: 2, quote: 'Bo' }] },
          { id: 'b', tag: 'actor', spans: [{ start: 0, end: 2, quote: 'Al' }] },
          { id: 'c', tag: 'actor', spans: [{ start: 0, end: 99 }] },
          { id: 'd', tag: 'actor', spans: [] },
        ],
        links: [{ id: 'l', type: 'about', from: 'a', to: { annotation: 'c' } }],
      },
    ],
  })
  const parts = [{ file: '', data: `not JSON\n${line}\n{"path": "c.txt"` }]
  const { articles, untaken } = await readBack(jsonLines, parts)
  expect(articles.map(({ layers }) => layers[0]!.annotations.map(({ id }) => id))).toEqual([['a']])
  expect(untaken.map(({ line, why, what }) => [line, why, what])).toEqual([
    [1, 'malformed', 'not JSON'],
    [2, 'other-words', 'b'],
    [2, 'outside-text', 'c'],
    [2, 'malformed', 'd'],
    [2, 'end-missing', 'l'],
    [3, 'malformed', '{"path": "c.txt"'],
  ])
})
