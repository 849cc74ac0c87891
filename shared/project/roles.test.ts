import { expect, test } from 'vitest'
import type { Role } from './entity.ts'
import { rolesOn } from './roles.ts'

const mayor: Role = { title: 'mayor', from: '2019', to: '2024-05' }
const on = (role: Role, day: string | null) => rolesOn([role], day).length === 1

test.each([
  ['2018-12-31', false],
  ['2019-01-01', true],
  ['2024-05-31', true],
  ['2024-06-01', false],
])('on %s a mayor from 2019 until 2024-05 is one: %s', (day, isMayor) => expect(on(mayor, day)).toBe(isMayor))

test('without a day everything counts, and an end that is not said is open', () => {
  expect(on(mayor, null)).toBe(true)
  expect(on({ title: 'judge' }, '1900-01-01')).toBe(true)
  expect(on({ title: 'judge', to: '2020' }, '1900-01-01')).toBe(true)
})

test('what is not certain does not rule a day out', () => {
  expect(on({ title: 'judge', from: '202X' }, '1990-01-01')).toBe(true)
  expect(on({ title: 'judge', from: '2024-21' }, '2024-01-02')).toBe(true)
  expect(on({ title: 'judge', to: '2020/2022' }, '2021-06-01')).toBe(true)
  expect(on({ title: 'judge', to: '2020?' }, '2021-01-01')).toBe(false)
})
