import { expect, test } from 'vitest'
import { html } from './html.ts'
import { mhtml } from './mhtml.ts'
import { shownLines } from './shownLines.laws.ts'

/** An archive out of its lines; characters above 0xff can't stand in it. */
const bytesOf = (...lines: string[]) => Uint8Array.from(lines.join('\r\n'), character => character.charCodeAt(0))
const sentence = 'The union said on Monday that the dockers would stay out for as long as the port paid them less, and '
const source = `<html lang=en><head><title>Dockers walk out - The Harbour Post</title><meta name=author content="Jane Roe"></head><body>
<nav><a href=/>Home</a></nav><article><h1>Dockers walk out</h1><p>${sentence.repeat(4)}so on.</p><p>${sentence.repeat(3)}caf\xe9.</p>
<table><tr><td>Aurora</td><td>12</td></tr></table></article><iframe src="cid:frame"></iframe><footer><p>All rights kept</p></footer></body></html>`
const quoted = source.replaceAll('=', '=3D').replace('\xe9', '=E9').split('\n')
const page = (...heads: string[]) => [...heads, 'Content-Transfer-Encoding: quoted-printable', '', ...quoted]
const frame = ['Content-Type: text/html', 'Content-ID: <frame>', '', '<body>Buy now</body>']
const archive = (head: string[], ...parts: string[][]) =>
  bytesOf(...head, '', 'Parts follow.', ...parts.flatMap(part => ['--b', ...part]), '--b--')
const related = [
  'Subject: Dockers walk out',
  'Date: Tue, 4 Mar 2031 08:00:00 +0000',
  'Content-Type: multipart/related; boundary="b"',
]
const latin = 'Content-Type: text/html; charset=iso-8859-1'

test('a page in an archive is read as the page alone would be, with its address', async () => {
  const article = await mhtml.read(
    archive(
      ['Snapshot-Content-Location: https://post.example/dockers', ...related],
      page(latin, 'Content-Location: https://post.example/dockers?from=front'),
      frame,
      ['Content-Type: image/png', 'Content-Transfer-Encoding: base64', '', 'AAAA'],
    ),
  )
  const alone = html.read(bytesOf(source.replace('<head>', '<head><meta charset=iso-8859-1>')))
  expect(shownLines(article)).toEqual(shownLines(alone))
  expect(article.text).toContain('café.\nAurora\t12\n')
  expect(article.metadata).toEqual({
    ...alone.metadata,
    address: { value: 'https://post.example/dockers', by: 'head' },
  })
  expect(article).toMatchObject({ reader: 'mhtml/1', encoding: 'windows-1252', encodingBy: 'declared' })
})

test('the archive says which of its parts is the page', async () => {
  const named = related.map(line => `${line}${line.startsWith('Content-Type') ? '; start="<page>"' : ''}`)
  const article = await mhtml.read(archive(named, frame, page(latin, 'Content-ID: <page>')))
  expect(article.title).toBe('Dockers walk out')
  expect(article.text).not.toContain('Buy now')
})

test('an archive may be of nothing but its page', async () => {
  const article = await mhtml.read(
    bytesOf('Subject: A title', ...page(latin, 'Content-Location: https://post.example/')),
  )
  expect(article.metadata.address?.value).toBe('https://post.example/')
  expect(article.text).toContain('café')
})

test('what the page says of itself counts before what the archive says; when it was saved is no date of it', async () => {
  const bare = [
    'Content-Type: text/html',
    'Content-Location: cid:page',
    '',
    `<body><p>${sentence.repeat(5)}</p></body>`,
  ]
  const article = await mhtml.read(archive(related, bare))
  expect(article.metadata).toEqual({ title: { value: 'Dockers walk out', by: 'head' } })
  expect((await mhtml.read(archive(related, page(latin)))).metadata.title?.by).toBe('page')
})

test('a person’s encoding counts before what the archive says', async () => {
  const article = await mhtml.read(archive(related, page(latin)), 'windows-1251')
  expect(article.text).toContain('cafй.')
  expect(article.encodingBy).toBe('person')
})

test('an archive that is cut off is read as far as it goes', async () => {
  const whole = archive(related, page(latin))
  expect((await mhtml.read(whole.slice(0, whole.length / 2))).text).toContain('The union said')
})

test.each([
  ['is no archive', bytesOf('once upon a time'), /holds no page/],
  ['is a page of its own', bytesOf(source), /holds no page/],
  ['holds no page', archive(related, ['Content-Type: image/png', '', 'x']), /holds no page/],
  ['is a PDF', bytesOf('%PDF-1.7'), /a PDF document, not a saved page/],
  ['nests too deep', archive(related, ['Content-Type: text/html', '', '<div>'.repeat(1000)]), /levels deep/],
])('a file that %s is refused with a sentence', async (_, bytes, sentence) => {
  await expect(mhtml.read(bytes)).rejects.toThrow(sentence)
})
