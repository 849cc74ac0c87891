import type { JsonObject } from '../json/json.ts'
import type { Contradiction, Decision, Side } from './contradiction.ts'
import { mergeSidecars } from './mergeSidecars.ts'
import { entriesOf } from './sidecarEntries.ts'

/** What another version of a layer brings into the layer as it stands here, in the form of files. */
export interface MergedVersions {
  /** The layer with all that can be merged in it; what is undecided stands as it is here. */
  readonly file: JsonObject
  /** The edits that make `file` out of the layer as it stands here: none of them holds others. */
  readonly edits: readonly JsonObject[]
  /** What a person still has to decide; `ours` is what stands here, `theirs` the other version. */
  readonly contradictions: readonly Contradiction[]
  readonly changes: Changes
}

/** How much a merge changes here: annotations, placed or not, by what becomes of them; links, comments and verdicts however they change; and whether its progress does. */
export interface Changes {
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly links: number
  readonly comments: number
  readonly verdicts: number
  readonly progress: boolean
}

interface Versions {
  readonly here: JsonObject
  readonly other: JsonObject
  /** What both began with; null where nothing is known of that. */
  readonly agreed: JsonObject | null
}

/**
 * Merges another version of a layer into the one here, by id and field. A link
 * whose end neither version keeps goes with it. null where they stand on
 * different texts: offsets say nothing then.
 */
export function mergeVersions(
  { here, other, agreed }: Versions,
  decisions: readonly Decision[] = [],
): MergedVersions | null {
  const turned = decisions.map(decision => ({ ...decision, side: otherSide[decision.side] }))
  const merged = mergeSidecars({ agreed, ours: other, theirs: here }, turned)
  if (!merged) return null
  const contradictions = merged.contradictions.map(one => ({ ...one, ours: one.theirs, theirs: one.ours }))
  const { file, edits } = withoutHanging(merged.file, merged.edits, here)
  return { file, edits, contradictions, changes: changesOf(here, edits) }
}

const otherSide: Readonly<Record<Side, Side>> = { ours: 'theirs', theirs: 'ours' }

/** Links that would newly hang in the air are left out, or taken away; one that hung here already stays as it is. */
function withoutHanging(file: JsonObject, edits: readonly JsonObject[], here: JsonObject) {
  const hungBefore = new Set(hangingIn(here))
  const gone = new Set(hangingIn(file).filter(id => !hungBefore.has(id)))
  if (gone.size === 0) return { file, edits }
  const links = (file['links'] as readonly JsonObject[]).filter(({ id }) => !gone.has(id as string))
  const kept = edits.filter(({ kind, link }) => kind !== 'putLink' || !gone.has((link as JsonObject)['id'] as string))
  const before = entriesOf(here, 'links')
  const removed = [...gone].filter(id => before.has(id)).map(id => ({ kind: 'removeLink', id }))
  return { file: { ...file, links }, edits: [...kept, ...removed] }
}

function hangingIn(file: JsonObject): string[] {
  const annotations = entriesOf(file, 'annotations')
  return [...entriesOf(file, 'links')].flatMap(([id, { from, to }]) => {
    const end = (to as JsonObject)['annotation']
    const hangs = !annotations.has(from as string) || (end !== undefined && !annotations.has(end as string))
    return hangs ? [id] : []
  })
}

function changesOf(here: JsonObject, edits: readonly JsonObject[]): Changes {
  const before = entriesOf(here, 'annotations')
  const count = (counts: (edit: JsonObject) => boolean) => edits.filter(counts).length
  const idOf = ({ annotation, unplaced }: JsonObject) => ((annotation ?? unplaced) as JsonObject)['id'] as string
  const puts = (edit: JsonObject) => edit['kind'] === 'put' || edit['kind'] === 'putUnplaced'
  return {
    added: count(edit => puts(edit) && !before.has(idOf(edit))),
    changed: count(edit => puts(edit) && before.has(idOf(edit))),
    removed: count(({ kind }) => kind === 'remove' || kind === 'removeUnplaced'),
    links: count(({ kind }) => kind === 'putLink' || kind === 'removeLink'),
    comments: count(({ kind }) => kind === 'putComment' || kind === 'removeComment'),
    verdicts: count(({ kind }) => kind === 'putVerdict' || kind === 'removeVerdict'),
    progress: edits.some(({ kind }) => kind === 'status'),
  }
}
