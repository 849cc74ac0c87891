import { expect, test } from 'vitest'
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
