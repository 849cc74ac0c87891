import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { seldom } from './seldom.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('who looks at what goes on reads the latest of it, however soon it came and however long nothing comes after it', () => {
  const told: string[] = []
  const tell = seldom(100, (done, of) => told.push(`${done} of ${of}`))
  for (const done of [1, 2, 3]) tell(done, 7)
  expect(told).toEqual([])
  vi.advanceTimersByTime(100)
  expect(told).toEqual(['3 of 7'])
  for (const done of [4, 5, 6]) tell(done, 7)
  vi.advanceTimersByTime(10_000)
  expect(told).toEqual(['3 of 7', '6 of 7'])
  tell(7, 7)
  expect(told).toEqual(['3 of 7', '6 of 7', '7 of 7'])
})

test('once it is done nothing comes after that', () => {
  const told: string[] = []
  const tell = seldom(100, (done, of) => told.push(`${done} of ${of}`))
  tell(1, 2)
  tell(2, 2)
  vi.advanceTimersByTime(1_000)
  expect(told).toEqual(['2 of 2'])
})
