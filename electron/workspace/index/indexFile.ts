import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { Problem } from '../../../shared/problems/problem.ts'
import type { Disk } from '../../disk/disk.ts'
import { raiseFence } from '../../disk/fence.ts'
import { readBounded } from '../../disk/readBounded.ts'
import { replaceFile } from '../../disk/replaceFile.ts'
import { type IndexEntry, isEntry } from './indexEntry.ts'

/** Grows with each change of what the index holds or how it is made; an index of another version is made afresh. */
const VERSION = 3
const HEADER = JSON.stringify({ format: 'stet-index', version: VERSION })
/** 100,000 articles with long titles. */
const MAX_INDEX_BYTES = 256 * 1024 * 1024
/** So many lines are read or written before others get their turn. */
const LINES_A_TURN = 500

/** Where the index of a workspace stands: named by a hash of the workspace's real path, so that the name tells nothing. */
export function indexPlace(indexFolder: string, root: string): string {
  return join(indexFolder, `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.jsonl`)
}

/**
 * The entries that an index file holds, by path. A file that isn't there, is
 * damaged, or is of another version gives none: the index is never truth, and
 * is made afresh without a word.
 */
export async function readIndex(disk: Disk, path: string): Promise<Map<string, IndexEntry>> {
  const entries = new Map<string, IndexEntry>()
  const bytes = await readBounded(disk, path, MAX_INDEX_BYTES).catch(noneOf)
  const lines = new TextDecoder().decode(bytes).split('\n')
  if (lines[0] !== HEADER || lines.at(-1) !== '') return entries
  for (let i = 1; i < lines.length - 1; i++) {
    if (i % LINES_A_TURN === 0) await breathe()
    const line = lineOf(lines[i]!)
    if (!line) return new Map()
    entries.set(...line)
  }
  return entries
}

/** Writes an index file whole. A failure is nobody's loss: the index is made again the next time. */
export async function writeIndex(disk: Disk, path: string, entries: ReadonlyMap<string, IndexEntry>): Promise<void> {
  const pieces = [HEADER]
  let done = 0
  for (const entry of entries) {
    if (++done % LINES_A_TURN === 0) await breathe()
    pieces.push(JSON.stringify(entry))
  }
  const folder = join(path, '..')
  try {
    await disk.mkdir(folder, { recursive: true })
    await replaceFile(disk, await raiseFence(disk, folder), path, Buffer.from(`${pieces.join('\n')}\n`))
  } catch (error) {
    if (!(error instanceof Problem) && !isSystem(error)) throw error
  }
}

function lineOf(line: string): [string, IndexEntry] | null {
  try {
    const value: unknown = JSON.parse(line)
    if (!Array.isArray(value) || value.length !== 2) return null
    const [path, entry] = value as unknown[]
    return typeof path === 'string' && isEntry(entry) ? [path, entry] : null
  } catch {
    return null
  }
}

function noneOf(error: unknown): Uint8Array {
  if (error instanceof Problem) return new Uint8Array()
  throw error
}

function isSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error
}
