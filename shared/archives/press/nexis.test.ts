import { describe, expect, test } from 'vitest'
import { archiveFor } from '../index.ts'
import { nexisPage } from './nexisPage.ts'
import { nexisText } from './nexisText.ts'
import { articlesIn, isTakenFor, type Shown, shownBy } from './unpackedPress.ts'

/** How an account of some language writes what stands around an article. */
interface Account {
  readonly count: (place: number, all: number) => string
  readonly date: string
  readonly head: readonly (readonly [label: string, value: string])[]
  readonly tail: readonly (readonly [label: string, value: string])[]
  readonly rights: readonly string[]
  readonly language: string
}

const accounts: Record<string, Account> = {
  English: {
    count: (place, all) => `${place} of ${all} DOCUMENTS`,
    date: 'March 4, 2031 Tuesday',
    head: [
      ['BYLINE', 'By Jane Roe'],
      ['SECTION', 'NEWS; Pg. 6'],
      ['LENGTH', '1,355 words'],
    ],
    tail: [
      ['LOAD-DATE', 'March 5, 2031'],
      ['LANGUAGE', 'ENGLISH'],
      ['PUBLICATION-TYPE', 'Newspaper'],
    ],
    rights: ['Copyright 2031 Harbour Press Ltd', 'All Rights Reserved'],
    language: 'en',
  },
  French: {
    count: (place, all) => `Document ${place} de ${all}`,
    date: '4 mars 2031 mardi',
    head: [
      ['AUTEUR', 'By Jane Roe'],
      ['RUBRIQUE', 'NEWS; Pg. 6'],
      ['LONGUEUR', '355 mots'],
    ],
    tail: [
      ['SUJET', 'PORTS (90%); FERRIES (88%)'],
      ['DATE-CHARGEMENT', '5 mars 2031'],
      ['LANGUE', 'FRENCH; FRANÇAIS'],
      ['TYPE-PUBLICATION', 'Journal'],
    ],
    rights: ['Copyright 2031 Presse du Port', 'Tous Droits Réservés'],
    language: 'fr',
  },
  German: {
    count: (place, all) => `Dokument ${place} von ${all}`,
    date: '4. März 2031 Dienstag',
    head: [
      ['AUTOR', 'By Jane Roe'],
      ['RUBRIK', 'NEWS; S. 6'],
      ['LÄNGE', '355 Wörter'],
    ],
    tail: [
      ['UPDATE', '5. März 2031'],
      ['SPRACHE', 'GERMAN; DEUTSCH'],
      ['ZEITUNGS-CODE', 'HAF'],
    ],
    rights: ['Copyright 2031 Hafenverlag GmbH', 'Alle Rechte vorbehalten'],
    language: 'de',
  },
}

const body = [
  'The ferry “Saltry” will not sail on Monday, the harbour council said, since inspectors have yet to see the northern quay.',
  'UPDATE: Nobody was told before the vote, a member of the council said.',
  'It was the third such week in a row.',
]

const centred = (words: string) => `${' '.repeat(Math.max(0, Math.floor((80 - words.length) / 2)))}${words}`
/** Wrapped as the database wraps it, at 78 columns. */
function wrapped(words: string): string {
  const lines = ['']
  for (const word of words.split(' '))
    if (lines.at(-1) === '') lines[lines.length - 1] = word
    else if (lines.at(-1)!.length + 1 + word.length <= 78) lines[lines.length - 1] += ` ${word}`
    else lines.push(word)
  return lines.join('\r\n')
}

function textDocument(account: Account, place: number, all: number, title: string, paragraphs = body): string {
  const { count, date, head, tail, rights } = account
  const labelled = (pairs: Account['head']) => pairs.map(([label, value]) => wrapped(`${label}: ${value}`))
  const parts = [
    centred(count(place, all)),
    '',
    centred('Harbour Gazette (Saltry)'),
    `${centred(date)}\r\n${centred('Final Edition')}`,
    wrapped(title),
    ...labelled(head),
    ...paragraphs.map(wrapped),
    ...labelled(tail),
    rights.map(centred).join('\r\n'),
  ]
  return parts.join('\r\n\r\n')
}

