import { expect, test } from 'vitest'
import { CannotStart } from '../electron/runtime/cannotStart.ts'
import { wordsOf } from '../shared/dataset/dataset.ts'
import { familiesOf } from '../shared/dataset/splits/nearDuplicates.ts'
import { signatureOf } from '../shared/dataset/splits/signature.ts'
import { readExportWords } from './bench/exportWords.ts'
import { newsOf } from './bench/news.ts'

const some = Array.from({ length: 400 }, (_, i) => newsOf(i + 1))

test('generated news marks who says what: no annotation begins or ends within a word, and every link has its ends', () => {
  expect(newsOf(7)).toEqual(some[6])
  expect(new Set(some.map(({ path }) => path)).size).toBe(some.length)
  for (const { text, layers } of some)
    for (const { annotations, links } of layers) {
      const there = new Set(annotations.map(({ id }) => id))
      for (const { spans } of annotations) {
        expect(wordsOf(text, spans)).toMatch(/^\S.*\S$/)
        for (const { start, end } of spans) {
          expect(text.slice(start - 1, start + 1)).not.toMatch(/^\p{L}{2}$/u)
          expect(text.slice(end - 1, end + 1)).not.toMatch(/^\p{L}{2}$/u)
        }
      }
      for (const { from, to, cue } of links) {
        expect(there.has(from) && (!('annotation' in to) || there.has(to.annotation))).toBe(true)
        if (cue) expect(text.slice(cue.start, cue.end)).toMatch(/^[a-z]+(?: [a-z]+)*$/)
      }
    }
  const all = some.flatMap(({ layers }) => layers.flatMap(({ annotations }) => annotations))
  expect(all.some(({ spans }) => spans.length > 1)).toBe(true)
  expect(all.some(({ entity }) => entity !== undefined)).toBe(true)
})

test('no two of its articles resemble each other, so that splitting them is as much work as splitting news', () => {
  const { familyOf, crowded } = familiesOf(new Map(some.map(({ path, text }) => [path, signatureOf(text)])))
  expect(new Set(familyOf.values()).size).toBe(some.length)
  expect(crowded).toBe(0)
})

test('the bench of datasets is told how many articles and which formats', () => {
  expect(readExportWords([], '/w')).toMatchObject({ articles: 10_000, formats: ['jsonl', 'csv', 'parquet', 'brat'] })
  const words = ['--articles', '100000', '--formats', 'xlsx,brat', '--no-corpus', '--json', 'f.json']
  expect(readExportWords(words, '/w')).toEqual({
    ...{ articles: 100_000, formats: ['xlsx', 'brat'], corpus: false, json: '/w/f.json' },
  })
  for (const wrong of [['--articles', 'many'], ['--formats', 'klingon'], ['--json'], ['--fast']])
    expect(() => readExportWords(wrong, '/w')).toThrow(CannotStart)
})
