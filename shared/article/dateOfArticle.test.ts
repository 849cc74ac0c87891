import { expect, test } from 'vitest'
import type { Zone } from './article.ts'
import { dateOf, dateOfArticle } from './dateOfArticle.ts'

function dateOn(words: string, zone: Zone = 'dateline'): string | null {
  return dateOfArticle(words, [{ start: 0, end: words.length, zone, by: 'reader' }])
}

test.each([
  ['26 February 2031', '2031-02-26'],
  ['CASTREL, 2 March 2031', '2031-03-02'],
  ['Last updated 5 Sept 2031, 22:14', '2031-09-05'],
  ['Published: 2031-03-04T10:00', '2031-03-04'],
  ['March 4th, 2031', '2031-03-04'],
  ['jeudi 5 octobre 2031', '2031-10-05'],
  ['Paris, le 1er août 2031', '2031-08-01'],
  ['27. Februar 2031 Montag 9:50', '2031-02-27'],
  ['3. März 2031', '2031-03-03'],
  ['lunes 3 de marzo de 2031', '2031-03-03'],
  ['domenica 9 febbraio 2031', '2031-02-09'],
  ['sexta-feira, 7 de fevereiro de 2031', '2031-02-07'],
  ['zaterdag 8 maart 2031', '2031-03-08'],
  ['13 ноября 2031', '2031-11-13'],
  ['2031 年 10 月 7 日 17:04', '2031-10-07'],
])('%s says when it was written', (words, date) => expect(dateOn(words)).toBe(date))

test.each(['3/4/2031', 'March 2031', '31 February 2031', 'Tuesday', '12 people 2031', '5 Marchers 2031'])(
  '%s says no day for certain',
  words => expect(dateOn(words)).toBeNull(),
)

test('a date in the story itself is not the date of the article', () => {
  expect(dateOn('They met on 26 February 2031.', 'body')).toBeNull()
})

test.each([
  ['avril 2031', '2031-04'],
  ['Marzo de 2031', '2031-03'],
  ['2031', '2031'],
  ['2031-03-04T10:00:00Z', '2031-03-04T10:00:00Z'],
  ['4. März 2031', '2031-03-04'],
  ['2031 年 10 月 7 日 17:04', '2031-10-07'],
  ['2031, in spring', '2031'],
  ['Spring 2031', null],
  ['They met in March 2031', null],
])('%s is a date as precise as it is said', (said, date) => expect(dateOf(said)).toBe(date))
