import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { anyArticles, anyHead } from '../dataset/drawnDataset.laws.ts'
import { parsePage } from '../importers/html/page.ts'
import { speak } from '../words/words.ts'
import { htmlCopy } from './htmlCopy.ts'
import { written } from './roundTrip.laws.ts'
import { sha256Now } from './sha256Now.ts'

const text = 'Title & <b>\n\nAda “said” no.\n'
const article = {
  path: 'deep/a b.txt',
  text,
  metadata: { title: '<script>alert(1)</script>', outlet: 'The "Post"' },
  zones: [{ start: 0, end: 12, zone: 'title' as const }],
  layers: [
    {
      annotator: 'ada',
      status: 'done' as const,
      annotations: [
        {
          id: 'c',
          tag: 'claim',
          spans: [{ start: 6, end: 22 }],
          attributes: { polarity: 'opposes' },
          note: '<i>no</i>',
        },
        { id: 'a', tag: 'actor', spans: [{ start: 13, end: 16 }], attributes: {}, entity: 'e1' },
        { id: 'x', tag: 'odd', spans: [{ start: 18, end: 27 }], attributes: {} },
      ],
      links: [
        {
          id: 'l',
          type: 'attributed-to',
          from: 'c',
          to: { annotation: 'a' },
          attributes: {},
          cue: { start: 18, end: 22 },
        },
      ],
    },
  ],
}
const fileOf = (parts: ReturnType<typeof written>, file: string) =>
  parts
    .filter(part => part.file === file)
    .map(({ data }) => data)
    .join('')

afterEach(() => speak('en'))

test('a page for each article and a list of them; nothing of the article is markup', () => {
  const parts = written(htmlCopy, [article])
  const page = fileOf(parts, 'deep/a b.txt.html')
  expect(page).not.toMatch(/<script|<b>\n|<i>/)
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page).toContain('href="../index.html"')
  expect(fileOf(parts, 'index.html')).toContain('href="deep/a%20b.txt.html"')
})

test('every page is in the language of its words', () => {
  const begins = () =>
    ['index.html', 'deep/a b.txt.html'].map(file => fileOf(written(htmlCopy, [article]), file).split('\n')[1])
  expect(begins()).toEqual(Array(2).fill('<html lang="en" dir="ltr">'))
  speak('ar-XB')
  expect(begins()).toEqual(Array(2).fill('<html lang="ar-XB" dir="rtl">'))
})

test('nothing is loaded or run, and the style is the one that its hash names', () => {
  const page = fileOf(written(htmlCopy, [article]), 'index.html')
  const [, hash] = /default-src &#39;none&#39;; style-src &#39;sha256-([^&]+)&#39;/.exec(page)!
  const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page)!
  expect(createHash('sha256').update(style!).digest('base64')).toBe(hash)
  expect(page).not.toMatch(/ style=| on\w+=|url\(|src="/)
})

test('each tag has a mark that isn’t a colour', () => {
  const page = fileOf(written(htmlCopy, [article]), 'index.html')
  expect(page).toContain('.m.t0.b::before{content:"{"}')
  expect(page).toMatch(/\.m\.t1\{text-decoration:underline solid/)
  expect(page).toMatch(/\.m\.t2\{text-decoration:underline double/)
  expect(defaultCodebook.tags.map(({ mark }) => mark)).toEqual(['brace', 'solid', 'double'])
})

test('marks that meet lie within one another in pieces, and begin and end once', () => {
  const page = fileOf(written(htmlCopy, [article]), 'deep/a b.txt.html')
  expect(page.match(/id="m1"/g)).toHaveLength(1)
  expect(page).toMatch(/<span class="m t0 d0 b" id="m1"[^>]*>&amp;/)
  expect(page).toMatch(/<span class="m t0 d0"[^>]*><span class="m t1 d0 b e" id="m2"[^>]*>Ada<\/span><a [^>]*>2<\/a>/)
  expect(page).toMatch(/<dt>said by<\/dt><dd><a href="#a2">2<\/a> <q dir="auto">Ada<\/q>/)
  expect(page).toContain('<dt>Polarity</dt><dd>opposes</dd>')
  expect(page).toContain('<dt>Entity</dt><dd>Name of e1</dd>')
})

test('lines that meet lie below one another', () => {
  const [layer] = article.layers
  const annotations = [0, 2].map((start, i) => ({
    id: `${i}`,
    tag: 'actor',
    spans: [{ start, end: 5 }],
    attributes: {},
  }))
  const page = fileOf(
    written(htmlCopy, [{ ...article, layers: [{ ...layer!, annotations, links: [] }] }]),
    'deep/a b.txt.html',
  )
  expect(page).toMatch(/<span class="m t1 d0 e"[^>]*><span class="m t1 d1 b e" id="m2"/)
})

test('all on one page, each id once', () => {
  const page = fileOf(written(htmlCopy, [article, article], { options: { pages: 'one' } }), 'index.html')
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, to] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(to)
})

test('the text stands there letter for letter, whatever is marked in it', () => {
  fc.assert(
    fc.property(anyArticles, articles => {
      const parts = written(htmlCopy, articles)
      for (const { path, text } of articles) {
        const inner = /<article>([\s\S]*)<\/article>/.exec(fileOf(parts, `${path}.html`))![1]!
        const bare = inner
          .replaceAll('</div>\n<div', '</div><div')
          .replace(/<a class="n[^>]*>\d+<\/a>/g, '')
          .replace(/<[^>]*>/g, '')
        expect(decoded(bare)).toBe(text.replaceAll('\0', '\ufffd'))
      }
    }),
    { numRuns: 100 },
  )
})

test('a browser’s reader finds the marks', () => {
  const page = parsePage(fileOf(written(htmlCopy, [article], {}, anyHead), 'deep/a b.txt.html'))
  expect([...page.querySelectorAll('article .text')].map(one => one.getAttribute('class'))).toEqual([
    'text title',
    'text',
  ])
})

test('hashes are those of the platform', () => {
  for (let length = 0; length < 140; length++) {
    const bytes = new Uint8Array(length).map((_, i) => i * 7 + length)
    expect(Buffer.from(sha256Now(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})

function decoded(html: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' }
  return html.replace(/&([^;]+);/g, (_, name: string) => named[name]!)
}
