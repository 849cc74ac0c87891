import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { wordsOf } from '../dataset/dataset.ts'
import { labelStudio } from './labelStudio.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'

test('out and in again is the same, in every unit', () => holdsRoundTrip(labelStudio))

const article = {
  path: 'a.txt',
  text: '💩 Ada said no.',
  ...{ metadata: { title: 'No' }, zones: [] },
  layers: [
    {
      annotator: 'ada',
      annotations: [
        { id: 'a', tag: 'actor', spans: [{ start: 3, end: 6 }], attributes: {}, entity: 'e1', note: 'Who?' },
        { id: 'b', tag: 'claim', spans: [{ start: 12, end: 14 }], attributes: { type: 'denial', why: '<&"' } },
        { id: 'c', tag: 'odd one', spans: [{ start: 12, end: 14 }], attributes: { sure: true } },
      ],
      links: [{ id: 'l', type: 'attributed-to', from: 'b', to: { annotation: 'a' }, attributes: {} }],
    },
  ],
}
const fileIn = (name: string, unit?: 'utf16') =>
  written(labelStudio, [article], unit ? { unit } : {})
    .flatMap(({ file, data }) => (file === name ? [data] : []))
    .join('')

test('a task holds its regions with their words, answers of a region bear its id, and links are relations', () => {
  const [task] = JSON.parse(fileIn('tasks.json'))
  expect(task.data).toEqual({ title: 'No', path: 'a.txt', text: article.text, offsetUnit: 'codepoint' })
  const [{ result }] = task.annotations
  const words = { start: 2, end: 5, text: 'Ada' }
  const region = { id: 'a', to_name: 'text', origin: 'manual' }
  expect(result.slice(0, 2)).toEqual([
    { ...region, from_name: 'label', type: 'labels', value: { ...words, labels: ['actor'] }, meta: { text: ['Who?'] } },
    { ...region, from_name: 'entity:id', type: 'textarea', value: { ...words, text: ['e1'] } },
  ])
  expect(result[3]).toMatchObject({ id: 'b', from_name: 'type', type: 'choices', value: { choices: ['denial'] } })
  expect(result.at(-1)).toEqual({
    from_id: 'b',
    to_id: 'a',
    type: 'relation',
    direction: 'right',
    labels: ['attributed-to'],
  })
})

test('every control and every value of a task is in the configuration', () => {
  const config = fileIn('labeling-config.xml')
  const [task] = JSON.parse(fileIn('tasks.json'))
  for (const { from_name, type, value } of task.annotations[0].result) {
    if (type === 'relation') continue
    expect(config).toContain(` name="${from_name}"`)
    for (const choice of value.choices ?? []) expect(config).toContain(`<Choice value="${choice}"/>`)
    for (const label of value.labels ?? []) expect(config).toContain(`<Label value="${label}"`)
  }
  expect(config).toContain('<Relation value="attributed-to"/>')
  expect(config).toContain('<Text name="text" value="$text"')
})

const taken = async (data: unknown, file = '') => {
  const words = typeof data === 'string' ? data : JSON.stringify(data)
  const { articles, untaken } = await readBack(labelStudio, [{ file, data: words }])
  return {
    articles,
    untaken: untaken.map(({ line, why, what }) => [line, why, what]),
    found: articles.map(({ text, layers }) =>
      layers.map(({ annotator, annotations }) => [
        annotator,
        ...annotations.map(({ tag, spans }) => `${tag}: ${wordsOf(text, spans)}`),
      ]),
    ),
  }
}
const region = (id: string, start: number, end: number, text: string) => ({
  ...{ id, from_name: 'label', to_name: 'text', type: 'labels' },
  value: { start, end, text, labels: ['P'] },
})

test('which unit was counted is known by the words: code points or UTF-16', async () => {
  for (const unit of [undefined, 'utf16'] as const)
    expect((await taken(fileIn('tasks.json', unit).replace('offsetUnit', 'other'))).found[0]![0]![1]).toBe('actor: Ada')
  expect(fileIn('tasks.json')).not.toBe(fileIn('tasks.json', 'utf16'))
})

test('several annotators are several layers; what is no finished work, and what can’t be placed, is told', async () => {
  const { found, untaken, articles } = await taken(
    [
      {
        data: { body: 'Ada and Bo', other: 'x' },
        annotations: [
          { completed_by: 4, result: [region('a', 0, 3, 'Ada'), region('b', 8, 10, 'Bo')] },
          { completed_by: { id: 5, email: 'bo@example.org' }, result: [region('a', 8, 10, 'Bo')] },
          { completed_by: 4, result: [] },
          { completed_by: 6, was_cancelled: true, result: [] },
        ],
        predictions: [{ result: [region('a', 0, 3, 'Ada')] }],
        drafts: [{ result: [] }],
      },
      {
        data: { text: 'Ada and Bo' },
        annotations: [
          {
            result: [
              region('a', 0, 3, 'Ada'),
              region('b', 0, 3, 'Cy'),
              region('c', 0, 99, 'Cy'),
              { ...region('d', 0, 3, 'Ada'), type: 'hypertextlabels' },
              { id: 'e', type: 'choices', from_name: 'topic', value: { choices: ['x'] } },
              { from_id: 'a', to_id: 'b', type: 'relation', direction: 'right', labels: ['knows'] },
            ],
          },
        ],
      },
      'no task',
    ],
    'export.json',
  )
  expect(found).toEqual([
    [['user-4', 'P: Ada', 'P: Bo'], ['bo@example.org', 'P: Bo'], ['user-4 (2)']],
    [['nobody', 'P: Ada']],
  ])
  expect(articles.map(({ path }) => path)).toEqual(['export-0001.txt', 'export-0002.txt'])
  expect(untaken.map(([, why, what]) => `${why} ${what}`)).toEqual([
    'not-labelled annotations[3]',
    'not-labelled predictions[0]',
    'not-labelled drafts[0]',
    'unknown-kind choices topic',
    'other-words b',
    'outside-text c',
    'unknown-kind d',
    'end-missing r1',
    'malformed "no task"',
  ])
})

const samples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const hasSamples = existsSync(samples)
test.skipIf(!hasSamples)(
  hasSamples ? 'files that others wrote' : 'files that others wrote (skipped: not on this machine)',
  async () => {
    const expected = JSON.parse(readFileSync(`${samples}expected/annotation-other.json`, 'utf8'))
    for (const name of ['relation-extraction.export.json', 'relation-extraction.legacy-completions.json']) {
      const data = readFileSync(`${samples}annotation/label-studio/${name}`, 'utf8')
      expect(labelStudio.looksLike!(data.slice(0, 4096), name)).toBe(true)
      const { articles, found, untaken } = await taken(data)
      const { labels, relation } = expected[`label-studio/${name}`].regions_by_type
      expect([articles.length, found[0]!.length, found[0]![0]!.length - 1, untaken]).toEqual([1, 1, labels, []])
      expect(articles[0]!.layers[0]!.links.length).toBe(relation)
      expect(found[0]![0]!.slice(1)).toEqual([
        'Organization: Microsoft',
        'Person: Bill Gates',
        'Person: Paul Allen',
        'Datetime: April 4, 1975',
      ])
    }
    // Choices about a whole task without a text.
    const choices = readFileSync(`${samples}annotation/label-studio/sdk-csv_test2.choices.json`, 'utf8')
    const { articles, untaken } = await taken(choices)
    expect([articles, untaken.map(([line, why]) => [line, why])]).toEqual([
      [],
      [
        [2, 'no-text'],
        [2, 'no-text'],
      ],
    ])
  },
)
