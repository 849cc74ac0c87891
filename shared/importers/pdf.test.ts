import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { wrapped } from '../../e2e/newspaperPdf.ts'
import { lines, type Mark, type PdfChoices, writePdf } from '../../e2e/writePdf.ts'
import { readCMapsBy } from './pdf/cMaps.ts'
import { pdf } from './pdf.ts'
import { shownLines } from './shownLines.laws.ts'

const read = (pages: readonly (readonly Mark[])[], choices?: PdfChoices) => pdf.read(writePdf(pages, choices))
const linesOf = async (pages: readonly (readonly Mark[])[], choices?: PdfChoices) =>
  shownLines(await read(pages, choices))

/** A column of type of 30 letters a line. */
const column = (text: string, x: number, y: number) => lines(wrapped(text, 30), { x, y })
const left =
  'The dockers of Castrel walked out on Monday after talks with the harbour board had failed for the third time.'
const right =
  'Eleven ships lie at anchor outside of the breakwater, most of them laden with grain that the mills wait for.'

test('lines of a paragraph are one; an indent, white above it, or a line that ends early begin another', async () => {
  expect(
    await linesOf([
      [
        ...lines(['The dockers of Castrel walked out on', 'Monday, the union said in a short', 'statement.'], {
          x: 70,
          y: 100,
        }),
        { x: 82, y: 136, text: 'Ships wait outside of the harbour' },
        ...lines(['and nobody knows for how long.', 'The mayor sleeps.'], { x: 70, y: 148 }),
        ...lines(['After a gap the mayor speaks to all', 'who came.'], { x: 70, y: 180 }),
      ],
    ]),
  ).toEqual([
    'body: The dockers of Castrel walked out on Monday, the union said in a short statement.',
    'body: Ships wait outside of the harbour and nobody knows for how long.',
    'body: The mayor sleeps.',
    'body: After a gap the mayor speaks to all who came.',
  ])
})

test.each([2, 3])('%i columns are read one after the other, whatever the file draws first', async count => {
  const texts = [left, right, left.replace('third', 'fourth')].slice(0, count)
  // Drawn line by line across the page.
  const marks = texts.flatMap((text, i) => column(text, 10 + i * 195, 120 + (i % 2) * 3)).sort((a, b) => a.y - b.y)
  expect(await linesOf([marks])).toEqual(texts.map(text => `body: ${text}`))
})

test('a headline across columns stands before them, one below between what it parts', async () => {
  expect(
    await linesOf([
      [
        { x: 50, y: 80, size: 24, text: 'Dockers of Castrel walk out' },
        ...column(left, 50, 120),
        ...column(right, 250, 120),
        { x: 50, y: 220, size: 16, text: 'What traders in the city say of it' },
        ...column(right.replace('Eleven', 'Twelve'), 50, 250),
        ...column(left.replace('Monday', 'Tuesday'), 250, 250),
      ],
    ]),
  ).toEqual([
    'title: Dockers of Castrel walk out',
    `body: ${left}`,
    `body: ${right}`,
    'heading: What traders in the city say of it',
    `body: ${right.replace('Eleven', 'Twelve')}`,
    `body: ${left.replace('Monday', 'Tuesday')}`,
  ])
})

test('a paragraph goes on in the next column and on the next page; heads, feet and page numbers are none of it', async () => {
  const page = (number: number, marks: readonly Mark[]): Mark[] => [
    { x: 50, y: 30, size: 8, text: `The Castrel Courier, ${number + 3} March 2031` },
    ...marks,
    { x: 290, y: 815, size: 8, text: String(number + 11) },
  ]
  const article = await read([
    page(0, [
      ...lines(['The dockers of Castrel walked', 'out on Monday after talks with'], { x: 50, y: 120 }),
      ...lines(['the harbour board had failed. It', 'was said that their union would'], { x: 300, y: 120 }),
    ]),
    page(1, lines(['not go back to work before the', 'board had answered.'], { x: 50, y: 120 })),
    page(2, lines(['Others did not answer either.'], { x: 50, y: 120 })),
  ])
  expect(shownLines(article)).toEqual([
    'boilerplate: The Castrel Courier, 3 March 2031',
    'body: The dockers of Castrel walked out on Monday after talks with the harbour board had failed. It was said that their union would not go back to work before the board had answered.',
    'boilerplate: 11',
    'boilerplate: The Castrel Courier, 4 March 2031',
    'boilerplate: 12',
    'boilerplate: The Castrel Courier, 5 March 2031',
    'body: Others did not answer either.',
    'boilerplate: 13',
  ])
})

