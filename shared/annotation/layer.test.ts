import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Annotation, Link } from './annotation.ts'
import { annotate } from './drawn.laws.ts'
import type { Edit } from './edit.ts'
import { Layer } from './layer.ts'
import { overlaps, type Span } from './span.ts'
import { compare } from './spanOrder.ts'

const text = 'x'.repeat(100)
const anySpan = fc
  .tuple(fc.nat(90), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]) => ({ start, end: start + length }))
const anyId = fc.nat(40).map(n => `id-${n}`)
const anyAnnotation = fc
  .tuple(anyId, anySpan, fc.constantFrom('claim', 'actor', 'event'))
  .map(([id, span, tag]) => annotate(text, span, { id, tag }))
const anyLink = fc
  .tuple(anyId, anyId, anyId)
  .map(([id, from, to]): Link => ({ id, type: 'about', from, to: { annotation: to }, attributes: {} }))
const anyPlain: fc.Arbitrary<Exclude<Edit, { kind: 'all' }>> = fc.oneof(
  anyAnnotation.map(annotation => ({ kind: 'put' as const, annotation })),
  anyId.map(id => ({ kind: 'remove' as const, id })),
  anyLink.map(link => ({ kind: 'putLink' as const, link })),
  anyId.map(id => ({ kind: 'removeLink' as const, id })),
  fc.constantFrom('done' as const, 'in-progress' as const).map(status => ({ kind: 'status' as const, status })),
)
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  anyPlain,
  fc.array(anyPlain, { maxLength: 5 }).map(edits => ({ kind: 'all' as const, edits })),
)

function stateOf(layer: Layer) {
  return {
    annotations: [...layer.inOrder()],
    links: [...layer.links.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    counts: Object.fromEntries([...layer.counts].sort()),
    status: layer.status,
  }
}

test('undoing what was done leads back to the start, and redoing to the end', () => {
  fc.assert(
    fc.property(fc.array(anyAnnotation), fc.array(anyEdit), (annotations, edits) => {
      const layer = new Layer({ annotations })
      const start = stateOf(layer)
      const undos = edits.map(edit => layer.apply(edit))
      const end = stateOf(layer)
      const redos = undos.reverse().map(undo => layer.apply(undo))
      expect(stateOf(layer)).toEqual(start)
      for (const redo of redos.reverse()) layer.apply(redo)
      expect(stateOf(layer)).toEqual(end)
    }),
    { numRuns: 500 },
  )
})

test('a layer agrees with a plain list, whatever is put and removed', () => {
  fc.assert(
    fc.property(fc.array(anyPlain, { maxLength: 200 }), anySpan, (edits, place) => {
      const layer = new Layer()
      // In this one the orders by tag are there from the start and have to follow.
      const asked = new Layer()
      for (const tag of ['claim', 'actor', 'event']) asked.ofTag(tag)
      const plain = new Map<string, Annotation>()
      for (const edit of edits) {
        layer.apply(edit)
        asked.apply(edit)
        if (edit.kind === 'put') plain.set(edit.annotation.id, edit.annotation)
        if (edit.kind === 'remove') plain.delete(edit.id)
      }
      const sorted = [...plain.values()].sort(compare)
      expect([...layer.inOrder()]).toEqual(sorted)
      expect(layer.touching(place)).toEqual(sorted.filter(({ spans }) => overlaps(spans[0] as Span, place)))
      sorted.forEach((annotation, i) => {
        expect(layer.rank(annotation)).toBe(i)
        expect(layer.at(i)).toBe(annotation)
        expect(layer.after(annotation)).toBe(sorted[i + 1])
        expect(layer.before(annotation)).toBe(sorted[i - 1])
      })
      for (const tag of ['claim', 'actor', 'event']) {
        const ofTag = sorted.filter(annotation => annotation.tag === tag)
        expect([...layer.ofTag(tag)]).toEqual(ofTag)
        expect(asked.ofTag(tag).rankAt(place.start)).toBe(
          ofTag.filter(({ spans }) => spans[0]!.start < place.start).length,
        )
        expect([...asked.ofTag(tag)]).toEqual(ofTag)
      }
    }),
    { numRuns: 300 },
  )
})

test('twenty thousand annotations are found by place and number', () => {
  const long = 'y'.repeat(100_000)
  const annotations = Array.from({ length: 20_000 }, (_, i) =>
    annotate(long, { start: i * 5, end: i * 5 + 3 }, { id: `n${i}` }),
  )
  const layer = new Layer({ annotations })
  expect(layer.touching({ start: 50_001, end: 50_006 }).map(({ id }) => id)).toEqual(['n10000', 'n10001'])
  expect(layer.at(19_999)?.id).toBe('n19999')
  layer.apply({ kind: 'remove', id: 'n10000' })
  expect(layer.rank(layer.annotations.get('n10001')!)).toBe(10_000)
})

test('an annotation goes with its links, and comes back with them', () => {
  const [claim, actor] = [
    annotate(text, { start: 0, end: 9 }, { id: 'c' }),
    annotate(text, { start: 20, end: 25 }, { id: 'a', tag: 'actor' }),
  ]
  const link: Link = { id: 'l', type: 'attributed-to', from: 'c', to: { annotation: 'a' }, attributes: {} }
  const layer = new Layer({ annotations: [claim, actor], links: [link] })
  const undo = layer.apply(layer.removal('a'))
  expect(layer.links.size).toBe(0)
  layer.apply(undo)
  expect(layer.linksOf('c')).toEqual([link])
})

test('an id is placed or unplaced, never both, and undo knows which it was', () => {
  const placed = annotate(text, { start: 0, end: 9 }, { id: 'a' })
  const unplaced = { ...placed, placement: 'lost' as const, textSha256: '' }
  const layer = new Layer({ unplaced: [unplaced] })
  const undo = layer.apply({ kind: 'put', annotation: placed })
  expect([layer.annotations.size, layer.unplaced.size]).toEqual([1, 0])
  const redo = layer.apply(undo)
  expect([layer.annotations.size, [...layer.unplaced.values()]]).toEqual([0, [unplaced]])
  layer.apply({ kind: 'all', edits: [redo] })
  expect([layer.annotations.size, layer.unplaced.size]).toEqual([1, 0])
})
