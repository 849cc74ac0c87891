import { expect, test } from 'vitest'
import type { DatasetArticle } from '../dataset/dataset.ts'
import type { ReadFiles, WriteChoices } from '../dataset/format.ts'
import { memoryFiles } from '../dataset/memoryFiles.ts'
import { parquet, write } from './parquet.ts'
import { newsArticle, newsHead } from './tables/drawnNews.laws.ts'

/** Letters that no packing makes shorter by much, the same for the same number. */
function noise(number: number, length: number): string {
  let state = number + 1
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return String.fromCharCode(33 + ((state >>> 16) % 90))
  }).join('')
}

test('a file is read a group of rows at a time, each part of it once, and never whole', async () => {
  const many = Array.from(
    { length: 60 },
    (_, i): DatasetArticle => ({ ...newsArticle, path: `${i}.txt`, text: newsArticle.text + noise(i, 50_000) }),
  )
  const choices: WriteChoices = { unit: 'codepoint', withText: true, fittings: {}, options: {} }
  const writer = write(newsHead, choices, 10)
  const parts = [...writer.begin(), ...many.flatMap(article => [...writer.add(article)]), ...writer.end()]
  const held = memoryFiles(parts)
  const asked: number[] = []
  const files: ReadFiles = {
    ...held,
    bytes: () => Promise.reject(new Error('it was read whole')),
    source(name) {
      const source = held.source(name)
      const slice = (start: number, end = source.byteLength) => {
        asked.push(end - start)
        return source.slice(start, end)
      }
      return { ...source, slice }
    },
  }
  const read: string[] = []
  for await (const item of parquet.read!(files, { annotator: '', textOf: async () => null }))
    read.push(item.kind === 'article' ? item.article.text : `untaken: ${item.untaken.what}`)
  expect(read).toEqual(many.map(({ text }) => text))
  const size = held.source('data/train-00000-of-00001.parquet').byteLength
  expect(Math.max(...asked)).toBeLessThan(size / 3)
  // The end of the file, where its columns are described, is looked at beside them.
  expect(asked.reduce((sum, one) => sum + one, 0)).toBeLessThan(1.5 * size)
})
