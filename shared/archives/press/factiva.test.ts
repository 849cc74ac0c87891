import { describe, expect, test } from 'vitest'
import { archiveFor } from '../index.ts'
import { factivaPage } from './factivaPage.ts'
import { factivaRtf } from './factivaRtf.ts'
import { factivaXml } from './factivaXml.ts'
import { articlesIn, isTakenFor, shownBy } from './unpackedPress.ts'

const body = [
  'The ferry “Saltry” will not sail on Monday, the harbour council said.',
  'LP was the sign on the door, a member of the council said & left.',
  'It was the third such week in a row.',
]

/** How an account of some language writes what isn't the article's. */
const accounts = {
  en: { words: '1,355 words', date: '4 March 2031', document: 'Document', name: 'English' },
  fr: { words: '355 mots', date: '4 mars 2031', document: 'Document', name: 'Français' },
  de: { words: '355 Wörter', date: '4 März 2031', document: 'Dokument', name: 'Deutsch' },
  es: { words: '355 palabras', date: '4 marzo 2031', document: 'Documento', name: 'Español' },
}
type Language = keyof typeof accounts

const number = (place: number) => `HARGAZ0020310304er340000${place}`
const rights = '(c) 2031 Harbour Press Ltd'

const escaped = (words: string) => words.replaceAll('&', '&amp;')
const marked = (words: string) => escaped(words).replace('harbour', '<b>harbour</b>')
const page = (...articles: string[]) =>
  `<html><head><meta charset="UTF-8"/><title>Factiva</title></head><body><div id="navcontainer"><h1>Factiva</h1></div>${articles.join('<br/><span></span>')}<table><tr><td><span class="copyright">© 2031 Factiva, Inc. All rights reserved.</span></td></tr></table></body></html>`

function coded(language: Language, place: number, title: string, more = ''): string {
  const { words, date, document } = accounts[language]
  const row = (code: string, inner: string) =>
    `<tr><td align="right" class="index"><b>${code}</b>&nbsp;</td><td>${inner}</td></tr>`
  const text = (paragraphs: readonly string[]) =>
    paragraphs.map(one => `<p class="articleParagraph ${language}articleParagraph">${marked(one)}</p>`).join('\n')
  const rows = [
    row('SE', 'News'),
    row('HD', `<b class='${language}Headline'>${title}</b>\n`),
    row('BY', 'By Jane Roe'),
    row('WC', words),
    row('PD', date),
    row('ET', '03:32 PM'),
    row('SN', 'Harbour Gazette'),
    row('SC', 'HARGAZ'),
    row('PG', '6A'),
    row('LA', 'EN'),
    row('CY', rights),
    row('LP', text(body.slice(0, 1))),
    row('TD', text(body.slice(1))),
    row('CO', '<br/>harbr : Harbour Holding'),
    row('NS', '<br/>gcat : Political/General News'),
    more,
    row('PUB', '<br/>Harbour Press'),
    row('AN', `<br/>${document} ${number(place)}`),
  ]
  return `<div class="article ${language}Article"><table>${rows.join('')}</table></div>`
}

function uncoded(language: Language, place: number, title: string): string {
  const { words, date, document, name } = accounts[language]
  const text = body.map(one => `<p class="articleParagraph ${language}articleParagraph">${marked(one)}</p>`).join('\n')
  const head = [
    'News',
    `|${title}`,
    '|By Jane Roe',
    words,
    date,
    '15:32',
    'Harbour Gazette',
    'HARGAZ',
    '6A',
    '1; National',
    name,
    rights,
  ]
  const divisions = head.map((one, i) =>
    i === 1
      ? `<div id="hd" ><span class='${language}Headline'>${one.slice(1)}</span>\n</div>`
      : i === 2
        ? `<div class="author">${one.slice(1)} </div>`
        : `<div>${one} </div>`,
  )
  return `<div id="article-${number(place)}" class="article" ><div class="article ${language}Article"><p>\n${divisions.join('')}\n</p>\n${text}\n<p>Harbour Press</p><p>${document} ${number(place)}</p></div></div>`
}

const letters = (words: string) =>
  Array.from(words, letter => (letter < '\u0080' ? letter : `\\u${letter.charCodeAt(0)}?`)).join('')
const rtf = (...parts: string[]) => `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\n${parts.join('\\page\n')}}`

function codedRtf(language: Language, place: number, title: string): string {
  const { words, date, document } = accounts[language]
  const row = (code: string, paragraphs: readonly string[]) =>
    `\\trowd\\cellx1000\\cellx9000\\intbl {\\b ${code}}\\cell ${paragraphs.map(letters).join('\\par ')}\\cell\\row\n`
  return [
    row('SE', ['News']),
    row('HD', [title]),
    row('BY', ['By Jane Roe']),
    row('WC', [words]),
    row('PD', [date]),
    row('ET', ['15:32']),
    row('SN', ['Harbour Gazette']),
    row('SC', ['HARGAZ']),
    row('PG', ['6A']),
    row('LA', [accounts[language].name]),
    row('CY', [rights]),
    row('LP', body.slice(0, 1)),
    row('TD', body.slice(1)),
    row('NS', ['gcat : Political/General News']),
    row('AN', [`${document} ${number(place)}`]),
    '\\pard ',
  ].join('')
}

