import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from '../dataset/dataset.ts'
import { anyArticles } from '../dataset/drawnDataset.laws.ts'
import { fitTo } from '../dataset/fit.ts'
import { schemes } from './conll/chunkLabels.ts'
import { conll2003 } from './conll2003.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'

test('out and in again is the same', () => holdsRoundTrip(conll2003))

test.each(schemes)('a reader that counts chunks as the task of 2003 did finds the same in %s', scheme =>
  fc.assert(
    fc.property(anyArticles, articles => {
      const parts = written(conll2003, articles, { options: { scheme } })
      for (const annotator of ['ada', 'bo']) {
        const file = parts.flatMap(({ file, data }) => (file === `articles.${annotator}.conll` ? [data] : [])).join('')
        const meant = articles
          .map(article => fitTo(article, conll2003.says).article)
          .flatMap(({ text, layers }) =>
            layers
              .filter(layer => layer.annotator === annotator)
              .flatMap(({ annotations }) => annotations)
              .map(({ tag, spans }) => [tag, withoutSpace(wordsOf(text, spans))]),
          )
        expect(chunksAsIn2003(file)).toEqual(meant)
      }
    }),
    { numRuns: 100 },
  ),
)

/** Kind and words of each chunk, by the rules of the task's evaluation; in BIOES `E` ends a chunk and `S` is one. */
function chunksAsIn2003(file: string): [string, string][] {
  const chunks: [string, string][] = []
  let before = 'O'
  for (const line of file.split('\n')) {
    const [word, , , label] = line.split(' ')
    if (label === undefined || word === '-DOCSTART-') {
      before = 'O'
      continue
    }
    const [how, kind] = [label[0]!, label.slice(2)]
    const isSame = before.slice(2) === kind
    if (how === 'B' || how === 'S' || (how !== 'O' && (!isSame || /[OES]/.test(before[0]!)))) chunks.push([kind, word!])
    else if (how !== 'O') chunks.at(-1)![1] += word
    before = label
  }
  return chunks
}

const withoutSpace = (words: string) => words.replace(/\s/g, '').replace(/[\0-\x1f\x7f\x85]/g, '\ufffd')

