import { expect, test } from 'vitest'
import { makeTurnstile } from './turnstile.ts'

test('never are more inside than there is room for, however they come and go', async () => {
  const enter = makeTurnstile({ underWay: 3, waiting: 100 })
  let inside = 0
  let most = 0
  const order: number[] = []
  const visit = (number: number) =>
    enter(async () => {
      order.push(number)
      most = Math.max(most, ++inside)
      for (let turn = 0; turn < number % 4; turn++) await null
      inside--
      return number
    })
  const first = Array.from({ length: 20 }, (_, i) => visit(i))
  await Promise.race(first)
  const later = Array.from({ length: 20 }, (_, i) => visit(20 + i))
  expect(await Promise.all([...first, ...later])).toEqual(order.map((_, i) => ({ value: i })))
  expect(most).toBe(3)
  expect(order).toEqual(order.toSorted((one, other) => one - other))
})

test('work that fails gives its place back', async () => {
  const enter = makeTurnstile({ underWay: 1, waiting: 1 })
  const failing = enter(() => Promise.reject(new Error('no')))
  const next = enter(async () => 'next')
  expect(await enter(async () => 'too many')).toBe('full')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toEqual({ value: 'next' })
  expect(await enter(async () => 'later')).toEqual({ value: 'later' })
})
