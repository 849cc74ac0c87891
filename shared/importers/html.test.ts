import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from '../article/article.ts'
import { Problem } from '../problems/problem.ts'
import { html } from './html.ts'

const read = (source: string) => html.read(new TextEncoder().encode(source))
/** Every line of an article with what it is. */
const shown = ({ text, blocks }: Article) =>
  blocks.map(({ start, end, zone }) => `${zone}: ${text.slice(start, end).trimEnd()}`)

const sentence = 'The union said on Monday that the port would close, and that nobody had been asked. '
const news = `<!doctype html>
<html lang="en"><head>
<title>Dockers walk out | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">
<meta property="og:title" content="Dockers walk out">
<meta name="author" content="Jane Roe">
<meta property="article:section" content="Ports">
<link rel="canonical" href="https://gazette.example/dockers">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dockers walk out","datePublished":"2031-03-04T08:30:00Z"}</script>
<style>p { color: red }</style>
</head><body>
<nav><ul><li>Home</li><li>Ports</li></ul></nav>
<article>
<h1>Dockers walk out</h1>
<p class="byline">By Jane Roe</p>
<p><time datetime="2031-03-04T08:30:00Z">4 March 2031</time></p>
<p>${sentence.repeat(3)}</p>
<figure><img src="https://tracker.example/p.png"><figcaption>The harbour at dusk</figcaption></figure>
<h2>What the
   masters say</h2>
<p>${sentence.repeat(2)}<b>“No</b>body,” he&nbsp;said.<br>A second line &amp; more.</p>
<ul><li>First point</li><li>Second <i>point</i></li></ul>
<blockquote><p>${sentence}</p></blockquote>
<table><caption>Ships</caption><tr><th>Name</th><th>Tons</th></tr><tr><td>Aurora</td><td>12</td></tr></table>
<pre>one
  two</pre>
<script>document.write("never")</script>
<p style="display: none">Unseen</p>
<p>${sentence.repeat(2)}</p>
</article>
<footer>© Harbour Gazette</footer>
</body></html>`

test('a page is the lines that a person saw, each as what it is, the rest of the page as boilerplate', () => {
  expect(shown(read(news))).toEqual([
    'boilerplate: Home',
    'boilerplate: Ports',
    'title: Dockers walk out',
    'byline: By Jane Roe',
    'dateline: 4 March 2031',
    `body: ${sentence.repeat(3).trim()}`,
    'caption: The harbour at dusk',
    'heading: What the masters say',
    `body: ${sentence.repeat(2)}“Nobody,” he\u00a0said.`,
    'body: A second line & more.',
    'body: First point',
    'body: Second point',
    `quote: ${sentence.trim()}`,
    'caption: Ships',
    'body: Name\tTons',
    'body: Aurora\t12',
    'body: one',
    'body:   two',
    `body: ${sentence.repeat(2).trim()}`,
    'boilerplate: © Harbour Gazette',
  ])
})

test('what a page says of its article is known, and where it says so', () => {
  expect(read(news).metadata).toEqual({
    title: { value: 'Dockers walk out', by: 'json-ld' },
    outlet: { value: 'Harbour Gazette', by: 'meta' },
    byline: { value: 'Jane Roe', by: 'meta' },
    published: { value: '2031-03-04T08:30:00Z', by: 'json-ld' },
    section: { value: 'Ports', by: 'meta' },
    language: { value: 'en', by: 'page' },
    address: { value: 'https://gazette.example/dockers', by: 'page' },
  })
})

test('the blocks are the whole text in order, whatever the page is', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '<table><tr><td>',
      '</table>',
      '<pre>',
      '\n',
      '<br>',
      '<h1>',
      '</body>',
      '<!--',
    ),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const { text, blocks } = read(`<body>${pieces.join('')}`)
      expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
      for (const { start, end } of blocks) expect(text.slice(start, end)).toMatch(/^.*\S.*\n$/s)
    }),
    { numRuns: 500 },
  )
})

test('a page without the tags that go without saying is a page', () => {
  const page = read(`<!doctype html><title>Bare</title><p>${sentence}<p>${sentence}`)
  expect(shown(page)).toEqual([`body: ${sentence.trim()}`, `body: ${sentence.trim()}`])
  expect(page.title).toBe('Bare')
})

