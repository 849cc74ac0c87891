import { describe, expect, test } from 'vitest'
import { archiveFor } from '../index.ts'
import { proquestPage } from './proquestPage.ts'
import { proquestText } from './proquestText.ts'
import { articlesIn, isTakenFor, shownBy } from './unpackedPress.ts'

const body = [
  'The ferry “Saltry” will not sail on Monday, the harbour council said.',
  'Location: nowhere, a member of the council said & left.',
  'It was the third such week in a row.',
]

type Pairs = readonly (readonly [label: string, value: string])[]
const above: Pairs = [
  ['Author', 'Roe, Jane'],
  ['Publication info', 'Harbour Gazette; Saltry [Saltry]04 Mar 2031: A.6.'],
  ['Abstract', 'No ferry sails.'],
  ['Links', 'http://example.org/linking?id=1'],
]
const below = (number: number, title: string): Pairs => [
  ['Subject', 'Ferries; Harbours'],
  ['Company / organization', 'Name: Harbour Council; NAICS: 921120'],
  ['Illustration', 'The ferry in dry dock'],
  ['Title', title],
  ['Publication title', 'Harbour Gazette; Saltry'],
  ['First page', 'A.6'],
  ['Publication year', '2031'],
  ['Publication date', 'Mar 4, 2031'],
  ['Section', 'News'],
  ['Publisher', 'Harbour Press Ltd'],
  ['ISSN', '01234567'],
  ['Language of publication', 'English'],
  ['ProQuest document ID', `${number}`],
  ['Document URL', `https://search.proquest.com/docview/${number}?accountid=1`],
  ['Copyright', '(Copyright (c) 2031 Harbour Press Ltd.)'],
  ['Last updated', '2031-03-05'],
  ['Database', 'ProQuest Central'],
]

const rule = '_'.repeat(60)

function textDocument(number: number, title: string, paragraphs: readonly string[] = body): string {
  const labelled = (pairs: Pairs) => pairs.map(([label, value]) => `${label}: ${value}`)
  return [
    title,
    ...labelled(above),
    `Full text: ${paragraphs[0]}`,
    ...paragraphs.slice(1),
    ...labelled(below(number, title)),
  ].join('\n\n')
}
const text = (...documents: string[]) =>
  `${rule}\n\n${documents.join(`\n\n${rule}\n\n`)}\n\n${rule}\n\nContact ProQuest\nCopyright © 2031 ProQuest LLC. All rights reserved. - Terms and Conditions: https://search.proquest.com/info/termsAndConditions\n`

const style = 'style="margin-bottom:5pt; margin-top:0; margin-right:0; margin-left:0; padding-left:0;"'
function pageDocument(number: number, title: string, count: string): string {
  const labelled = (pairs: Pairs) =>
    pairs
      .map(([label, value]) => `<p ${style}><strong>${label}: </strong>${value.replaceAll('&', '&amp;')}</p>`)
      .join('')
  const counted = count ? `<p style="font-weight:bold;">${count}</p>` : ''
  return `<a name="${number}"></a><div style="margin-bottom:20px;border-bottom:2px solid #ccc;padding-bottom:5px">${counted}<p ${style}>${title}</p><p><a href="https://search.proquest.com/docview/${number}">ProQuest document link</a></p>${labelled(above)}<p ${style}><strong>Full text: </strong></p><text>${body.map(one => `<p>${one.replaceAll('&', '&amp;').replace('harbour', '<span class="hit">harbour</span>')}</p>`).join('\n')}</text>${labelled(below(number, title))}</div>`
}
const page = (...documents: string[]) =>
  `<!DOCTYPE html><html><head><title>ProQuest</title><style>p{margin:0}</style></head><body>${documents.join('<br>')}</body></html>`

const expected = (number: number, title: string) => ({
  key: `${number}`,
  fields: {
    title,
    outlet: 'Harbour Gazette',
    byline: 'Roe, Jane',
    published: '2031-03-04',
    section: 'News',
    page: 'A.6',
    language: 'en',
    address: `https://search.proquest.com/docview/${number}?accountid=1`,
  },
  paragraphs: [...body, 'ILLUSTRATION: The ferry in dry dock', 'Copyright: (Copyright (c) 2031 Harbour Press Ltd.)'],
})

