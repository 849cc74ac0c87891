import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_ROW_CHARACTERS } from '../../limits.ts'
import { inShort, sourceOf, textIn, unpackedOf } from '../tried.ts'
import { csv } from './csv.ts'

const small = `id,headline,body,published_at,source,author,section,page,lang,url
7,Harbour reopens,"The harbour is open.

""At last,"" said the mayor.",2031-03-04,The Lantern,Ana Brook,Local,A3,en,https://lantern.example/7
8,Bridge closes,The bridge is closed.,2031-03-05,The Lantern,,Local,,en,https://lantern.example/8
`

test('each row is an article, with what its columns say of it', async () => {
  const [first, second, ...more] = await unpackedOf(csv, sourceOf('a.csv', small))
  expect(inShort(first!)).toEqual({
    key: '7',
    title: 'Harbour reopens',
    outlet: 'The Lantern',
    byline: 'Ana Brook',
    published: '2031-03-04',
    section: 'Local',
    page: 'A3',
    language: 'en',
    address: 'https://lantern.example/7',
    text: 'The harbour is open.\n\n"At last," said the mayor.',
  })
  expect(inShort(second!)).toMatchObject({ key: '8', title: 'Bridge closes', text: 'The bridge is closed.' })
  expect(second).not.toHaveProperty('metadata.byline')
  expect(more).toEqual([])
})

test('a file whose columns were asked for is not looked through again before its first row', async () => {
  const source = sourceOf('a.csv', `title,text\n${'A,Some words here\n'.repeat(300_000)}`)
  let reached = 0
  const followed = {
    ...source,
    slice(start: number, end?: number) {
      reached = Math.max(reached, end ?? source.byteLength)
      return source.slice(start, end)
    },
  }
  await csv.columns!(followed)
  reached = 0
  for await (const _ of csv.articles(followed)) break
  expect(reached).toBeLessThan(source.byteLength / 2)
})

test('columns are shown with a guess at what they are', async () => {
  const { names, rows, guess } = await csv.columns!(sourceOf('a.csv', small))
  expect(names).toEqual([
    'id',
    'headline',
    'body',
    'published_at',
    'source',
    'author',
    'section',
    'page',
    'lang',
    'url',
  ])
  expect(rows.map(cells => cells[1])).toEqual(['Harbour reopens', 'Bridge closes'])
  expect(guess).toEqual({
    key: [0],
    title: [1],
    text: [2],
    published: [3],
    outlet: [4],
    byline: [5],
    section: [6],
    page: [7],
    language: [8],
    address: [9],
  })
})

test.each([
  ['French', 'Identifiant;Titre;Texte;Date de publication;Auteur;Rubrique', 'key title text published byline section'],
  [
    'German',
    'Kennung\tÜberschrift\tInhalt\tErscheinungsdatum\tVerfasser\tRessort',
    'key title text published byline section',
  ],
  [
    'Spanish',
    'Identificador|Título|Cuerpo|Fecha de publicación|Autora|Sección',
    'key title text published byline section',
  ],
])('columns with %s names', async (_language, head, parts) => {
  const mark = /[;\t|]/.exec(head)![0]
  const row = ['1', 'A', 'Some words, and more; of them.', '4.3.2031', 'B', 'C'].map(cell => `"${cell}"`).join(mark)
  const { guess } = await csv.columns!(sourceOf('a.csv', `${head}\n${row}\n`))
  expect(guess).toEqual(Object.fromEntries(parts.split(' ').map((part, column) => [part, [column]])))
})

test('a person says what the columns are: texts and titles of several are joined', async () => {
  const table = 'a,b,c,d\nOne,Two,First words,Last words\n'
  const [one] = await unpackedOf(csv, sourceOf('a.csv', table), { title: [0, 1], text: [2, 3] })
  expect(inShort(one!)).toMatchObject({ title: 'One – Two', text: 'First words\n\nLast words' })
})

test('without a column of numbers an article is known by its address, and else by what it says', async () => {
  const table = 'url,text\nhttps://a.example/1,Some words\n,Other words\n,Other words\n'
  const keys = (await unpackedOf(csv, sourceOf('a.csv', table))).map(({ key }) => key)
  expect(keys[0]).toBe('https://a.example/1')
  expect(keys[1]).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set(keys).size).toBe(3)
  const again = await unpackedOf(csv, sourceOf('b.csv', `url,text\n,Other words\nhttps://a.example/1,Some words\n`))
  expect(again.map(({ key }) => key)).toEqual([keys[1], keys[0]])
})

