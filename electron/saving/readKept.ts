import { createHash } from 'node:crypto'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'

/** A kept file and this device's history of it, as they stand on disk. */
export interface OnDisk {
  readonly file: { readonly bytes: Uint8Array; readonly sha256: string } | null
  readonly history: Uint8Array | null
}

/** Reads both. What isn't there is null; any other failure is a Problem. */
export async function readKept(disk: Disk, fence: Fence, path: string, historyPath: string): Promise<OnDisk> {
  const bytes = await bytesOf(disk, fence, path)
  const history = await bytesOf(disk, fence, historyPath)
  return { file: bytes && { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }, history }
}

async function bytesOf(disk: Disk, fence: Fence, path: string): Promise<Uint8Array | null> {
  try {
    return await readBounded(disk, path, MAX_SIDECAR_BYTES, fence)
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-there') return null
    throw error
  }
}
