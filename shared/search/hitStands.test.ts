import { expect, test } from 'vitest'
import { makeAnchor } from '../annotation/anchor.ts'
import type { Annotation } from '../annotation/annotation.ts'
import type { Hit } from './hit.ts'
import { hitStands } from './hitStands.ts'

const text = 'The cat sat. The dog ran.'

/** A hit on words of the text above. */
function hitOn(quote: string, more: Partial<Hit> = {}): Hit {
  const start = text.indexOf(quote)
  const end = start + quote.length
  const around = { before: text.slice(0, start), after: text.slice(end) }
  return { article: 'a', start, end, quote, ...around, zone: 'body', covering: [], ...more }
}

const annotation = {
  id: 'a1',
  spans: [makeAnchor(text, { start: 4, end: 7 }), makeAnchor(text, { start: 17, end: 20 })],
} as unknown as Annotation
const link = { id: 'l1', type: 'attributed-to', from: 'a1', to: { author: true }, attributes: {} } as const

test.each([
  ['words', hitOn('dog')],
  ['an annotation of several spans', hitOn('cat', { annotation, end: 20, quote: 'cat … dog' })],
  ['a note, whose words are elsewhere', hitOn('cat', { annotation, end: 20, quote: 'ask', before: '', after: '' })],
  ['a link, by what is around it', hitOn('cat', { link, quote: 'said' })],
])('%s stand in the text they were found in, and not where another word came before them', (_, hit) => {
  expect(hitStands(hit, text)).toBe(true)
  expect(hitStands(hit, `So ${text}`)).toBe(false)
})

test('nothing stands behind the end, nor without a place', () => {
  expect(hitStands(hitOn('dog'), 'The cat')).toBe(false)
  expect(hitStands(hitOn('dog', { start: 0, end: 0 }), text)).toBe(false)
})
