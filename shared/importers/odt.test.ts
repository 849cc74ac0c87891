import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { odt } from './odt.ts'
import { shownLines } from './shownLines.laws.ts'

const spaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
const body = `<office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Dockers walk out</text:h>
<text:p>By Jane Roe</text:p>
<text:p>The   union<text:s text:c="2"/>said<text:tab/>so<office:annotation><text:p>Really?</text:p></office:annotation>.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>On Monday.</text:p></text:note-body></text:note> And <text:span>went</text:span>.<text:line-break/>Next line.</text:p>
<text:h text:outline-level="2">Ships</text:h>
<text:list><text:list-item><text:p>First</text:p></text:list-item><text:list-item><text:p>Second</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Aurora</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>
<text:p>Around a box<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box><svg:title>Alt</svg:title></draw:frame> goes on.</text:p>
</office:text></office:body>`
const meta = `<office:meta><dc:title>Dockers walk out</dc:title><meta:initial-creator>Jane Roe</meta:initial-creator><meta:creation-date>2031-03-04T08:00:00</meta:creation-date><dc:language>en-GB</dc:language></office:meta>`
const content = `<?xml version="1.0"?><office:document-content ${spaces}>${body}</office:document-content>`
const zipped = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const lines = [
  'title: Dockers walk out',
  'byline: By Jane Roe',
  'body: The union  said\tso. And went.',
  'body: On Monday.',
  'body: Next line.',
  'heading: Ships',
  'body: First',
  'body: Second',
  'body: Aurora\t12',
  'body: Around a box goes on.',
  'body: In the box',
]
const fields = {
  title: { value: 'Dockers walk out', by: 'head' },
  byline: { value: 'Jane Roe', by: 'head' },
  language: { value: 'en-GB', by: 'head' },
}

test('a document is its paragraphs, headings, items and rows; notes follow, comments and what was deleted are left out', () => {
  const article = odt.read(
    zipped({ 'content.xml': content, 'meta.xml': `<office:document-meta ${spaces}>${meta}</office:document-meta>` }),
  )
  expect(shownLines(article)).toEqual(lines)
  expect(article.metadata).toEqual(fields)
})

test('a document that is one file of XML is read alike', () => {
  const article = odt.read(strToU8(`<?xml version="1.0"?><office:document ${spaces}>${meta}${body}</office:document>`))
  expect(shownLines(article)).toEqual(lines)
  expect(article.metadata).toEqual(fields)
})

test.each([
  ['is cut short', zipped({ 'content.xml': content }).slice(0, 200), /damaged/],
  ['holds no document', zipped({ 'other.xml': content }), /no document/],
  ['holds no text', zipped({ 'content.xml': `<office:document-content ${spaces}/>` }), /no text/],
  ['is locked', zipped({ 'content.xml': 'x', 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), /password/],
  ['nests too deep', zipped({ 'content.xml': `<a>${'<text:span>'.repeat(100_000)}` }), /levels deep/],
])('a file that %s is refused with a sentence', (_, bytes, sentence) => {
  expect(() => odt.read(bytes)).toThrow(sentence)
})

test('elements without an end are no depth', () => {
  const breaks = `<text:p>a${'<text:line-break/>'.repeat(1000)}b</text:p>`
  const document = `<office:document-content ${spaces}><office:body><office:text>${breaks}</office:text></office:body></office:document-content>`
  expect(shownLines(odt.read(zipped({ 'content.xml': document })))).toEqual(['body: a', 'body: b'])
})
