import fc from 'fast-check'
import { anyCharacter } from '../text/anyCharacter.laws.ts'
import { makeAnchor } from './anchor.ts'
import type { Annotation } from './annotation.ts'
import type { Span } from './span.ts'

/** Test ground: spans are drawn in the text. The words between « and » are the span. */
export function drawn(picture: string): { text: string; span: Span } {
  const start = picture.indexOf('«')
  const end = picture.indexOf('»') - 1
  return { text: picture.replace(/[«»]/g, ''), span: { start, end } }
}

/** An annotation of a span, with nothing else said of it. */
export function annotate(text: string, span: Span | readonly Span[], more: Partial<Annotation> = {}): Annotation {
  const spans = (Array.isArray(span) ? span : [span]).map((one: Span) => makeAnchor(text, one))
  const at = '2031-03-04T05:06:07.000Z'
  return {
    id: 'a',
    tag: 'claim',
    spans,
    attributes: {},
    origin: { kind: 'manual' },
    created: at,
    modified: at,
    ...more,
  }
}

/** Texts with everything that news may hold: astral characters, right-to-left, line ends, quotes. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', ' ', '“', '"', '\n', '\r\n', '💩', '👩‍🚒', 'שלום', '新聞', 'é', '\u00a0', '\ufeff', '"\\'),
      fc.string({ unit: anyCharacter, maxLength: 4 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map(parts => parts.join('').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''))
  .filter(text => text !== '')

/** A span of whole code points in a text. */
export function anySpan(text: string): fc.Arbitrary<Span> {
  const ends = [0]
  for (const character of text) ends.push(ends.at(-1)! + character.length)
  return fc
    .tuple(fc.nat(ends.length - 2), fc.nat(ends.length - 2))
    .map(([a, b]) => ({ start: ends[Math.min(a, b)]!, end: ends[Math.max(a, b) + 1]! }))
}

/** A text with some annotations of it, discontinuous ones, notes and carried keys included. */
export const anyAnnotated = anyText.chain(text =>
  fc.record({ text: fc.constant(text), annotations: fc.array(anyAnnotation(text), { maxLength: 8 }).map(withOwnIds) }),
)

function anyAnnotation(text: string): fc.Arbitrary<Annotation> {
  const spans = fc.array(anySpan(text), { minLength: 1, maxLength: 3 }).map(all => {
    const sorted = [...all].sort((a, b) => a.start - b.start)
    return sorted.filter((span, i) => sorted.slice(0, i).every(earlier => earlier.end <= span.start))
  })
  return fc
    .record({
      spans,
      tag: fc.constantFrom('claim', 'actor', 'event'),
      note: fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
      rest: fc.constantFrom(undefined, '{"future":{"n":1.50,"list":[1e400]}}', '{"z":null,"more":"✓"}'),
    })
    .map(({ spans, tag, note, rest }) =>
      annotate(text, spans, { tag, ...(note === undefined ? {} : { note }), ...(rest === undefined ? {} : { rest }) }),
    )
}

function withOwnIds(annotations: readonly Annotation[]): Annotation[] {
  return annotations.map((annotation, i) => ({ ...annotation, id: `id-${i}` }))
}
