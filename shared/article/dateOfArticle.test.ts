import { expect, test } from 'vitest'
import type { Zone } from './article.ts'
import { dateOfArticle } from './dateOfArticle.ts'

function dateOn(words: string, zone: Zone = 'dateline'): string | null {
  return dateOfArticle(words, [{ start: 0, end: words.length, zone, by: 'reader' }])
}

test.each([
  ['26 February 2031', '2031-02-26'],
  ['CASTREL, 2 March 2031', '2031-03-02'],
  ['Last updated 5 Sept 2031, 22:14', '2031-09-05'],
  ['Published: 2031-03-04T10:00', '2031-03-04'],
  ['March 4th, 2031', '2031-03-04'],
])('%s says when it was written', (words, date) => expect(dateOn(words)).toBe(date))

test.each(['3/4/2031', 'March 2031', '31 February 2031', 'Tuesday'])('%s says no day for certain', words =>
  expect(dateOn(words)).toBeNull(),
)

test('a date in the story itself is not the date of the article', () => {
  expect(dateOn('They met on 26 February 2031.', 'body')).toBeNull()
})
