import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { archiveFor } from '../index.ts'
import { nexisDocx } from './nexisDocx.ts'
import { nexisRtf } from './nexisRtf.ts'
import { articlesIn, isTakenFor, shownBy } from './unpackedPress.ts'

/** One article as its paragraphs; a link leads from its first. */
interface Given {
  readonly title: string
  readonly number: string
  readonly paragraphs: readonly string[]
}

const body = [
  'The ferry “Saltry” will not sail on Monday, the harbour council said.',
  'Body language was all there was, a member of the council said.',
  'Length: three metres & more. It was the third such week in a row.',
]

const given = (title: string, number: string, paragraphs = body, tail: readonly string[] = []): Given => ({
  title,
  number,
  paragraphs: [
    title,
    'Harbour Gazette (Saltry)',
    'March 4, 2031 Tuesday, Final Edition',
    '',
    'Copyright 2031 Harbour Press Ltd All Rights Reserved',
    'Section:\u00a0NEWS; Pg. 6A',
    'Length:\u00a01,355 words',
    'Byline:\u00a0By Jane Roe',
    'Body',
    '',
    ...paragraphs,
    ...tail,
    'Classification',
    '',
    'Language:\u00a0ENGLISH',
    'Publication-Type:\u00a0Newspaper',
    'Subject:\u00a0PORTS (93%); FERRIES (90%)',
    'Load-Date:\u00a0March 5, 2031',
    '',
    'End of Document',
  ],
})