test('a page of which nothing is an article is shown whole', () => {
  expect(shown(read('<html><body><p>Short</p><p>and sweet</p></body></html>'))).toEqual([
    'body: Short',
    'body: and sweet',
  ])
  expect(shown(read(''))).toEqual([])
})

test('a table that only lays out the page is no table', () => {
  const page = read(`<body><table><tr><td><p>${sentence}</p></td><td><p>${sentence}!</p></td></tr></table></body>`)
  expect(shown(page)).toEqual([`body: ${sentence.trim()}`, `body: ${sentence}!`])
})

test.each([
  ['windows-1251', '<meta charset="windows-1251">', 'declared'],
  ['windows-1251', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', 'declared'],
  ['koi8-r', '<!-- <meta charset="windows-1251"> --><meta charset=koi8-r>', 'declared'],
] as const)('a page in %s that says so is read so (%s)', (encoding, declaration, by) => {
  const codes: Record<string, string> = { 'windows-1251': 'cfeef0f2', 'koi8-r': 'f0cfd2d4' }
  const words = Buffer.from(codes[encoding]!, 'hex')
  const bytes = Buffer.concat([
    Buffer.from(`<html><head>${declaration}</head><body><p>`),
    words,
    Buffer.from('</p></body>'),
  ])
  expect(html.read(new Uint8Array(bytes))).toMatchObject({ text: 'Порт\n', encoding, encodingBy: by })
})

test('a page that is valid UTF-8 is read so, whatever it says', () => {
  expect(read('<meta charset="windows-1251"><p>Порт')).toMatchObject({
    text: 'Порт\n',
    encoding: 'utf-8',
    encodingBy: 'valid',
  })
})

test.each([
  ['nests too deep', '<div>'.repeat(100_000)],
  ['has too many elements', '<b></b>'.repeat(400_000)],
])('a page that %s is refused with a sentence', (_, source) => {
  expect(() => read(`<body>${source}`)).toThrow(Problem)
})

test('nothing that a page brings along becomes more than words', () => {
  const page =
    read(`<body><p onclick="x()">${sentence}<a href="javascript:x()">here</a></p><iframe src="https://x.example"></iframe>
    <p>&lt;script&gt;x()&lt;/script&gt;</p><svg><text>drawn</text></svg></body>`)
  expect(page.text).toBe(`${sentence}here\n<script>x()</script>\n`)
})

const samples = fileURLToPath(new URL('../../../shared/samples/articles/html/readability/', import.meta.url))
const hasSamples = existsSync(samples)

test.skipIf(!hasSamples)(
  hasSamples ? 'pages that others collected' : 'pages that others collected (skipped: not on this machine)',
  () => {
    const scores: [page: string, f1: number][] = []
    const wrong: string[] = []
    for (const page of readdirSync(samples)) {
      const file = (name: string) => readFileSync(join(samples, page, name))
      const article = html.read(new Uint8Array(file('source.html')))
      const expected = JSON.parse(file('expected-metadata.json').toString())
      const { title, byline, outlet } = article.metadata
      if ((expected.title || undefined) !== title?.value) wrong.push(`${page}: title`)
      if ((expected.byline || undefined) !== byline?.value) wrong.push(`${page}: byline`)
      if ((expected.siteName || undefined) !== outlet?.value) wrong.push(`${page}: site`)
      scores.push([page, tokenF1(articleOf(article), html.read(new Uint8Array(file('expected.html'))).text)])
    }
    // Readability itself leaves the outlet in this title.
    expect(wrong).toEqual(['title-en-dash: title'])
    expect(scores.filter(([, f1]) => f1 < 0.98)).toEqual([])
    expect(scores.length).toBeGreaterThan(20)
  },
)

/** The words of an article, without its head and what stands around it. */
function articleOf({ text, blocks }: Article): string {
  const apart = ['boilerplate', 'title', 'byline', 'dateline']
  return blocks.flatMap(({ start, end, zone }) => (apart.includes(zone) ? [] : [text.slice(start, end)])).join('')
}

/** How much two texts have the same words: 2 × common ÷ all, 1 for the same. */
function tokenF1(one: string, other: string): number {
  const tokens = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
  const left = new Map<string, number>()
  for (const token of tokens(one)) left.set(token, (left.get(token) ?? 0) + 1)
  let common = 0
  for (const token of tokens(other)) {
    const count = left.get(token) ?? 0
    if (count > 0) common++
    left.set(token, count - 1)
  }
  return (2 * common) / (tokens(one).length + tokens(other).length)
}