function uncodedRtf(language: Language, place: number, title: string): string {
  const { words, date, document, name } = accounts[language]
  const head = ['News', title, 'By Jane Roe', words, date, '15:32', 'Harbour Gazette', 'HARGAZ', '6A', name, rights]
  const lines = [...head, ...body, 'Harbour Press Ltd', `${document} ${number(place)}`]
  return lines.map(one => `{${letters(one)}}\\par\n`).join('')
}

const fields = (title: string, language: string) => ({
  title,
  outlet: 'Harbour Gazette',
  byline: 'By Jane Roe',
  published: '2031-03-04T15:32',
  section: 'News',
  page: '6A',
  language,
})
const summary = 'Search Summary\\par Text ferry\\par Date All Dates\\par Results Found 2\\par'

describe.each(Object.keys(accounts) as Language[])('an account in %s', language => {
  test.each([
    ['pages with codes', factivaPage, 'Factiva.html', page(coded(language, 1, 'No ferry'), coded(language, 2, 'Bell'))],
    [
      'pages without codes',
      factivaPage,
      'Factiva.html',
      page(uncoded(language, 1, 'No ferry'), uncoded(language, 2, 'Bell')),
    ],
    [
      'rich text with codes',
      factivaRtf,
      'Factiva.rtf',
      rtf(codedRtf(language, 1, 'No ferry'), codedRtf(language, 2, 'Bell'), summary),
    ],
    [
      'rich text without',
      factivaRtf,
      'Factiva.rtf',
      rtf(uncodedRtf(language, 1, 'No ferry'), uncodedRtf(language, 2, 'Bell'), summary),
    ],
  ] as const)('downloads %s', async (_name, kind, name, file) => {
    expect(archiveFor(new TextEncoder().encode(file), name)).toBe(kind)
    expect(await articlesIn(kind, file)).toEqual([
      { key: number(1), fields: fields('No ferry', language), paragraphs: [...body, rights] },
      { key: number(2), fields: fields('Bell', language), paragraphs: [...body, rights] },
    ])
  })
})

const xml = (...articles: string[]) =>
  `\ufeff<?xml version="1.0" encoding="utf-8"?>\n<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="2">${articles.join('\n')}</ppsarticleResultSet></ppsArticleResponse></PPSResponse>`
const xmlArticle = (place: number, title: string) => `<ppsarticle>
  <article>
    <accessionNo>${number(place)}</accessionNo><baseLanguage>FR</baseLanguage><byline>By Jane Roe</byline>
    <copyright>${rights}   </copyright><columnName /><corrections><paragraph>No bell.</paragraph></corrections>
    <headline><paragraph display="Proportional" lang="EN">
        <hlt>${title}</hlt> &amp; more</paragraph></headline>
    <leadParagraph><paragraph display="Proportional">${escaped(body[0]!).replace('harbour', '<hlt>harb</hlt>our')}</paragraph></leadParagraph>
    <pages><page>6A</page></pages><publicationDate><dateTime>2031-03-04T01:35:58Z</dateTime></publicationDate>
    <sectionName>News</sectionName><sourceName>Harbour Gazette</sourceName>
    <newsSubject code="gcat"><name>Political/General News</name></newsSubject>
    <tailParagraphs>${body
      .slice(1)
      .map(one => `<paragraph>\n  ${escaped(one)}</paragraph>`)
      .join('\n')}<paragraph display="Fixed">Tide   high\nBell   low</paragraph></tailParagraphs>
    <wordCount>942</wordCount>
  </article>
</ppsarticle>`

test('XML', async () => {
  const file = xml(xmlArticle(1, 'No ferry'), xmlArticle(2, 'Bell'))
  expect(archiveFor(new TextEncoder().encode(file), 'a.xml')).toBe(factivaXml)
  const paragraphs = [...body, 'Tide   high\nBell   low', 'CX: No bell.', rights]
  expect(await articlesIn(factivaXml, file)).toEqual([
    { key: number(1), fields: { ...fields('No ferry & more', 'fr'), published: '2031-03-04T01:35:58Z' }, paragraphs },
    { key: number(2), fields: { ...fields('Bell & more', 'fr'), published: '2031-03-04T01:35:58Z' }, paragraphs },
  ])
})

test('one document alone is a download, too', async () => {
  expect(isTakenFor(factivaPage, page(coded('en', 1, 'Bell')), 'a.html')).toBe(true)
  expect(isTakenFor(factivaRtf, rtf(codedRtf('en', 1, 'Bell')), 'a.rtf')).toBe(true)
  expect(isTakenFor(factivaRtf, rtf(uncodedRtf('en', 1, 'Bell')), 'a.rtf')).toBe(true)
  expect(await articlesIn(factivaXml, xml(xmlArticle(1, 'Bell')))).toHaveLength(1)
})

