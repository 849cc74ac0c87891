import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeNotices } from './notices.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('news that are told again are shown once, and as long as if they were new', () => {
  const notices = makeNotices()
  const shown = () => notices.getState().notices.map(({ content }) => content.kind === 'news' && content.text)
  notices.news('Nothing here.')
  notices.news('Something else.')
  vi.advanceTimersByTime(3_000)
  notices.news('Nothing here.')
  expect(shown()).toEqual(['Something else.', 'Nothing here.'])
  vi.advanceTimersByTime(3_000)
  expect(shown()).toEqual(['Nothing here.'])
  vi.advanceTimersByTime(3_000)
  expect(shown()).toEqual([])
})

test('the next of one topic takes the place of the one before', () => {
  const notices = makeNotices()
  const shown = () => notices.getState().notices.map(({ content }) => content.kind === 'news' && content.text)
  notices.news('The first.', undefined, 'characters')
  notices.news('Something else.')
  notices.news('The second.', undefined, 'characters')
  expect(shown()).toEqual(['Something else.', 'The second.'])
})
