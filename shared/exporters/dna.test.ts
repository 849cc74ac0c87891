import papa from 'papaparse'
import { expect, test } from 'vitest'
import { dna } from './dna.ts'
import { readBack, written } from './roundTrip.laws.ts'
import { newsArticle, newsHead } from './tables/drawnNews.laws.ts'

const news = () => written(dna, [newsArticle], {}, newsHead)

function rowsOf(text: string) {
  const { data } = new papa.Parser({ delimiter: ';', newline: '\n', quoteChar: '"' }).parse(text, 0, false)
  const [names, ...rows] = data.filter(cells => cells.length > 1)
  return rows.map(cells => Object.fromEntries(names!.map((name, i) => [name, cells[i]!])))
}

test('a claim and a source are a row, with person, organization, concept and agreement', () => {
  const [first, ...others] = rowsOf(
    news()
      .map(({ data }) => data)
      .join(''),
  )
  expect(first).toEqual({
    ...{ statement_id: '1', time: '2031-03-04 00:00:00', person: 'Ada Novak', organization: 'Port' },
    ...{ concept: 'The bridge will open in May', agreement: '1', start_position: '0', stop_position: '27' },
    ...{ text: 'The bridge will open in May', coder: '1', document_id: '1', document_title: 'Bridge' },
    ...{ document_author: '', document_source: 'The Northern', document_section: '', document_type: '' },
    ...{ annotation_id: 'c1', annotator: 'ada', document_path: 'north/a.txt' },
  })
  expect(others.map(({ person, agreement, annotation_id }) => [person, agreement, annotation_id])).toEqual([
    ['Bo Lind', '', 'c2'],
    ['Cy Reed', '', 'c2'],
  ])
})

test('what is no statement and no source of one is told, annotation by annotation', () => {
  const told = news().flatMap(({ told = [] }) => told)
  expect(told.map(({ column, words, why }) => [column, words, why])).toEqual([
    ['ada', 'v1: open', 'no-row'],
    ['ada', 'l4: about', 'no-row'],
    ['ada', 'l5: contradicts', 'no-row'],
  ])
})

test('what is written is read as statements at their places', async () => {
  const { articles, untaken } = await readBack(dna, news(), name =>
    name === newsArticle.path ? newsArticle.text : null,
  )
  expect(untaken).toEqual([])
  expect(articles[0]!.layers).toMatchObject([{ annotator: 'ada', annotations: [{ tag: 'statement' }, {}, {}] }])
  expect(articles[0]!.layers[0]!.annotations[0]).toMatchObject({
    ...{ spans: [{ start: 0, end: 27 }] },
    attributes: { person: 'Ada Novak', organization: 'Port', agreement: '1' },
  })
})

test('an event list of the analyzer is read by the titles of its documents, with other variables and its own signs in quotes; the rest is named', async () => {
  const text = 'Ada said: “no; never "again"”. 💩 Bo agreed.'
  const data = `"statement_id";"time";"person";"stance";"start_position";"stop_position";"text";"coder";"document_id";"document_title"
7;2031-03-04 10:00:00;"Ada";1;11;28;"no, never 'again'";2;1;"Note"
8;2031-03-04 10:00:00;"Bo";0;34;44;"Bo agreed.";2;1;"Note"
9;2031-03-04 10:00:00;"Bo";0;34;44;"Bo denied.";2;1;"Note"
10;2031-03-04 10:00:00;"Bo";0;40;99;"agreed";2;1;"Note"
11;2031-03-04 10:00:00;"Bo";0;0;3;"Ada";2;2;"Elsewhere"
`
  expect(dna.looksLike!(data, 'a.csv')).toBe(true)
  const { articles, untaken } = await readBack(dna, [{ file: '', data }], name => (name === 'Note' ? text : null))
  expect(articles.map(({ layers }) => layers)).toEqual([
    [
      {
        annotator: 'coder-2',
        annotations: [
          { id: 's7', tag: 'statement', spans: [{ start: 11, end: 28 }], attributes: { person: 'Ada', stance: '1' } },
          { id: 's8', tag: 'statement', spans: [{ start: 34, end: 44 }], attributes: { person: 'Bo', stance: '0' } },
        ],
        links: [],
      },
    ],
  ])
  expect(untaken.map(({ line, what, why }) => [line, what, why])).toEqual([
    [4, '9', 'other-words'],
    [5, '10', 'outside-text'],
    [6, 'Elsewhere', 'no-text'],
  ])
})
