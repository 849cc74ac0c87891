import { expect, test } from 'vitest'
import { pairUp, pathPattern } from './pathPattern.ts'

const readings = (pattern: string, path: string) =>
  pathPattern(pattern)!
    .readings(path)
    .map(({ article, layer }) => (layer ? `${article} by ${layer}` : article))

test('an article may have slashes and underscores in its name', () => {
  expect(readings('text/{article}.txt', 'text/2031/a_b.txt')).toEqual(['2031/a_b'])
  expect(readings('text/{article}.txt', 'other/a.txt')).toEqual([])
  expect(readings('text/{article}.txt', 'text/.txt')).toEqual([])
  expect(readings('{article}', 'a/b')).toEqual(['a/b'])
  expect(readings('{article}.txt', 'a.txt.txt')).toEqual(['a.txt'])
})

test('a layer has no slash, and the longest article comes first', () => {
  expect(readings('ann/{article}_{layer}.ann', 'ann/x/a_b_c.ann')).toEqual(['x/a_b by c', 'x/a by b_c'])
  expect(readings('{layer}/{article}.ann', 'ada/x/a.ann')).toEqual(['x/a by ada'])
  expect(readings('{article}{layer}.ann', 'abc.ann')).toEqual(['ab by c', 'a by bc'])
  expect(readings('{article}/{layer}', 'a/b/c')).toEqual(['a/b by c'])
})

test('a pattern names the article once', () => {
  for (const pattern of ['a.txt', '{layer}.ann', '{article}{article}', '{article}{layer}{layer}'])
    expect(pathPattern(pattern)).toBe(null)
})

test('a file belongs to the longest article whose text is there, and the others are told', () => {
  const names = ['text/a.txt', 'text/a_b.txt', 'ann/a_b_c.ann', 'ann/a_c.ann', 'ann/z_c.ann', 'README']
  const { texts, annotations, textless } = pairUp(
    names,
    pathPattern('text/{article}.txt')!,
    pathPattern('ann/{article}_{layer}.ann')!,
  )
  expect([...texts]).toEqual([
    ['a', ['text/a.txt']],
    ['a_b', ['text/a_b.txt']],
  ])
  expect(annotations).toEqual([
    { file: 'ann/a_b_c.ann', article: 'a_b', layer: 'c', others: ['a'] },
    { file: 'ann/a_c.ann', article: 'a', layer: 'c', others: [] },
  ])
  expect(textless).toEqual([{ file: 'ann/z_c.ann', article: 'z', layer: 'c', others: [] }])
})
