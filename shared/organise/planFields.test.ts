import { expect, test } from 'vitest'
import {
  isPlannable,
  mostShare,
  type PlanField,
  type PlanNumbers,
  planFields,
  planFor,
  usualShare,
} from './planFields.ts'

const usual = Object.fromEntries(
  Object.entries(planFields).map(([field, { usual }]) => [field, usual]),
) as unknown as PlanNumbers
const isShare = (prevalence: number, categories: number) => isPlannable('prevalence', prevalence, { categories })

test('the rarest of so many categories has no larger share than if all were equally frequent', () => {
  expect([isShare(0.5, 2), isShare(0.51, 2), isShare(0.25, 4), isShare(0.3, 4)]).toEqual([true, false, true, false])
  expect([mostShare(3), isShare(1 / 3, 3), isShare(0.3333, 3)]).toEqual([1 / 3, true, true])
  for (const [categories, share] of [
    [2, 0.3],
    [3, 0.3],
    [4, 0.25],
    [6, 0.166],
    [50, 0.02],
  ] as const) {
    expect(usualShare(categories)).toBe(share)
    expect(isShare(share, categories)).toBe(true)
  }
  // Nothing is said of a share by categories that can't be.
  expect(isShare(0.3, Number.NaN)).toBe(true)
})

test('so few units of the rarest are to be expected that a formula for large numbers doesn’t hold', () => {
  const rare = (fields: Partial<Record<PlanField, number>>) =>
    planFor({ ...usual, ...fields }).widths.find(({ width }) => width === 0.1)!
  const { units, rarest, isTooRare } = rare({ agreement: 0.99, prevalence: 0.001 })
  expect([rarest, isTooRare]).toEqual([units * 0.001, true])
  expect(rarest).toBeLessThan(5)
  expect(rare({}).isTooRare).toBe(false)
})
