import { expect, test } from 'vitest'
import { isDate } from '../codebook/isDate.ts'
import { meantDates } from './meantDates.ts'

/** A Wednesday. */
const published = '2031-03-05'

function meant(text: string, language?: string, at = { start: 0, end: 0 }) {
  return meantDates(text, at, published, language).map(({ words, date }) => `${words}: ${date}`)
}

test.each([
  ['They met on Monday', ['Monday: 2031-03-03', 'Monday: 2031-03-10']],
  ['They meet on Wednesday', ['Wednesday: 2031-03-05', 'Wednesday: 2031-03-12']],
  ['It was signed yesterday', ['yesterday: 2031-03-04']],
  ['It will be signed tomorrow', ['tomorrow: 2031-03-06']],
  ['It fell last week', ['last week: 2031-02-24/2031-03-02']],
  ['It ends next month', ['next month: 2031-04']],
  ['It began last year', ['last year: 2030']],
  ['on 3 March', ['3 March: 2031-03-03']],
  ['on March 3rd', ['March 3rd: 2031-03-03']],
  ['on Dec. 30', ['Dec. 30: 2030-12-30']],
  ['on Sept. 4, 2029', ['Sept. 4, 2029: 2029-09-04']],
  ['on 31 February', []],
  ['he may 5 times', []],
  ['the Mondays', []],
  ['nothing', []],
])('“%s” means %j', (text, dates) => {
  expect(meant(text)).toEqual(dates)
})

test.each([
  ['fr', 'signé hier', ['hier: 2031-03-04']],
  ['fr', 'aujourd’hui', ['aujourd’hui: 2031-03-05']],
  ['fr', "aujourd'hui", ["aujourd'hui: 2031-03-05"]],
  ['fr', 'le 1er avril', ['1er avril: 2031-04-01']],
  ['de', 'am Dienstag', ['Dienstag: 2031-03-04', 'Dienstag: 2031-03-11']],
  ['de', 'am 3. März', ['3. März: 2031-03-03']],
  ['es', 'el 4 de enero', ['4 de enero: 2031-01-04']],
  ['ru', 'вчера, 3 марта', ['вчера: 2031-03-04', '3 марта: 2031-03-03']],
  ['zh', '他昨天说', ['昨天: 2031-03-04']],
  ['pt-BR', 'ontem', ['ontem: 2031-03-04']],
  ['klingon-', 'yesterday', ['yesterday: 2031-03-04']],
  ['xx', 'yesterday', ['yesterday: 2031-03-04']],
])('in %s “%s” means %j', (language, text, dates) => {
  expect(meant(text, language)).toEqual(dates)
})

test('words nearest to the event come first, and four dates are enough', () => {
  const text = 'On Monday they met, on Tuesday they fought, on Friday they signed.'
  const fought = text.indexOf('fought')
  const all = meant(text, 'en', { start: fought, end: fought + 6 })
  expect(all).toHaveLength(4)
  expect(all.slice(0, 2)).toEqual(['Tuesday: 2031-03-04', 'Tuesday: 2031-03-11'])
})

test('without the day of publication nothing is said', () => {
  expect(meantDates('yesterday', { start: 0, end: 0 }, '2031-03')).toEqual([])
  expect(meantDates('yesterday', { start: 0, end: 0 }, '2031-03-05T23:30:00+01:00')).toEqual([
    { words: 'yesterday', date: '2031-03-04' },
  ])
})

test('whatever is offered can be answered', () => {
  const text = 'yesterday, last week, next month, last year'
  for (const { date } of meantDates(text, { start: 0, end: 0 }, published)) expect(isDate(date)).toBe(true)
})
