import { expect, test } from 'vitest'
import { CountableMaker } from './countable.ts'

test('sums of several samples are those of each alone, however many were asked for before', () => {
  const maker = new CountableMaker()
  for (const [a, b] of [
    [1, 10],
    [2, 0],
    [0, 30],
  ] as const) {
    maker.article()
    maker.add('a', a)
    maker.add('b', b)
  }
  const counts = maker.made()
  const samples = [
    [1, 1, 1],
    [3, 0, 0],
    [0, 2, 1],
    [0, 0, 0],
  ]
  const alone = samples.map(drawn => [...counts.sum(drawn)])
  expect(alone).toEqual([
    [3, 40],
    [3, 30],
    [4, 30],
    [0, 0],
  ])
  expect(counts.sums(samples).map(sum => [...sum])).toEqual(alone)
  expect(counts.sums(samples.slice(2)).map(sum => [...sum])).toEqual(alone.slice(2))
  expect([...counts.sum(null)]).toEqual(alone[0])
})