describe.each([
  [
    'text',
    proquestText,
    'ProQuestDocuments.txt',
    text(textDocument(1234567, 'No ferry'), textDocument(1234568, 'Bell')),
  ],
  [
    'pages that count documents',
    proquestPage,
    'ProQuestDocuments.html',
    page(pageDocument(1234567, 'No ferry', 'Document 1 of 2'), pageDocument(1234568, 'Bell', 'Document 2 of 2')),
  ],
  [
    'pages that don’t',
    proquestPage,
    'a.html',
    page(pageDocument(1234567, 'No ferry', ''), pageDocument(1234568, 'Bell', '')),
  ],
] as const)('%s', (_name, kind, name, file) => {
  test('each document has its fields and its body letter for letter', async () => {
    expect(archiveFor(new TextEncoder().encode(file), name)).toBe(kind)
    expect(await articlesIn(kind, file)).toEqual([expected(1234567, 'No ferry'), expected(1234568, 'Bell')])
  })

  test('one that was cut off is told of, and spoils no other', async () => {
    expect(await shownBy(kind, file.slice(0, file.lastIndexOf('third')))).toMatchObject([
      { key: '1234567' },
      'document 2: cannot-read',
    ])
  })

  test('one without its text is told of', async () => {
    const start = file.indexOf('Full text: ')
    const without =
      file.slice(0, start) +
      file.slice(
        file.indexOf(
          kind === proquestText
            ? 'Subject: '
            : '<p style="margin-bottom:5pt; margin-top:0; margin-right:0; margin-left:0; padding-left:0;"><strong>Subject: ',
          start,
        ),
      )
    expect(await shownBy(kind, without)).toMatchObject(['document 1: empty-text', { key: '1234568' }])
  })
})

test('one document alone is a download, too', async () => {
  const alone = text(textDocument(1234567, 'Bell'))
  expect(isTakenFor(proquestText, alone, 'a.txt')).toBe(true)
  expect(await articlesIn(proquestText, alone)).toEqual([expected(1234567, 'Bell')])
  expect(await articlesIn(proquestPage, page(pageDocument(1234567, 'Bell', '')))).toEqual([expected(1234567, 'Bell')])
})

test('a line of underscores in a body is the body’s', async () => {
  const [article, ...more] = await articlesIn(
    proquestText,
    text(textDocument(1234567, 'Bell', [body[0]!, rule, body[2]!]), textDocument(1234568, 'Lamp')),
  )
  expect(article!.paragraphs.slice(0, 3)).toEqual([body[0], rule, body[2]])
  expect(more).toHaveLength(1)
})

test('a label that stands twice counts once', async () => {
  const twice = textDocument(1234567, 'Bell').replace('Section: News', 'Section: News\n\nSection: Sport\n\nmore of it')
  expect(await articlesIn(proquestText, text(twice))).toEqual([expected(1234567, 'Bell')])
})

test.each([
  ['a.txt', `No ferry\n\n${rule}\n\nFull text: on the next sheet.\n`],
  ['a.txt', `ProQuest is a database.\n\nIts files say “Full text: ” and\n\n${rule}\n\nnothing else.\n`],
  ['a.txt', 'Publication title: Gazette\n\nProQuest document ID: 12\n'],
  ['a.html', '<html><body><p>Document 1 of 2</p><p><strong>Full text: </strong>No ferry.</p></body></html>'],
  ['a.html', '<html><body><p>ProQuest documents have a <b>Full text:</b> of their own.</p></body></html>'],
])('an article is no download: %s, %s', (name, words) => {
  expect(archiveFor(new TextEncoder().encode(words), name)).toBeUndefined()
})

test.each([
  ['text', proquestText, `${rule}\n\nNothing.\n`],
  ['page', proquestPage, '<html><body>Nothing.</body></html>'],
] as const)('a %s without a document is a problem', async (_name, kind, file) => {
  await expect(shownBy(kind, file)).rejects.toMatchObject({ kind: 'cannot-read' })
})
