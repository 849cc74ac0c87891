import type { KeptFile } from '../history/recover.ts'
import type { JsonObject } from '../json/json.ts'
import { keptSidecar } from '../sidecar/keptSidecar.ts'
import { mergeSidecars } from './mergeSidecars.ts'

/**
 * Sidecars, as recovering them needs to know them: what others changed is
 * merged with what this device recorded, by id and field. What contradicts
 * closes the layer for writing until a person has decided all of it.
 */
export const mergingSidecar: KeptFile = {
  ...keptSidecar,

  join(agreed, theirs, pending, decisions) {
    if (!agreed) return null
    const merged = mergeSidecars({ agreed, ours: keptSidecar.replay(agreed, pending), theirs }, decisions)
    if (!merged) return null
    const { file, edits, contradictions } = merged
    return {
      file,
      edit: edits.length === 0 ? null : allOf(edits),
      contradictions: contradictions.map(contradiction => ({ ...contradiction }) as unknown as JsonObject),
      isOpen: contradictions.length > 0,
    }
  },
}

/** Several edits as one. */
export function allOf(edits: readonly JsonObject[]): JsonObject {
  return edits.length === 1 ? edits[0]! : { kind: 'all', edits }
}
