import { expect, test } from 'vitest'
import { exactCover } from './exactCover.ts'

const priced = (excess: number, ...members: number[]) => ({ offer: { members, cost: 1 }, excess })

test('a cover has each thing once, is above its prices by the least, and by less than the room in all its groups together', () => {
  const offers = [priced(0.6, 0, 1), priced(0.2, 2), priced(0.3, 3), priced(0.4, 2, 3)]
  expect(exactCover(4, offers, 1.05, { left: 100 })).toEqual([offers[0], offers[3]])
  expect(exactCover(4, offers, 1, { left: 100 })).toBe(null)
  expect(exactCover(5, offers, 9, { left: 100 })).toBe(null)
  const budget = { left: 2 }
  exactCover(4, offers, 2, budget)
  expect(budget.left).toBeLessThanOrEqual(0)
})
