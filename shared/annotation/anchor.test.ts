import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONTEXT, makeAnchor, stands } from './anchor.ts'
import { anySpan, anyText } from './drawn.laws.ts'

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