/** Of each document the kind and the words of its entities, as spaCy's converter of this format finds them. */
const asSpacyConverts = `
json, sys, converters = __import__("json"), __import__("sys"), __import__("spacy.training.converters", fromlist=["x"])
found = []
for said in json.load(sys.stdin):
    docs = converters.conll_ner_to_docs(said, no_print=True)
    found.append([[[one.label_, "".join(token.text for token in one)] for one in doc.ents] for doc in docs])
print(json.dumps(found))
`
const python = process.env['STET_PYTHON'] ?? 'python3'
const hasSpacy = spawnSync(python, ['-c', 'import spacy']).status === 0
test.skipIf(!hasSpacy)(
  hasSpacy
    ? 'spaCy’s converter finds the same'
    : 'spaCy’s converter finds the same (skipped: this Python has no spaCy)',
  () => {
    const drawn = fc.sample(anyArticles, 100)
    const files = drawn.map(articles =>
      written(conll2003, articles)
        .flatMap(({ file, data }) => (file === 'articles.ada.conll' ? [data] : []))
        .join(''),
    )
    const { stdout, stderr } = spawnSync(python, ['-c', asSpacyConverts], {
      input: JSON.stringify(files),
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    const meant = drawn.map(articles =>
      articles
        .map(article => fitTo(article, conll2003.says).article)
        .flatMap(({ text, layers }) =>
          layers
            .filter(({ annotator }) => annotator === 'ada')
            .map(ada => ada.annotations.map(({ tag, spans }) => [tag, withoutSpace(wordsOf(text, spans))])),
        ),
    )
    expect(JSON.parse(stdout)).toEqual(meant)
  },
)

const article = {
  path: 'a.txt',
  text: 'Ada Bo said no. “Yes”, said Cy.\n',
  ...{ metadata: {}, zones: [] },
  layers: [
    {
      annotator: 'ada',
      annotations: [
        { id: 'a', tag: 'actor', spans: [{ start: 0, end: 3 }], attributes: {} },
        { id: 'b', tag: 'actor', spans: [{ start: 4, end: 6 }], attributes: {} },
        { id: 'c', tag: 'a claim', spans: [{ start: 12, end: 20 }], attributes: {} },
      ],
      links: [],
    },
  ],
}

test('an annotator’s file has four columns, and a sentence that an annotation reaches across goes on', () => {
  const parts = written(conll2003, [article], { options: { scheme: 'BIOES' } })
  expect(parts.find(({ file }) => file === 'articles.ada.conll')?.data).toBe(
    `-DOCSTART- -X- O O\n\n${[
      ...['Ada _ _ S-actor', 'Bo _ _ S-actor', 'said _ _ O', 'no _ _ B-a%20claim', '. _ _ I-a%20claim'],
      ...['“ _ _ I-a%20claim', 'Yes _ _ E-a%20claim', '” _ _ O', ', _ _ O', 'said _ _ O', 'Cy _ _ O', '. _ _ O'],
    ].join('\n')}\n\n`,
  )
})

test('a character that nobody sees begins a token as any other', async () => {
  const unseen = {
    ...{ path: 'a.txt', text: '\u200bAda left.\n\u2060', metadata: {}, zones: [] },
    layers: [
      {
        annotator: 'ada',
        annotations: [{ id: 'a', tag: 'actor', spans: [{ start: 0, end: 4 }], attributes: {} }],
        links: [],
      },
    ],
  }
  const { articles } = await readBack(conll2003, written(conll2003, [unseen]))
  expect(articles[0]!.layers[0]!.annotations.map(({ spans }) => spans)).toEqual([[{ start: 0, end: 4 }]])
})

test('words that were changed are told by line, and what stands before them is read', async () => {
  const parts = written(conll2003, [article]).map(({ file, data }) => ({
    ...{ file, data: file.endsWith('.conll') ? (data as string).replace('Bo', 'Al') : data },
  }))
  const { articles, untaken } = await readBack(conll2003, parts)
  expect(articles[0]!.layers[0]!.annotations.map(({ tag, spans }) => wordsOf(article.text, spans) + tag)).toEqual([
    'Adaactor',
  ])
  expect(untaken.map(({ file, line, why, what }) => [file, line, why, what])).toEqual([
    ['articles.ada.conll', 4, 'other-words', 'actor'],
    ['articles.ada.conll', 6, 'other-words', 'a claim'],
  ])
})

const alone = async (data: string, textOf?: (name: string) => string | null, file = '') => {
  const { articles, untaken } = await readBack(conll2003, [{ file, data }], textOf)
  return {
    texts: articles.map(({ text }) => text),
    found: articles.map(({ text, layers }) =>
      layers[0]!.annotations.map(({ tag, spans }) => `${tag}: ${wordsOf(text, spans)}`),
    ),
    untaken: untaken.map(({ line, why, what }) => [line, why, what]),
    articles,
  }
}

test.each([
  ['IOB1', 'I-P I-P B-P O I-P I-Q', ['P: a b', 'P: c', 'P: e', 'Q: f']],
  ['IOB2', 'B-P I-P B-P O B-P B-Q', ['P: a b', 'P: c', 'P: e', 'Q: f']],
  ['BIOES', 'B-P E-P S-P O S-P S-Q', ['P: a b', 'P: c', 'P: e', 'Q: f']],
  ['BILOU', 'B-P L-P U-P O U-P U-Q', ['P: a b', 'P: c', 'P: e', 'Q: f']],
])('labels of %s are understood', async (_scheme, labels, found) => {
  const rows = labels.split(' ').map((label, i) => `${'abcdef'[i]}\t${label}\n`)
  expect(await alone(rows.join(''))).toMatchObject({ texts: ['a b c d e f\n'], found: [found], untaken: [] })
})

test('of numbered rows both columns of labels are read', async () => {
  const rows = ['#\tsource', '1\tBank\tB-ORG\tO', '2\tof\tI-ORG\tO', '3\tUr\tI-ORG\tB-LOC']
  expect((await alone(`${rows.join('\n')}\n`)).found).toEqual([['ORG: Bank of Ur', 'LOC: Ur']])
})

test('ragged lines are told by line, their words stay in the text; other columns are told once', async () => {
  const rows = ['Ada NNP B-P', 'said', '', 'no . O O', 'Bo NNP B-P', 'Cy NNP PER']
  const { texts, found, untaken } = await alone(`${rows.join('\n')}\n`)
  expect(texts).toEqual(['Ada said\nno Bo Cy\n'])
  expect(found).toEqual([['P: Ada', 'P: Bo']])
  expect(untaken).toEqual([
    [1, 'unknown-kind', 'column 2'],
    [2, 'malformed', 'said'],
    [4, 'malformed', 'no . O O'],
    [6, 'malformed', 'Cy NNP PER'],
  ])
})

test('a rebuilt text is marked so; where the article is at hand its own text is taken', async () => {
  const rows = '# O\n1 O\nAda B-P\n'
  const rebuilt = await alone(rows, undefined, 'news.conll')
  expect(rebuilt.articles[0]).toMatchObject({ path: 'news.txt', text: '# 1 Ada\n', rebuilt: true })
  const known = await alone(rows, name => (name === 'news.txt' ? '  #1 Ada!' : null), 'news.conll')
  expect(known.articles[0]!.text).toBe('  #1 Ada!')
  expect(known.articles[0]!.rebuilt).toBeUndefined()
  expect(known.found).toEqual([['P: Ada']])
})

const samples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const hasSamples = existsSync(samples)
test.skipIf(!hasSamples)(
  hasSamples ? 'files that others wrote' : 'files that others wrote (skipped: not on this machine)',
  async () => {
    const expected = JSON.parse(readFileSync(`${samples}expected/annotation-conll.json`, 'utf8')) as Record<
      string,
      { format: string; sentences: number; token_lines: number }
    >
    const names = Object.keys(expected).filter(name => expected[name]!.format === 'CoNLL')
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) {
      const data = readFileSync(`${samples}annotation/conll/${name}`, 'utf8')
      expect([name, conll2003.looksLike!(data, name)]).toEqual([name, true])
      const { texts, found, untaken } = await alone(data)
      const sentences = texts.flatMap(text => text.split('\n').filter(line => line !== ''))
      expect([name, sentences.length, sentences.join(' ').split(' ').length]).toEqual([
        name,
        expected[name]!.sentences,
        expected[name]!.token_lines,
      ])
      expect(found.flat().length).toBe(chunksCounted(data))
      expect(untaken.filter(([, why]) => why !== 'unknown-kind')).toEqual([])
    }
  },
)

/** Chunks of the last column in IOB1 or IOB2. */
function chunksCounted(data: string): number {
  const labels = data.split('\n').map(line => line.trim().split(/\s+/).at(-1) || 'O')
  return labels.filter(
    (label, i) => /^B-/.test(label) || (/^I-/.test(label) && labels[i - 1]?.slice(2) !== label.slice(2)),
  ).length
}
