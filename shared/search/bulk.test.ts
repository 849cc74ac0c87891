import { expect, test } from 'vitest'
import type { Annotation, Link } from '../annotation/annotation.ts'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { type HitAction, planOf } from './bulk.ts'
import type { Hit } from './hit.ts'

const tag: HitAction = { kind: 'tag', tag: 'actor', attributes: { mention: 'name' }, rule: 'tag-all' }
const now = '2031-03-09T10:00:00.000Z'

function planned(action: HitAction, hits: readonly Hit[], more: { links?: readonly Link[]; snap?: boolean } = {}) {
  let count = 0
  const tags = defaultCodebook.tags.map(one => ({
    ...one,
    snap: more.snap ? (['whole-words', 'trim-quotes'] as const) : [],
  }))
  return planOf(action, hits, {
    me: 'ada',
    codebook: { ...defaultCodebook, tags },
    now,
    randomId: () => `new-${++count}`,
    textOf: () => null,
    linksOf: () => more.links ?? [],
  })
}

/** Words between brackets, in an article. */
function drawn(text: string, more: Partial<Hit> = {}): Hit {
  const [before, quote, after] = text.split(/[[\]]/) as [string, string, string]
  const start = 100 + before.length
  return { article: 'a', start, end: start + quote.length, quote, before, after, zone: 'body', covering: [], ...more }
}

function annotated(id: string, more: Partial<Annotation> = {}): Hit {
  const hit = drawn('by [Robin] then')
  const { start, end, quote, before, after } = hit
  const annotation: Annotation = {
    ...{ id, tag: 'actor', spans: [{ start, end, quote, before, after }], attributes: { mention: 'name' } },
    ...{ origin: { kind: 'manual' }, created: '2031-03-08T00:00:00.000Z', modified: '2031-03-08T00:00:00.000Z' },
    ...more,
  }
  return { ...hit, annotator: 'ada', annotation }
}

test('one edit an article; what is made says by which rule it was suggested', () => {
  const { changes, count } = planned(tag, [
    drawn('by [Robin] then'),
    drawn('[Robin] said', { start: 300, end: 305 }),
    drawn('so [Robin]', { article: 'b' }),
  ])
  expect(changes.map(({ article, edit, count }) => [article, edit.kind, count])).toEqual([
    ['a', 'all', 2],
    ['b', 'put', 1],
  ])
  expect(count).toBe(3)
  expect(changes[1]!.edit).toMatchObject({
    annotation: {
      tag: 'actor',
      attributes: { mention: 'name' },
      spans: [{ quote: 'Robin', before: 'so ', after: '' }],
      origin: { kind: 'suggested', rest: '{"rule":"tag-all"}' },
      created: now,
    },
  })
})

test('words that are tagged so are left out, also those that the rules of the tag draw together', () => {
  const covered = drawn('by [Robin] then', { covering: [{ id: '1', tag: 'actor' }] })
  const other = drawn('by [Robin] then', { covering: [{ id: '1', tag: 'event' }] })
  expect([...planned(tag, [covered, other]).leftOut]).toEqual([['already-tagged', 1]])
  const halves = [drawn('by [Ro]bin then'), { ...drawn('by Ro[bin] then') }]
  const { changes, leftOut } = planned(tag, halves, { snap: true })
  expect(changes.map(({ edit }) => edit)).toMatchObject([
    { annotation: { spans: [{ start: 103, end: 108, quote: 'Robin' }] } },
  ])
  expect([...leftOut]).toEqual([['already-tagged', 1]])
})

test('the rules of a tag are followed, as far as the surroundings show', () => {
  const { changes } = planned(tag, [drawn('said [“Robin”] then')], { snap: true })
  expect(changes[0]!.edit).toMatchObject({
    annotation: { spans: [{ start: 106, end: 111, quote: 'Robin', before: 'said “', after: '” then' }] },
  })
})

test('colleagues’ annotations, words that are none, and other tags are left out, each with its reason', () => {
  const bob = { ...annotated('1'), annotator: 'bob' }
  const set: HitAction = { kind: 'attribute', tag: 'actor', id: 'mention', value: 'pronoun' }
  const hits = [
    bob,
    drawn('by [Robin] then'),
    annotated('2', { tag: 'event' }),
    annotated('3', { attributes: { mention: 'pronoun' } }),
    annotated('4'),
  ]
  const { changes, count, leftOut } = planned(set, hits)
  expect(Object.fromEntries(leftOut)).toEqual({ colleague: 1, 'not-annotation': 1, 'other-tag': 1, 'as-it-is': 1 })
  expect([count, changes.length]).toEqual([1, 1])
  expect(changes[0]!.edit).toMatchObject({ annotation: { id: '4', attributes: { mention: 'pronoun' }, modified: now } })
})

test('another tag gives up the answers of the one before; an answer and an entity can be taken away', () => {
  const hit = annotated('1', { attributes: { mention: 'name', own: 'kept' }, entity: 'e1' })
  const made = (action: HitAction) => (planned(action, [hit]).changes[0]!.edit as { annotation: Annotation }).annotation
  const retagged = made({ kind: 'retag', tag: 'event' })
  expect([retagged.tag, retagged.attributes, retagged.entity]).toEqual(['event', { own: 'kept' }, 'e1'])
  const unanswered = made({ kind: 'attribute', tag: 'actor', id: 'mention', value: null })
  expect(unanswered.attributes).toEqual({ own: 'kept' })
  expect('entity' in made({ kind: 'entity', entity: null })).toBe(false)
  expect(made({ kind: 'entity', entity: 'e2' }).entity).toBe('e2')
})

test('what is removed takes its links along, each once', () => {
  const link = (id: string, from: string, to: string): Link => ({
    id,
    type: 't',
    from,
    to: { annotation: to },
    attributes: {},
  })
  const links = [link('l1', '1', '2'), link('l2', '9', '1'), link('l3', '9', '8')]
  const { changes } = planned({ kind: 'remove' }, [annotated('1'), annotated('2'), annotated('1')], { links })
  expect(changes[0]!.edit).toEqual({
    kind: 'all',
    edits: [
      { kind: 'removeLink', id: 'l1' },
      { kind: 'removeLink', id: 'l2' },
      { kind: 'remove', id: '1' },
      { kind: 'remove', id: '2' },
    ],
  })
})
