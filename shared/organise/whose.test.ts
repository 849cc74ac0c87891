import { expect, test } from 'vitest'
import { isWhose, type Whose } from './whose.ts'

test('articles are told apart by who annotates them', () => {
  const by: Whose[] = ['all', 'nobody', 'one', 'more', { is: 'alice' }, { isNot: 'alice' }]
  const fits = (...annotators: string[]) => by.map(whose => isWhose(whose, annotators))
  expect(fits()).toEqual([true, true, false, false, false, true])
  expect(fits('alice')).toEqual([true, false, true, false, true, false])
  expect(fits('bob', 'cara')).toEqual([true, false, false, true, false, true])
})
