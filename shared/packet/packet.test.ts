import { afterEach, expect, test } from 'vitest'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import type { DatasetArticle, DatasetHead } from '../dataset/dataset.ts'
import { speak } from '../words/words.ts'
import { packetArticle } from './packetArticle.ts'
import { packetPage } from './packetPage.ts'

const text = 'The «minister» said <b>no</b>.'
const annotation = (id: string, start: number, end: number, note?: string) => ({
  ...{ id, tag: 'claim', spans: [{ start, end }], attributes: {} },
  ...(note === undefined ? {} : { note }),
})
const article: DatasetArticle = {
  path: 'deep/<i>.txt',
  text,
  metadata: { title: '</h2><script>alert(1)</script>' },
  zones: [],
  layers: [
    { annotator: 'bob', annotations: [annotation('b1', 20, 29, '"><img src=x onerror=alert(1)>')], links: [] },
    { annotator: 'carol', annotations: [annotation('c1', 4, 14)], links: [] },
  ],
}
const head: DatasetHead = {
  ...{ name: 'Bridges', codebook: defaultCodebook, entities: [], splits: [] },
  annotators: [{ id: 'bob', name: 'Bob & Co' }, { id: 'carol' }],
}
const asJudged = (_: string, annotation: string) => ({ annotation, revision: 7, says: 'a'.repeat(64) })
const made = () => packetArticle({ article, textSha256: 'e'.repeat(64), asJudged }, head, 0)
const page = () =>
  [...packetPage({ id: 'p1', name: 'Bridges', from: 'Alice', codebook: defaultCodebook }, [made()])].join('')

afterEach(() => speak('en'))

test('every annotation of every layer can be judged, by place, with what it is judged by', () => {
  const items = [...made().html.matchAll(/data-item="([^"]*)"/g)].map(([, item]) =>
    JSON.parse(item!.replaceAll('&quot;', '"')),
  )
  expect(items).toEqual([
    { article: 0, on: { layer: 'carol', ...asJudged('carol', 'c1') } },
    { article: 0, on: { layer: 'bob', ...asJudged('bob', 'b1') } },
  ])
  expect(made()).toMatchObject({ things: 2, path: 'deep/<i>.txt' })
})

test('nothing that others wrote is markup, and nothing is loaded or run but the one script', () => {
  expect(page()).not.toMatch(/<b>|<i>|<img|<script>alert/)
  for (const [tag] of made().html.matchAll(/<[^>]*>/g)) expect(tag).not.toMatch(/\son[a-z]+=|src=/)
  expect(page()).toContain('Bob &amp; Co')
  expect(page()).toMatch(/default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]+&#39;; script-src &#39;sha256-/)
  expect(page().match(/<script/g)).toHaveLength(1)
  expect(page()).not.toMatch(/https?:|url\(/)
})

test('a packet says what it asks for, and by whom', () => {
  expect(page()).toContain('Alice asks you to look at 2 annotations in 1 article.')
})

test('a packet is in the language of its words', () => {
  expect(page()).toContain('<html lang="en" dir="ltr">')
  speak('ar-XB')
  expect(page()).toContain('<html lang="ar-XB" dir="rtl">')
})
