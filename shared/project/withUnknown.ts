import type { Json } from '../json/json.ts'
import type { Project } from './project.ts'
import { type ProjectEdit, partsOfProjectEdit } from './projectEdit.ts'

/**
 * An edit that takes records over from another project, with the fields of
 * theirs that this version doesn't know. What the edit doesn't touch stays.
 */
export function withUnknown(edit: ProjectEdit, theirs: Project): ProjectEdit {
  const edits = partsOfProjectEdit(edit).map(part => {
    const record = part.kind === 'set' && part.of !== 'codebook' ? theirs.record(part.of, part.id) : undefined
    if (part.kind !== 'set' || !record) return part
    const more = theirs.unknownIn(part.of, part.id).map(name => [name, record[name]!] as const)
    return { ...part, fields: { ...(Object.fromEntries(more) as Record<string, Json>), ...part.fields } }
  })
  return edits.length === 1 ? edits[0]! : { kind: 'all', edits }
}
