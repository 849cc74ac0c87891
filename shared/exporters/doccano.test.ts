import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { wordsOf } from '../dataset/dataset.ts'
import { doccano } from './doccano.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'

test('out and in again is the same', () => holdsRoundTrip(doccano))

const layer = (annotator: string) => ({
  annotator,
  annotations: [
    { id: 'a', tag: 'actor', spans: [{ start: 3, end: 6 }], attributes: {} },
    { id: 'b', tag: 'claim', spans: [{ start: 12, end: 14 }], attributes: {} },
  ],
  links: [{ id: 'l', type: 'attributed-to', from: 'b', to: { annotation: 'a' }, attributes: {} }],
})
const article = (path: string, annotators: readonly string[]) => ({
  ...{ path, text: '💩 Ada said no.', metadata: { title: 'No' }, zones: [] },
  layers: annotators.map(layer),
})

test('an annotator’s file has a line an article, its spans in both ways that projects take them', () => {
  const parts = written(doccano, [article('a.txt', ['ada'])])
  expect(parts.map(({ file }) => file)).toEqual(['ada.jsonl'])
  expect(JSON.parse(parts[0]!.data as string)).toEqual({
    ...{ title: 'No', id: 1, path: 'a.txt', annotator: 'ada', text: '💩 Ada said no.' },
    label: [
      [2, 5, 'actor'],
      [11, 13, 'claim'],
    ],
    entities: [
      { id: 1, label: 'actor', start_offset: 2, end_offset: 5 },
      { id: 2, label: 'claim', start_offset: 11, end_offset: 13 },
    ],
    relations: [{ id: 1, from_id: 2, to_id: 1, type: 'attributed-to' }],
  })
})

test('files of annotators who had different articles come back in the articles’ order, each with its layers', async () => {
  const whose = [['ada', 'bo'], ['bo'], [], ['ada']]
  const { articles, untaken } = await readBack(
    doccano,
    written(
      doccano,
      whose.map((annotators, i) => article(`${i}.txt`, annotators)),
    ),
  )
  expect(articles.map(({ path, layers }) => [path, layers.map(({ annotator }) => annotator)])).toEqual(
    whose.map((annotators, i) => [`${i}.txt`, annotators]),
  )
  expect(untaken).toEqual([])
})

const taken = async (files: Readonly<Record<string, readonly string[]>>) => {
  const parts = Object.entries(files).map(([file, lines]) => ({ file, data: `${lines.join('\n')}\n` }))
  const { articles, untaken } = await readBack(doccano, parts)
  return {
    articles,
    untaken: untaken.map(({ file, line, why, what }) => [file, line, why, what]),
    found: articles.map(({ path, text, layers }) => [
      path,
      ...layers.map(({ annotator, annotations }) => [
        annotator,
        ...annotations.map(({ tag, spans }) => `${tag}: ${wordsOf(text, spans)}`),
      ]),
    ]),
  }
}

test('an export of several people is one article a document, with a layer for each of them', async () => {
  const { found } = await taken({
    'admin.jsonl': ['{"id": 7, "text": "Ada", "label": [[0, 3, "P"]]}', '{"id": 9, "text": "Bo", "label": []}'],
    'kim.jsonl': [
      '{"id": 7, "text": "Ada", "label": [[0, 1, "Q"]]}',
      '{"id": 8, "text": "Cy", "label": [[0, 2, "P"]]}',
    ],
  })
  expect(found).toEqual([
    ['article-0007.txt', ['admin', 'P: Ada'], ['kim', 'Q: A']],
    ['article-0008.txt', ['kim', 'P: Cy']],
    ['article-0009.txt', ['admin']],
  ])
})

test('what can’t be taken is told by line, and the rest is read', async () => {
  const { found, untaken } = await taken({
    'a.jsonl': [
      '{"text": "💩 Ada", "label": [[2, 5, "P"], [2, 9, "P"], "good"], "Comments": ["?"]}',
      '{"text": "Bo", "label": [[0, 2, "P"]',
      '{"label": [[0, 1, "P"]]}',
      '{"text": "Bo", "entities": [{"id": 0, "label": "P", "start_offset": 0, "end_offset": 2}], "relations": [{"from_id": 0, "to_id": 3, "type": "x"}]}',
    ],
  })
  expect(found).toEqual([
    ['a-0001.txt', ['nobody', 'P: Ada']],
    ['a-0004.txt', ['nobody', 'P: Bo']],
  ])
  expect(untaken).toEqual([
    ['a.jsonl', 1, 'outside-text', 'label[1]'],
    ['a.jsonl', 1, 'unknown-kind', 'label[2]'],
    ['a.jsonl', 1, 'unknown-kind', 'Comments'],
    ['a.jsonl', 2, 'malformed', '{"text": "Bo", "label": [[0, 2, "P"]'],
    ['a.jsonl', 3, 'no-text', '{"label": [[0, 1, "P"]]}'],
    ['a.jsonl', 4, 'end-missing', 'relations[0]'],
  ])
})

const samples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const hasSamples = existsSync(samples)
test.skipIf(!hasSamples)(
  hasSamples ? 'files that others wrote' : 'files that others wrote (skipped: not on this machine)',
  async () => {
    const expected = JSON.parse(readFileSync(`${samples}expected/annotation-other.json`, 'utf8'))
    const names = Object.keys(expected).filter(name => name.startsWith('doccano/'))
    expect(names.length).toBe(3)
    for (const name of names) {
      const data = readFileSync(`${samples}annotation/${name}`, 'utf8')
      expect([name, doccano.looksLike!(data, name)]).toEqual([name, true])
      const { articles, untaken } = await taken({ '': [data] })
      // One line of theirs has a label and no text to stand in.
      const isWithout = name.includes('sequence_labeling-example')
      expect([name, untaken.map(([, line, why]) => [line, why])]).toEqual([name, isWithout ? [[3, 'no-text']] : []])
      const annotations = articles.flatMap(({ layers }) => layers.flatMap(layer => layer.annotations))
      expect([articles.length + untaken.length, annotations.length + untaken.length]).toEqual([
        expected[name].documents,
        expected[name].spans,
      ])
      if (name.includes('relation')) expect(articles[0]!.layers[0]!.links.map(({ type }) => type).length).toBe(3)
    }
  },
)
