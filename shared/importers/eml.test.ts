import { expect, test } from 'vitest'
import { unflowed } from './eml/flowed.ts'
import { sentOn } from './eml/sent.ts'
import { eml } from './eml.ts'
import { shownLines } from './shownLines.laws.ts'

/** A mail out of its lines; characters above 0xff can't stand in it. */
const bytesOf = (...lines: string[]) => Uint8Array.from(lines.join('\r\n'), character => character.charCodeAt(0))
const head = [
  'From: Jane Roe <jane@harbour.example>',
  'Subject: Dockers walk out',
  'Date: Tue, 4 Mar 2031 23:30:00 -0500',
]
const linesOf = async (...lines: string[]) => shownLines(await eml.read(bytesOf(...head, ...lines)))
const multipart = (kind: string, boundary: string, ...parts: string[][]) => [
  `Content-Type: multipart/${kind}; boundary="${boundary}"`,
  '',
  ...parts.flatMap(part => [`--${boundary}`, ...part]),
  `--${boundary}--`,
]
const text = (...lines: string[]) => ['Content-Type: text/plain; charset=utf-8', '', ...lines]
const page = (...lines: string[]) => ['Content-Type: text/html; charset=utf-8', '', ...lines]

test('a mail is its subject and what it says; who sent it and when are fields', async () => {
  const article = await eml.read(
    bytesOf(
      ...['X-Odd: 1', 'From: =?utf-8?q?Jan_R=C3=B8?= <jan@harbour.example>', 'To: desk@post.example'],
      ...[
        'Subject: =?iso-8859-1?q?D=F8ckers?=',
        '  walk out',
        'Date: Tue, 4 Mar 2031 23:30:00 -0500',
        'Content-Language: en-GB, da',
      ],
      ...['Content-Type: text/plain; charset=windows-1252', 'Content-Transfer-Encoding: quoted-printable', ''],
      ...['', 'The union said =93no=94.', '', '> Will they?', '> They won=92t.', '', '-- ', 'Jan', 'Harbour Post', ''],
    ),
  )
  expect(shownLines(article)).toEqual([
    'title: Døckers walk out',
    'body: The union said “no”.',
    'body: ',
    'quote: > Will they?',
    'quote: > They won’t.',
    'body: ',
    'boilerplate: --',
    'boilerplate: Jan',
    'boilerplate: Harbour Post',
  ])
  expect(article.title).toBe('Døckers walk out')
  expect(article.metadata).toEqual({
    title: { value: 'Døckers walk out', by: 'head' },
    byline: { value: 'Jan Rø', by: 'head' },
    published: { value: '2031-03-04T23:30:00-05:00', by: 'head' },
    language: { value: 'en-GB', by: 'head' },
  })
  expect(article).toMatchObject({ encoding: 'windows-1252', encodingBy: 'declared', invalidBytes: 0 })
})

test('of text and page the text is read, unless it says far less', async () => {
  const rich = page('<style>p { }</style><h1>Ships</h1><p>The   union said so.</p><p>It went.</p>')
  expect(await linesOf(...multipart('alternative', 'b', text('The union said so.', 'It went.'), rich))).toEqual([
    'title: Dockers walk out',
    'body: The union said so.',
    'body: It went.',
  ])
  expect(await linesOf(...multipart('alternative', 'b', text('See page'), rich))).toEqual([
    'title: Dockers walk out',
    'heading: Ships',
    'body: The union said so.',
    'body: It went.',
  ])
})

test('pictures of a page are none of it, and what is attached is named at the end', async () => {
  const picture = (name: string, disposition: string) => [
    `Content-Type: image/png; name="${name}"`,
    ...[
      `Content-Disposition: ${disposition}`,
      `Content-ID: <${name}>`,
      'Content-Transfer-Encoding: base64',
      '',
      'AAAA',
    ],
  ]
  const related = multipart('related', 'r', page('<p>Look: <img src="cid:logo"></p>'), picture('logo', 'inline'))
  const body = multipart('alternative', 'a', text(' '), related)
  const file = ['Content-Type: text/plain', 'Content-Disposition: attachment; filename="r=?.txt"', '', 'not read']
  expect(
    await linesOf(...multipart('mixed', 'm', body, picture('map.png', 'attachment'), file, text('After.'))),
  ).toEqual(['title: Dockers walk out', 'body: Look:', 'body: After.', 'boilerplate: map.png', 'boilerplate: r=?.txt'])
})

test('a mail that is passed on follows, after who wrote it and when', async () => {
  const inner = [
    'From: Sam Poe <sam@port.example>',
    'Subject: Closed',
    'Date: Mon, 3 Mar 2031 08:00 GMT',
    ...text('The port is closed.'),
  ]
  const passed = ['Content-Type: message/rfc822', 'Content-Disposition: attachment', '', ...inner]
  expect(await linesOf(...multipart('mixed', 'm', text('See below.'), passed))).toEqual([
    'title: Dockers walk out',
    'body: See below.',
    'heading: Closed',
    'byline: Sam Poe <sam@port.example>',
    'dateline: Mon, 3 Mar 2031 08:00 GMT',
    'body: The port is closed.',
  ])
})

