import { expect, test } from 'vitest'
import type { Entry } from '../history/history.ts'
import type { JsonObject } from '../json/json.ts'
import { cat, changed, early, late, sidecar } from './givenSidecars.laws.ts'
import { knownBefore } from './knownBefore.ts'
import { mergeSidecars } from './mergeSidecars.ts'

const edit = (edit: JsonObject): Entry => ({ kind: 'edit', at: early, revision: 1, edit })
const begun = (file: JsonObject): Entry => ({ kind: 'base', at: early, sha256: null, file })

/** What becomes of the current layer when a copy is merged into it. */
function mergedWith(copy: JsonObject, current: JsonObject, history: readonly Entry[]) {
  const agreed = knownBefore(copy, current, history)
  const { file, contradictions } = mergeSidecars({ agreed, ours: copy, theirs: current })!
  return { annotations: file['annotations'] as JsonObject[], status: file['status'], contradictions }
}

const noted = changed(cat, { note: 'Look', modified: late })
const dog = { ...cat, id: 'dog' }

test('a copy that is only older changes nothing, and nobody is asked', () => {
  const history = [
    begun(sidecar([cat, dog])),
    edit({ kind: 'put', annotation: noted }),
    edit({ kind: 'remove', id: 'dog' }),
  ]
  const { annotations, contradictions } = mergedWith(sidecar([cat, dog]), sidecar([noted]), history)
  expect(contradictions).toEqual([])
  expect(annotations).toEqual([noted])
})

test('what was made in the copy alone is taken over', () => {
  const copy = sidecar([changed(cat, { tag: 'event' }), dog], { status: 'done' })
  const history = [begun(sidecar([cat])), edit({ kind: 'put', annotation: noted })]
  const { annotations, status, contradictions } = mergedWith(copy, sidecar([noted]), history)
  expect(contradictions).toEqual([])
  expect(annotations).toEqual([{ ...noted, tag: 'event' }, dog])
  expect(status).toBe('done')
})

test('what was changed in both since is asked about', () => {
  const history = [begun(sidecar([cat])), edit({ kind: 'all', edits: [{ kind: 'put', annotation: noted }] })]
  const { contradictions } = mergedWith(sidecar([changed(cat, { note: 'No' })]), sidecar([noted]), history)
  expect(contradictions).toMatchObject([{ field: 'note', ours: 'No', theirs: 'Look' }])
})

test('what was deleted here and changed in the copy is asked about', () => {
  const history = [begun(sidecar([cat])), edit({ kind: 'remove', id: 'cat' })]
  const { contradictions } = mergedWith(sidecar([noted]), sidecar([]), history)
  expect(contradictions).toMatchObject([{ id: 'cat', field: '', agreed: cat, ours: noted }])
})

test('without a history what the copy lacks stays, and what it has besides comes', () => {
  const { annotations, contradictions } = mergedWith(sidecar([dog]), sidecar([cat]), [])
  expect(contradictions).toEqual([])
  expect(annotations.map(({ id }) => id)).toEqual(['cat', 'dog'])
})

test('what was changed elsewhere from a beginning that nobody here knows is asked about, and not taken over', () => {
  const { contradictions } = mergedWith(sidecar([changed(cat, { note: 'No' })]), sidecar([noted]), [])
  expect(contradictions).toMatchObject([{ field: 'note', agreed: undefined, ours: 'No', theirs: 'Look' }])
  const later = mergedWith(sidecar([changed(cat, { note: 'No' })]), sidecar([noted]), [begun(sidecar([noted]))])
  expect(later.contradictions).toMatchObject([{ field: 'note', ours: 'No', theirs: 'Look' }])
})

test('a sync service took the other version: what was done here and stands in the copy alone is asked about or comes back', () => {
  const history = [
    begun(sidecar([cat])),
    edit({ kind: 'put', annotation: noted }),
    edit({ kind: 'put', annotation: dog }),
    edit({ kind: 'status', status: 'done' }),
  ]
  const theirs = sidecar([changed(cat, { note: 'No', modified: late })])
  for (const known of [history, [...history, begun(theirs)]]) {
    const { annotations, contradictions } = mergedWith(sidecar([noted, dog], { status: 'done' }), theirs, known)
    expect(contradictions).toMatchObject([
      { id: 'cat', field: 'note', ours: 'Look', theirs: 'No' },
      { of: 'layer', field: 'status', ours: 'done', theirs: 'in-progress' },
    ])
    expect(annotations.map(({ id }) => id)).toEqual(['cat', 'dog'])
  }
})

test('what the sync service took is known from then on: a copy of it that is only older changes nothing', () => {
  const theirs = changed(cat, { note: 'No', modified: late })
  const history = [
    begun(sidecar([cat])),
    begun(sidecar([theirs])),
    edit({ kind: 'put', annotation: changed(theirs, { tag: 'event' }) }),
  ]
  const current = sidecar([changed(theirs, { tag: 'event' })])
  const { annotations, contradictions } = mergedWith(sidecar([theirs]), current, history)
  expect(contradictions).toEqual([])
  expect(annotations).toMatchObject([{ note: 'No', tag: 'event' }])
})

test('what a history began with may stand beside it', () => {
  const history: Entry[] = [{ kind: 'base', at: early, sha256: 'x', file: null }, edit({ kind: 'remove', id: 'dog' })]
  const file = sidecar([cat, dog])
  const agreed = knownBefore(sidecar([cat, dog]), sidecar([cat]), history, sha256 => (sha256 === 'x' ? file : null))
  expect(agreed?.['annotations']).toEqual([cat, dog])
  expect(knownBefore(sidecar([cat, dog]), sidecar([cat]), history)).toBe(null)
})
