import { isSame } from '../json/isSame.ts'
import type { Json } from '../json/json.ts'
import type { Project } from './project.ts'
import { changesCodebook, type ProjectEdit, partsOfProjectEdit, type RecordPlace, type SetEdit } from './projectEdit.ts'

/**
 * Whether a project still holds what the edit left behind. The version of the
 * codebook isn't looked at: it grows with whatever anybody changes.
 */
export function isProjectAsLeft(project: Project, edit: ProjectEdit): boolean {
  return [...leftBy(edit).values()].every(({ of, id, fields }) => {
    const record = project.record(of, id)
    if (!fields || !record) return !fields && !record
    return [...fields].every(
      ([name, value]) => isOfVersion(of, name) || isSame(Object.hasOwn(record, name) ? record[name] : undefined, value),
    )
  })
}

/** How an edit leaves one record: the fields that it names, undefined for one that isn't there; null where it is dropped. */
interface LeftRecord {
  readonly of: RecordPlace
  readonly id: string
  readonly fields: Map<string, Json | undefined> | null
}

function leftBy(edit: ProjectEdit): Map<string, LeftRecord> {
  const left = new Map<string, LeftRecord>()
  for (const part of partsOfProjectEdit(edit)) {
    const { of, id } = part
    const key = JSON.stringify([of, id])
    const before = left.get(key)?.fields ?? []
    left.set(key, { of, id, fields: part.kind === 'drop' ? null : new Map([...before, ...fieldsOf(part)]) })
  }
  return left
}

/** An edit without what it says of the codebook's version: made so, it makes a version of its own. */
export function withoutVersion(edit: ProjectEdit): ProjectEdit {
  if (!changesCodebook(edit)) return edit
  const parts = partsOfProjectEdit(edit).flatMap(part => {
    if (part.kind === 'drop' || part.of !== 'codebook') return [part]
    const kept = Object.entries(part.fields).filter(([name, value]) => name !== 'version' && !(name === 'id' && !value))
    return kept.length > 0 || part.nulls ? [{ ...part, fields: Object.fromEntries(kept) }] : []
  })
  return { kind: 'all', edits: parts }
}

/** The id and version of the codebook that an edit leaves: undefined where it doesn't touch them, null where none is written any more. */
export function markLeftBy(edit: ProjectEdit): { readonly id?: Json | null; readonly version?: Json | null } {
  const own = partsOfProjectEdit(edit).filter((part): part is SetEdit => part.kind === 'set' && part.of === 'codebook')
  return Object.assign({}, ...own.map(({ fields }) => fields)) as { id?: Json | null; version?: Json | null }
}

function isOfVersion(of: RecordPlace, name: string): boolean {
  return of === 'codebook' && (name === 'version' || name === 'id')
}

/** What a set leaves in each field that it names: undefined for one that it takes away. */
function fieldsOf({ fields, nulls = [] }: SetEdit): [name: string, value: Json | undefined][] {
  return [
    ...Object.entries(fields).map(([name, value]): [string, Json | undefined] => [name, value ?? undefined]),
    ...nulls.map((name): [string, Json | undefined] => [name, null]),
  ]
}
