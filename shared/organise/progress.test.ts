import { expect, test } from 'vitest'
import { type LayerStatus, progressOf } from './progress.ts'

const assigned = (article: string, ...annotators: string[]) => annotators.map(annotator => ({ article, annotator }))

/** What of each is done: the first two articles are double-coded, and one of the two has done the second. */
const statuses: Readonly<Record<string, LayerStatus>> = {
  ...{ 'a alice': 'done', 'a bob': 'adjudicated', 'b alice': 'done', 'b bob': 'in-progress', 'c alice': 'done' },
}
const { people, ...team } = progressOf(
  ['a', 'b', 'c', 'd'],
  [
    ...[assigned('a', 'alice', 'bob'), assigned('b', 'alice', 'bob')].flat(),
    ...[assigned('c', 'alice'), assigned('gone', 'bob')].flat(),
  ],
  (article, annotator) => statuses[`${article} ${annotator}`] ?? null,
)

test('an article is double-coded once two have done it, and not by one alone', () => {
  expect(team).toEqual({ articles: 4, assigned: 3, double: 2, doubleDone: 1, gone: ['gone'] })
})

test('of what is double-coded each has done what they marked as done, and nothing that they have alone', () => {
  const [alice, bob] = people
  expect(alice).toEqual({ annotator: 'alice', assigned: 3, begun: 3, done: 3, double: 2, doubleDone: 2 })
  expect(bob).toEqual({ annotator: 'bob', assigned: 2, begun: 2, done: 1, double: 2, doubleDone: 1 })
})
