import fc from 'fast-check'
import { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { anyCharacter } from '../text/anyCharacter.laws.ts'
import { type Block, zones } from './article.ts'
import { blockSpans } from './blocks.ts'
import { documentOf, nodeOf, textOf } from './document.ts'
import { articleSchema } from './schema.ts'

const anyText = fc
  .array(fc.oneof(fc.constantFrom('\n', '\r\n', '\r', '\ufeff', '\0', '💩', 'قال'), fc.string({ unit: anyCharacter })))
  .map(parts => parts.join(''))
const blocksOf = (text: string): Block[] =>
  blockSpans(text).map((span, i) => ({ ...span, zone: zones[i % zones.length]!, by: i % 2 ? 'person' : 'reader' }))

test('the text of a document is the text it was made of, letter for letter', () => {
  fc.assert(
    fc.property(anyText, text => {
      const doc = documentOf(text, blocksOf(text))
      doc.check()
      expect(textOf(doc)).toBe(text)
      expect(doc.childCount).toBe(blocksOf(text).length)
      expect(textOf(Node.fromJSON(articleSchema, JSON.parse(JSON.stringify(doc.toJSON()))))).toBe(text)
    }),
    { numRuns: 500 },
  )
})

test('an empty article works, with an empty block or with none', () => {
  for (const blocks of [blocksOf(''), []]) {
    const doc = documentOf('', blocks)
    doc.check()
    expect(textOf(doc)).toBe('')
    expect(doc.childCount).toBe(1)
  }
})

test('a block knows its zone, who said so and which way it runs', () => {
  const text = 'قال بوتين\n'
  expect(nodeOf(text, { start: 0, end: text.length, zone: 'title', by: 'person' }).attrs).toEqual({
    zone: 'title',
    by: 'person',
    form: null,
    direction: 'rtl',
  })
})

test.each(
  zones.map(
    zone =>
      [zone, zone === 'title' ? 'h1' : zone === 'heading' ? 'h2' : zone === 'quote' ? 'blockquote' : 'p'] as const,
  ),
)('on the page a %s is an element %s that names its zone', (zone, element) => {
  const node = nodeOf('<b>The</b>', { start: 0, end: 10, zone, by: 'reader' })
  expect(articleSchema.nodes.block.spec.toDOM!(node)).toEqual([
    element,
    { 'data-zone': zone, 'data-by': 'reader', dir: 'ltr' },
    0,
  ])
})

test.each([
  { zone: 'advertisement' },
  { zone: ['p', 'body'] },
  { zone: 'body', by: 'nobody' },
  { zone: 'body', form: 'column' },
  { zone: 'body', direction: 'up' },
  { zone: 'body', direction: null },
])('a document with the attributes %j is refused', attrs => {
  const json = {
    type: 'doc',
    content: [
      { type: 'block', attrs: Object.assign({ zone: 'body', by: 'reader', form: null, direction: 'ltr' }, attrs) },
    ],
  }
  expect(() => Node.fromJSON(articleSchema, json).check()).toThrow(RangeError)
})

test.each<[name: string, ...spans: [start: number, end: number][]]>([
  ['a gap', [0, 3], [4, 5]],
  ['an overlap', [0, 3], [2, 5]],
  ['a missing end', [0, 3], [3, 4]],
  ['a block backwards', [0, 5], [5, 3]],
])('blocks with %s are refused', (_name, ...spans) => {
  const blocks = spans.map(([start, end]): Block => ({ start, end, zone: 'body', by: 'reader' }))
  expect(() => documentOf('abcde', blocks)).toThrow(RangeError)
})
