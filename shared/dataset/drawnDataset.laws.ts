import fc from 'fast-check'
import { makeAnchor } from '../annotation/anchor.ts'
import { type Comment, type CommentTarget, commentKinds } from '../annotation/comment.ts'
import { anyText } from '../annotation/drawn.laws.ts'
import type { Span } from '../annotation/span.ts'
import { type Verdict, verdictWords } from '../annotation/verdict.ts'
import { fieldNames } from '../article/metadata.ts'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { splitsPair } from '../text/surrogates.ts'
import { onlyDiscusses } from './annotates.ts'
import {
  byPlace,
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetHead,
  type DatasetLayer,
  type DatasetLink,
} from './dataset.ts'

/** Test ground: random articles with overlaps, gaps, astral and right-to-left text, and everything else that a dataset can say. */

const annotators = ['ada', 'bo']
const words = fc.oneof(
  fc.constantFrom('yes', 'a b', 'é “x”', '💩', 'a|b;c', '[1]', 'tab\tline\nend', '\\', '#', '_', '*'),
  fc.string({ maxLength: 5 }),
)

/** The head of every random dataset. */
export const anyHead: DatasetHead = {
  name: 'drawn',
  codebook: defaultCodebook,
  entities: ['e1', 'e2'].map(id => ({
    id,
    kind: 'person',
    name: `Name of ${id}`,
    aliases: [],
    roles: [],
    attributes: {},
    externalIds: {},
  })),
  annotators: annotators.map(id => ({ id })),
  splits: [],
}

const anyValue = fc.oneof(words, fc.boolean(), fc.integer(), fc.array(words, { minLength: 1, maxLength: 3 }))
const anyAttributes = fc.dictionary(fc.constantFrom('type', 'speech', 'polarity', 'when'), anyValue, {
  noNullPrototype: true,
  maxKeys: 3,
})

/** A span of a text that isn't empty and splits no character. */
function anySpan(text: string): fc.Arbitrary<Span> {
  return fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ start: whole(text, Math.min(a, b)), end: whole(text, Math.max(a, b)) }))
    .filter(({ start, end }) => start < end)
}

const whole = (text: string, at: number) => (splitsPair(text, at) ? at - 1 : at)

function anyAnnotation(text: string): fc.Arbitrary<Omit<DatasetAnnotation, 'id'>> {
  return fc
    .record({
      tag: fc.constantFrom('claim', 'actor', 'event'),
      spans: fc.array(anySpan(text), { minLength: 1, maxLength: 3 }).map(apart),
      attributes: anyAttributes,
      entity: fc.option(fc.constantFrom('e1', 'e2'), { nil: undefined }),
      note: fc.option(
        words.filter(note => note !== ''),
        { nil: undefined },
      ),
      cameAs: fc.constantFrom(undefined, undefined, 'frame' as const),
    })
    .map(({ entity, note, cameAs, ...rest }) => ({
      ...rest,
      ...(entity === undefined ? {} : { entity }),
      ...(note === undefined ? {} : { note }),
      ...(cameAs === undefined ? {} : { cameAs }),
    }))
}

/** Sorted, and without those that touch one before. */
function apart(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((one, other) => one.start - other.start))
    if (out.length === 0 || span.start > out.at(-1)!.end) out.push(span)
  return out
}

function anyLayer(annotator: string, text: string): fc.Arbitrary<DatasetLayer> {
  return fc
    .tuple(
      fc.array(anyAnnotation(text), { maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(3), anyAttributes, fc.option(anySpan(text), { nil: undefined })), {
        maxLength: 4,
      }),
      fc.constantFrom('in-progress' as const, 'done' as const),
      anyDiscussed(text),
    )
    .map(([said, drawnLinks, status, discussed]) => {
      const annotations = said.map((one, i): DatasetAnnotation => ({ id: `n${i}`, ...one })).sort(byPlace)
      const at = (n: number) => annotations[n % annotations.length]!
      const links =
        annotations.length === 0
          ? []
          : drawnLinks.map(([from, to, kind, attributes, cue], i): DatasetLink => {
              const isRole = at(from).cameAs === 'frame' && kind < 2
              const end =
                kind === 2 ? { entity: 'e1' } : kind === 3 ? ({ author: true } as const) : { annotation: at(to).id }
              const type = isRole ? 'participant' : 'attributed-to'
              if (isRole) return { id: `l${i}`, type, from: at(from).id, to: end, attributes: {}, cameAs: 'role' }
              return { id: `l${i}`, type, from: at(from).id, to: end, attributes, ...(cue ? { cue } : {}) }
            })
      const layer = { annotator, status, annotations, links, ...discussed }
      const remarks = (discussed.comments?.length ?? 0) + (discussed.verdicts?.length ?? 0)
      return onlyDiscusses(layer, remarks) ? { ...layer, onlyDiscusses: true as const } : layer
    })
}

