import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { wordsOf } from '../dataset/dataset.ts'
import { conllu } from './conllu.ts'
import { readBack } from './roundTrip.laws.ts'

/** A row with what is in its first, its second and its last column. */
const row = (id: string | number, form: string, misc = '_') => [id, form, ...Array(7).fill('_'), misc].join('\t')

const taken = async (lines: readonly string[], textOf?: (name: string) => string | null, file = '') => {
  const { articles, untaken } = await readBack(conllu, [{ file, data: lines.join('\n') }], textOf)
  return {
    articles,
    texts: articles.map(({ text }) => text),
    found: articles.map(({ text, layers }) =>
      layers[0]!.annotations.map(({ tag, spans, entity }) => [tag, wordsOf(text, spans), entity].filter(one => one)),
    ),
    untaken: untaken.map(({ line, detail }) => [line, detail]),
  }
}

test('documents are told by their marks, paragraphs are kept apart, and spaces are as the sentences’ texts have them', async () => {
  const { articles, texts, untaken } = await taken([
    ...['# newdoc id = one', '# newpar', '# text = Ada said:  no.'],
    ...[row(1, 'Ada'), row(2, 'said'), row(3, ':'), row(4, 'no'), row(5, '.'), ''],
    ...['# newpar', '# text = Bo left.', row(1, 'Bo'), row(2, 'left', 'SpaceAfter=No'), row(3, '.'), ''],
    ...['# newdoc id = two', row(1, 'Cy', 'SpaceAfter=No'), row(2, '.'), ''],
  ])
  expect(articles.map(({ path, rebuilt }) => [path, rebuilt])).toEqual([
    ['one.txt', true],
    ['two.txt', true],
  ])
  expect(texts).toEqual(['Ada said:  no.\n\nBo left.', 'Cy.'])
  expect(untaken).toEqual([])
})

test('entities: nested, over sentences, in several parts, of one word; their other fields are attributes', async () => {
  const { articles, found, untaken } = await taken([
    '# newdoc id = d',
    '# global.Entity = eid-etype-head-infstat',
    ...[
      row(1, 'Ada', 'Entity=(e1-person-1-new(e2-org-2'),
      row(2, 'Co', 'Entity=e2)e1)'),
      row(3, 'and', 'Entity=(e3[1/2]-_-1'),
    ],
    ...[
      row(4, 'so', 'Entity=e3[1/2])'),
      row(5, 'on', 'Entity=(e4-place)'),
      row(6, 'it', 'Entity=(e3[2/2]-_-1)(e5-time'),
      '',
    ],
    ...[row(1, 'went', 'Entity=e5)'), ''],
  ])
  expect(found).toEqual([
    [
      ['org', 'Ada Co', 'd.txt#e2'],
      ['person', 'Ada Co', 'd.txt#e1'],
      ['mention', 'and so … it', 'd.txt#e3'],
      ['place', 'on', 'd.txt#e4'],
      ['time', 'it\nwent', 'd.txt#e5'],
    ],
  ])
  expect(articles[0]!.layers[0]!.annotations[1]!.attributes).toEqual({ head: '1', infstat: 'new' })
  expect(articles[0]!.entities).toContainEqual({ id: 'd.txt#e1', name: 'Ada Co' })
  expect(untaken).toEqual([])
})

test('claims and labels stand over words; a word in a range stands over its letters', async () => {
  const { texts, found, untaken } = await taken([
    '# text = Gas dalla statua',
    ...[row(1, 'Gas', 'NER=B-MISC|Claim=(c1-factual'), row('2-3', 'dalla'), row(2, 'da', 'NER=O')],
    ...[row(3, 'la', 'NER=B-LOC|Claim=c1)'), row('3.1', 'x'), row(4, 'statua', 'NER=I-LOC'), ''],
  ])
  expect(texts).toEqual(['Gas dalla statua'])
  expect(found).toEqual([
    [
      ['MISC', 'Gas'],
      ['factual', 'Gas dalla'],
      ['LOC', 'dalla statua'],
    ],
  ])
  expect(untaken).toEqual([])
})

test('what breaks a rule is told by line, and the rest is read', async () => {
  const { texts, found, untaken } = await taken([
    '# text = Ada left it',
    ...[row(1, 'Ada', 'Entity=(e1-person)'), `${row(2, 'left')}\t`, row(4, 'it', 'Entity=e9)(e2-thing'), 'x', ''],
    '',
    '# text = No',
    ...[row(1, 'Yes', 'Entity=(e3-x)'), row('1.1', '_', 'Entity=(e4-x)'), '# late', ''],
    '# alone',
  ])
  expect(texts).toEqual(['Ada left it\nYes'])
  expect(found).toEqual([
    [
      ['person', 'Ada', 'article.txt#e1'],
      ['x', 'Yes', 'article.txt#e3'],
    ],
  ])
  expect(untaken.sort(([one], [other]) => Number(one) - Number(other))).toEqual([
    [3, 'ten columns'],
    [4, 'words are numbered from 1 on'],
    [4, 'what is closed was opened'],
    [4, 'what is opened is closed'],
    [5, 'ten columns'],
    [7, 'one empty line ends a sentence'],
    [8, 'the text is that of the words'],
    [10, 'what stands over words is said of words'],
    [11, 'a comment comes before a sentence'],
    [13, 'a comment comes before a sentence'],
  ])
})

test('where the article is at hand its own text is taken', async () => {
  const lines = [row(1, 'Ada', 'Entity=(e1-person)'), row(2, 'left'), '']
  const { articles, found } = await taken(lines, name => (name === 'a.txt' ? 'Ada  left' : null), 'a.conllu')
  expect(articles[0]).toMatchObject({ path: 'a.txt', text: 'Ada  left' })
  expect(articles[0]!.rebuilt).toBeUndefined()
  expect(found).toEqual([[['person', 'Ada', 'a.txt#e1']]])
})

const samples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const hasSamples = existsSync(samples)
test.skipIf(!hasSamples)(
  hasSamples ? 'files that others wrote' : 'files that others wrote (skipped: not on this machine)',
  async () => {
    const expected = JSON.parse(readFileSync(`${samples}expected/annotation-conll.json`, 'utf8')) as Record<
      string,
      { texts?: string[]; must?: string }
    >
    const names = Object.keys(expected).filter(name => name.startsWith('conllu/'))
    expect(names.length).toBeGreaterThan(20)
    expect(readdirSync(`${samples}annotation/conllu/invalid-level1`).length).toBeGreaterThan(10)
    for (const name of names) {
      const data = readFileSync(`${samples}annotation/${name}`, 'utf8')
      const { texts, untaken } = await taken([data])
      const { texts: meant } = expected[name]!
      if (meant) expect([name, texts.join('\n'), untaken]).toEqual([name, meant.join('\n'), []])
      else {
        const lines = data.split('\n').length
        expect([
          name,
          untaken.length > 0 && untaken.every(([line]) => Number(line) > 0 && Number(line) <= lines),
        ]).toEqual([name, true])
      }
    }
  },
)
