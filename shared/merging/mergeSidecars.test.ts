import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import type { Decision } from './contradiction.ts'
import { cat, changed, hash, late, sidecar, span } from './givenSidecars.laws.ts'
import { mergeSidecars } from './mergeSidecars.ts'
import { entriesOf, fieldsOf } from './sidecarEntries.ts'

function merged(agreed: JsonObject | null, ours: JsonObject, theirs: JsonObject, decisions: readonly Decision[] = []) {
  const found = mergeSidecars({ agreed, ours, theirs }, decisions)!
  return { ...found, annotations: found.file['annotations'] as readonly JsonObject[] }
}

test('fields that only one side changed end as that side left them', () => {
  const ours = changed(cat, { note: 'Mine', modified: late })
  const theirs = changed(cat, { tag: 'event', attributes: { mention: 'nominal', realis: 'actual' } })
  const { annotations, contradictions } = merged(sidecar([cat]), sidecar([ours]), sidecar([theirs]))
  expect(contradictions).toEqual([])
  expect(annotations).toEqual([
    { ...cat, tag: 'event', note: 'Mine', attributes: { mention: 'nominal', realis: 'actual' }, modified: late },
  ])
})

test('each answer is a field of its own', () => {
  const ours = changed(cat, { attributes: { mention: 'nominal', speech: 'direct' } })
  const theirs = changed(cat, { attributes: {} })
  const { annotations, contradictions } = merged(sidecar([cat]), sidecar([ours]), sidecar([theirs]))
  expect(contradictions).toEqual([])
  expect(annotations[0]!['attributes']).toEqual({ speech: 'direct' })
})

test('a field that both changed is asked about, and stands as they have it until then', () => {
  const [ours, theirs] = [changed(cat, { tag: 'event' }), changed(cat, { tag: 'claim', note: 'Theirs' })]
  const { annotations, contradictions } = merged(sidecar([cat]), sidecar([ours]), sidecar([theirs]))
  expect(contradictions).toEqual([
    { of: 'annotations', id: 'cat', field: 'tag', agreed: 'actor', ours: 'event', theirs: 'claim' },
  ])
  expect(annotations[0]).toMatchObject({ tag: 'claim', note: 'Theirs' })

  const decided = merged(sidecar([cat]), sidecar([ours]), sidecar([theirs]), [
    { of: 'annotations', id: 'cat', field: 'tag', side: 'ours' },
  ])
  expect(decided.contradictions).toEqual([])
  expect(decided.annotations[0]).toMatchObject({ tag: 'event', note: 'Theirs' })
})

test('what both changed in the same way is no question', () => {
  const same = changed(cat, { tag: 'event' })
  const { edits, contradictions } = merged(
    sidecar([cat]),
    sidecar([same]),
    sidecar([changed(same, { modified: late })]),
  )
  expect(contradictions).toEqual([])
  expect(edits).toEqual([])
})

const dog = { ...cat, id: 'dog' }
test('what one side added is there, and what one side took away is gone', () => {
  const bird = { ...cat, id: 'bird' }
  const { annotations, contradictions } = merged(sidecar([cat, dog]), sidecar([cat, bird]), sidecar([dog]))
  expect(contradictions).toEqual([])
  expect(annotations.map(({ id }) => id)).toEqual(['bird'])
})

test('taken away here and changed there is asked about, and so is the other way round', () => {
  const noted = changed(cat, { note: 'Look' })
  const gone = merged(sidecar([cat]), sidecar([]), sidecar([noted]))
  expect(gone.contradictions).toEqual([
    { of: 'annotations', id: 'cat', field: '', agreed: cat, ours: undefined, theirs: noted },
  ])
  expect(gone.annotations).toEqual([noted])
  const decision = { of: 'annotations', id: 'cat', field: '' } as const
  expect(merged(sidecar([cat]), sidecar([]), sidecar([noted]), [{ ...decision, side: 'ours' }]).annotations).toEqual([])
  const stays = merged(sidecar([cat]), sidecar([noted]), sidecar([]), [{ ...decision, side: 'ours' }])
  expect(stays.annotations).toEqual([noted])
  expect(merged(sidecar([cat]), sidecar([noted]), sidecar([])).contradictions).toHaveLength(1)
})

test('an annotation that lost its place on one side moves, and what the other side said of it goes along', () => {
  const lost = changed(cat, { placement: 'lost', textSha256: hash })
  const ours = sidecar([], { unplaced: [lost] })
  const { file, contradictions } = merged(sidecar([cat]), ours, sidecar([changed(cat, { note: 'Look' })]))
  expect(contradictions).toEqual([])
  expect(file).toMatchObject({ annotations: [], unplaced: [{ id: 'cat', placement: 'lost', note: 'Look' }] })
})

test('links and the status are merged too', () => {
  const link = { id: 'l', type: 'about', from: 'cat', to: { annotation: 'dog' } }
  const ours = sidecar([cat, dog], { links: [{ ...link, type: 'targets' }], status: 'done' })
  const theirs = sidecar([cat, dog], { links: [{ ...link, cue: span('sat', 8) }] })
  const { file, contradictions } = merged(sidecar([cat, dog], { links: [link] }), ours, theirs)
  expect(contradictions).toEqual([])
  expect(file['links']).toEqual([{ ...link, type: 'targets', cue: span('sat', 8) }])
  expect(file['status']).toBe('done')
})

