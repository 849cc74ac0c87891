import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inShort, sourceOf, unpackedOf } from '../tried.ts'
import { json } from './json.ts'

const first = {
  id: 7,
  title: 'Harbour reopens',
  body: 'The harbour is open.',
  meta: { author: 'Ana Brook', date: '2031-03-04' },
}
const second = { id: 8, title: 'Bridge "]}{" closes', body: 'The bridge is closed.\nFor now.', meta: { author: null } }
const lines = `${JSON.stringify(first)}\n\n${JSON.stringify(second)}\n`

test.each([
  ['a.jsonl', lines],
  ['a.ndjson', lines.replaceAll('\n', '\r\n')],
  ['a.json', lines],
  ['a.json', JSON.stringify([first, second])],
  ['a.json', JSON.stringify({ count: 2, tags: ['x'], articles: [first, second] }, null, 2)],
])('each object is an article: %s', async (name, text) => {
  const source = sourceOf(name, text)
  expect(json.recognises(new TextEncoder().encode(text), name)).toBe(true)
  expect((await json.columns!(source)).names).toEqual(['id', 'title', 'body', 'meta.author', 'meta.date'])
  expect((await unpackedOf(json, source)).map(inShort)).toEqual([
    { key: '7', title: 'Harbour reopens', byline: 'Ana Brook', published: '2031-03-04', text: 'The harbour is open.' },
    { key: '8', title: 'Bridge "]}{" closes', text: 'The bridge is closed.\nFor now.' },
  ])
})

test('lists are words, or paragraphs of a text; long numbers keep their digits', async () => {
  const object = {
    id: 1,
    authors: ['Ana', 'Bo'],
    text: ['First things first.', 'Then the second.'],
    people: [{ name: 'Cy' }, { name: 'Di' }],
  }
  const text = JSON.stringify(object).replace('"id":1', '"id":12345678901234567890')
  const [one] = await unpackedOf(json, sourceOf('a.jsonl', text))
  expect(inShort(one!)).toEqual({
    key: '12345678901234567890',
    byline: 'Ana, Bo',
    text: 'First things first.\n\nThen the second.',
  })
  expect((await json.columns!(sourceOf('a.jsonl', text))).rows[0]!.at(-1)).toBe('Cy, Di')
})

test('an object that can’t be read is told in its place and spoils no other', async () => {
  const deep = `{"text":${'['.repeat(100)}${']'.repeat(100)}}`
  const all = [
    JSON.stringify(first),
    '{"text": oops}',
    deep,
    '[1]',
    '{"id":9,"body":" "}',
    '{"id":1,"id":2,"text":"a"}',
    JSON.stringify(second),
  ]
  const unread = (place: string) => [2, 3, 4, 5, 6].map(number => ({ unread: `${place} ${number}` }))
  expect((await unpackedOf(json, sourceOf('a.jsonl', all.join('\n')))).map(inShort)).toMatchObject([
    { key: '7' },
    ...unread('Line'),
    { key: '8' },
  ])
  expect((await unpackedOf(json, sourceOf('a.json', `[${all.join(',')}]`))).map(inShort)).toMatchObject([
    { key: '7' },
    ...unread('Item'),
    { key: '8' },
  ])
})

test('a file that is cut off is read up to there, and says so', async () => {
  const text = JSON.stringify([first, second]).slice(0, -40)
  expect((await unpackedOf(json, sourceOf('a.json', text))).map(inShort)).toMatchObject([
    { key: '7' },
    { unread: 'Item 2' },
    { unread: 'End', why: expect.stringContaining('cut off') },
  ])
})

test('a line that is too long is told, whatever it holds', async () => {
  const long = `{"id":1,"text":"${'word '.repeat(4_000_000)}"}`
  const all = await unpackedOf(
    json,
    sourceOf('a.jsonl', `${JSON.stringify(first)}\n${long}\n${JSON.stringify(second)}`),
  )
  expect(all.map(inShort)).toMatchObject([
    { key: '7' },
    { unread: 'Line 2', why: expect.stringContaining('too-large') },
    { key: '8' },
  ])
})

test('other JSON is no table of articles', () => {
  const recognises = (name: string, value: unknown) =>
    json.recognises(new TextEncoder().encode(JSON.stringify(value, null, 1)), name)
  expect(recognises('package.json', { name: 'a', scripts: { text: 'b' } })).toBe(false)
  expect(recognises('places.json', { type: 'FeatureCollection', features: [{ type: 'Feature', id: 1 }] })).toBe(false)
  expect(recognises('numbers.json', [1, 2, 3])).toBe(false)
  expect(recognises('a.article.stet.json', { text: 'b', zones: [{ text: 'c' }] })).toBe(false)
  expect(recognises('stet.json', [{ text: 'c' }])).toBe(false)
  expect(recognises('a.txt', [first])).toBe(false)
})

const sample = '../shared/samples/articles/tabular/testimony.jsonl'
test.skipIf(!existsSync(sample))(
  existsSync(sample) ? 'lines that others wrote' : 'lines that others wrote (skipped: not on this machine)',
  async () => {
    const all = await unpackedOf(json, sourceOf('testimony.jsonl', new Uint8Array(readFileSync(sample))))
    expect(all.map(({ kind }) => kind)).toEqual(['article', 'article', 'article', 'article'])
    expect(all.every(one => one.kind === 'article' && one.metadata.title && one.metadata.published)).toBe(true)
  },
)