function pageDocument(account: Account, place: number, all: number, title: string, paragraphs = body): string {
  const { count, date, head, tail, rights } = account
  const div = (...inner: string[]) =>
    `<BR><DIV CLASS="c5">${inner.map(one => `<P CLASS="c6">${one}</P>`).join('\n')}\n</DIV>`
  const span = (words: string) => `<SPAN CLASS="c2">${words.replaceAll('&', '&amp;')}</SPAN>`
  const labelled = (pairs: Account['head']) =>
    pairs.map(([label, value]) => div(`<SPAN CLASS="c8">${label}: </SPAN>${span(value)}`))
  const marked = paragraphs.map(words => span(words).replace('harbour', '</SPAN><SPAN CLASS="c4">harbour</SPAN><SPAN>'))
  const divisions = [
    div(span(count(place, all))),
    div(span('Harbour Gazette (Saltry)')),
    div(`<SPAN CLASS="c4">${date.split(' ')[0]}</SPAN><SPAN> ${date.split(' ').slice(1).join(' ')}</SPAN>`),
    div(`<SPAN CLASS="c7">${title}</SPAN>`),
    ...labelled(head),
    div(...marked, '', '<SPAN>&nbsp;</SPAN>'),
    ...labelled(tail),
    div(span(rights.join('<BR>'))),
  ]
  return `<A NAME="DOC_ID_0_${place}"></A><!-- Hide XML section from browser\n<DOC NUMBER=${place}>\n<DOCFULL> -->\n${divisions.join('\n')}\n<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n<DIV CLASS="c10"/>`
}

const page = (...documents: string[]) =>
  `<HTML><HEAD><TITLE>&nbsp;</TITLE></HEAD>\n<BODY>\n${documents.join('\n')}\n</BODY></HTML>`

describe.each(Object.entries(accounts))('an account in %s', (_name, account) => {
  const rights = account.rights.join(' ')
  const expected = (title: string, number: string) => ({
    fields: {
      title,
      outlet: 'Harbour Gazette (Saltry)',
      byline: 'By Jane Roe',
      published: '2031-03-04',
      section: account.head[1]![1],
      page: number,
      language: account.language,
    },
    paragraphs: [...body, rights],
  })

  test('downloads text', async () => {
    const file = `\ufeffDownload Request: All Documents\r\n\r\n${textDocument(account, 1, 2, 'No ferry & no bell')}\r\n\r\n${textDocument(account, 2, 2, 'Bell')}\r\n`
    expect(isTakenFor(nexisText, file, 'a.TXT')).toBe(true)
    expect(await articlesIn(nexisText, file)).toMatchObject([
      expected('No ferry & no bell', '6'),
      expected('Bell', '6'),
    ])
  })

  test('downloads pages', async () => {
    const file = page(pageDocument(account, 1, 2, 'No ferry'), pageDocument(account, 2, 2, 'Bell'))
    expect(isTakenFor(nexisPage, file, 'a.HTML')).toBe(true)
    expect(await articlesIn(nexisPage, file)).toMatchObject([expected('No ferry', '6'), expected('Bell', '6')])
  })
})

const { English } = accounts as { English: Account }

test('one document alone is a download, too, and older encodings are read', async () => {
  const file = textDocument(accounts['German']!, 1, 1, 'Die Fähre fährt wieder').replaceAll(/[“”]/g, '"')
  const latin = Uint8Array.from(file, letter => letter.charCodeAt(0))
  expect(archiveFor(latin, 'Datei.txt')).toBe(nexisText)
  expect(await articlesIn(nexisText, latin)).toMatchObject([{ fields: { title: 'Die Fähre fährt wieder', page: '6' } }])
  expect(archiveFor(new TextEncoder().encode(page(pageDocument(English, 1, 1, 'Bell'))), 'a.html')).toBe(nexisPage)
})

test.each([
  ['a.txt', 'No ferry\n\nBy Jane Roe\n\nThe first of 10 DOCUMENTS was found.\n\nLENGTH: 4 metres\n'],
  ['a.txt', '                 1 of 10 DOCUMENTS\n\nwas all that stood on the sheet.\n'],
  ['a.txt', 'LENGTH: 355 words\n\nBYLINE: Jane Roe\n\nNothing else.\n'],
  ['a.html', '<html><body><h1>No ferry</h1><p>1 of 10 DOCUMENTS</p><p>LENGTH: 3 words</p></body></html>'],
  ['a.html', '<html><body><p>How to read &lt;DOCFULL&gt; comments</p></body></html>'],
])('an article is no download: %s, %s', (name, words) => {
  expect(archiveFor(new TextEncoder().encode(words), name)).toBeUndefined()
})

