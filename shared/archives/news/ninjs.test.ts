import { expect, test } from 'vitest'
import { inShort, sourceOf, unpackedOf } from '../tried.ts'
import { ninjs } from './ninjs.ts'

const first = {
  uri: 'https://wire.example/1',
  type: 'text',
  versioncreated: '2031-03-04T10:20:30Z',
  headline: 'Harbour reopens',
  byline: 'Ana Brook',
  language: 'en',
  service: [{ name: 'Local' }],
  infosource: [{ name: 'Lantern Wire' }],
  body_xhtml: '<p>The harbour <b>is</b> open.</p><p>At last.</p>',
}
const third = {
  $schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.0.json',
  standard: { name: 'ninjs', version: '3.0' },
  uri: 'urn:wire:2',
  versionCreated: '2031-03-05',
  contentCreated: '2031-03-01',
  by: 'Bo Ford',
  headlines: [
    { role: 'sub', value: 'For now' },
    { role: 'main', value: 'Bridge closes' },
  ],
  bodies: [
    { role: 'main', contentType: 'text/html', value: '<p>As HTML</p>' },
    { contentType: 'text/plain', value: 'The bridge is closed.\n\nFor now.' },
  ],
}
const picture = { uri: 'urn:wire:3', type: 'picture', versioncreated: '2031-03-05', headline: 'A boat' }
const read = {
  first: {
    key: 'https://wire.example/1',
    title: 'Harbour reopens',
    outlet: 'Lantern Wire',
    byline: 'Ana Brook',
    published: '2031-03-04T10:20:30Z',
    section: 'Local',
    language: 'en',
    address: 'https://wire.example/1',
    text: 'The harbour is open.\n\nAt last.',
  },
  third: {
    key: 'urn:wire:2',
    title: 'Bridge closes',
    byline: 'Bo Ford',
    published: '2031-03-05',
    text: 'The bridge is closed.\n\nFor now.',
  },
}

test.each([
  ['one', first, [read.first]],
  ['one of version 3', third, [read.third]],
  ['a list', [first, third], [read.first, read.third]],
  ['a list in an object', { count: 2, items: [first, third] }, [read.first, read.third]],
])('items are articles: %s', async (_what, value, articles) => {
  const text = JSON.stringify(value, null, 1)
  expect(ninjs.recognises(new TextEncoder().encode(text), 'a.json')).toBe(true)
  expect((await unpackedOf(ninjs, sourceOf('a.json', text))).map(inShort)).toEqual(articles)
})

test('what has no text, and what is damaged, is told in its place', async () => {
  const text = `[${JSON.stringify(picture)},{"uri": oops},${JSON.stringify(third)},{"uri":"u`
  expect((await unpackedOf(ninjs, sourceOf('a.json', text))).map(inShort)).toMatchObject([
    { unread: 'urn:wire:3', why: expect.stringContaining('picture') },
    { unread: 'Item 2' },
    { key: 'urn:wire:2' },
    { unread: 'Item 4' },
  ])
  await expect(unpackedOf(ninjs, sourceOf('a.json', '{"uri":"u","headline":'))).rejects.toMatchObject({
    kind: 'cannot-read',
  })
})

test('other JSON is not taken for it', () => {
  const recognises = (value: unknown, name = 'a.json') =>
    ninjs.recognises(new TextEncoder().encode(JSON.stringify(value)), name)
  expect(recognises({ uri: 'x', name: 'a thing' })).toBe(false)
  expect(recognises([{ id: 1, text: 'words', headline: 'x' }])).toBe(false)
  expect(recognises(first, 'a.txt')).toBe(false)
})
