import { createHash } from 'node:crypto'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import { copyPlace } from './places.ts'
import { type Stamp, withStamp } from './stamp.ts'

/** A kept file and this device's history of it, as they stand on disk. */
export interface OnDisk {
  readonly file: { readonly bytes: Uint8Array; readonly sha256: string } | null
  readonly history: Uint8Array | null
}

/** The same, and what tells the file apart from any later state of it; null where nothing does. */
export interface OnDiskStamped extends OnDisk {
  readonly stamp: Stamp | null
}

/** Reads both. What isn't there is null; any other failure is a Problem. */
export async function readKept(disk: Disk, fence: Fence, path: string, historyPath: string): Promise<OnDisk> {
  const bytes = await bytesOf(disk, fence, path)
  const history = await bytesOf(disk, fence, historyPath)
  return { file: bytes && hashed(bytes), history }
}

/** Reads both as `readKept` does, for a file that may be very large. */
export async function readStamped(disk: Disk, fence: Fence, path: string, historyPath: string): Promise<OnDiskStamped> {
  const [kept, stamp] = await withStamp(disk, path, () => readKept(disk, fence, path, historyPath))
  return { ...kept, stamp: kept.file && stamp }
}

/** What a history began with, where that stands beside it; null for nothing, or nothing that can be read. */
export async function readCopy(disk: Disk, fence: Fence, historyPath: string): Promise<OnDisk['file']> {
  const bytes = await bytesOf(disk, fence, copyPlace(historyPath)).catch(unlessProblem)
  return bytes && hashed(bytes)
}

function unlessProblem(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}

function hashed(bytes: Uint8Array): NonNullable<OnDisk['file']> {
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function bytesOf(disk: Disk, fence: Fence, path: string): Promise<Uint8Array | null> {
  try {
    return await readBounded(disk, path, MAX_SIDECAR_BYTES, fence)
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-there') return null
    throw error
  }
}