test('lines that were full are joined, and lines that were ended stay lines', async () => {
  const verse = 'The bell, the bell,\r\n  the northern bell,\r\nwho rang it?'
  const document = textDocument(English, 1, 1, 'Bell', [`${body[0]!} Twice-told tales were told.`, verse])
  const [article] = await articlesIn(nexisText, document.replace(wrapped(verse), verse))
  expect(article!.paragraphs.slice(0, 2)).toEqual([
    `${body[0]!} Twice-told tales were told.`,
    'The bell, the bell,\n  the northern bell,\nwho rang it?',
  ])
})

test('what was printed beside an article or is said of it later stands below it, with its label', async () => {
  const tail = [
    ['GRAPHIC', 'The ferry in dry dock'],
    ['CORRECTION-DATE', 'March 9, 2031'],
    ['SUBJECT', 'PORTS (90%)'],
    ...English.tail,
  ] as const
  const account = {
    ...English,
    head: [...English.head, ['HIGHLIGHT', 'A week without'] as const, ['DATELINE', 'SALTRY, March 4'] as const],
    tail,
  }
  const notes = ['GRAPHIC: The ferry in dry dock', 'CORRECTION-DATE: March 9, 2031', English.rights.join(' ')]
  const paragraphs = ['A week without', 'SALTRY, March 4', ...body, ...notes]
  expect(await articlesIn(nexisText, textDocument(account, 1, 1, 'Bell'))).toMatchObject([{ paragraphs }])
  expect(await articlesIn(nexisPage, page(pageDocument(account, 1, 1, 'Bell')))).toMatchObject([{ paragraphs }])
})

test('a note may have several paragraphs, which are no part of the body', async () => {
  const file = textDocument({ ...English, tail: [['GRAPHIC', 'The ferry'], ...English.tail] }, 1, 1, 'Bell').replace(
    'LOAD-DATE',
    'HARBOUR PRESS / ROE\r\n\r\nLOAD-DATE',
  )
  const [article] = await articlesIn(nexisText, file)
  expect(article!.paragraphs.slice(3, -1)).toEqual(['GRAPHIC: The ferry HARBOUR PRESS / ROE'])
})

test('a last paragraph that begins like a label is the body’s', async () => {
  const paragraphs = [...body, 'UPDATE: The ferry sailed after all.']
  const [article] = await articlesIn(nexisText, textDocument({ ...English, tail: [] }, 1, 1, 'Bell', paragraphs))
  expect(article!.paragraphs.slice(0, -1)).toEqual(paragraphs)
})

test('without a length the body begins behind the labels, and without labels behind the title', async () => {
  const short = { ...English, head: English.head.slice(0, 1) }
  const bare = { ...English, head: [] }
  const [one, other] = await articlesIn(
    nexisText,
    `${textDocument(short, 1, 2, 'Bell')}\r\n\r\n${textDocument(bare, 2, 2, 'Lamp')}`,
  )
  expect([one!.fields.byline, one!.paragraphs.slice(0, 3)]).toEqual(['By Jane Roe', body])
  expect([other!.fields.byline, other!.paragraphs.slice(0, 3)]).toEqual([undefined, body])
})

test('a label that stands twice counts once', async () => {
  const account = {
    ...English,
    head: [...English.head, ['BYLINE', 'Tom Loe'] as const, ['LENGTH', '3 words'] as const],
  }
  const [article] = await articlesIn(nexisText, textDocument(account, 1, 1, 'Bell'))
  expect([article!.fields.byline, article!.paragraphs]).toEqual(['By Jane Roe', [...body, English.rights.join(' ')]])
})