test('numbers of a table are no page numbers, and its rows stay rows', async () => {
  const table = (x: number, cells: readonly string[]) => lines(cells, { x, y: 100 })
  expect(
    await linesOf([[...table(70, ['Ship', 'Aurora', 'Bellerophon']), ...table(270, ['Tons', '1200', '950'])]]),
  ).toEqual(['body: Ship\tTons', 'body: Aurora\t1200', 'body: Bellerophon\t950'])
})

test('lines of a table of contents stay lines', async () => {
  expect(
    await linesOf([lines(['1 The harbour . . . . . . 3', '2 Of the ships . . . . . 12'], { x: 70, y: 100 })]),
  ).toEqual(['body: 1 The harbour . . . . . . 3', 'body: 2 Of the ships . . . . . 12'])
})

test('ligatures are letters, and nothing else is changed', async () => {
  expect(await linesOf([[{ x: 70, y: 100, text: 'O\ufb03cial \ufb01gures: 5 µm, ½ Ω' }]])).toEqual([
    'body: Official figures: 5 µm, ½ Ω',
  ])
})

test('a hyphen that the file calls soft divides a word at a line’s end, and is seen elsewhere', async () => {
  expect(
    await linesOf([
      lines(['The harbour is well\u00adknown to every sail\u00ad', 'or of the coast.'], { x: 70, y: 100 }),
    ]),
  ).toEqual(['body: The harbour is well-known to every sailor of the coast.'])
})

test('words of a line that is stretched to its column are no cells of a table', async () => {
  const stretched = ['Monday', 'after', 'lengthy'].map((text, i) => ({ x: 70 + [0, 61, 117][i]!, y: 112, text }))
  expect(
    await linesOf([
      [{ x: 70, y: 100, text: 'The dockers walked out on' }, ...stretched, { x: 70, y: 124, text: 'talks.' }],
    ]),
  ).toEqual(['body: The dockers walked out on Monday after lengthy talks.'])
})

test('a headline’s last word belongs to it, not to the column below', async () => {
  expect(
    await linesOf([
      [
        ...lines(['Dockers of Castrel walk', 'out'], { x: 50, y: 60, size: 24 }),
        ...column(left, 50, 120),
        ...column(right, 250, 120),
      ],
    ]),
  ).toEqual(['title: Dockers of Castrel walk out', `body: ${left}`, `body: ${right}`])
})

test('raised letters stay at their word', async () => {
  expect(
    await linesOf([
      [
        { x: 70, y: 100, text: 'The harbour' },
        { x: 136, y: 96, size: 6, text: '12' },
        { x: 150, y: 100, text: 'is closed.' },
      ],
    ]),
  ).toEqual(['body: The harbour12 is closed.'])
})

test('turned text follows the page’s own; a page that is shown turned is read as it is shown', async () => {
  const marks = [...column(left, 60, 100), { x: 580, y: 400, turn: 90, size: 6, text: 'Photo: Jane Roe' }]
  expect(await linesOf([marks])).toEqual([`body: ${left}`, 'caption: Photo: Jane Roe'])
  const turned = [
    { x: 100, y: 700, turn: 90, text: 'The dockers walked out.' },
    { x: 130, y: 700, turn: 90, text: 'Nobody works.' },
  ]
  expect(await linesOf([turned], { rotate: 90 })).toEqual(['body: The dockers walked out.', 'body: Nobody works.'])
})

test('words that are read from right to left stand in their order, numbers and foreign names in theirs', async () => {
  // Drawn from left to right, as programs do: the last word of the line first, each word's last letter first.
  const drawn = (words: string) => [...words].reverse().join('')
  expect(
    await linesOf([
      [
        { x: 100, y: 100, text: drawn('עולם') },
        { x: 134, y: 100, text: 'New' },
        { x: 158, y: 100, text: 'York' },
        { x: 190, y: 100, text: drawn('שלום') },
      ],
      [{ x: 100, y: 100, text: drawn('قال \ufefb') }],
    ]),
  ).toEqual(['body: שלום New York עולם', 'body: قال لا'])
})

test('the codes of Shift-JIS are read by the maps that whoever runs the reader hands in', async () => {
  const page: Mark[] = [{ x: 70, y: 100, font: 'japanese', text: '日本語新聞' }]
  const folder = new URL('./cmaps/', `file://${createRequire(import.meta.url).resolve('pdfjs-dist/package.json')}`)
  const asked: string[] = []
  readCMapsBy(async name => {
    asked.push(name)
    return new Uint8Array(await readFile(new URL(`${name}.bcmap`, folder)))
  })
  expect(await linesOf([page])).toEqual(['body: 日本語新聞'])
  expect(asked).toContain('90ms-RKSJ-H')
})

