import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Entry } from '../history/history.ts'
import type { JsonObject } from '../json/json.ts'
import { textOf } from '../json/rest.ts'
import { Problem } from '../problems/problem.ts'
import type { Decision } from './contradiction.ts'
import { hasGitMarkers } from './gitConflict.ts'
import { cat, changed, early, late, sidecar } from './givenSidecars.laws.ts'
import { recoverSidecar } from './recoverSidecar.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const bytesOf = (text: string) => new TextEncoder().encode(text)
const lines = (file: JsonObject | string) => (typeof file === 'string' ? file : `${textOf(file)}\n`)

/** What git leaves where nothing of two versions is the same; with what both began with where it is told to say so. */
function conflicted(ours: JsonObject | string, theirs: JsonObject | string, agreed?: JsonObject): string {
  const began = agreed ? `||||||| 1a2b3c\n${lines(agreed)}` : ''
  return `<<<<<<< HEAD\n${lines(ours)}${began}=======\n${lines(theirs)}>>>>>>> other\n`
}

function recovered(text: string, entries: readonly Entry[] = [], decisions: readonly Decision[] | null = null) {
  const onDisk = { bytes: bytesOf(text), sha256: hash(text) }
  const history = { entries, goodBytes: 0, last: '', damage: 'none' } as const
  return recoverSidecar(onDisk, history, null, decisions, hash)
}

const noted = changed(cat, { note: 'Ours', modified: late })
const tagged = changed(cat, { tag: 'event', modified: late })
const dog = changed(cat, { id: 'dog' })

test('marks count only where a line begins with them', () => {
  expect(hasGitMarkers(bytesOf(conflicted('a\n', 'b\n')))).toBe(true)
  expect(hasGitMarkers(bytesOf('{\n  "a": "<<<<<<< HEAD"\n}\n'))).toBe(false)
  expect(hasGitMarkers(bytesOf('{\n<<<<<< HEAD\n}\n'))).toBe(false)
})

test('two branches are read and shown merged, and nothing is due before a person says so', () => {
  const text = conflicted(sidecar([noted]), sidecar([tagged, dog]), sidecar([cat]))
  const { file, due, readOnly, problem, contradictions } = recovered(text)
  expect({ due, readOnly, kind: problem?.kind, contradictions }).toEqual({
    ...{ due: false, readOnly: true, kind: 'sidecar-git-conflict', contradictions: [] },
  })
  expect(file?.['annotations']).toMatchObject([{ id: 'cat', note: 'Ours', tag: 'event' }, { id: 'dog' }])
})

test('once it is carried out the file is due, its bytes go aside, and the history will hold both versions', () => {
  const [ours, theirs] = [sidecar([noted]), sidecar([tagged])]
  const found = recovered(conflicted(ours, theirs, sidecar([cat])), [], [])
  expect(found).toMatchObject({ due: true, readOnly: false, putAside: true, problem: null })
  expect(found.file?.['annotations']).toMatchObject([{ note: 'Ours', tag: 'event' }])
  expect(found.joined?.theirs).toEqual(ours)
  expect(found.joined?.edit).toMatchObject({ kind: 'put', annotation: { id: 'cat', tag: 'event' } })
})

test('what both branches changed is asked, and holds the merge up until it is decided', () => {
  const text = conflicted(sidecar([noted]), sidecar([changed(cat, { note: 'Theirs' })]), sidecar([cat]))
  const asked = recovered(text, [], [])
  expect(asked).toMatchObject({ due: false, readOnly: true })
  expect(asked.contradictions).toMatchObject([{ id: 'cat', field: 'note', ours: 'Ours', theirs: 'Theirs' }])
  const decided = recovered(text, [], [{ of: 'annotations', id: 'cat', field: 'note', side: 'theirs' }])
  expect(decided.file?.['annotations']).toMatchObject([{ note: 'Theirs' }])
})

test('where git doesn’t say what both began with, the history of this device tells; without one a person is asked', () => {
  const text = conflicted(sidecar([noted]), sidecar([changed(cat, { tag: 'event', modified: late })]))
  const history: Entry[] = [
    { kind: 'base', at: early, sha256: null, file: sidecar([cat]) },
    { kind: 'edit', at: late, revision: 4, edit: { kind: 'put', annotation: noted } },
    { kind: 'checkpoint', at: late, sha256: hash(lines(sidecar([noted]))), lacks: 0 },
  ]
  expect(recovered(text, history)).toMatchObject({ contradictions: [], file: { annotations: [{ tag: 'event' }] } })
  expect(recovered(text).contradictions).toMatchObject([{ field: 'tag', ours: 'actor', theirs: 'event' }])
})

test('edits that stand in the history and in neither branch are in the merged layer', () => {
  const history: Entry[] = [
    { kind: 'base', at: early, sha256: hash(lines(sidecar([cat]))), file: sidecar([cat]) },
    { kind: 'edit', at: late, revision: 4, edit: { kind: 'put', annotation: dog } },
  ]
  const text = conflicted(sidecar([cat]), sidecar([tagged]), sidecar([cat]))
  const { file } = recovered(text, history)
  expect(new Set(file?.['annotations'] as JsonObject[])).toEqual(new Set([dog, tagged]))
})

test('a machine that stopped between carrying out and writing goes on where it was, and still puts the bytes aside', () => {
  const text = conflicted(sidecar([noted]), sidecar([tagged]), sidecar([cat]))
  const history: Entry[] = [
    { kind: 'base', at: late, sha256: hash(text), file: sidecar([noted]) },
    { kind: 'edit', at: late, revision: 4, edit: { kind: 'put', annotation: { ...noted, tag: 'event' } } },
  ]
  const found = recovered(text, history)
  expect(found).toMatchObject({ due: true, putAside: true, readOnly: false })
  expect(found.file?.['annotations']).toMatchObject([{ note: 'Ours', tag: 'event' }])
  // The same conflict come back later is another matter.
  const written: Entry[] = [...history, { kind: 'kept', at: late, sha256: 'f'.repeat(64) }]
  expect(recovered(text, written)).toMatchObject({ due: false, readOnly: true })
})

test.each([
  ['marks that are cut off', `<<<<<<< HEAD\n${lines(sidecar([cat]))}`],
  ['a version of this branch that is damaged', conflicted('{\n', sidecar([cat]))],
  ['a version of the other branch that is damaged', conflicted(sidecar([cat]), '{\n')],
  ['a newer version', conflicted(sidecar([cat]), sidecar([cat], { formatVersion: 9 }))],
  ['other texts', conflicted(sidecar([cat]), otherText(sidecar([cat])))],
])('%s: it is named, and left alone', (_, text) => {
  expect(() => recovered(text, [], [])).toThrow(expect.objectContaining({ kind: 'sidecar-git-unmergeable' }))
})

function otherText(file: JsonObject): JsonObject {
  return { ...file, article: { ...(file['article'] as JsonObject), textSha256: 'b'.repeat(64) } }
}

test('a history doesn’t rebuild over what git left', () => {
  const history: Entry[] = [{ kind: 'base', at: early, sha256: null, file: sidecar([cat]) }]
  expect(() => recovered(conflicted('{\n', '{\n'), history, [])).toThrow(Problem)
})
