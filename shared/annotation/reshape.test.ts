import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stands } from './anchor.ts'
import { annotate, anyAnnotated, anySpan } from './drawn.laws.ts'
import { withSpans } from './reshape.ts'

const text = 'The old ferry sank off Aktau.'
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const quotes = ({ spans }: { spans: readonly { quote: string }[] }) => spans.map(({ quote }) => quote)

test('an annotation that is put on other words keeps all else that was said of it', () => {
  const ferry = annotate(text, spanOf('ferry'), {
    id: 'f',
    entity: 'e7',
    note: 'Which?',
    attributes: { mention: 'name' },
    rest: '{"z":1.50}',
  })
  const { spans, ...others } = withSpans(ferry, text, [spanOf('old ferry')])
  const { spans: _, ...before } = ferry
  expect(others).toEqual(before)
  expect(spans).toEqual(annotate(text, spanOf('old ferry')).spans)
})

test('parts come in the order of the text; those that touch are one, and empty ones vanish', () => {
  const some = annotate(text, spanOf('ferry'))
  const parts = [spanOf('Aktau'), spanOf('old '), spanOf('ferry'), { start: 3, end: 3 }]
  expect(quotes(withSpans(some, text, parts))).toEqual(['old ferry', 'Aktau'])
})

test('an annotation on no words is refused', () => {
  expect(() => withSpans(annotate(text, spanOf('ferry')), text, [{ start: 4, end: 4 }])).toThrow(RangeError)
})

test('a part that stays stays the very same, and what is unknown of a part goes on with it', () => {
  const two = annotate(text, [spanOf('old'), spanOf('sank')])
  const [old, sank] = two.spans
  const known = {
    ...two,
    spans: [
      { ...old!, rest: '{"a":1}' },
      { ...sank!, rest: '{"b":2}' },
    ],
  }
  const moved = withSpans(known, text, [spanOf('old ferry'), spanOf('sank')])
  expect(moved.spans.map(({ rest }) => rest)).toEqual(['{"a":1}', '{"b":2}'])
  expect(moved.spans[1]).toBe(known.spans[1])
  expect(withSpans(known, text, [spanOf('sank')]).spans).toEqual([known.spans[1]])
  expect(withSpans(known, text, known.spans)).toBe(known)
})

test('whatever parts it is given, an annotation stands in its text, in order, with a gap between its parts', () => {
  const cases = anyAnnotated
    .filter(({ annotations }) => annotations.length > 0)
    .chain(({ text, annotations }) =>
      fc.record({
        text: fc.constant(text),
        annotation: fc.constantFrom(...annotations),
        spans: fc.array(anySpan(text), { minLength: 1, maxLength: 6 }),
      }),
    )
  fc.assert(
    fc.property(cases, ({ text, annotation, spans }) => {
      const made = withSpans(annotation, text, spans)
      expect(made.spans.every(span => stands(text, span) && span.start < span.end)).toBe(true)
      expect(made.spans.every((span, i) => i === 0 || made.spans[i - 1]!.end < span.start)).toBe(true)
      const covered = (all: readonly { start: number; end: number }[]) =>
        [...text].map((_, at) => all.some(({ start, end }) => start <= at && at < end))
      expect(covered(made.spans)).toEqual(covered(spans))
    }),
    { numRuns: 500 },
  )
})
