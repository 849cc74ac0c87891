import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { epub } from './epub.ts'
import { shownLines } from './shownLines.laws.ts'

const container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
const book = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title>The Harbour</dc:title><dc:title>A second title</dc:title><dc:creator>Jane Roe</dc:creator>
  <dc:publisher>Quay Press</dc:publisher><dc:date>2031</dc:date><dc:language>en</dc:language></metadata>
  <manifest><item id="two" href="text/two.xhtml"/><item id="one" href="text/on%65.xhtml#top"/><item id="nav" href="nav.xhtml"/></manifest>
  <spine><itemref idref="one"/><itemref idref="two"/><itemref idref="gone"/></spine></package>`
const chapter = (words: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><style>p { color: red }</style></head><body>${words}</body></html>`
const usual = {
  'META-INF/container.xml': container,
  'OPS/book.opf': book,
  'OPS/text/one.xhtml': chapter('<h1>One</h1><p>The union <a id="a"/>said.</p><script/><p>More&#160;of it.</p>'),
  'OPS/text/two.xhtml': chapter('<h1>Two</h1><ul><li>First</li></ul>'),
  'OPS/nav.xhtml': chapter('<p>nothing to see here</p>'),
}
const zipped = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

test('a book is its chapters in the order in which it is read, and nothing else of it', () => {
  const article = epub.read(zipped(usual))
  expect(shownLines(article)).toEqual([
    'title: One',
    'body: The union said.',
    'body: More\u00a0of it.',
    'heading: Two',
    'body: First',
  ])
})

test('what the book says of itself is known; of several titles the first', () => {
  expect(epub.read(zipped(usual)).metadata).toEqual({
    title: { value: 'The Harbour', by: 'head' },
    byline: { value: 'Jane Roe', by: 'head' },
    outlet: { value: 'Quay Press', by: 'head' },
    published: { value: '2031', by: 'head' },
    language: { value: 'en', by: 'head' },
  })
})

test.each([
  ['is cut short', zipped(usual).slice(0, 400), /damaged/],
  ['is no archive', strToU8('once upon a time'), /damaged/],
  ['names no book', zipped({ 'META-INF/container.xml': '<container/>' }), /names no book/],
  [
    'names a book outside itself',
    zipped({ 'META-INF/container.xml': container.replace('OPS/book.opf', '../../etc/passwd') }),
    /names no book/,
  ],
  ['is locked', zipped({ ...usual, 'META-INF/encryption.xml': 'x', 'META-INF/rights.xml': 'x' }), /locked/],
])('a file that %s is refused with a sentence', (_, bytes, sentence) => {
  expect(() => epub.read(bytes)).toThrow(sentence)
})

test('entities that would multiply are left alone', () => {
  const laughs = `<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>&b;&b;</p></body></html>`
  const article = epub.read(zipped({ ...usual, 'OPS/text/one.xhtml': laughs, 'OPS/text/two.xhtml': chapter('') }))
  expect(article.text.length).toBeLessThan(20)
})
