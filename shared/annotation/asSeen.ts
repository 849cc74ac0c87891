import { isSame } from '../json/isSame.ts'
import type { Edit } from './edit.ts'
import { type Left, leftBy, partsOf, presentOf } from './footprint.ts'
import type { Layer } from './layer.ts'

/**
 * Whether an edit that was made of what somebody saw would change nothing that
 * they didn't see. `seen` is an edit that leaves things as they were seen; null
 * where nothing of the layer was.
 *
 * What was seen must be so still. What wasn't seen mustn't be there, unless the
 * edit leaves it as it is; and no link may lose its end by a removal that
 * doesn't remove it too.
 */
export function isAsSeen(layer: Layer, edit: Edit, seen: Edit | null): boolean {
  const seenParts = new Map((seen ? leftBy(seen) : []).map(left => [keyOf(left), left.value]))
  const left = new Map(leftBy(edit).map(one => [keyOf(one), one]))
  for (const one of seen ? leftBy(seen) : []) if (!isSame(presentOf(layer, one), one.value)) return false
  for (const [key, one] of left) {
    const present = presentOf(layer, one)
    if (!seenParts.has(key) && present !== undefined && !isSame(present, one.value)) return false
  }
  return partsOf(edit).every(
    part => part.kind !== 'remove' || layer.linksOf(part.id).every(({ id }) => left.has(`link ${id}`)),
  )
}

function keyOf({ part, id }: Left): string {
  return `${part} ${id}`
}
