import type { Json } from '../json/json.ts'
import type { Collection } from './sidecarEntries.ts'

/** Something that two versions of a layer say differently, and that neither has from the other. */
export interface Contradiction {
  /** `layer` is what is said of the layer itself: its status. */
  readonly of: Collection | 'layer'
  readonly id: string
  /** As in `fieldsOf`; '' where one side took the entry away and the other changed it, or linked to it. */
  readonly field: string
  /** What both began with; undefined where nothing is known of that, or nothing was there. Whole entries for the field ''. */
  readonly agreed: Json | undefined
  /** undefined where it was taken away. */
  readonly ours: Json | undefined
  readonly theirs: Json | undefined
}

export type Side = 'ours' | 'theirs'

/** What a person decided about one contradiction. */
export interface Decision {
  readonly of: Contradiction['of']
  readonly id: string
  readonly field: string
  readonly side: Side
}

/** What names a contradiction and the decision about it. */
export function keyOf({ of, id, field }: Pick<Contradiction, 'of' | 'id' | 'field'>): string {
  return JSON.stringify([of, id, field])
}
