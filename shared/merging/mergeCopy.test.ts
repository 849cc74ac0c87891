import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Edit } from '../annotation/edit.ts'
import { type NewEntry, writeEntry } from '../history/history.ts'
import type { JsonObject } from '../json/json.ts'
import { textOf } from '../json/rest.ts'
import { cat, changed, early, hash, late, sidecar, span } from './givenSidecars.laws.ts'
import { type CopySource, type MergedCopy, mergeCopy } from './mergeCopy.ts'

const text = 'The 🐈 cat sat.'
/** A place in it, as Stet writes it. */
const at = (word: string, start: number) => ({ ...span(word, start), before: '', after: '' })
const there = changed(cat, { spans: [at('cat', 6)], origin: { kind: 'manual' } })
const bytesOf = (file: JsonObject | string) => new TextEncoder().encode(typeof file === 'string' ? file : textOf(file))
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

/** A history that begins with these annotations, and goes on with these edits. */
function historyOf(begun: JsonObject, ...edits: readonly JsonObject[]): Uint8Array {
  let last = ''
  const entries: NewEntry[] = [
    { kind: 'base', at: early, sha256: null, parts: [textOf(begun)] },
    ...edits.map((edit): NewEntry => ({ kind: 'edit', at: early, revision: 1, edit })),
  ]
  const lines = entries.map(entry => {
    const written = writeEntry(entry, last, sha256)
    last = written.last
    return written.line
  })
  return bytesOf(lines.join(''))
}

function merged(copy: JsonObject | string, here: JsonObject, others: Partial<CopySource> = {}): MergedCopy {
  const source: CopySource = {
    ...{ copy: bytesOf(copy), here: bytesOf(here), history: historyOf(here), begun: [], text, textSha256: hash },
    ...{ oldTexts: 'unread', me: { id: 'ada', key: 'k1' }, decisions: [] },
    ...others,
  }
  return mergeCopy(source, sha256, () => 0)
}

const editOf = ({ edit }: MergedCopy) => JSON.parse(edit!) as Extract<Edit, { kind: 'all' }>

test('what the copy has besides becomes one edit, at its place in the text as the program counts', () => {
  const sat = changed(there, { id: 'sat', spans: [at('sat', 10)] })
  const found = merged(sidecar([there, sat]), sidecar([there]))
  expect(found.changes).toEqual({
    added: 1,
    changed: 0,
    removed: 0,
    links: 0,
    comments: 0,
    verdicts: 0,
    progress: false,
  })
  expect(editOf(found).edits).toMatchObject([
    { kind: 'put', annotation: { id: 'sat', spans: [{ start: 11, end: 14 }] } },
  ])
  expect(found.madeBy).toBe(null)
})

test('a copy that says the same brings nothing', () => {
  const found = merged(sidecar([there]), sidecar([there]))
  expect(found).toMatchObject({ edit: null, contradictions: '[]', changes: { added: 0, changed: 0 } })
})

test('what contradicts is asked with ours as it stands here, and decided that way', () => {
  const history = historyOf(sidecar([there]), { kind: 'put', annotation: changed(there, { note: 'Here' }) })
  const here = sidecar([changed(there, { note: 'Here' })])
  const copy = sidecar([changed(there, { note: 'There', modified: late })])
  const asked = merged(copy, here, { history })
  expect(asked.edit).toBe(null)
  expect(JSON.parse(asked.contradictions)).toMatchObject([{ id: 'cat', field: 'note', ours: 'Here', theirs: 'There' }])
  const decided = (side: 'ours' | 'theirs') =>
    merged(copy, here, { history, decisions: [{ of: 'annotations', id: 'cat', field: 'note', side }] })
  expect(decided('ours')).toMatchObject({ edit: null, contradictions: '[]' })
  expect(editOf(decided('theirs')).edits).toMatchObject([{ kind: 'put', annotation: { note: 'There' } }])
})

