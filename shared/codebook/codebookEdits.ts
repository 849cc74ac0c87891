import { isSame } from '../json/isSame.ts'
import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { attributeKey, type ProjectEdit, type SingleProjectEdit } from '../project/projectEdit.ts'
import type { Codebook } from './codebook.ts'

type Lists = 'tags' | 'attributes' | 'links' | 'reasons'
type RawRecord = (of: Lists, id: string) => JsonObject | undefined

/**
 * The edit that makes one codebook of another; null where they say the same.
 * Versions are no concern of it: a change makes a new one by itself, unless
 * `after` has another id, or a later version, and comes with that.
 *
 * `raw` gives records as they stand in the file, so that keys which aren't known
 * are kept inside of answers and questions too.
 */
export function codebookEdits(before: Codebook, after: Codebook, raw: RawRecord = () => undefined): ProjectEdit | null {
  const edits: SingleProjectEdit[] = [
    ...listEdits('tags', before.tags, after.tags, tag => tag.id, raw),
    ...listEdits('attributes', before.attributes, after.attributes, attributeKey, raw),
    ...listEdits('links', before.links, after.links, link => link.id, raw),
    ...listEdits('reasons', before.reasons ?? [], after.reasons ?? [], reason => reason.id, raw),
    ...ownEdits(before, after),
  ]
  return edits.length === 0 ? null : edits.length === 1 ? edits[0]! : { kind: 'all', edits }
}

function ownEdits(before: Codebook, after: Codebook): SingleProjectEdit[] {
  const fields: Record<string, Json> = {}
  if (!isSame(before.rulesOff, after.rulesOff)) fields['rulesOff'] = [...after.rulesOff]
  if (before.id !== after.id) Object.assign(fields, { id: after.id, version: after.version })
  else if (after.version > before.version) fields['version'] = after.version
  return Object.keys(fields).length === 0 ? [] : [{ kind: 'set', of: 'codebook', id: before.id, fields }]
}

function listEdits<T extends object>(
  of: Lists,
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
  raw: RawRecord,
): SingleProjectEdit[] {
  const was = new Map(before.map(one => [keyOf(one), one]))
  const stays = new Set(after.map(keyOf))
  const gone = [...was.keys()].filter(id => !stays.has(id))
  const order = [...was.keys()].filter(id => stays.has(id))
  const edits: SingleProjectEdit[] = gone.map(id => ({ kind: 'drop', of, id }))
  after.forEach((one, at) => {
    const id = keyOf(one)
    const fields = fieldEdits(was.get(id), one, raw(of, id))
    const stands = order[at] === id
    if (stands && Object.keys(fields).length === 0) return
    edits.push({ kind: 'set', of, id, fields, ...(stands ? {} : { at }) })
    if (stands) return
    const from = order.indexOf(id)
    if (from !== -1) order.splice(from, 1)
    order.splice(at, 0, id)
  })
  return edits
}

function fieldEdits(was: object | undefined, now: object, raw: JsonObject | undefined): Record<string, Json | null> {
  const before = (was ?? {}) as Record<string, Json | undefined>
  const after = now as Record<string, Json | undefined>
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter(name => !isSame(before[name], after[name]))
  return Object.fromEntries(
    changed.map(name => [name, after[name] === undefined ? null : carried(after[name], raw?.[name], before[name])]),
  )
}

/** A list of records with the keys that only the file knows: what the file says of a record, but for what the program read of it. */
function carried(now: Json, raw: Json | undefined, was: Json | undefined): Json {
  if (!Array.isArray(now) || !Array.isArray(raw)) return now
  return now.map(one => {
    if (!isObject(one)) return one
    const there = recordOf(raw, one['id'])
    if (!there) return one
    const read = recordOf(Array.isArray(was) ? was : [], one['id']) ?? {}
    const others = Object.entries(there).filter(([name]) => !(name in read) && !(name in one))
    const inner = Object.entries(one).map(([name, value]) => [name, carried(value, there[name], read[name])])
    return Object.fromEntries([...inner, ...others])
  })
}

function recordOf(list: readonly Json[], id: Json | undefined): JsonObject | undefined {
  return list.find((one): one is JsonObject => isObject(one) && one['id'] === id)
}
