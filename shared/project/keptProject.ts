import type { KeptFile, RecordedEdit } from '../history/recover.ts'
import type { JsonObject } from '../json/json.ts'
import { textOf } from '../json/rest.ts'
import { mergeProject } from './mergeProject.ts'
import { Project } from './project.ts'
import { type ProjectEdit, partsOfProjectEdit, type RecordPlace } from './projectEdit.ts'
import { checkProjectFile, readProjectFile } from './projectFile.ts'

/**
 * Project files, as recovering them needs to know them. A name is the JSON text
 * of `[list, id, field]`, or of `[list, id]` where a record is taken away. What
 * was changed on both sides is joined, field by field, and told.
 */
export const keptProject: KeptFile & Required<Pick<KeptFile, 'join'>> = {
  read: readProjectFile,
  check: checkProjectFile,

  replay(file, edits) {
    if (edits.length === 0) return file
    return checkProjectFile(replayed(file, edits).file())
  },

  touched(edit) {
    return partsOfProjectEdit(checked(edit)).flatMap(part =>
      part.kind === 'drop'
        ? [JSON.stringify([part.of, part.id])]
        : [...Object.keys(part.fields), ...(part.nulls ?? [])].map(field => JSON.stringify([part.of, part.id, field])),
    )
  },

  part(file, name) {
    const [of, id, field] = JSON.parse(name) as [RecordPlace, string, string?]
    const record = new Project(file).record(of, id)
    const thing = field === undefined ? record : record?.[field]
    return thing === undefined ? undefined : textOf(thing)
  },

  join(agreed, theirs, pending) {
    const joined = new Project(theirs)
    // Where nobody knows what it was, what was made here is kept, as in a contradiction.
    const was = agreed ?? theirs
    const sides = { agreed: new Project(was), ours: replayed(was, pending), theirs: joined }
    const { edit, contradictions } = mergeProject(
      sides,
      pending.map(({ edit }) => checked(edit)),
    )
    const told = contradictions.map(({ ours, theirs, ...place }) => ({
      ...place,
      ...(ours === undefined ? {} : { ours }),
      ...(theirs === undefined ? {} : { theirs }),
    }))
    return {
      file: checkProjectFile(joined.file()),
      edit: edit as unknown as JsonObject,
      contradictions: told,
      isOpen: false,
    }
  },
}

function replayed(file: JsonObject, edits: readonly RecordedEdit[]): Project {
  const project = new Project(file)
  for (const { edit } of edits) project.apply(checked(edit))
  return project
}

/** An edit out of the history. What isn't one throws a RangeError: the line is damaged or newer. */
function checked(edit: JsonObject): ProjectEdit {
  const parts = edit['kind'] === 'all' ? (edit['edits'] as readonly JsonObject[]) : [edit]
  for (const { kind, of } of parts)
    if ((kind !== 'set' && kind !== 'drop') || typeof of !== 'string')
      throw new RangeError(`No edit of the kind ${String(kind)}`)
  return edit as unknown as ProjectEdit
}