test('an annotation whose words don’t stand where the copy says comes without a place', () => {
  for (const spans of [[span('dog', 6)], [span('cat', 500)]]) {
    const found = merged(sidecar([there, changed(cat, { id: 'odd', spans })]), sidecar([there]))
    const ids = editOf(found).edits.map(edit => (edit.kind === 'putUnplaced' ? edit.unplaced.id : edit.kind))
    expect(ids).toEqual(['odd'])
  }
})

test('a copy that was made on another text is placed in this one, and nothing counts as known', () => {
  const old = 'The cat sat.'
  const madeOn = sha256(old)
  const copy = sidecar([changed(cat, { note: 'There' })])
  const elsewhere = { ...copy, article: { ...(copy['article'] as JsonObject), textSha256: madeOn } }
  const here = sidecar([changed(there, { note: 'Here' })])
  expect(merged(elsewhere, here).wantsTexts).toEqual([madeOn])
  const found = merged(elsewhere, here, { oldTexts: { [madeOn]: old } })
  expect(JSON.parse(found.contradictions)).toMatchObject([
    { field: 'note', ours: 'Here', theirs: 'There' },
    // Nothing but the cat beside it tells that it is the same word.
    { field: 'spans', theirs: { placement: 'changed' } },
  ])
})

test('a link whose end is in neither version isn’t brought along', () => {
  const link = { id: 'l', type: 'about', from: 'cat', to: { annotation: 'dog' }, attributes: {} }
  const dog = changed(there, { id: 'dog', spans: [at('sat', 10)] })
  const history = historyOf(sidecar([there, dog]), { kind: 'remove', id: 'dog' })
  const found = merged(sidecar([there, dog], { links: [link] }), sidecar([there]), { history })
  expect(found).toMatchObject({ edit: null, changes: { links: 0 } })
  expect(editOf(merged(sidecar([there, dog], { links: [link] }), sidecar([there, dog]))).edits).toMatchObject([
    { kind: 'putLink', link: { id: 'l' } },
  ])
})

test('whose it is is said where it isn’t surely the person’s own', () => {
  const by = (annotator: JsonObject) => merged(sidecar([there], { annotator }), sidecar([there])).madeBy
  expect(by({ id: 'ada', name: 'Ada', key: 'k1' })).toBe(null)
  expect(by({ id: 'ada', name: 'Ada', key: 'k2' })).toBe('Ada')
  expect(by({ id: 'bob', name: 'Bob', key: 'k1' })).toBe('Bob')
})

test('a copy that can’t be read is a problem of the copy', () => {
  const kindOf = (copy: JsonObject | string) => {
    try {
      return merged(copy, sidecar([there])).edit
    } catch (problem) {
      return (problem as { kind: string }).kind
    }
  }
  expect(kindOf('{')).toBe('copy-damaged')
  expect(kindOf(sidecar([there, there]))).toBe('copy-damaged')
  expect(kindOf(sidecar([there], { formatVersion: 9 }))).toBe('copy-newer')
})

test('what was taken away here and the copy has linked to since is asked, and comes back with its link or goes with it', () => {
  const link = { id: 'l', type: 'about', from: 'cat', to: { annotation: 'sat' }, attributes: {} }
  const sat = changed(there, { id: 'sat', spans: [at('sat', 10)] })
  const history = historyOf(sidecar([there, sat]), { kind: 'remove', id: 'sat' })
  const copy = sidecar([there, sat], { links: [link], modified: late })
  const asked = merged(copy, sidecar([there]), { history })
  expect(asked.edit).toBe(null)
  expect(JSON.parse(asked.contradictions)).toMatchObject([{ of: 'annotations', id: 'sat', field: '' }])
  const decided = (side: 'ours' | 'theirs') =>
    merged(copy, sidecar([there]), { history, decisions: [{ of: 'annotations', id: 'sat', field: '', side }] })
  expect(decided('ours').edit).toBe(null)
  expect(editOf(decided('theirs')).edits).toMatchObject([
    { kind: 'put', annotation: { id: 'sat' } },
    { kind: 'putLink', link: { id: 'l' } },
  ])
})
