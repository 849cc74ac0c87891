import fc from 'fast-check'
import { expect, test } from 'vitest'
import { snapToGraphemes, trimSpace } from '../text/characters.ts'
import { draw } from '../text/drawn.ts'
import { stands } from './anchor.ts'
import { annotate, anyAnnotated, anySpan, drawn } from './drawn.laws.ts'
import { addSpan, joined, nudge, removePart, withSpans } from './reshape.ts'

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

/** Nudges of a drawn span, drawn. */
const nudged = (picture: string, end: 'start' | 'end', by: 1 | -1, unit: 'word' | 'grapheme') => {
  const { text, span } = drawn(picture)
  const [now] = nudge(text, [span], end, by, unit) ?? []
  return now ? draw(text, now) : null
}

test.each([
  ['the start a word on', 'The «old ferry» sank.', 'start', 1, 'word', 'The old «ferry» sank.'],
  ['the start a word back', 'The «old ferry» sank.', 'start', -1, 'word', '«The old ferry» sank.'],
  ['the end a word on, over punctuation', 'The «old», dry ferry', 'end', 1, 'word', 'The «old, dry» ferry'],
  ['the end a word back, over punctuation', 'The «old, dry» ferry', 'end', -1, 'word', 'The «old», dry ferry'],
  ['the start out of a word', 'The o«ld ferry»', 'start', -1, 'word', 'The «old ferry»'],
  ['the end a character on, over white space', 'The «old» ferry', 'end', 1, 'grapheme', 'The «old f»erry'],
  ['the end a character back, over white space', 'The «old f»erry', 'end', -1, 'grapheme', 'The «old» ferry'],
  ['over a whole emoji', 'The «old» 👩‍👩‍👧 ferry', 'end', 1, 'grapheme', 'The «old 👩‍👩‍👧» ferry'],
  ['by words without spaces', '«伊朗»总统', 'end', 1, 'word', '«伊朗总统»'],
  ['in Hebrew', '«שלום» לכולם', 'end', 1, 'word', '«שלום לכולם»'],
  ['never so far that nothing is left', 'The «old» ferry', 'start', 1, 'word', null],
  ['nor beyond the text', '«The» old', 'start', -1, 'grapheme', null],
  ['nor over the white space at its end', 'the «end» \n', 'end', 1, 'word', null],
] as const)('an end is nudged: %s', (_what, was, end, by, unit, is) => {
  expect(nudged(was, end, by, unit)).toBe(is)
})

test('a part is nudged between its neighbours, which it never meets', () => {
  const [old, sank] = [spanOf('old'), spanOf('sank')]
  expect(nudge(text, [old, sank], 'end', 1, 'word', 0)).toEqual([spanOf('old ferry'), sank])
  expect(nudge(text, [spanOf('old ferry'), sank], 'end', 1, 'word', 0)).toBeNull()
  expect(nudge(text, [spanOf('old ferry'), sank], 'start', -1, 'word', 1)).toBeNull()
  expect(nudge(text, [old, sank], 'end', 1, 'word')).toEqual([old, spanOf('sank off')])
})

test('a nudge and back is where it was; no part is ever empty, cut inside a character, or past another', () => {
  const unit = fc.constantFrom('word' as const, 'grapheme' as const)
  const cases = anyAnnotated
    .filter(({ annotations }) => annotations.length > 0)
    .chain(({ text, annotations }) =>
      fc.record({
        text: fc.constant(text),
        drawnSpans: fc.constantFrom(...annotations).map(({ spans }) => spans),
        end: fc.constantFrom('start' as const, 'end' as const),
        by: fc.constantFrom(1 as const, -1 as const),
        part: fc.nat(2),
        unit,
      }),
    )
  fc.assert(
    fc.property(cases, ({ text, drawnSpans, end, by, part, unit }) => {
      const spans = joined(drawnSpans.flatMap(span => trimSpace(text, snapToGraphemes(text, span)) ?? []))
      const now = nudge(text, spans, end, by, unit, part)
      if (!now) return
      expect(joined(now)).toEqual(now.map(({ start, end }) => ({ start, end })))
      expect(now).toHaveLength(spans.length)
      expect(snapToGraphemes(text, now[part]!)).toEqual(now[part])
      const other = end === 'start' ? 'end' : 'start'
      expect(now[part]![other]).toBe(spans[part]![other])
      expect(Math.sign(now[part]![end] - spans[part]![end])).toBe(by)
      const back = nudge(text, now, end, by === 1 ? -1 : 1, unit, part)
      const again = back && nudge(text, back, end, by, unit, part)
      if (unit === 'grapheme') expect(back).toEqual(spans)
      else if (again) expect(again).toEqual(now)
    }),
    { numRuns: 1000 },
  )
})

test('a span is added as a part of its own, and becomes one with what it meets', () => {
  const [old, ferry, sank] = [spanOf('old '), spanOf('ferry'), spanOf('sank')]
  expect(addSpan([sank], old)).toEqual([old, sank])
  expect(addSpan([old, sank], ferry)).toEqual([spanOf('old ferry'), sank])
  expect(addSpan([old, sank], spanOf('ferry sank off'))).toEqual([spanOf('old ferry sank off')])
})

test('the part at the caret goes, the nearest where it stands between them, and never the last', () => {
  const parts = [spanOf('old'), spanOf('sank'), spanOf('Aktau')]
  expect(removePart(parts, text.indexOf('sank') + 4)).toEqual([parts[0], parts[2]])
  expect(removePart(parts, text.indexOf('off') + 3)).toEqual([parts[0], parts[1]])
  expect(removePart([parts[0]!], 4)).toBeNull()
})
