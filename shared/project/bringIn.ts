import { isSame } from '../json/isSame.ts'
import { isObject, type Json, type JsonObject } from '../json/json.ts'
import type { Contradiction } from './mergeProject.ts'
import { keyOf, type Project } from './project.ts'
import { allOf, type Collection, collections, type ProjectEdit, type SetEdit } from './projectEdit.ts'

/** What another version of a project brings into the one here. */
export interface BroughtIn {
  /** The edit that brings it in; null where there is nothing to be brought. */
  readonly edit: ProjectEdit | null
  /** Records that are new here, and records that get other fields. */
  readonly added: number
  readonly changed: number
  /** What both say otherwise: it stays as it is here. `ours` is what stands here. */
  readonly contradictions: readonly Contradiction[]
}

interface Versions {
  readonly here: Project
  readonly other: Project
  /** What both began with; null where nothing is known of that. Then what only one of them has was added there. */
  readonly agreed: Project | null
}

/**
 * What another version of a project has and this one lacks, by record and
 * field: what only the other changed since both were the same, and all that
 * isn't here. What both changed stays as it is here and is told; what was taken
 * away here and changed there stays as it is there. No record goes.
 */
export function bringIn({ here, other, agreed }: Versions): BroughtIn {
  const edits: SetEdit[] = []
  const contradictions: Contradiction[] = []
  let added = 0
  for (const [of, id, theirs] of recordsOf(other)) {
    const [was, ours] = [agreed?.record(of, id), here.record(of, id)]
    if (!ours && was) {
      if (isSame(theirs, was)) continue
      contradictions.push({ of, id, field: '', ours: undefined, theirs })
    }
    const place = ours ? undefined : other.placeOf(of, id)
    const edit = ours
      ? fieldsOf(of, id, { was, ours, theirs }, contradictions)
      : fieldsOf(of, id, { was: undefined, ours: {}, theirs }, contradictions)
    if (!edit) continue
    edits.push(place === undefined ? edit : { ...edit, at: Math.min(place, here.count(of)) })
    if (!ours) added++
  }
  const edit = edits.length > 0 ? allOf(edits) : null
  return { edit, added, changed: edits.length - added, contradictions }
}

function fieldsOf(
  of: Collection,
  id: string,
  { was, ours, theirs }: { was: JsonObject | undefined; ours: JsonObject; theirs: JsonObject },
  contradictions: Contradiction[],
): SetEdit | null {
  const fields: Record<string, Json | null> = {}
  const nulls: string[] = []
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(was ?? {})])) {
    const [before, one, other] = [at(was, name), at(ours, name), at(theirs, name)]
    if (isSame(one, other) || isSame(other, before)) continue
    if (!isSame(one, before)) contradictions.push({ of, id, field: name, ours: one, theirs: other })
    else if (other === null) nulls.push(name)
    else fields[name] = other ?? null
  }
  if (Object.keys(fields).length + nulls.length === 0) return null
  return { kind: 'set', of, id, fields, ...(nulls.length > 0 ? { nulls } : {}) }
}

function* recordsOf(project: Project): Iterable<[Collection, string, JsonObject]> {
  const file = project.file()
  const book = isObject(file['codebook']) ? file['codebook'] : {}
  for (const of of collections) {
    const records = (of in book ? book[of] : file[of]) as readonly JsonObject[] | undefined
    for (const record of records ?? []) yield [of, keyOf(of, record), record]
  }
}

function at(record: JsonObject | undefined, name: string): Json | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined
}