const anyTime = fc.constantFrom('2031-03-04T05:06:07Z', '2031-03-04T05:06:08Z')
const anyAnnotator = fc.constantFrom(...annotators)

/** What a comment is about: as often as not something that isn't there. */
function anyTarget(text: string): fc.Arbitrary<CommentTarget> {
  const number = fc.nat(7)
  return fc.oneof(
    fc.tuple(anyAnnotator, number).map(([layer, i]) => ({ layer, annotation: `n${i}` })),
    fc.tuple(anyAnnotator, number).map(([layer, i]) => ({ layer, comment: `c${i}` })),
    fc.tuple(anyAnnotator, number).map(([layer, i]) => ({ layer, verdict: `v${i}` })),
    anySpan(text).map(span => ({ span: makeAnchor(text, span) })),
    fc.constant({ lost: { start: 3, end: 7, quote: 'gone', before: '', after: '💩' }, textSha256: 'a'.repeat(64) }),
    fc.constant({ article: true as const }),
    fc.constant({ entry: { kind: 'tag' as const, id: 'claim' } }),
  )
}

const optional = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map(one => (one === undefined ? {} : { [key]: one }) as { [_ in K]?: T })

/** Comments and verdicts of one annotator. */
function anyDiscussed(text: string) {
  const comment = fc
    .tuple(anyTarget(text), fc.constantFrom(...commentKinds), words, anyTime, optional('modified', anyTime))
    .map(([on, kind, text, created, more]): Omit<Comment, 'id'> => ({ kind, on, text, created, ...more }))
  const verdict = fc
    .tuple(
      fc.record({ layer: anyAnnotator, annotation: fc.nat(7).map(i => `n${i}`), revision: fc.nat(9) }),
      optional('says', fc.constant('f'.repeat(64))),
      fc.constantFrom(...verdictWords),
      fc.tuple(optional('reason', fc.constant('extent')), optional('reasonLabel', fc.constant('Other “extent”'))),
      fc.tuple(optional('note', words), optional('gold', fc.constantFrom('n0', 'n1')), anyTime),
    )
    .map(
      ([on, says, verdict, [reason, label], [note, gold, created]]): Omit<Verdict, 'id'> => ({
        ...{ on: { ...on, ...says }, verdict, created },
        ...{ ...reason, ...label, ...note, ...gold },
      }),
    )
  return fc
    .tuple(fc.array(comment, { maxLength: 5 }), fc.array(verdict, { maxLength: 3 }))
    .map(([comments, verdicts]) => ({
      ...(comments.length > 0 ? { comments: comments.map((one, i) => ({ id: `c${i}`, ...one })) } : {}),
      ...(verdicts.length > 0 ? { verdicts: verdicts.map((one, i) => ({ id: `v${i}`, ...one })) } : {}),
    }))
}

const anyMetadata = fc.dictionary(fc.constantFrom(...fieldNames), fc.constantFrom('One', 'Ä & B', '2031-03-04'), {
  noNullPrototype: true,
  maxKeys: 3,
})

/** An article of a path with a text that says something. */
export function anyArticle(path: string): fc.Arbitrary<DatasetArticle> {
  return anyText
    .filter(text => /\S/.test(text))
    .chain(text =>
      fc
        .tuple(fc.tuple(...annotators.map(id => anyLayer(id, text))), anyMetadata, fc.boolean())
        .map(([layers, metadata, hasZone]) => ({
          ...{ path, text, metadata, layers },
          zones: hasZone
            ? [{ start: 0, end: whole(text, Math.ceil(text.length / 2)) || text.length, zone: 'title' as const }]
            : [],
        })),
    )
}

/** A few articles, in the order in which they are written. */
export const anyArticles: fc.Arbitrary<DatasetArticle[]> = fc
  .nat(2)
  .chain(more => fc.tuple(...Array.from({ length: more + 1 }, (_, i) => anyArticle(`folder/${i} ä.txt`))))
