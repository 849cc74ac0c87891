import type { Zone } from '../article/article.ts'
import type { Joined, RecordedEdit } from '../history/recover.ts'
import type { JsonObject } from '../json/json.ts'

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

/** The files of both sides, and what both began with; null where that is lost. */
export interface FactsSides {
  readonly agreed: JsonObject | null
  readonly ours: JsonObject
  readonly theirs: JsonObject
}

/**
 * What was said here of the article's blocks, as an edit of what somebody else made of the file, block by block. Where
 * both said something else of one block, ours is kept and theirs is told. null where the two count in different texts.
 */
export function mergeFacts(
  { agreed, ours, theirs }: FactsSides,
  pending: readonly RecordedEdit[],
): Pick<Joined, 'edit' | 'contradictions'> | null {
  if (textOf(ours) !== textOf(theirs)) return null
  const edits: JsonObject[] = []
  const contradictions: ZoneContradiction[] = []
  for (const [start, last] of lastOf(pending)) {
    const [mine, found] = [zoneAt(ours, start), zoneAt(theirs, start)]
    if (mine === found) continue
    const { end, quote } = last as unknown as { end: number; quote: string }
    edits.push({ kind: 'zone', start, end, quote, zone: mine })
    if (!agreed || zoneAt(agreed, start) !== found)
      contradictions.push({ start, end, quote, ours: mine, theirs: found })
  }
  const edit = edits.length > 1 ? { kind: 'all', edits } : (edits[0] ?? null)
  return { edit, contradictions: contradictions as unknown as JsonObject[] }
}

/** The edit that touched each block last, by where the block begins. */
function lastOf(pending: readonly RecordedEdit[]): Map<number, JsonObject> {
  const last = new Map<number, JsonObject>()
  const look = (edit: JsonObject): void => {
    if (edit['kind'] === 'all') for (const part of edit['edits'] as readonly JsonObject[]) look(part)
    else last.set(edit['start'] as number, edit)
  }
  for (const { edit } of pending) look(edit)
  return last
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
