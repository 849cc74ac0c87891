import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from '../dataset/dataset.ts'
import { anyArticles } from '../dataset/drawnDataset.laws.ts'
import { prodigy } from './prodigy.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'
import { spacy } from './spacy.ts'

test('out and in again is the same', () => holdsRoundTrip(spacy))

interface Written {
  readonly text: string
  readonly ents: readonly { start: number; end: number; label: string }[]
  readonly spans: Readonly<Record<string, readonly { start: number; end: number; label: string }[]>>
  readonly tokens: readonly { start: number; end: number }[]
}

test('tokens make up the text as spaCy puts it together, every span begins and ends with one, and entities share none', () =>
  fc.assert(
    fc.property(anyArticles, articles => {
      for (const { data } of written(spacy, articles)) {
        const { text, ents, spans, tokens }: Written = JSON.parse(data as string)
        const characters = [...text]
        let at = 0
        for (const { start, end } of tokens) {
          expect(start === at || (start === at + 1 && characters[at] === ' ')).toBe(true)
          at = end
        }
        expect(at === characters.length || (at === characters.length - 1 && characters[at] === ' ')).toBe(true)
        const [starts, ends] = [new Set(tokens.map(({ start }) => start)), new Set(tokens.map(({ end }) => end))]
        for (const { start, end } of [...ents, ...Object.values(spans).flat()])
          expect([starts.has(start), ends.has(end)]).toEqual([true, true])
        ents.forEach((one, i) => {
          expect(i === 0 || ents[i - 1]!.end <= one.start).toBe(true)
        })
      }
    }),
    { numRuns: 100 },
  ))

/** Puts each line together as a document of spaCy, and compares what that has with what the line says. */
const asSpacyReads = `
json, sys, spacy = map(__import__, ("json", "sys", "spacy"))
vocab = spacy.blank("xx").vocab
count = 0
for line in sys.stdin.buffer:
    said = json.loads(line)
    doc = spacy.tokens.Doc(vocab).from_json(said)
    place = lambda one: (one.start_char, one.end_char, one.label_, one.kb_id_)
    meant = lambda one: (one["start"], one["end"], one["label"], one["kb_id"])
    assert doc.text == said["text"]
    for key, spans in said["spans"].items():
        assert [place(one) for one in doc.spans[key]] == [meant(one) for one in spans]
    # from_json leaves out what entities refer to.
    assert [place(one)[:3] for one in doc.ents] == [meant(one)[:3] for one in said["ents"]]
    count += 1
print(count)
`
const python = process.env['STET_PYTHON'] ?? 'python3'
const hasSpacy = spawnSync(python, ['-c', 'import spacy']).status === 0
test.skipIf(!hasSpacy)(
  hasSpacy ? 'spaCy itself reads the same' : 'spaCy itself reads the same (skipped: this Python has no spaCy)',
  () => {
    const lines = fc.sample(anyArticles, 200).flatMap(articles => written(spacy, articles).map(({ data }) => data))
    const { stdout, stderr } = spawnSync(python, ['-c', asSpacyReads], { input: lines.join(''), encoding: 'utf8' })
    expect([stdout.trim(), stderr]).toEqual([String(lines.length), ''])
  },
)

