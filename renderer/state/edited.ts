import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'

/** An annotation before and after an edit; `undefined` where it wasn't there. */
export interface Edited {
  readonly was: Annotation | undefined
  readonly now: Annotation | undefined
}

/** What an applied edit did to annotations, read from the edit and the undo that applying it gave. */
export function editedBy(edit: Edit, undo: Edit): Edited[] {
  if (edit.kind === 'all' && undo.kind === 'all') {
    const last = undo.edits.length - 1
    return edit.edits.flatMap((part, i) => editedBy(part, undo.edits[last - i]!))
  }
  const now = edit.kind === 'put' ? edit.annotation : undefined
  const was = undo.kind === 'put' ? undo.annotation : undefined
  return now || was ? [{ was, now }] : []
}