test('rows without a text, with too many cells, or cut, are told in their place', async () => {
  const table =
    'title,text,date\nA,Words here,2031\nB,,2031\n,,\n\nC,Words, and more words,2031\nD,Words\nE,Words here,2031,,\n'
  expect((await unpackedOf(csv, sourceOf('a.csv', table))).map(inShort)).toMatchObject([
    { title: 'A' },
    { unread: 'Row 3', why: 'empty-text: Row 3 has no text.' },
    { unread: 'Row 6' },
    { unread: 'Row 7' },
    { title: 'E' },
  ])
})

test('a table without names has numbers for them, and loses no row', async () => {
  const table = '1,https://a.example/1,Some words here\n2,https://a.example/2,Other words here\n'
  const { names } = await csv.columns!(sourceOf('a.csv', table))
  expect(names).toEqual(['1', '2', '3'])
  expect(await unpackedOf(csv, sourceOf('a.csv', table), { text: [2] })).toHaveLength(2)
})

test('what Excel writes before a table says what stands between its cells', async () => {
  const [one] = await unpackedOf(csv, sourceOf('a.csv', 'sep=;\r\ntitle;text\r\nA;Some, words, here\r\n'))
  expect(inShort(one!)).toMatchObject({ title: 'A', text: 'Some, words, here' })
})

test('tabs do without quotation marks; where they don’t, a stray mark draws no rows together unnoticed', async () => {
  const plain = 'title\ttext\tpage\nA\t"At last," he said.\t1\nB\t"No," said the other\t2\nC\tSome words\t3\n'
  expect((await unpackedOf(csv, sourceOf('a.tsv', plain))).map(inShort)).toMatchObject([
    { title: 'A', text: '"At last," he said.', page: '1' },
    { title: 'B', text: '"No," said the other', page: '2' },
    { title: 'C' },
  ])
  const rows = Array.from({ length: 60 }, (_, i) => `T${i},"Some ""words"" here",${i}\n`)
  const stray = `title,text,page\n${rows.join('')}A,"At last," he said,1\nB,"Some words",2\nC,Other words,3\n`
  const all = (await unpackedOf(csv, sourceOf('a.csv', stray))).map(inShort)
  expect(all).toHaveLength(62)
  expect(all.slice(60)).toMatchObject([
    { unread: 'Row 62', why: expect.stringContaining('quotation marks') },
    { title: 'C' },
  ])
})

test('bytes that mean nothing are told, with the rows that they stand in', async () => {
  const bytes = new Uint8Array(
    Buffer.concat([
      Buffer.from('title,text\nÉ,Some wörds\nB,Bad '),
      Buffer.from([0xff]),
      Buffer.from(' byte\nC,Genuine \n'),
    ]),
  )
  expect((await unpackedOf(csv, sourceOf('a.csv', bytes))).map(inShort)).toMatchObject([
    { title: 'É' },
    { title: 'B', text: 'Bad \ufffd byte' },
    { title: 'C' },
    { unread: 'Encoding', why: expect.stringContaining('Row 3.') },
  ])
  expect(await unpackedOf(csv, sourceOf('a.csv', 'title,text\nA,Written \ufffd so\n'))).toHaveLength(1)
})

test('what has more columns than a table is none', async () => {
  await expect(csv.columns!(sourceOf('a.csv', `${'a,'.repeat(100_000)}b\n`))).rejects.toMatchObject({
    kind: 'too-large',
  })
})

test('rows end with CR, LF or both', async () => {
  for (const end of ['\r', '\n', '\r\n']) {
    const all = await unpackedOf(csv, sourceOf('a.csv', ['title,text', 'A,"Some\r\nwords"', 'B,Other words'].join(end)))
    expect(all.map(inShort)).toMatchObject([
      { title: 'A', text: 'Some\r\nwords' },
      { title: 'B', text: 'Other words' },
    ])
  }
})

