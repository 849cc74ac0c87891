import type { Zone } from '../article/article.ts'
import type { Field, FieldName } from '../article/metadata.ts'
import type { Joined, RecordedEdit } from '../history/recover.ts'
import { isSame } from '../json/isSame.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { editTo, saidPart, touchedSaid } from './saidFile.ts'

/** A block that two people said something else of. What was said here is kept. Offsets are those of the file: code points. */
export interface ZoneContradiction {
  readonly start: number
  readonly end: number
  /** The block's first words. */
  readonly quote: string
  /** null where the correction was taken back. */
  readonly ours: Zone | null
  readonly theirs: Zone | null
}

/** A field, or the encoding, that two people said something else of. What was said here is kept; null where it was taken back. */
export type SaidContradiction =
  | { readonly name: FieldName; readonly ours: Field | null; readonly theirs: Field | null }
  | { readonly name: 'encoding'; readonly ours: string | null; readonly theirs: string | null }

/** The files of both sides, and what both began with; null where that is lost. */
export interface FactsSides {
  readonly agreed: JsonObject | null
  readonly ours: JsonObject
  readonly theirs: JsonObject
}

/**
 * What was said here of the article, as an edit of what somebody else made of the file, block by block and field by field.
 * Where both said something else of one of them, ours is kept and theirs is told (a `ZoneContradiction` or a
 * `SaidContradiction`). null where something was said of blocks, and the two count in different texts.
 */
export function mergeFacts(
  { agreed, ours, theirs }: FactsSides,
  pending: readonly RecordedEdit[],
): Pick<Joined, 'edit' | 'contradictions'> | null {
  const last = lastOf(pending)
  if (last.zones.size > 0 && textOf(ours) !== textOf(theirs)) return null
  const edits: JsonObject[] = []
  const contradictions: (ZoneContradiction | SaidContradiction)[] = []
  for (const said of last.said) {
    const [mine, found] = [saidPart(ours, said), saidPart(theirs, said)]
    if (isSame(mine, found)) continue
    edits.push(editTo(ours, said))
    if (!agreed || !isSame(saidPart(agreed, said), found)) contradictions.push(contradictionOf(said, mine, found))
  }
  for (const [start, zone] of last.zones) {
    const [mine, found] = [zoneAt(ours, start), zoneAt(theirs, start)]
    if (mine === found) continue
    const { end, quote } = zone as unknown as { end: number; quote: string }
    edits.push({ kind: 'zone', start, end, quote, zone: mine })
    if (!agreed || zoneAt(agreed, start) !== found)
      contradictions.push({ start, end, quote, ours: mine, theirs: found })
  }
  const edit = edits.length > 1 ? { kind: 'all', edits } : (edits[0] ?? null)
  return { edit, contradictions: contradictions as unknown as JsonObject[] }
}

/** The edit that touched each block last, by where the block begins, and the names of what else was touched. */
function lastOf(pending: readonly RecordedEdit[]): { zones: Map<number, JsonObject>; said: Set<string> } {
  const zones = new Map<number, JsonObject>()
  const said = new Set<string>()
  const look = (edit: JsonObject): void => {
    const name = touchedSaid(edit)
    if (name !== null) said.add(name)
    else if (edit['kind'] === 'all') for (const part of edit['edits'] as readonly JsonObject[]) look(part)
    else zones.set(edit['start'] as number, edit)
  }
  for (const { edit } of pending) look(edit)
  return { zones, said }
}

function contradictionOf(touched: string, ours: Json | undefined, theirs: Json | undefined): SaidContradiction {
  const name = touched.split(' ').at(-1)!
  return { name, ours: ours ?? null, theirs: theirs ?? null } as unknown as SaidContradiction
}

function zoneAt(file: JsonObject, start: number): Zone | null {
  const found = (file['zones'] as readonly JsonObject[]).find(
    zone => zone['start'] === start && zone['textSha256'] === undefined,
  )
  return (found?.['zone'] as Zone | undefined) ?? null
}

function textOf(file: JsonObject): unknown {
  return (file['article'] as JsonObject)['textSha256']
}