test.each([
  [
    'a.html',
    '<html><head><title>Factiva is sold</title></head><body><div class="article"><p>No ferry.</p></div></body></html>',
  ],
  [
    'a.html',
    '<html><body><table><tr><td>HD</td><td>High definition</td></tr><tr><td>PD</td><td>Police</td></tr></table></body></html>',
  ],
  ['a.html', '<html><body><div class="article newsArticle"><p>No ferry.</p></div></body></html>'],
  [
    'a.rtf',
    rtf('No ferry\\par By Jane Roe\\par 4 March 2031\\par LP\\par TD\\par 355 words\\par is all she wrote.\\par'),
  ],
  ['a.xml', '<?xml version="1.0"?><article><headline>No ferry</headline><PD>4 March</PD></article>'],
])('an article is no download: %s, %s', (name, file) => {
  expect(archiveFor(new TextEncoder().encode(file), name)).toBeUndefined()
})

test('of a code that stands twice all words are kept', async () => {
  const twice =
    '<tr><td><b>HD</b>&nbsp;</td><td>Another</td></tr><tr><td><b>TD</b></td><td><p class="articleParagraph">The end.</p></td></tr>'
  expect(await articlesIn(factivaPage, page(coded('en', 1, 'Bell', twice)))).toMatchObject([
    { fields: { title: 'Bell Another' }, paragraphs: [...body, 'The end.', rights] },
  ])
})

test('captions and credits stand below the article, behind their code; rights that don’t say so, too', async () => {
  const more = '<tr><td><b>ART</b></td><td>The ferry in dry dock</td></tr>'
  const file = page(coded('en', 1, 'Bell', more).replace(rights, 'Harbour Press 2031'))
  expect((await articlesIn(factivaPage, file))[0]!.paragraphs.slice(3)).toEqual([
    'ART: The ferry in dry dock',
    'CY: Harbour Press 2031',
  ])
})

test('a document that was cut off is told of, and spoils no other', async () => {
  const both = page(coded('en', 1, 'No ferry'), coded('en', 2, 'Bell'))
  const cut = both.slice(0, both.lastIndexOf('third'))
  expect(await shownBy(factivaPage, cut)).toMatchObject([{ key: number(1) }, 'document 2: cannot-read'])
  const open = page(uncoded('en', 1, 'No ferry'), uncoded('en', 2, 'Bell'))
  expect(await shownBy(factivaPage, open.slice(0, open.lastIndexOf('third')))).toMatchObject([
    {},
    'document 2: cannot-read',
  ])
  const text = rtf(codedRtf('en', 1, 'No ferry'), codedRtf('en', 2, 'Bell'))
  expect(await shownBy(factivaRtf, text.slice(0, text.lastIndexOf('third')))).toMatchObject([
    {},
    'document 2: cannot-read',
  ])
  const part = xml(xmlArticle(1, 'No ferry'), xmlArticle(2, 'Bell'))
  expect(await shownBy(factivaXml, part.slice(0, part.lastIndexOf('third')))).toMatchObject([
    {},
    'document 2: cannot-read',
  ])
})

test.each([
  ['page', factivaPage, '<html><title>Factiva</title></html>'],
  ['rich text', factivaRtf, '{\\rtf1 Nothing}'],
  ['XML', factivaXml, '<PPSResponse></PPSResponse>'],
] as const)('a %s without a document is a problem', async (_name, kind, file) => {
  await expect(shownBy(kind, file)).rejects.toMatchObject({ kind: 'cannot-read' })
})

test('entities that grow, and elements that nest without end, spoil no other', async () => {
  const deep = xmlArticle(1, 'Bell').replace('<wordCount>', '<a>'.repeat(3000))
  expect(await shownBy(factivaXml, xml(deep, xmlArticle(2, 'Bell')))).toMatchObject([
    'document 1: cannot-read',
    { key: number(2) },
  ])
  const lol = `<!DOCTYPE x [<!ENTITY a "bell"><!ENTITY b "&a;&a;&a;&a;">]>${xml(xmlArticle(1, '&b;&b;'))}`
  expect((await articlesIn(factivaXml, lol))[0]!.fields.title!.length).toBeLessThan(40)
})

test('rich text that begins with a picture is told by the name that Factiva gives it', () => {
  const file = rtf(`{\\pict\\pngblip ${'00'.repeat(40_000)}}`, codedRtf('en', 1, 'Bell'))
  expect(isTakenFor(factivaRtf, file, 'Factiva-20310304-1237.rtf')).toBe(true)
  expect(isTakenFor(factivaRtf, file, 'ferry.rtf')).toBe(false)
  expect(isTakenFor(factivaRtf, rtf('No ferry.\\par'), 'Factiva-20310304-1237.rtf')).toBe(false)
})

test('older numbers begin with small letters', async () => {
  const file = page(coded('en', 1, 'Bell').replace(number(1), 'j000000020010904dx940006y'))
  expect((await articlesIn(factivaPage, file))[0]!.key).toBe('j000000020010904dx940006y')
})

test('an article may stand on several pages', async () => {
  const file = page(uncoded('en', 1, 'Bell').replace('<div>6A </div>', '<div>18,19</div>'))
  expect((await articlesIn(factivaPage, file))[0]!.fields.page).toBe('18,19')
})
