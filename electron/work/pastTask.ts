import { createHash } from 'node:crypto'
import type { Line } from '../../shared/history/history.ts'
import { readLines } from '../../shared/history/history.ts'
import { placedForm } from '../../shared/history/placedForm.ts'
import { type Copy, recover } from '../../shared/history/recover.ts'
import type { StrandSource } from '../../shared/history/strand.ts'
import { readTimeline } from '../../shared/history/timeline.ts'
import { timelineInPieces } from '../../shared/history/timelinePiece.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { HISTORY_PIECE_CHARACTERS } from '../../shared/limits.ts'
import { mergingSidecar } from '../../shared/merging/mergingSidecar.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { keptSidecar } from '../../shared/sidecar/keptSidecar.ts'
import { makeRuler } from '../../shared/text/ruler.ts'

/** What a layer's past is read from: bytes that may be anybody's. */
export interface PastSource {
  readonly sidecar: { readonly bytes: Uint8Array; readonly sha256: string } | null
  /** The oldest of each device first; `isCurrent` is the one that the device writes to. */
  readonly histories: readonly { readonly device: string; readonly isCurrent: boolean; readonly bytes: Uint8Array }[]
  /** Files that histories began with. */
  readonly copies: readonly Uint8Array[]
  readonly text: string
  readonly textSha256: string
  /** The device that reads. */
  readonly own: string
}

export interface PastInPieces {
  /** See `TimelinePiece`. */
  readonly pieces: readonly string[]
  readonly moments: number
}

/** Reads all that is known of a layer's past; runs in the worker. */
export function pastTask({ sidecar, histories, copies, text, textSha256, own }: PastSource): PastInPieces {
  const known = new Map<string, Copy>(copies.map(bytes => [hashOf(bytes), { bytes, sha256: hashOf(bytes) }]))
  if (sidecar) known.set(sidecar.sha256, sidecar)
  const read = histories.map(({ bytes, ...one }) => ({ ...one, found: readLines(bytes, hashOf) }))
  const devices = [...new Set([own, ...histories.map(({ device }) => device)])]
  const sources = devices.map(
    (device): StrandSource => ({
      device,
      files: read.filter(one => one.device === device).map(({ found }) => found),
      copyOf: sha256 => fileIn(known.get(sha256)),
    }),
  )
  const current = read.find(({ device, isCurrent }) => device === own && isCurrent)?.found
  const now = presentFile(sidecar, current ?? readLines(new Uint8Array(), hashOf), known)
  const timeline = readTimeline(sources, now, own, placedForm(text, textSha256, makeRuler(text)))
  return { pieces: timelineInPieces(timeline, HISTORY_PIECE_CHARACTERS), moments: timeline.moments.length }
}

/** The layer's file as it would be taken up now; null where it can't be. */
function presentFile(
  sidecar: PastSource['sidecar'],
  { lines, ...found }: ReturnType<typeof readLines>,
  known: ReadonlyMap<string, Copy>,
): JsonObject | null {
  try {
    const history = { ...found, entries: lines.map(({ entry }) => entry) }
    return recover(sidecar, history, mergingSidecar, copyFor(lines, known)).file
  } catch (problem) {
    if (problem instanceof Problem) return null
    throw problem
  }
}

/** What the present part of a history began with, where it stands beside it. */
function copyFor(lines: readonly Line[], known: ReadonlyMap<string, Copy>): Copy | null {
  const base = lines.findLast(({ entry }) => entry.kind === 'base')?.entry
  return (base?.kind === 'base' && base.sha256 !== null && known.get(base.sha256)) || null
}

/** The file in a copy's bytes; undefined where they can't be read. */
export function fileIn(copy: Copy | undefined): JsonObject | undefined {
  try {
    return copy && keptSidecar.read(copy.bytes)
  } catch (problem) {
    if (problem instanceof Problem) return undefined
    throw problem
  }
}

/** Hex sha256 of a text as UTF-8, or of bytes. */
export function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
