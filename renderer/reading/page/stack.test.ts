import { expect, test } from 'vitest'
import { nextOf } from './stack.ts'

test('clicking again at a place chooses the next larger, and after the largest the smallest', () => {
  const stack = ['small', 'middle', 'large']
  expect([null, 'small', 'middle', 'large', 'elsewhere'].map(chosen => nextOf(stack, chosen))).toEqual([
    'small',
    'middle',
    'large',
    'small',
    'small',
  ])
  expect(nextOf([], null)).toBeUndefined()
})
