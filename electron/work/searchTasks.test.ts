import { expect, test } from 'vitest'
import type { Hit } from '../../shared/search/hit.ts'
import { emptyQuery } from '../../shared/search/query.ts'
import { type LookInput, makeSearchTasks, type ToLookAt } from './searchTasks.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const item = (ticket: string): ToLookAt => ({ ticket, text: ticket, live: null, layers: [] })
const ask = (more: Partial<LookInput>): LookInput => ({
  ...{ name: 'search', query: { ...emptyQuery, words: 'cat' }, me: null, items: [], skip: 0, hits: 1000, ms: 10_000 },
  ...more,
})

async function onShelf(shelfBytes: number, texts: Readonly<Record<string, string>>) {
  const tasks = makeSearchTasks(shelfBytes)
  const files = Object.entries(texts).map(([key, text]) => ({
    key,
    name: `${key}.txt`,
    bytes: bytes(text),
    facts: null,
  }))
  await tasks.take({ texts: files, layers: [] })
  return tasks
}

test('it looks until it has enough, and goes on where it stopped, also when it has forgotten that', async () => {
  for (const forgets of [false, true]) {
    const tasks = await onShelf(1e9, { a: 'cat cat cat', b: 'dog', c: 'cat cat' })
    const items = ['a', 'b', 'c'].map(item)
    const starts: string[] = []
    let [at, skip, calls] = [0, 0, 0]
    while (at < items.length) {
      const looked = tasks.look(ask({ items: items.slice(at), skip, hits: 2 }))
      for (const { article, start } of JSON.parse(looked.hits) as Hit[]) starts.push(`${article}${start}`)
      at += looked.done
      skip = looked.given
      if (forgets) tasks.forget({ name: 'search' })
      if (++calls > 10) break
    }
    expect(starts.join(' ')).toBe('a0 a4 a8 c0 c4')
  }
})

test('a shelf that is too small for all says what is lacking, and one article is looked at all the same', async () => {
  const tasks = await onShelf(1000, { a: 'cat'.repeat(500), b: 'cat'.repeat(600) })
  const looked = tasks.look(ask({ items: [item('a'), item('b')] }))
  expect(looked).toMatchObject({ done: 0, count: 0, lacking: ['a'] })
  await tasks.take({ texts: [{ key: 'a', name: 'a.txt', bytes: bytes('cat'.repeat(500)), facts: null }], layers: [] })
  expect(tasks.look(ask({ items: [item('a'), item('b')] }))).toMatchObject({ done: 1, count: 500, lacking: ['b'] })
})

test('what can’t be read is no article, and is counted', async () => {
  const tasks = await onShelf(1e9, { a: 'cat', pdf: '%PDF-1.7 cat' })
  await tasks.take({ texts: [{ key: 'gone', name: 'gone.txt', bytes: null, facts: null }], layers: [] })
  const looked = tasks.look(ask({ items: ['a', 'pdf', 'gone'].map(item) }))
  expect(looked).toMatchObject({ done: 3, count: 1, articles: 1, unreadArticles: 2, lacking: [] })
  expect(looked.unread.map(({ annotator }) => annotator)).toEqual([null, null])
})

test('a layer that only tells what covers a hit is asked for where there are hits', async () => {
  const tasks = await onShelf(1e9, { a: 'dog', b: 'a cat', c: 'dog', d: 'CAT' })
  const items = ['a', 'b', 'c', 'd'].map(key => ({
    ...item(key),
    layers: [{ annotator: 'zoe', key: `layer of ${key}`, isForHits: true }],
  }))
  expect(tasks.look(ask({ items }))).toMatchObject({ done: 1, count: 0, lacking: ['layer of b', 'layer of d'] })
  await tasks.take({ texts: [], layers: ['b', 'd'].map(text => ({ key: `layer of ${text}`, text, bytes: null })) })
  expect(tasks.look(ask({ items }))).toMatchObject({ done: 4, count: 2, lacking: [], unreadLayers: 2 })
  const always = items.map(one => ({ ...one, layers: one.layers.map(layer => ({ ...layer, isForHits: false })) }))
  expect(tasks.look(ask({ items: always })).lacking).toEqual(['layer of a', 'layer of c'])
})

test('the first hit of an article says when it was written, as the dateline says it', async () => {
  const tasks = await onShelf(1e9, { a: 'Cats\n\nFERROW, 4 March 2031\n\nThe cat sat. The cat ran.\n', b: 'A cat.\n' })
  const { hits } = tasks.look(ask({ items: ['a', 'b'].map(item) }))
  const written = (JSON.parse(hits) as { written?: string }[]).map(hit => hit.written)
  expect(written).toEqual(['2031-03-04', ...Array(written.length - 1).fill(undefined)])
})
