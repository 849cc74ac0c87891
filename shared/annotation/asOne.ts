import type { Edit } from './edit.ts'

/** An edit that isn't made of others. */
export type SingleEdit = Exclude<Edit, { kind: 'all' }>

/** Edits as one, in their order; null for none. */
export function asOne(edits: readonly SingleEdit[]): Edit | null {
  return edits.length > 1 ? { kind: 'all', edits } : (edits[0] ?? null)
}
