import papa from 'papaparse'
import { expect, test } from 'vitest'
import { csv } from './csv.ts'
import { holdsRoundTrip, readBack, written } from './roundTrip.laws.ts'
import { newsArticle, newsHead } from './tables/drawnNews.laws.ts'

const news = (choices: Parameters<typeof written>[2] = {}) => written(csv, [newsArticle], choices, newsHead)

/** What a reader by others finds in one of the files. */
function rowsOf(file: string, parts = news()): Record<string, string>[] {
  const text = parts.flatMap(part => (part.file === file ? [part.data] : [])).join('')
  const { data } = new papa.Parser({ delimiter: ',', newline: '\r\n', quoteChar: '"' }).parse(text, 0, false)
  const [names, ...rows] = data.filter(cells => cells.length > 1)
  return rows.map(cells => Object.fromEntries(names!.map((name, i) => [name, cells[i]!])))
}

test('out and in again is the same, in every unit', () => holdsRoundTrip(csv))

test('out and in again is the same with apostrophes before what a spreadsheet would run, too', () =>
  holdsRoundTrip(
    { ...csv, write: (head, choices) => csv.write!(head, { ...choices, options: { formulas: 'apostrophe' } }) },
    100,
  ))

test('a claim is a row with its source, event, answers and the sentence around it', () => {
  const [first, second] = rowsOf('statements.csv')
  expect(first).toMatchObject({
    ...{
      article: 'north/a.txt',
      outlet: 'The Northern',
      date: '2031-03-04',
      title: 'Bridge',
      annotator: 'ada',
      id: 'c1',
    },
    ...{ quote: 'The bridge will open in May', start: '0', end: '27', unit: 'codepoint', spans: '' },
    ...{
      before: '',
      after: ', said Ada Novak.',
      source_quote: 'Ada Novak',
      source_entity_id: 'e-ada',
      event_quote: 'open',
    },
    ...{ type: 'prediction', polarity: 'supports', other_attributes: '{"shade":3}' },
  })
  expect(second).toMatchObject({
    ...{ before: '“', after: ',” Bo Lind and Cy Reed replied.', source_quote: 'Bo Lind | Cy Reed' },
    ...{ link_contradicts: 'The bridge will open in May', note: '=1+1' },
  })
})

test('everything else is a table of its own', () => {
  expect(rowsOf('actors.csv').map(({ quote, entity_name }) => [quote, entity_name])).toEqual([
    ['Ada Novak', 'Ada Novak'],
    ['Bo Lind', ''],
    ['Cy Reed', ''],
  ])
  expect(rowsOf('events.csv')).toMatchObject([{ quote: 'open', realis: 'future' }])
  expect(rowsOf('links.csv')[0]).toMatchObject({ to_quote: 'Ada Novak', cue: 'said', explicitness: 'explicit' })
  expect(rowsOf('entities.csv')[0]).toMatchObject({ name: 'Ada Novak', aliases: 'A. Novak | Novak', parent: 'e-port' })
  expect(rowsOf('articles.csv')).toMatchObject([{ article: 'north/a.txt', text: newsArticle.text }])
  expect(rowsOf('layers.csv')).toMatchObject([{ status: 'done', annotations: '6', links: '5' }])
})

test('tags of an own codebook that have no table share one, and their answers are columns', () => {
  const attribute = { ...newsHead.codebook.attributes[0]!, tag: 'frame', id: 'note', label: 'Note' }
  const head = { ...newsHead, codebook: { ...newsHead.codebook, attributes: [attribute] } }
  const own = { id: 'f', tag: 'frame', spans: [{ start: 0, end: 3 }], attributes: { note: 'wide' }, note: 'mine' }
  const article = { ...newsArticle, layers: [{ annotator: 'ada', annotations: [own], links: [] }] }
  const rows = rowsOf('annotations.csv', written(csv, [article], {}, head))
  expect(rows).toMatchObject([
    { tag: 'frame', quote: 'The', attribute_note: 'wide', note: 'mine', other_attributes: '' },
  ])
})

test('cells that a spreadsheet would run are told, and stay as they are unless it is wanted otherwise', () => {
  const told = news().flatMap(({ told = [] }) => told)
  expect(told).toEqual([{ file: 'statements.csv', row: 3, column: 'note', words: '=1+1', why: 'would-run' }])
  const calm = news({ options: { formulas: 'apostrophe' } })
  expect(rowsOf('statements.csv', calm)[1]!['note']).toBe("'=1+1")
  expect(calm.flatMap(({ told = [] }) => told)).toMatchObject([{ why: 'made-words' }])
})

test('a byte order mark, which Excel wants, stands only where it is asked for', () => {
  const starts = (parts: ReturnType<typeof news>) => parts.map(({ data }) => (data as string).startsWith('\ufeff'))
  expect(starts(news())).not.toContain(true)
  expect(starts(news({ options: { mark: 'bom' } })).filter(Boolean)).toHaveLength(11)
})

test('without texts no words stand there but those that are annotated', async () => {
  const parts = news({ withText: false })
  expect(parts.map(({ data }) => data).join('')).not.toContain('Nobody else')
  expect(parts.map(({ data }) => data).join('')).not.toContain('replied')
  const { articles, untaken } = await readBack(csv, parts, () => newsArticle.text)
  expect([articles[0]?.layers, untaken]).toEqual([newsArticle.layers, []])
})

test('what was sorted and saved by a spreadsheet, with semicolons, is read; what can’t be taken is named by its line', async () => {
  const data = [
    'article;annotator;id;quote;start;end;polarity',
    'b.txt;ada;c2;he said;9;11;x',
    'a.txt;ada;c3;no such;0;3;',
    'a.txt;ada;c1;"Ada said;\r\nno";0;13;opposes',
    'a.txt;ada;c1;Ada;0;3;',
    'a.txt;ada;c4;;0;99;',
  ]
  const texts: Record<string, string> = { 'a.txt': 'Ada said;\r\nno.' }
  const parts = [{ file: '', data: data.join('\r\n') }]
  const { articles, untaken } = await readBack(csv, parts, name => texts[name] ?? null)
  expect(articles.map(({ layers }) => layers[0]!.annotations)).toEqual([
    [{ id: 'c1', tag: 'claim', spans: [{ start: 0, end: 13 }], attributes: { polarity: 'opposes' } }],
  ])
  expect(untaken.map(({ line, what, why }) => [line, what, why])).toEqual([
    [2, 'b.txt', 'no-text'],
    [3, 'c3', 'other-words'],
    [6, 'c1', 'twice'],
    [7, 'c4', 'outside-text'],
  ])
})