test('mails in mails are read some deep and then only named', async () => {
  const deep = (depth: number): string[] =>
    depth === 0 ? text('Found.') : [`Subject: ${depth}`, 'Content-Type: message/rfc822', '', ...deep(depth - 1)]
  expect((await linesOf(...deep(10).slice(1))).at(-1)).toBe('body: Found.')
  expect((await linesOf(...deep(12).slice(1))).at(-1)).toBe('boilerplate: message/rfc822')
})

test('letters in the head that nobody encoded are read as the body is', async () => {
  const article = await eml.read(
    bytesOf('Subject: \xef\xee\xf0\xf2', 'Content-Type: text/plain; charset="windows-1251"', '', '\xef\xee\xf0\xf2'),
  )
  expect(article).toMatchObject({ text: 'порт\nпорт\n', title: 'порт', encoding: 'windows-1251' })
})

test('a person’s encoding counts before what the mail says', async () => {
  const bytes = bytesOf('Subject: a', 'Content-Type: text/plain; charset=windows-1252', '', '\xef\xee')
  const article = await eml.read(bytes, 'windows-1251')
  expect(article).toMatchObject({ text: 'a\nпо\n', encoding: 'windows-1251', encodingBy: 'person' })
})

test('a date that can’t be read stands in the text as it was written', async () => {
  const article = await eml.read(bytesOf('Subject: Closed', 'Date: some time last spring', '', 'So it is.'))
  expect(shownLines(article)).toEqual(['title: Closed', 'dateline: some time last spring', 'body: So it is.'])
  expect(article.metadata.published).toBeUndefined()
})

test.each([
  ['Tue, 4 Mar 2031 08:00:00 +0200', '2031-03-04T08:00:00+02:00'],
  ['4 Mar 31 8:05 EDT', '2031-03-04T08:05:00-04:00'],
  ['04-Mar-1999 08:00:10 GMT (Greenwich)', '1999-03-04T08:00:10Z'],
  ['Fri Mar 10 2006 13:40:00 GMT+0100', '2006-03-10'],
  ['2031-03-04 08:00', '2031-03-04T08:00'],
  ['31 Feb 2031 08:00 +0000', null],
  ['4 Foo 2031 08:00', null],
  ['yesterday', null],
])('"%s" is %s', (written, date) => {
  expect(sentOn(written)).toBe(date)
})

test.each([
  ['one two \nthree', 'one two three'],
  ['one two \n> three', 'one two \n> three'],
  ['> one \n> two\n>> three', '> one two\n>> three'],
  ['one\n two\n From', 'one\ntwo\nFrom'],
  ['one\n-- \nJane', 'one\n-- \nJane'],
])('lines that were broken for the way are whole again: %j', (text, expected) => {
  expect(unflowed(text, false)).toBe(expected)
})

test('a space that was put there for the break alone goes with it', () => {
  expect(unflowed('港は \n閉じた', true)).toBe('港は閉じた')
})

test.each([
  ['is cut off', [...head, ...multipart('mixed', 'm', text('The union said')).slice(0, -1)], 'body: The union said'],
  ['has no end of its head', head, 'title: Dockers walk out'],
  [
    'says that data is text',
    [
      ...head,
      'Content-Type: text/plain; name=x.bin',
      'Content-Transfer-Encoding: base64',
      '',
      'AAAAAAAAAAAAAAAAAAAAAAAA',
    ],
    'boilerplate: x.bin',
  ],
])('a mail that %s is read as far as it goes', async (_, lines, last) => {
  expect(shownLines(await eml.read(bytesOf(...lines))).at(-1)).toBe(last)
})

const nested = (depth: number): string[] =>
  depth === 0 ? text('x') : multipart('mixed', `b${depth}`, nested(depth - 1))

test.each([
  ['is no mail', bytesOf('once upon a time'), /no mail/],
  ['is empty', bytesOf(''), /no mail/],
  ['is a PDF', bytesOf('%PDF-1.7'), /a PDF document, not a mail/],
  ['is encrypted', bytesOf(...head, ...multipart('encrypted', 'b', text('x'))), /encrypted/],
  [
    'is enveloped',
    bytesOf(...head, 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data', '', 'x'),
    /encrypted/,
  ],
  ['nests too deep', bytesOf(...head, ...nested(150)), /parts deep/],
])('a file that %s is refused with a sentence', async (_, bytes, sentence) => {
  await expect(eml.read(bytes)).rejects.toThrow(sentence)
})
