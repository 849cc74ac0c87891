import { expect, test } from 'vitest'
import type { Annotation, Link } from './annotation.ts'
import { isAsSeen } from './asSeen.ts'
import type { Edit } from './edit.ts'
import { Layer } from './layer.ts'

const annotation = (id: string, more: Partial<Annotation> = {}): Annotation => ({
  ...{ id, tag: 'actor', spans: [{ start: 0, end: 3, quote: 'Tom', before: '', after: '' }], attributes: {} },
  ...{ origin: { kind: 'manual' }, created: '2031-01-01T00:00:00.000Z', modified: '2031-01-01T00:00:00.000Z' },
  ...more,
})
const link: Link = { id: 'l', type: 'about', from: 'a', to: { annotation: 'b' }, attributes: {} }
const [a, b] = [annotation('a'), annotation('b')]
const put = (one: Annotation): Edit => ({ kind: 'put', annotation: one })
const layer = () => new Layer({ annotations: [a, b], links: [link] })

test('what was seen may be changed where it is so still', () => {
  const retagged = put({ ...a, tag: 'event' })
  expect(isAsSeen(layer(), retagged, put(a))).toBe(true)
  expect(isAsSeen(layer(), retagged, put({ ...a, note: 'seen' }))).toBe(false)
  expect(isAsSeen(new Layer({ annotations: [b] }), retagged, put(a))).toBe(false)
})

test('what wasn’t seen may only come where nothing is, or be as it is', () => {
  expect(isAsSeen(layer(), put(annotation('new')), null)).toBe(true)
  expect(isAsSeen(layer(), put({ ...a, tag: 'event' }), null)).toBe(false)
  expect(isAsSeen(layer(), put(a), null)).toBe(true)
  expect(isAsSeen(layer(), { kind: 'all', edits: [put({ ...a, tag: 'event' }), put(b)] } as Edit, put(a))).toBe(true)
  expect(isAsSeen(layer(), { kind: 'removeLink', id: 'l' }, null)).toBe(false)
  expect(isAsSeen(layer(), { kind: 'removeLink', id: 'gone' }, null)).toBe(true)
  expect(isAsSeen(layer(), { kind: 'status', status: 'done' }, null)).toBe(false)
  expect(isAsSeen(layer(), { kind: 'status', status: 'done' }, { kind: 'status', status: 'in-progress' })).toBe(true)
})

test('an annotation that lost its place since isn’t put back, nor placed over', () => {
  const lost = { ...a, placement: 'lost' as const, textSha256: '' }
  const unplaced = new Layer({ annotations: [b], unplaced: [lost] })
  expect(isAsSeen(unplaced, put({ ...a, tag: 'event' }), put(a))).toBe(false)
  expect(isAsSeen(unplaced, put({ ...a, tag: 'event' }), null)).toBe(false)
})

test('no link that wasn’t seen loses its end by a removal', () => {
  const remove = { kind: 'remove', id: 'a' } as const
  expect(isAsSeen(layer(), remove, put(a))).toBe(false)
  const both: Edit = { kind: 'all', edits: [{ kind: 'removeLink', id: 'l' }, remove] }
  const seen: Edit = {
    kind: 'all',
    edits: [
      { kind: 'putLink', link },
      { kind: 'put', annotation: a },
    ],
  }
  expect(isAsSeen(layer(), both, seen)).toBe(true)
  expect(isAsSeen(layer(), both, put(a))).toBe(false)
  expect(isAsSeen(new Layer({ annotations: [a] }), remove, put(a))).toBe(true)
})
