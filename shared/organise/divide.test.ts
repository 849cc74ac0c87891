import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Project } from '../project/project.ts'
import { annotatorsByArticle, assignEdit, divide, type Share, unassignEdit } from './divide.ts'
import { movedArticles, progressOf } from './progress.ts'

const paths = (count: number) => Array.from({ length: count }, (_, i) => `${i % 3}/article-${i}.txt`)
const asKnown = (shares: readonly Share[]) =>
  shares.flatMap(({ article, annotators }) => annotators.map(annotator => ({ article, annotator })))
const drawn = fc.record({
  count: fc.integer({ min: 0, max: 60 }),
  people: fc.integer({ min: 1, max: 5 }),
  double: fc.constantFrom(0, 0.1, 0.25, 0.5, 1),
  seed: fc.nat(1000),
})
const people = ['alice', 'bob', 'cara', 'dan', 'eve']

test('everybody has the same number, the double-coded share is reached, and pairs have the same number of those', () => {
  fc.assert(
    fc.property(drawn, ({ count, people: n, double, seed }) => {
      const annotators = people.slice(0, n)
      const shares = divide({ articles: paths(count), annotators, double, seed, known: [] })
      expect(shares.map(({ article }) => article)).toEqual(paths(count).sort())
      const doubled = shares.filter(one => one.annotators.length === 2)
      expect(doubled.length).toBe(n > 1 ? Math.round(double * count) : 0)
      const pairs = tally(annotators.flatMap((a, i) => annotators.slice(i + 1).map(b => `${a} ${b}`)))
      for (const one of doubled) pairs.set(one.annotators.join(' '), pairs.get(one.annotators.join(' '))! + 1)
      expect(spread(pairs)).toBeLessThanOrEqual(1)
      const loads = tally(annotators)
      for (const { annotator } of asKnown(shares)) loads.set(annotator, loads.get(annotator)! + 1)
      expect(spread(loads)).toBeLessThanOrEqual(count - doubled.length >= 2 * n ? 1 : 2)
    }),
  )
})

test('the order of articles and annotators changes nothing; another seed divides otherwise', () => {
  const asked = { articles: paths(40), annotators: people.slice(0, 3), double: 0.25, known: [] }
  const shares = divide({ ...asked, seed: 1 })
  expect(
    divide({ ...asked, articles: [...asked.articles].reverse(), annotators: ['cara', 'alice', 'bob'], seed: 1 }),
  ).toEqual(shares)
  expect(divide({ ...asked, seed: 2 })).not.toEqual(shares)
})

test('what is assigned stays, and articles that are added reach the share of all', () => {
  const asked = { annotators: people.slice(0, 3), double: 0.2, seed: 4 }
  const first = divide({ ...asked, articles: paths(20), known: [] })
  const second = divide({ ...asked, articles: paths(50), known: asKnown(first) })
  expect(second.length).toBe(30)
  expect([...first, ...second].filter(({ annotators }) => annotators.length === 2).length).toBe(10)
})

test('a family goes to the same annotators', () => {
  const families = new Map(paths(30).map((path, i) => [path, `family ${i % 7}`]))
  const shares = divide({ articles: paths(30), annotators: people, double: 0.3, seed: 2, known: [], families })
  const byFamily = new Map<string, Set<string>>()
  for (const { article, annotators } of shares) {
    const family = families.get(article)!
    byFamily.set(family, (byFamily.get(family) ?? new Set()).add(annotators.join()))
  }
  expect([...byFamily.values()].map(({ size }) => size)).toEqual(Array.from({ length: 7 }, () => 1))
})

test('assigning is an edit with an undo, and the same assignment is one record', () => {
  const project = new Project()
  const before = JSON.stringify(project.file())
  const edit = assignEdit([{ article: 'a.txt', annotators: ['alice', 'bob'] }])
  const undo = project.apply(edit)
  project.apply(edit)
  expect(annotatorsByArticle(project.assignments)).toEqual(new Map([['a.txt', ['alice', 'bob']]]))
  project.apply(unassignEdit(project.assignments.filter(({ annotator }) => annotator === 'bob')))
  expect(project.assignments.length).toBe(1)
  project.apply(edit)
  project.apply(undo)
  expect(JSON.stringify(project.file())).toBe(before)
})

test('progress counts what is begun and done, by annotator and of what two are to annotate', () => {
  const assignments = asKnown([
    { article: 'a', annotators: ['alice', 'bob'] },
    { article: 'b', annotators: ['alice'] },
    { article: 'old/c', annotators: ['bob'] },
  ])
  const status = new Map([
    ['a alice', 'done' as const],
    ['a bob', 'done' as const],
    ['b alice', 'in-progress' as const],
  ])
  const statusOf = (article: string, annotator: string) => status.get(`${article} ${annotator}`) ?? null
  expect(progressOf(['a', 'b', 'new/c', 'd'], assignments, statusOf)).toEqual({
    people: [
      { annotator: 'alice', assigned: 2, begun: 2, done: 1, double: 1, doubleDone: 1 },
      { annotator: 'bob', assigned: 1, begun: 1, done: 1, double: 1, doubleDone: 1 },
    ],
    ...{ articles: 4, assigned: 2, double: 1, doubleDone: 1, gone: ['old/c'] },
  })
  expect(movedArticles(['old/c'], ['new/c', 'd'])).toEqual(new Map([['old/c', 'new/c']]))
  expect(movedArticles(['old/c', 'older/c'], ['new/c'])).toEqual(new Map())
})

function tally(names: readonly string[]): Map<string, number> {
  return new Map(names.map(name => [name, 0]))
}

function spread(counts: ReadonlyMap<string, number>): number {
  return counts.size === 0 ? 0 : Math.max(...counts.values()) - Math.min(...counts.values())
}