test('of two versions of which nothing is known, each keeps what the other lacks, and differences are asked about', () => {
  const [ours, theirs] = [changed(cat, { tag: 'event' }), changed(cat, { note: 'Theirs' })]
  const { annotations, contradictions } = merged(null, sidecar([ours]), sidecar([theirs, dog]))
  expect(annotations.map(({ id }) => id).sort()).toEqual(['cat', 'dog'])
  expect(contradictions.map(({ field }) => field)).toEqual(['tag'])
  expect(annotations).toContainEqual({ ...cat, note: 'Theirs' })
})

test('versions of different texts are not merged', () => {
  const other = { ...(sidecar([])['article'] as JsonObject), textSha256: 'b'.repeat(64) }
  expect(mergeSidecars({ agreed: null, ours: sidecar([cat]), theirs: sidecar([cat], { article: other }) })).toBe(null)
})

const anyEntry = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  tag: fc.constantFrom('claim', 'actor'),
  note: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
  attributes: fc.dictionary(fc.constantFrom('p', 'q'), fc.constantFrom('1', '2')),
  isLost: fc.boolean(),
})
const anySidecar = fc.uniqueArray(anyEntry, { selector: ({ id }) => id }).map(entries => {
  const all = entries.map(({ isLost, ...fields }) =>
    changed(cat, { ...fields, ...(isLost ? { placement: 'lost', textSha256: hash } : {}) }),
  )
  const isLost = (entry: JsonObject) => 'placement' in entry
  return sidecar(
    all.filter(entry => !isLost(entry)),
    { unplaced: all.filter(isLost) },
  )
})
const said = (file: JsonObject) =>
  Object.fromEntries(
    [...entriesOf(file, 'annotations')].map(([id, entry]) => [id, Object.fromEntries(fieldsOf(entry))]),
  )

test('law: whichever side is called ours, the same comes out once the same is decided', () => {
  fc.assert(
    fc.property(anySidecar, anySidecar, anySidecar, fc.boolean(), (agreed, one, other, isOne) => {
      const asked = merged(agreed, one, other).contradictions
      const decide = (side: 'ours' | 'theirs') => asked.map(({ of, id, field }) => ({ of, id, field, side }))
      const there = merged(agreed, one, other, decide(isOne ? 'ours' : 'theirs'))
      const back = merged(agreed, other, one, decide(isOne ? 'theirs' : 'ours'))
      expect([there.contradictions, back.contradictions]).toEqual([[], []])
      expect(said(there.file)).toEqual(said(back.file))
    }),
  )
})

test('law: merging is done once, and loses nothing that either side added', () => {
  fc.assert(
    fc.property(anySidecar, anySidecar, anySidecar, (agreed, ours, theirs) => {
      const { file, contradictions } = merged(agreed, ours, theirs)
      const decisions = contradictions.map(({ of, id, field }) => ({ of, id, field, side: 'theirs' as const }))
      expect(said(merged(theirs, file, theirs, decisions).file)).toEqual(said(file))
      const [before, after] = [entriesOf(agreed, 'annotations'), entriesOf(file, 'annotations')]
      const added = [ours, theirs].flatMap(side => [...entriesOf(side, 'annotations').keys()])
      expect(added.filter(id => !before.has(id) && !after.has(id))).toEqual([])
    }),
  )
})

test('law: a side that changed nothing has no say', () => {
  fc.assert(
    fc.property(anySidecar, anySidecar, (agreed, one) => {
      expect(said(merged(agreed, one, agreed).file)).toEqual(said(one))
      expect(said(merged(agreed, agreed, one).file)).toEqual(said(one))
    }),
  )
})

test('taken away on one side and linked to on the other since is asked about, whichever side it was', () => {
  const link = { id: 'l', type: 'about', from: 'dog', to: { annotation: 'cat' }, attributes: {} }
  const [began, linked, without] = [sidecar([cat, dog]), sidecar([cat, dog], { links: [link] }), sidecar([dog])]
  const asked = { of: 'annotations', id: 'cat', field: '', agreed: cat }
  expect(merged(began, linked, without).contradictions).toEqual([{ ...asked, ours: cat, theirs: undefined }])
  expect(merged(began, without, linked).contradictions).toEqual([{ ...asked, ours: undefined, theirs: cat }])
  const kept = merged(began, linked, without, [{ of: 'annotations', id: 'cat', field: '', side: 'ours' }])
  expect(kept.file['links']).toEqual([link])
  expect(kept.annotations.map(({ id }) => id)).toEqual(['dog', 'cat'])
})

test('a link that was there before is no reason to ask: it goes with what it leads to', () => {
  const link = { id: 'l', type: 'about', from: 'dog', to: { annotation: 'cat' }, attributes: {} }
  const began = sidecar([cat, dog], { links: [link] })
  const { annotations, contradictions, file } = merged(began, began, sidecar([dog]))
  expect(contradictions).toEqual([])
  expect([annotations.map(({ id }) => id), file['links']]).toEqual([['dog'], []])
})