function cover(articles: readonly Given[]): string[] {
  const list = articles.flatMap(({ title }, i) => [
    `${i + 1}. ${title}`,
    'Client/Matter: -None-',
    'Search Terms: ferry',
    'Content Type',
    'Narrowed by',
    'News',
    'Sources: Harbour Gazette; Content Type: News',
  ])
  return [
    'User Name: A',
    'Date and Time: Friday, 7. March 2031 09:31:00',
    'Job Number: 1',
    `Documents (${articles.length})`,
    ...list,
  ]
}

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function docx(articles: readonly Given[], before: readonly string[] = cover(articles)): Uint8Array {
  const paragraph = (words: string, link = '') => {
    const run = `<w:r><w:t xml:space="preserve">${escaped(words).replaceAll('\n', '</w:t><w:br/><w:t>')}</w:t></w:r>`
    return `<w:p><w:pPr><w:jc w:val="both"/></w:pPr>${link ? `<w:hyperlink r:id="${link}">${run}</w:hyperlink>` : run}</w:p>`
  }
  const all = articles.flatMap(({ paragraphs }, i) =>
    paragraphs.map((words, at) => paragraph(words, at === 0 ? `rId${i}` : '')),
  )
  const relations = articles.map(
    ({ number }, i) =>
      `<Relationship Id="rId${i}" Target="https://advance.lexis.com/api/document?collection=news&amp;id=urn:contentItem:${number}&amp;context="/>`,
  )
  const utf8 = (text: string) => new TextEncoder().encode(text)
  return zipSync({
    '[Content_Types].xml': utf8('<Types/>'),
    'word/document.xml': utf8(
      `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${before.map(words => paragraph(words)).join('')}${all.join('')}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': utf8(`<Relationships>${relations.join('')}</Relationships>`),
  })
}

function rtf(articles: readonly Given[], before: readonly string[] = cover(articles)): Uint8Array {
  const letters = (words: string) =>
    Array.from(words, letter => (letter < '\u0080' ? letter : `\\u${letter.charCodeAt(0)}?`))
      .join('')
      .replaceAll('\n', '\\line ')
  const lines = [...before, ...articles.flatMap(({ paragraphs }) => paragraphs)]
  const text = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}${lines.map(words => `{\\b ${letters(words)}}\\par\n`).join('')}}`
  return new TextEncoder().encode(text)
}

const rights = 'Copyright 2031 Harbour Press Ltd All Rights Reserved'
const fields = {
  outlet: 'Harbour Gazette (Saltry)',
  byline: 'By Jane Roe',
  published: '2031-03-04',
  section: 'NEWS; Pg. 6A',
  page: '6A',
  language: 'en',
}

describe.each([
  ['DOCX', nexisDocx, docx, 'Files (2).DOCX'],
  ['rich text', nexisRtf, rtf, 'Files (2).RTF'],
] as const)('Nexis Uni downloads %s', (_name, kind, made, name) => {
  const two = [given('No ferry', '6A-1'), given('Bell', '6A-2')]

  test('with a cover', async () => {
    expect(isTakenFor(kind, made(two), name)).toBe(true)
    expect(archiveFor(made(two).subarray(0, 65536), name)).toBe(kind)
    expect(await articlesIn(kind, made(two))).toMatchObject([
      { fields: { ...fields, title: 'No ferry' }, paragraphs: [...body, rights] },
      { fields: { ...fields, title: 'Bell' }, paragraphs: [...body, rights] },
    ])
  })

  test('without one, one article alone', async () => {
    expect(isTakenFor(kind, made(two.slice(0, 1), []), name)).toBe(true)
    expect(await articlesIn(kind, made(two.slice(0, 1), []))).toMatchObject([
      { fields: { ...fields, title: 'No ferry' }, paragraphs: [...body, rights] },
    ])
  })

  test('what stood beside an article stands below it', async () => {
    const article = given('Bell', '1', body, ['', 'Graphic', ' ', 'The ferry in dry dock', 'The bell'])
    expect((await articlesIn(kind, made([article])))[0]!.paragraphs).toEqual([
      ...body,
      'GRAPHIC: The ferry in dry dock',
      'GRAPHIC: The bell',
      rights,
    ])
  })

  test('a title in two lines is one', async () => {
    const article = given('THE HARBOUR;\nBell rings', '1')
    expect((await articlesIn(kind, made([article], [])))[0]!.fields).toMatchObject({
      ...fields,
      title: 'THE HARBOUR; Bell rings',
    })
  })

  test('an article without a body is told of, and so is one without an end', async () => {
    const bare = { ...two[0]!, paragraphs: ['We are sorry but there is an error in this document.', 'End of Document'] }
    const open = { ...two[1]!, paragraphs: two[1]!.paragraphs.slice(0, -3) }
    expect(await shownBy(kind, made([bare, two[0]!, open], []))).toMatchObject([
      'document 1: empty-text',
      { fields: { title: 'No ferry' } },
      'document 3: cannot-read',
    ])
  })

  test('an ordinary document is none, nor is one that speaks of such downloads', async () => {
    const words = [
      'No ferry',
      'By Jane Roe',
      'March 4, 2031',
      'Length: 3 metres',
      ...body,
      'End of Document',
      'Documents (2)',
    ]
    const ordinary = made([{ title: '', number: '', paragraphs: words }], [])
    expect(isTakenFor(kind, ordinary, name)).toBe(false)
    expect(archiveFor(ordinary, name)).toBeUndefined()
    await expect(shownBy(kind, made([{ title: '', number: '', paragraphs: body }], []))).rejects.toMatchObject({
      kind: 'cannot-read',
    })
  })

  test('a damaged file is a problem', async () => {
    await expect(shownBy(kind, new TextEncoder().encode('PK\u0003\u0004 and no more'))).rejects.toMatchObject({
      kind: 'cannot-read',
    })
    expect(isTakenFor(kind, docx(two).subarray(0, 200), name)).toBe(false)
    expect(isTakenFor(kind, new Uint8Array(0), name)).toBe(false)
  })
})

test('a cover in another language ends where the title that its list names first is said again', async () => {
  const one = given('Bell', '1')
  const before = ['Documents (1)', 'Job Number: 1', '1. Bell', 'Quelle mit anderem Namen', 'Inhaltstyp']
  expect((await articlesIn(nexisRtf, rtf([one], before)))[0]!.fields).toMatchObject({ ...fields, title: 'Bell' })
})

test('an article of a DOCX has the database’s number and address', async () => {
  expect(await articlesIn(nexisDocx, docx([given('Bell', '6C-77')]))).toMatchObject([
    {
      key: '6C-77',
      fields: { address: 'https://advance.lexis.com/api/document?collection=news&id=urn:contentItem:6C-77&context=' },
    },
  ])
})

test('a document whose beginning alone is at hand is told by it', () => {
  const many = Array.from({ length: 400 }, (_, i) =>
    given(`Bell ${i}`, `${i}`, [`${i} ${Math.sin(i)} ${body.join(' ')}`]),
  )
  const file = docx(many)
  expect(isTakenFor(nexisDocx, file.subarray(0, 3000), 'a.docx')).toBe(true)
  expect(isTakenFor(nexisRtf, rtf(many).subarray(0, 9000), 'a.rtf')).toBe(true)
})

test('a box in the middle of a paragraph leaves the paragraph whole', async () => {
  const box = '<w:r><w:pict><w:txbxContent><w:p ><w:r><w:t>LexisNexis</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>'
  const file = docx([given('Bell', '1', ['The ferry BOX sails.'])])
  const source = strFromU8(unzipSync(file)['word/document.xml']!)
  const boxed = zipSync({ 'word/document.xml': strToU8(source.replace('BOX', `</w:t></w:r>${box}<w:r><w:t>`)) })
  expect((await articlesIn(nexisDocx, boxed))[0]!.paragraphs[0]).toBe('The ferry  sails.')
})

test('what else stands above the body was printed, save what only files the article or says a field again', async () => {
  const { paragraphs, ...rest } = given('Bell', '1')
  const more = [
    'By JANE ROE',
    'From Tuesday’s Gazette',
    'Wire:\u00a0Harbour Desk',
    'Highlight:\u00a0A week without',
    'Dateline:\u00a0SALTRY',
  ]
  const at = paragraphs.indexOf('Body')
  const file = docx([{ ...rest, paragraphs: [...paragraphs.slice(0, at), ...more, ...paragraphs.slice(at)] }])
  expect((await articlesIn(nexisDocx, file))[0]!.paragraphs.slice(0, 4)).toEqual([
    'From Tuesday’s Gazette',
    'A week without',
    'SALTRY',
    body[0],
  ])
})
