import { expect, test } from 'vitest'
import { isFieldValue, isPublished, joinFields, type Source, sources } from './metadata.ts'

test('of a field what a person said is believed, then what stands nearest to where the article comes from', () => {
  const order: Source[] = ['person', 'archive', 'json-ld', 'meta', 'page', 'head', 'name', 'text']
  expect(sources).toEqual(order)
  const all = order.map(by => ({ title: { value: `said by ${by}`, by } }))
  for (const [i, by] of order.entries())
    expect(joinFields(...all.slice(i).reverse())).toEqual({ title: { value: `said by ${by}`, by } })
})

test('fields of different sources stand together, and of one source what is given first', () => {
  const head = { title: { value: 'Strike', by: 'head' }, outlet: { value: 'Harbour Gazette', by: 'head' } } as const
  const text = { title: { value: 'STRIKE', by: 'text' }, byline: { value: 'By Jane Roe', by: 'text' } } as const
  const other = { outlet: { value: 'Echo', by: 'head' } } as const
  expect(joinFields(text, head, other)).toEqual({ ...head, byline: text.byline })
  expect(joinFields()).toEqual({})
})

test.each([
  ['2031', true],
  ['2031-03', true],
  ['2031-03-04', true],
  ['2031-03-04T08:30', true],
  ['2031-03-04T08:30:15Z', true],
  ['2031-03-04T08:30:15.250+02:00', true],
  ['2028-02-29', true],
  ['2031-02-29', false],
  ['2031-13', false],
  ['2031-21', false],
  ['2031-00-01', false],
  ['2031-03-04T24:10', false],
  ['2031-3-4', false],
  ['4 March 2031', false],
  ['31-03-04', false],
  ['2031/2032', false],
  ['2031-03-04 08:30', false],
])('%s says when something was published: %s', (words, is) => {
  expect(isPublished(words)).toBe(is)
})

test('a field is one line that says something', () => {
  expect(isFieldValue('title', 'Dockers walk out')).toBe(true)
  expect(isFieldValue('title', '  ')).toBe(false)
  expect(isFieldValue('title', 'Dockers\nwalk out')).toBe(false)
  expect(isFieldValue('title', 'x'.repeat(1001))).toBe(false)
  expect(isFieldValue('published', 'yesterday')).toBe(false)
})
