import { expect, test } from 'vitest'
import { FEWEST_ARTICLES, type GroupedArticle } from './articleGroups.ts'
import { byOutlet } from './byOutlet.ts'
import { noLevels } from './levels.ts'
import { overTime, periodOf } from './overTime.ts'

const one = (published: string | null, outlet: string | null = null, both = 1): GroupedArticle => ({
  levels: { ...noLevels, found: { both, onlyA: 1, onlyB: 1 } },
  ...{ published, outlet },
})
const many = (count: number, ...given: Parameters<typeof one>) => Array.from({ length: count }, () => one(...given))

test('articles stand in the month and the week they were published in; weeks begin on Monday', () => {
  expect(periodOf('2031-03-04', 'month')).toBe('2031-03')
  expect(periodOf('2031-03', 'month')).toBe('2031-03')
  expect(periodOf('2031', 'month')).toBe(null)
  expect(periodOf('2031-03-03', 'week')).toBe('2031-03-03')
  expect(periodOf('2031-03-09T23:59:00+09:00', 'week')).toBe('2031-03-03')
  expect(periodOf('2031-01-01', 'week')).toBe('2030-12-30')
  expect(periodOf('2031-03', 'week')).toBe(null)
})

test('a month of few articles has no figure, and what has no date is counted', () => {
  const { groups, undated } = overTime(
    [
      ...many(FEWEST_ARTICLES, '2031-05-01', null, 3),
      ...many(FEWEST_ARTICLES - 1, '2031-03-01'),
      ...many(2, null),
      one('2031'),
    ],
    'month',
  )
  expect(undated).toBe(3)
  expect(groups.map(({ key, articles }) => [key, articles])).toEqual([
    ['2031-03', FEWEST_ARTICLES - 1],
    ['2031-05', FEWEST_ARTICLES],
  ])
  expect(groups[0]!.figures).toBe(null)
  // 3 both have and 1 each has alone, in every article.
  expect(groups[1]!.figures?.found).toMatchObject({ value: 0.75, of: FEWEST_ARTICLES * 8 })
  expect(groups[1]!.figures?.found.interval.value).toEqual({ low: 0.75, high: 0.75 })
  expect(groups[1]!.figures?.entity.value).toBe(null)
})

test('outlets come by how many articles they have', () => {
  const { groups, unknown } = byOutlet([
    ...many(2, null, 'Gazette'),
    ...many(3, null, 'Echo'),
    ...many(2, null, 'Argus'),
    one(null),
  ])
  expect(groups.map(({ key, articles }) => [key, articles])).toEqual([
    ['Echo', 3],
    ['Argus', 2],
    ['Gazette', 2],
  ])
  expect(unknown).toBe(1)
})
