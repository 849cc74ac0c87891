import { createHash } from 'node:crypto'
import { readLines } from '../../shared/history/history.ts'
import { type Shortened, shorten } from '../../shared/history/shorten.ts'
import { keptSidecar } from '../../shared/sidecar/keptSidecar.ts'
import { fileIn, hashOf } from './pastTask.ts'

/** A history, and what stands beside it. */
export interface LongHistory {
  readonly history: Uint8Array
  readonly sidecar: { readonly bytes: Uint8Array; readonly sha256: string }
  /** Files that the history began with. */
  readonly copies: readonly Uint8Array[]
}

/** Makes a shorter history; null where that would leave nothing out or need no less room, or it is damaged. Runs in the worker. Throws a Problem for a sidecar that can't be read. */
export function shortenTask({ history, sidecar, copies }: LongHistory): Shortened | null {
  const { lines, damage } = readLines(history, hashOf)
  if (damage === 'broken') return null
  const known = new Map(copies.map(bytes => [hashOf(bytes), { bytes, sha256: hashOf(bytes) }]))
  const file = keptSidecar.read(sidecar.bytes)
  const sha256 = createHash('sha256').update(sidecar.bytes).digest('hex')
  const made = shorten(lines, { sha256, file }, hash => fileIn(known.get(hash)), hashOf)
  return made && Buffer.byteLength(made.text) < history.byteLength ? made : null
}