const encoded: readonly (readonly [string, Uint8Array])[] = [
  ['UTF-8 with a mark', new TextEncoder().encode('\ufefftitle,text\nÉtude,Déjà vu à Genève\n')],
  ['UTF-16', new Uint8Array(Buffer.from('\ufefftitle,text\nÉtude,Déjà vu à Genève\n', 'utf16le'))],
  ['Windows-1252', new Uint8Array(Buffer.from('title,text\nÉtude,Déjà vu à Genève\n', 'latin1'))],
]
test.each(encoded)('a table in %s', async (_name, bytes) => {
  expect((await unpackedOf(csv, sourceOf('a.csv', bytes))).map(inShort)).toMatchObject([
    { title: 'Étude', text: 'Déjà vu à Genève' },
  ])
})

test('the first letter that isn’t UTF-8 may come late', async () => {
  const rows = Array.from({ length: 200 }, (_, i) => `${i},${'plain words '.repeat(1000)}\n`).join('')
  const bytes = new Uint8Array(Buffer.from(`id,text\n${rows}200,Café à Genève\n`, 'latin1'))
  const all = await unpackedOf(csv, sourceOf('a.csv', bytes))
  expect(inShort(all.at(-1)!)['text']).toBe('Café à Genève')
})

test('a border in the reading may fall anywhere', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '😊', '"', ',', '\n', '\r\n', ' ', ';', '字'),
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      async (rows, most) => {
        const quoted = rows.map(([a, b]) => `"${a.replaceAll('"', '""')}","x${b.replaceAll('"', '""')}x"`)
        const all = await unpackedOf(csv, sourceOf('a.csv', `title,text\n${quoted.join('\n')}\n`, most), { text: [1] })
        expect(all.map(one => one.kind === 'article' && textIn(one))).toEqual(rows.map(([, b]) => `x${b}x`))
      },
    ),
  )
})

test('a row that is too long is passed over and told; those behind it are read', async () => {
  const long = 'word, "" and\n'.repeat(Math.ceil((3 * MAX_ROW_CHARACTERS) / 13))
  const table = `title,text\nA,Some words\nB,"${long}"\nC,Other words\n`
  expect((await unpackedOf(csv, sourceOf('a.csv', table))).map(inShort)).toMatchObject([
    { title: 'A' },
    { unread: 'Row 3', why: expect.stringContaining('too-large') },
    { title: 'C' },
  ])
})

test('a table that is cut off in a text says so at its end', async () => {
  const table = 'title,text\nA,Some words\nB,"Other words\nthat go on'
  expect((await unpackedOf(csv, sourceOf('a.csv', table))).map(inShort)).toMatchObject([
    { title: 'A' },
    { unread: 'Row 3', why: expect.stringContaining('cut off') },
  ])
})

test('NULs in a cell stay; data is no table', async () => {
  const [one] = await unpackedOf(csv, sourceOf('a.csv', 'title,text\nA,Some wo\0rds and others\n'))
  expect(inShort(one!)['text']).toBe('Some wo\0rds and others')
  expect(csv.recognises(new Uint8Array(1000), 'a.csv')).toBe(false)
  await expect(unpackedOf(csv, sourceOf('a.csv', new Uint8Array(1000)))).rejects.toMatchObject({ kind: 'no-reader' })
  await expect(unpackedOf(csv, sourceOf('a.csv', ''))).rejects.toMatchObject({ kind: 'empty-text' })
})

test('only what is called a table is taken for one', () => {
  const head = new TextEncoder().encode(small)
  expect(csv.recognises(head, 'download.csv')).toBe(true)
  expect(csv.recognises(head, 'download.tsv')).toBe(true)
  expect(csv.recognises(head, 'download.txt')).toBe(false)
  expect(csv.recognises(new TextEncoder().encode('PK\x03\x04'), 'download.csv')).toBe(false)
})

const sample = '../shared/samples/articles/tabular/testimony.csv'
test.skipIf(!existsSync(sample))(
  existsSync(sample) ? 'a table that others wrote' : 'a table that others wrote (skipped: not on this machine)',
  async () => {
    const source = sourceOf('testimony.csv', new Uint8Array(readFileSync(sample)))
    const { names, guess } = await csv.columns!(source)
    expect(names).toEqual(['id', 'title', 'text', 'author', 'source', 'section', 'type', 'date'])
    expect(guess).toEqual({ key: [0], title: [1], text: [2], byline: [3], outlet: [4], section: [5], published: [7] })
    const all = await unpackedOf(csv, source)
    expect(all.map(({ kind }) => kind)).toEqual(['article', 'article', 'article', 'article'])
  },
)
