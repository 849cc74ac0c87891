import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeAnchor } from '../annotation/anchor.ts'
import type { Anchor } from '../annotation/annotation.ts'
import { anySpan, anyText, drawn } from '../annotation/drawn.laws.ts'
import type { Span } from '../annotation/span.ts'
import { Seeker } from './seeker.ts'

const never = () => false
const lengthOf = (text: string) => [...text].length

/** An anchor as a file has it: its start counts code points. */
function farAnchor(text: string, span: Span): Anchor {
  return { ...makeAnchor(text, span), start: lengthOf(text.slice(0, span.start)) }
}

const found: [name: string, was: string, is: string, kind: string][] = [
  ['nothing changed', 'The «cat» sat.', 'The «cat» sat.', 'kept'],
  ['words were added before it', 'The «cat» sat.', 'Once. The «cat» sat.', 'moved'],
  ['a paragraph was added after it', 'The «cat» sat.', 'The «cat» sat. It purred.', 'kept'],
  ['a smiley was added before it', 'The «cat» sat.', '😀 The «cat» sat.', 'moved'],
  ['a smiley stands before it', '😀 The «cat» sat.', '😀 The «cat» sat. It purred.', 'kept'],
]
test.each(found)('an annotation is found again without the old text when %s', (_name, was, is, kind) => {
  const before = drawn(was)
  const after = drawn(is)
  const place = new Seeker(after.text).seek(farAnchor(before.text, before.span), lengthOf(before.text), never)
  expect(place).toEqual({ kind, span: after.span })
})

const settled: [name: string, was: string, is: string, kind: string, candidates: number][] = [
  ['the words are gone, however similar the rest', 'written by «Linus» himself', 'our machines are talking', 'lost', 0],
  [
    'the words stand twice in new surroundings',
    'Robin and «Robin» sang.',
    'Well, Robin sang. Robin hummed.',
    'ambiguous',
    2,
  ],
  ['the same surroundings stand twice', 'The «cat» sat.', 'The cat sat. The cat sat.', 'ambiguous', 2],
  ['the words stand once, but elsewhere', '«Robin»', 'Nobody had told Robin that the vote was off.', 'ambiguous', 1],
  [
    'a copy stands whole, and the words were touched on one side where they stood',
    'The mayor of the town by the sea told us that «nobody» had known of the plan to build a bridge.',
    'The mayor of the town by the sea told us that nobody hadn’t known of the plan. A paper had printed it: The mayor of the town by the sea told us that nobody had known of the plan to build a bridge.',
    'ambiguous',
    2,
  ],
  [
    'one of two like paragraphs was taken away, and the one that is left stood elsewhere',
    'It rained, and nobody in the town had known of the «plan» to build a bridge across the harbour.\n\nSo the mayor told us.\n\nIt rained, and nobody in the town had known of the plan to build a bridge across the harbour.\n',
    'So the mayor told us.\n\nIt rained, and nobody in the town had known of the plan to build a bridge across the harbour.\n\nThe sun came out.\n',
    'ambiguous',
    1,
  ],
  [
    'it was moved with all its surroundings',
    'The mayor of the town by the sea told us that «nobody» had known of the plan to build a bridge.\n\nIt rained.\n\nThe sun came out.\n',
    'It rained.\n\nThe mayor of the town by the sea told us that nobody had known of the plan to build a bridge.\n\nThe sun came out.\n',
    'ambiguous',
    1,
  ],
  [
    'its surroundings stand elsewhere too, spaced another way around other words',
    'The mayor of the town by the sea told us that «nobody» had known of the plan to build a bridge.',
    'The mayor of the town by the sea told us that nobody had known of the plan to build a bridge. The mayor of the town by the sea\ntold us that everybody laughed.',
    'ambiguous',
    1,
  ],
  [
    'a letter of the words was corrected',
    'The mayor of the town by the sea, «Nazarbayev», had known of the plan to build a bridge.',
    'The mayor of the town by the sea, Nazarbaev, had known of the plan to build a bridge.',
    'changed',
    1,
  ],
]
test.each(settled)('a person decides when %s', (_name, was, is, kind, candidates) => {
  const before = drawn(was)
  const place = new Seeker(is).seek(farAnchor(before.text, before.span), lengthOf(before.text), never)
  expect(place).toMatchObject({ kind })
  expect('candidates' in place && place.candidates).toHaveLength(candidates)
})

test('without the length of the old text an anchor is certain only where it stood, counted from the beginning', () => {
  const { text, span } = drawn('The mayor of the town by the sea told us that «nobody» had known of the plan.')
  const anchor = farAnchor(text, span)
  expect(new Seeker(`${text} It rained.`).seek(anchor, null, never)).toEqual({ kind: 'kept', span })
  expect(new Seeker(`Well. ${text}`).seek(anchor, null, never)).toMatchObject({ kind: 'ambiguous' })
})

test('an anchor whose offsets are wrong for its own text is found wherever its words and surroundings stand once', () => {
  const { text, span } = drawn('It rained.\n\nThe mayor of the town by the sea told us that «nobody» had known of it.')
  const anchor = { ...farAnchor(text, span), start: 3 }
  expect(new Seeker(text).seek(anchor, 'this text', never)).toEqual({ kind: 'moved', span })
  expect(new Seeker(text).seek(anchor, null, never)).toMatchObject({ kind: 'ambiguous' })
})

test('wherever an anchor is placed, its words stand there', () => {
  const cases = anyText.chain(text => fc.tuple(fc.constant(text), anySpan(text), anyText, fc.nat(text.length)))
  fc.assert(
    fc.property(cases, ([text, span, insert, cut]) => {
      const anchor = farAnchor(text, span)
      const now = text.slice(0, cut) + insert + text.slice(cut)
      const place = new Seeker(now).seek(anchor, lengthOf(text), never)
      if ('span' in place) expect(now.slice(place.span.start, place.span.end)).toBe(anchor.quote)
    }),
    { numRuns: 1000 },
  )
})
