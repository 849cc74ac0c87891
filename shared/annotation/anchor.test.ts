import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONTEXT, makeAnchor, placeAnchor, stands } from './anchor.ts'
import { anySpan, anyText, drawn } from './drawn.laws.ts'

const found: [name: string, was: string, is: string, kind: string][] = [
  ['nothing changed', 'The «cat» sat.', 'The «cat» sat.', 'kept'],
  ['words were added before it', 'The «cat» sat.', 'Once. The «cat» sat.', 'moved'],
  ['a paragraph was added after it', 'The «cat» sat.', 'The «cat» sat. It purred.', 'kept'],
]
test.each(found)('an annotation is found again when %s', (_name, was, is, kind) => {
  const before = drawn(was)
  const after = drawn(is)
  expect(placeAnchor(after.text, makeAnchor(before.text, before.span))).toEqual({ kind, span: after.span })
})

const settled: [name: string, was: string, is: string, kind: string][] = [
  ['the words are gone, however similar the rest', 'written by «Linus» himself', 'our machines are talking', 'lost'],
  [
    'the words stand twice in new surroundings',
    'Robin and «Robin» sang.',
    'Well, Robin sang. Robin hummed.',
    'ambiguous',
  ],
  ['the same surroundings stand twice', 'The «cat» sat.', 'The cat sat. The cat sat.', 'ambiguous'],
  ['the words stand once, but elsewhere', '«Robin»', 'Nobody had told Robin that the vote was off.', 'ambiguous'],
]
test.each(settled)('a person decides when %s', (_name, was, is, kind) => {
  const before = drawn(was)
  expect(placeAnchor(is, makeAnchor(before.text, before.span))).toEqual({ kind })
})

test('context is counted in code points, so that it never ends inside an emoji', () => {
  const text = `${'💩'.repeat(40)}word${'💩'.repeat(40)}`
  const anchor = makeAnchor(text, { start: 80, end: 84 })
  expect([...anchor.before]).toHaveLength(CONTEXT)
  expect(anchor.after).toBe('💩'.repeat(CONTEXT))
})

test('an anchor stands in the text that it was made on', () => {
  fc.assert(
    fc.property(
      anyText.chain(text => fc.tuple(fc.constant(text), anySpan(text))),
      ([text, span]) => {
        expect(stands(text, makeAnchor(text, span))).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})

test('wherever an anchor is placed, its words stand there', () => {
  const cases = anyText.chain(text => fc.tuple(fc.constant(text), anySpan(text), anyText, fc.nat(text.length)))
  fc.assert(
    fc.property(cases, ([text, span, insert, cut]) => {
      const anchor = makeAnchor(text, span)
      const now = text.slice(0, cut) + insert + text.slice(cut)
      const place = placeAnchor(now, anchor)
      if ('span' in place) expect(now.slice(place.span.start, place.span.end)).toBe(anchor.quote)
    }),
    { numRuns: 1000 },
  )
})
