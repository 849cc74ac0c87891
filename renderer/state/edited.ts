import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { leftBy } from '../../shared/annotation/footprint.ts'

/** An annotation before and after an edit; `undefined` where it wasn't there. */
export interface Edited {
  readonly was: Annotation | undefined
  readonly now: Annotation | undefined
}

/** What an applied edit did to annotations, read from the edit and the undo that applying it gave. */
export function editedBy(edit: Edit, undo: Edit): Edited[] {
  const before = annotationsLeftBy(undo)
  const after = annotationsLeftBy(edit)
  return [...new Set([...after.keys(), ...before.keys()])]
    .map(id => ({ was: before.get(id), now: after.get(id) }))
    .filter(({ was, now }) => was !== undefined || now !== undefined)
}

function annotationsLeftBy(edit: Edit): Map<string, Annotation | undefined> {
  const left = new Map<string, Annotation | undefined>()
  for (const one of leftBy(edit)) if (one.part === 'annotation') left.set(one.id, one.value)
  return left
}
