import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from '../dataset/dataset.ts'
import { anyArticles } from '../dataset/drawnDataset.laws.ts'
import { fitTo } from '../dataset/fit.ts'
import { conll2012 } from './conll2012.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'

test('out and in again is the same', () => holdsRoundTrip(conll2012))

test('a reader that knows the columns of 2012 alone finds the same clusters', () =>
  fc.assert(
    fc.property(anyArticles, articles => {
      const parts = written(conll2012, articles)
      for (const annotator of ['ada', 'bo']) {
        const file = parts.flatMap(({ file, data }) => (file === `articles.${annotator}.conll` ? [data] : [])).join('')
        const meant = articles
          .map(article => fitTo(article, conll2012.says).article)
          .flatMap(({ text, layers }) =>
            layers
              .filter(layer => layer.annotator === annotator)
              .map(({ annotations }) =>
                annotations.flatMap(({ entity, spans }) =>
                  entity === undefined ? [] : [[entity, withoutSpace(wordsOf(text, spans))]],
                ),
              ),
          )
        const found = clustersAsIn2012(file)
        // Numbers of clusters are the file's own: they stand for one entity each.
        expect(found.map(document => document.map(([, words]) => words).sort())).toEqual(
          meant.map(document => document.map(([, words]) => words).sort()),
        )
        expect(found.map(document => sizes(document))).toEqual(
          meant.map(document => sizes(document as [string, string][])),
        )
      }
    }),
    { numRuns: 100 },
  ))

function sizes(document: readonly (readonly string[])[]): number[] {
  const counts = new Map<string, number>()
  for (const [id] of document) counts.set(id!, (counts.get(id!) ?? 0) + 1)
  return [...counts.values()].sort()
}

/** Cluster and words of each mention, of each document: the fourth column and the last. */
function clustersAsIn2012(file: string): [string, string][][] {
  const documents: [string, string][][] = []
  let open: { id: string; words: string }[] = []
  for (const line of file.split('\n')) {
    if (line.startsWith('#begin document (')) documents.push([])
    const cells = line.split(/ +/)
    if (line.startsWith('#') || cells.length < 12) continue
    const ends: string[] = []
    for (const piece of cells.at(-1)!.split('|')) {
      const id = piece.replace(/[()]/g, '')
      if (piece.startsWith('(')) open.push({ id, words: '' })
      if (piece.endsWith(')')) ends.push(id)
    }
    for (const mention of open) mention.words += cells[3]!
    for (const id of ends) {
      const mention = open.findLast(one => one.id === id)!
      documents.at(-1)!.push([id, mention.words])
      open = open.filter(one => one !== mention)
    }
  }
  expect(open).toEqual([])
  return documents
}

const withoutSpace = (words: string) => words.replace(/\s/g, '').replace(/[\0-\x1f\x7f\x85]/g, '\ufffd')

const actor = (id: string, start: number, end: number, entity?: string) => ({
  ...{ id, tag: 'actor', spans: [{ start, end }], attributes: {} },
  ...(entity === undefined ? {} : { entity }),
})

test('what refers to one entity is a cluster, and kinds are nested brackets', () => {
  const article = {
    ...{ path: 'a b.txt', text: 'Ada’s party said she won.', metadata: {}, zones: [] },
    layers: [
      {
        annotator: 'ada',
        annotations: [
          actor('b', 0, 11, 'party'),
          actor('a', 0, 5, 'her'),
          actor('c', 17, 20, 'her'),
          actor('d', 21, 24),
        ],
        links: [],
      },
    ],
  }
  const [, sidecar, rows] = written(conll2012, [article]).map(({ data }) => data as string)
  expect(JSON.parse(sidecar!).layers).toEqual([{ annotator: 'ada', entities: ['her', 'party'] }])
  expect(rows!.split('\n')).toEqual([
    '#begin document (a%20b.txt); part 000',
    'a%20b.txt 0 0 Ada’s - * - - - - (actor(actor*) (1|(0)',
    'a%20b.txt 0 1 party - * - - - - *) 1)',
    'a%20b.txt 0 2 said - * - - - - * -',
    'a%20b.txt 0 3 she - * - - - - (actor) (0)',
    'a%20b.txt 0 4 won - * - - - - (actor) -',
    'a%20b.txt 0 5 . - * - - - - * -',
    ...['', '#end document', ''],
  ])
})

test('files of others: clusters are entities of their document, crossing mentions too; what doesn’t close is told by line', async () => {
  const row = (word: string, kind: string, cluster: string) => `x 1 0 ${word} NN * - - - - ${kind} * ${cluster}`
  const data = [
    '#begin document (x/y); part 001',
    row('Ada', '(PERSON)', '(4'),
    row('and', '*', '(7|(9'),
    row('Bo', '(ORG*', '4)'),
    row('Co', '*)', '7)|8)'),
    '',
    row('He', '*)', '(4)'),
    'x 1',
    '#end document',
    '',
  ].join('\n')
  const { articles, untaken } = await readBack(conll2012, [{ file: '', data }])
  const [article] = articles
  expect(article).toMatchObject({ path: 'x/y-001.txt', text: 'Ada and Bo Co\nHe x\n', rebuilt: true })
  expect(
    article!.layers[0]!.annotations.map(({ tag, spans, entity }) => [tag, wordsOf(article!.text, spans), entity]),
  ).toEqual([
    ['PERSON', 'Ada', undefined],
    ['mention', 'Ada and Bo', 'x/y-001.txt#4'],
    ['mention', 'and Bo Co', 'x/y-001.txt#7'],
    ['ORG', 'Bo Co', undefined],
    ['mention', 'He', 'x/y-001.txt#4'],
  ])
  expect(article!.entities).toEqual([
    { id: 'x/y-001.txt#4', name: 'Ada and Bo' },
    { id: 'x/y-001.txt#7', name: 'and Bo Co' },
  ])
  expect(untaken.map(({ line, why }) => [line, why])).toEqual([
    [5, 'malformed'],
    [3, 'malformed'],
    [8, 'malformed'],
    [7, 'malformed'],
  ])
})
