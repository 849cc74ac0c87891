import { expect, test } from 'vitest'
import { defaultCodebook } from './defaultCodebook.ts'
import { sourceType, tagAtOtherEnd, waysBetween, waysFrom } from './linkTypes.ts'

const { links, tags } = defaultCodebook
const spell = (ways: ReturnType<typeof waysFrom>) => ways.map(way => `${way.backwards ? '←' : ''}${way.type.id}`)

test('the first kind that the codebook allows between two ends comes first', () => {
  expect(spell(waysBetween(links, 'claim', 'actor'))).toEqual([
    'attributed-to',
    'relayed-by',
    'about',
    'addressed-to',
    'targets',
  ])
  expect(spell(waysBetween(links, 'claim', 'author'))).toEqual(['attributed-to'])
  expect(spell(waysBetween(links, 'actor', 'author'))).toEqual([])
})

test('what is only allowed the other way round is linked the other way round', () => {
  expect(spell(waysBetween(links, 'actor', 'event'))).toEqual(['←participant'])
  expect(spell(waysBetween(links, 'claim', 'claim'))[0]).toBe('supports')
  const both = [
    { id: 'there', label: 'there', from: ['b'], to: ['a'], attributes: [] },
    { id: 'here', label: 'here', from: ['a'], to: ['b'], attributes: [] },
  ]
  expect(spell(waysBetween(both, 'a', 'b'))).toEqual(['here', '←there'])
})

test('words that become the other end get the first tag that the kinds of link allow', () => {
  expect(tagAtOtherEnd(waysFrom(links, 'claim'), tags)).toBe('actor')
  expect(tagAtOtherEnd(waysFrom(links, 'actor'), tags)).toBe('claim')
  expect(
    tagAtOtherEnd(
      waysFrom(links, 'claim').filter(way => way.type.id === 'about'),
      tags,
    ),
  ).toBe('event')
  const merged = tags.map(tag => (tag.id === 'actor' ? { ...tag, mergedInto: 'claim' } : tag))
  expect(tagAtOtherEnd(waysFrom(links, 'event'), merged)).toBe('claim')
})

test('the source of a claim is who may also be the article’s own voice', () => {
  expect(sourceType(links, 'claim')?.id).toBe('attributed-to')
  expect(sourceType(links, 'event')?.id).toBe('participant')
  expect(sourceType(links, 'actor')).toBeUndefined()
})