test('what the document says of itself: not the day on which its file was made, nor names of files and of programs', async () => {
  const page = column(left, 60, 100)
  const info = { Title: 'Dockers walk out', Author: 'Jane Roe', CreationDate: 'D:20310304120000Z' }
  expect((await read([page], { info })).metadata).toEqual({
    title: { value: 'Dockers walk out', by: 'head' },
    byline: { value: 'Jane Roe', by: 'head' },
  })
  const noise = { Title: 'Microsoft Word - strike_final.doc', Author: 'jroe' }
  expect((await read([page], { info: noise })).metadata).toEqual({})
  const xmp = `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Strike</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Jane Roe</rdf:li><rdf:li>Max Poe</rdf:li></rdf:Seq></dc:creator><prism:publicationName>The Castrel Courier</prism:publicationName><prism:publicationDate>2031-03-04</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta>`
  expect((await read([page], { xmp, info })).metadata).toEqual({
    title: { value: 'Strike', by: 'head' },
    byline: { value: 'Jane Roe, Max Poe', by: 'head' },
    outlet: { value: 'The Castrel Courier', by: 'head' },
    published: { value: '2031-03-04', by: 'head' },
  })
})

test('a page without text among others is passed over, and told', async () => {
  const article = await read([[], column(left, 60, 100), []])
  expect(shownLines(article)).toEqual([`body: ${left}`])
  expect(article.pagesWithoutText).toEqual([1, 3])
  expect((await read([column(left, 60, 100)])).pagesWithoutText).toBe(undefined)
})

test('a document that is locked against copying alone is read', async () => {
  expect(await linesOf([column(left, 60, 100)], { lock: { password: '' } })).toEqual([`body: ${left}`])
})

const whole = writePdf([column(left, 60, 100)])
test.each([
  ['has no text', writePdf([[], []]), 'no-text'],
  ['is locked', writePdf([column(left, 60, 100)], { lock: { password: 'secret' } }), 'password-needed'],
  ['is cut short', whole.slice(0, 200), 'cannot-read'],
  ['is something else', new TextEncoder().encode('The dockers walked out.'), 'cannot-read'],
  ['is empty', new Uint8Array(), 'cannot-read'],
])('a file that %s is refused, and why', async (_, bytes, kind) => {
  await expect(pdf.read(bytes)).rejects.toMatchObject({ name: 'Problem', kind })
})

test('a newspaper’s two pages, letter for letter', async () => {
  const page = (number: number, marks: readonly Mark[]): Mark[] => [
    ...lines([`The Castrel Courier\u2003${number}`], { x: 50, y: 30, size: 8 }),
    ...marks,
  ]
  const article = await read(
    [
      page(1, [
        { x: 50, y: 60, size: 9, text: 'HARBOUR' },
        ...lines(['Dockers of Castrel', 'walk out again'], { x: 50, y: 90, size: 26 }),
        ...lines(['The harbour board says that it has made its', 'last offer. The union says the same.'], {
          x: 50,
          y: 150,
          size: 13,
        }),
        { x: 50, y: 190, text: 'By Jane Roe' },
        ...lines(
          ['CASTREL — The dock-', 'ers of Castrel walked out', 'on Monday after talks with', 'the harbour board had'],
          { x: 50, y: 210 },
        ),
        ...lines(['failed. A well-known ar-', 'bitrator is to be asked.'], { x: 50, y: 258 }),
        ...lines(['Eleven ships', 'are waiting', 'off the port.'], { x: 62, y: 290, size: 7 }),
        ...lines(
          ['“We have o\ufb00ered what we', 'have,” said Max Poe of', 'the board. “There is noth-', 'ing more.”'],
          {
            x: 250,
            y: 210,
          },
        ),
        ...lines(['The mayor, who is well-', 'known for patience, asked', 'both sides to meet at the'], {
          x: 250,
          y: 270,
        }),
        { x: 580, y: 300, turn: 90, size: 6, text: 'Photo: Ann Loe' },
      ]),
      page(2, [
        ...lines(['town hall on Thursday.'], { x: 50, y: 80 }),
        { x: 50, y: 110, size: 14, text: 'Bread' },
        ...lines(['Traders expect that bread', 'will cost more.'], { x: 50, y: 130 }),
      ]),
    ],
    { info: { Title: 'Courier_p1.indd' } },
  )
  await expect(`${shownLines(article).join('\n')}\n`).toMatchFileSnapshot('../../e2e/fixtures/read/newspaper.pdf.txt')
})

test('the bytes stay with whoever handed them in', async () => {
  const bytes = writePdf([column(left, 60, 100)])
  await pdf.read(bytes)
  expect(bytes.byteLength).toBeGreaterThan(0)
})
