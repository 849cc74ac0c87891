import { expect, test } from 'vitest'
import { confusionOf, okabeIto, standingsOf } from './colourVision.ts'
import { defaultCodebook } from './defaultCodebook.ts'
import { addAttribute, addTag, drop, duplicate, move, retire } from './items.ts'
import { newId } from './newId.ts'

test.each([
  ['Wish or demand', 'wish-or-demand'],
  ['  Éclat! ', 'eclat'],
  ['заявление', 'заявление'],
  ['Claim', 'claim-2'],
  ['author', 'author-2'],
  ['…', 'tag'],
])('the id of a tag called “%s” is %s', (label, id) => {
  expect(newId(label, ['claim'], 'tag')).toBe(id)
})

test('a new tag has a key, a colour and a mark of its own', () => {
  const { codebook, item } = addTag(defaultCodebook, 'Wish')
  const wish = codebook.tags.at(-1)!
  expect(item).toEqual({ of: 'tags', id: 'wish' })
  expect(wish).toMatchObject({ id: 'wish', label: 'Wish', key: '4', mark: 'dotted' })
  expect(defaultCodebook.tags.every(tag => confusionOf(tag.colour, wish.colour) === undefined)).toBe(true)
})

test('a new question comes after those of its tag, by a letter that none of them has', () => {
  const { codebook } = addAttribute(defaultCodebook, 'actor', 'Metaphor')
  const asked = codebook.attributes.filter(one => one.tag === 'actor')
  expect(asked.map(({ id, key }) => [id, key])).toEqual([
    ['mention', 'M'],
    ['metaphor', 'E'],
  ])
})

test('a copy of a tag asks the same questions, and leaves the key where it was', () => {
  const { codebook } = duplicate(defaultCodebook, { of: 'tags', id: 'actor' }, 'Actor copy')!
  expect(codebook.tags.map(({ id, key }) => [id, key])).toEqual([
    ['claim', '1'],
    ['actor', '2'],
    ['actor-copy', ''],
    ['event', '3'],
  ])
  expect(codebook.attributes.filter(one => one.tag === 'actor-copy').map(({ id }) => id)).toEqual(['mention'])
})

test('questions are moved among those of their tag, and stop at the ends', () => {
  const ids = (codebook: typeof defaultCodebook) =>
    codebook.attributes.filter(one => one.tag === 'claim').map(one => one.id)
  const item = { of: 'attributes', id: 'claim/polarity' } as const
  expect(ids(move(defaultCodebook, item, -1)).slice(0, 2)).toEqual(['polarity', 'type'])
  expect(ids(move(move(defaultCodebook, item, -1), item, -1)).slice(0, 2)).toEqual(['polarity', 'type'])
  expect(ids(move(defaultCodebook, item, 1)).slice(0, 3)).toEqual(['type', 'speech', 'polarity'])
})

test('a tag that goes takes its questions along and its place in links', () => {
  const { tags, attributes, links } = drop(defaultCodebook, { of: 'tags', id: 'event' })
  expect(tags.map(({ id }) => id)).toEqual(['claim', 'actor'])
  expect(attributes.some(({ tag }) => tag === 'event')).toBe(false)
  expect(links.some(({ from, to }) => [...from, ...to].includes('event'))).toBe(false)
})

test('what is offered no more can be offered again', () => {
  const item = { of: 'links', id: defaultCodebook.links[0]!.id } as const
  const retired = retire(defaultCodebook, item, true)
  expect(retired.links[0]!.retired).toBe(true)
  expect(retire(retired, item, false)).toEqual(defaultCodebook)
})

test('the offered colours are told apart by everybody', () => {
  for (const one of okabeIto)
    for (const other of okabeIto)
      if (one < other) expect([one, other, confusionOf(one, other)]).toEqual([one, other, undefined])
})

test('colours that look alike to some are found out, and how clear a colour is on each paper is computed', () => {
  expect(confusionOf('#0072b2', '#0071b4')).toBe('usual')
  expect(confusionOf('#a05000', '#5a7000')).toMatch(/protanopia|deuteranopia/)
  const [light, dark] = standingsOf('#ffe680')
  expect(light).toMatchObject({ theme: 'light', isEnough: false })
  expect(light!.ink).not.toBe('#ffe680')
  expect(dark).toMatchObject({ theme: 'dark', isEnough: true, ink: '#ffe680' })
})