test('an article keeps its key in a later download, and one that stands twice has another', async () => {
  const keys = async (...documents: string[]) =>
    (await articlesIn(nexisText, documents.join('\r\n\r\n'))).map(({ key }) => key)
  const [bell, lamp] = [textDocument(English, 1, 2, 'Bell'), textDocument(English, 2, 2, 'Lamp')]
  const first = await keys(bell, lamp)
  expect((await keys(textDocument(English, 7, 9, 'Lamp'), bell)).reverse()).toEqual(first)
  expect(new Set(await keys(bell, lamp, bell)).size).toBe(3)
  expect((await articlesIn(nexisPage, page(pageDocument(English, 1, 1, 'Bell'))))[0]!.key).toBe(first[0])
})

test('a document that was cut off is told of, and spoils no other', async () => {
  const text = [1, 2].map(place => textDocument(English, place, 2, `Bell ${place}`)).join('\r\n\r\n')
  expect(await shownBy(nexisText, text.slice(0, text.indexOf('third', text.length / 2)))).toMatchObject([
    { fields: { title: 'Bell 1' } },
    'document 2: cannot-read',
  ])
  const pages = page(pageDocument(English, 1, 2, 'Bell 1'), pageDocument(English, 2, 2, 'Bell 2'))
  expect(await shownBy(nexisPage, pages.slice(0, -400))).toMatchObject([{}, 'document 2: cannot-read'])
})

test('an empty document is told of, and a file without one is a problem', async () => {
  const count = centred('1 of 2 DOCUMENTS')
  expect(await shownBy(nexisText, `${count}\n\n\n${textDocument(English, 2, 2, 'Bell')}`)).toMatchObject([
    'document 1: empty-text',
    {},
  ])
  await expect(shownBy(nexisText, 'Nothing here.')).rejects.toMatchObject({ kind: 'cannot-read' })
  await expect(shownBy(nexisPage, '<html></html>')).rejects.toMatchObject({ kind: 'cannot-read' })
})

test('a page that nests without end spoils no other', async () => {
  const monster = pageDocument(English, 1, 2, '<div>'.repeat(2000))
  expect(await shownBy(nexisPage, page(monster, pageDocument(English, 2, 2, 'Bell')))).toMatchObject([
    'document 1: cannot-read',
    { fields: { title: 'Bell' } } satisfies Partial<Shown>,
  ])
})

test('older downloads label title and body, and name the outlet below its rights', async () => {
  const file = [
    centred('1 of 1 DOCUMENT'),
    `${centred('Copyright 2004 Harbour Press Ltd')}\n${centred('Harbour Gazette')}`,
    `${centred('December 1, 2004 Wednesday')}\n${centred('Late Edition - Final')}`,
    'SECTION: Section A; Column 1; Foreign Desk; Pg. 14',
    'LENGTH: 934 words',
    'HEADLINE: The bell rings',
    'BYLINE:  By JANE ROE',
    'Correction Appended',
    `BODY:\n   ${wrapped(body[0]!).replaceAll('\r', '')}`,
    ...body.slice(1).map(words => `   ${words}`),
    'BODY: the word stood on the door.',
    'URL: http://www.example.org',
    'GRAPHIC: Photo: The bell',
    'LOAD-DATE: December 1, 2004',
  ].join('\n\n')
  expect(archiveFor(new TextEncoder().encode(file), 'a.txt')).toBe(nexisText)
  expect(await articlesIn(nexisText, file)).toMatchObject([
    {
      fields: {
        title: 'The bell rings',
        outlet: 'Harbour Gazette',
        published: '2004-12-01',
        byline: 'By JANE ROE',
        page: '14',
        address: 'http://www.example.org',
      },
      paragraphs: [
        'Correction Appended',
        ...body,
        'BODY: the word stood on the door.',
        'GRAPHIC: Photo: The bell',
        'Copyright 2004 Harbour Press Ltd',
      ],
    },
  ])
})

test('a title may begin like a label, and what files an article above it is none', async () => {
  const titled = textDocument(English, 1, 1, 'NOTE: the harbour is closed')
  expect((await articlesIn(nexisText, titled))[0]!.fields.title).toBe('NOTE: the harbour is closed')
  const head = [['DISTRIBUTION', 'Foreign Desk'] as const, ...English.head]
  const [article] = await articlesIn(nexisText, textDocument({ ...English, head }, 1, 1, 'Bell'))
  expect([article!.fields.title, article!.paragraphs.slice(0, 3)]).toEqual(['Bell', body])
})