const taken = async (format: typeof spacy, lines: readonly string[], file = '') => {
  const { articles, untaken } = await readBack(format, [{ file, data: lines.join('\n') }])
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

test('pairs, span groups and entities of others are read, in code points; what can’t be taken is told by line', async () => {
  const { articles, found, untaken } = await taken(
    spacy,
    [
      '["💩 Ada", {"entities": [[2, 5, "P"], [2, 9, "P"]]}]',
      '{"text": "Bo said"',
      '{"text": "Bo said", "ents": [{"start": 0, "end": 2, "label": "P"}], "spans": {"sc": [{"start": 0, "end": 2, "label": "P"}, {"start": 0, "end": 7, "label": "S", "kb_id": "Q1"}]}, "cats": {"x": 1}}',
      '{"ents": []}',
    ],
    'news.jsonl',
  )
  expect(found).toEqual([[['nobody', 'P: Ada']], [['nobody', 'P: Bo', 'S: Bo said']]])
  expect(articles[1]!.layers[0]!.annotations[1]!.entity).toBe('Q1')
  expect(articles.map(({ path }) => path)).toEqual(['news-0001.txt', 'news-0003.txt'])
  expect(untaken).toEqual([
    [1, 'outside-text', 'ents[1]'],
    [2, 'malformed', '{"text": "Bo said"'],
    [3, 'unknown-kind', 'cats'],
    [4, 'no-text', 'news-0004.txt'],
  ])
})

const tokens =
  '"tokens": [{"id": 0, "text": "💩", "start": 0, "end": 1}, {"id": 1, "text": "Ada", "start": 2, "end": 5}]'

test('answers of several people about one text are layers of one article; tokens are numbered inclusively', async () => {
  const { articles, found, untaken } = await taken(prodigy, [
    `{"text": "💩 Ada", "_input_hash": 7, "_annotator_id": "al", "answer": "accept", ${tokens}, "spans": [{"token_start": 0, "token_end": 1, "label": "S"}]}`,
    `{"text": "💩 Ada", "_input_hash": 8, "answer": "reject"}`,
    `{"text": "💩 Ada", "_input_hash": 7, "_annotator_id": "bo", "answer": "accept", ${tokens}, "spans": [{"start": 2, "end": 5, "label": "P"}, {"start": 2, "end": 5, "label": "P"}], "relations": [{"head": 0, "child": 1, "head_span": {"start": 0, "end": 1, "label": null}, "child_span": {"start": 2, "end": 5, "label": "P"}, "label": "is"}]}`,
    `{"text": "Cy", "_input_hash": 9, "answer": "accept", "spans": [{"start": 0, "end": 3, "label": "P"}], "accept": ["x"]}`,
    `{"text": "Cy", "_input_hash": 7, "answer": "accept"}`,
  ])
  expect(found).toEqual([
    [
      ['al', 'S: 💩 Ada'],
      ['bo', 'token: 💩', 'P: Ada'],
    ],
    [['nobody']],
  ])
  const [link] = articles[0]!.layers[1]!.links
  expect(articles[0]!.layers[1]!.annotations.map(({ id }) => id)).toEqual([
    link!.from,
    (link!.to as { annotation: string }).annotation,
  ])
  expect(untaken).toEqual([
    [2, 'not-labelled', '💩 Ada'],
    [3, 'twice', 'spans[1]'],
    [4, 'outside-text', 'spans[0]'],
    [4, 'unknown-kind', 'accept'],
    [5, 'other-words', '7'],
  ])
})

test('positions that count UTF-16 are known by the words of tokens', async () => {
  const line =
    '{"text": "💩 Ada", "tokens": [{"text": "Ada", "start": 3, "end": 6}], "spans": [{"start": 3, "end": 6, "label": "P"}]}'
  expect((await taken(prodigy, [line])).found).toEqual([[['nobody', 'P: Ada']]])
})

const samples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const hasSamples = existsSync(samples)
test.skipIf(!hasSamples)(
  hasSamples ? 'files that others wrote' : 'files that others wrote (skipped: not on this machine)',
  async () => {
    const folder = `${samples}annotation/prodigy-spacy/`
    const headlines = 'news_headlines-ner.first120.jsonl'
    const expected = JSON.parse(readFileSync(`${samples}expected/annotation-other.json`, 'utf8'))[
      `prodigy-spacy/${headlines}`
    ]
    const data = readFileSync(folder + headlines, 'utf8')
    expect([prodigy.looksLike!(data.slice(0, 4096), ''), spacy.looksLike!(data.slice(0, 4096), '')]).toEqual([
      true,
      false,
    ])
    const { articles, untaken } = await taken(prodigy, [data])
    const annotations = articles.flatMap(({ layers }) => layers.flatMap(layer => layer.annotations))
    for (const [label, count] of Object.entries(expected.labels))
      expect([label, annotations.filter(({ tag }) => tag === label).length]).toEqual([label, count])
    expect([articles.length, annotations.length, untaken]).toEqual([expected.documents, expected.spans, []])

    for (const [name, words] of [
      ['spacy-ner_demo-train.json', ['PERSON: Shaka Khan', 'LOC: London', 'LOC: Berlin']],
      ['spacy-spancat-train.json', ['PERSON: Shaka Khan', 'LOC: London', 'LOC: Berlin', 'LOC: London']],
    ] as const) {
      const pairs = readFileSync(folder + name, 'utf8')
      expect(spacy.looksLike!(pairs, name)).toBe(true)
      const { found, untaken: none } = await taken(spacy, [pairs])
      expect([found.flat(2).filter(one => one !== 'nobody'), none]).toEqual([words, []])
    }
  },
)
