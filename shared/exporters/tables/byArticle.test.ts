import { expect, test } from 'vitest'
import { articlesOf, type ReadTables } from './reading.ts'
import type { ReadRow } from './readRows.ts'

/** Tables of so many articles with some actors each; `sorted` false: the rows of actors as they never are written. */
function tablesOf(count: number, arranged: (rows: ReadRow[]) => ReadRow[] = rows => rows) {
  const text = 'Ada and Bo and Cy.'
  const row = (file: string, line: number, cells: Record<string, string>): ReadRow => ({ file, line, cells })
  const articles = Array.from({ length: count }, (_, i) => row('articles', i + 2, { article: `${i}.txt`, text }))
  const ends = [
    [0, 3],
    [8, 10],
    [15, 17],
  ] as const
  const actors = arranged(
    articles.flatMap(({ cells: { article = '' } }, i) =>
      ends.map(([start, end], n) =>
        row('actors', i * 3 + n + 2, { article, annotator: 'ada', id: `${i}-${n}`, start: `${start}`, end: `${end}` }),
      ),
    ),
  )
  const asked = { actors: 0, most: 0, open: 0 }
  let article = -1
  const tables: ReadTables = {
    async *articles() {
      asked.open++
      try {
        for (const [i, one] of articles.entries()) {
          article = i
          yield one
        }
      } finally {
        asked.open--
      }
    },
    async *actors() {
      asked.actors++
      asked.open++
      try {
        for (const [i, one] of actors.entries()) {
          // How far the rows are read ahead of the articles, at the last reading.
          asked.most = i === 0 ? 0 : Math.max(asked.most, Math.floor(i / 3) - Math.max(article, 0))
          yield one
        }
      } finally {
        asked.open--
      }
    },
  }
  return { tables, asked }
}

async function read(tables: ReadTables, mostHeld: number) {
  const found: string[] = []
  const choices = {
    annotator: 'me',
    textOf: async (name: string) => (name === 'lost.txt' ? 'Ada and Bo and Cy.' : null),
  }
  for await (const item of articlesOf(tables, choices, mostHeld))
    found.push(
      item.kind === 'article'
        ? `${item.article.path}: ${item.article.layers.flatMap(({ annotations }) => annotations.map(({ id }) => id)).join(' ')}`
        : `untaken ${item.untaken.what}`,
    )
  return found
}

const meant = (count: number) => Array.from({ length: count }, (_, i) => `${i}.txt: ${i}-0 ${i}-1 ${i}-2`)

test('a large table whose rows follow the articles is read along with them, and nothing of it is held', async () => {
  const { tables, asked } = tablesOf(200)
  expect(await read(tables, 20)).toEqual(meant(200))
  expect(asked).toEqual({ actors: 3, most: 1, open: 0 })
})

test('a small table is read once', async () => {
  const { tables, asked } = tablesOf(200)
  expect(await read(tables, 1000)).toEqual(meant(200))
  expect(asked.actors).toBe(1)
})

test('however somebody sorted a large table, nothing of it is lost', async () => {
  const byId = (rows: ReadRow[]) =>
    [...rows].sort((a, b) => (a.cells['id']!.slice(-1) < b.cells['id']!.slice(-1) ? -1 : 1))
  expect(await read(tablesOf(50, byId).tables, 20)).toEqual(meant(50))
  expect(await read(tablesOf(50, rows => [...rows].reverse()).tables, 20)).toEqual(meant(50))
  const lost = (rows: ReadRow[]) => [
    ...rows,
    { ...rows[0]!, cells: { ...rows[0]!.cells, article: 'lost.txt', id: 'x' } },
  ]
  expect(await read(tablesOf(50, lost).tables, 20)).toEqual([...meant(50), 'lost.txt: x'])
})

test('whoever stops reading leaves no file open', async () => {
  const { tables, asked } = tablesOf(200)
  for await (const _ of articlesOf(tables, { annotator: 'me', textOf: async () => null }, 20)) break
  expect(asked.open).toBe(0)
})
