import { createHash } from 'node:crypto'
import { MAX_ARTICLE_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import { textPlace } from './places.ts'

/** A hash as it names a file, and nothing else does. */
const HASH = /^[0-9a-f]{64}$/

/**
 * Earlier texts that this device keeps, by their hash. What isn't kept, can't
 * be read, or isn't the text that its name says, is left out: without it
 * annotations are found by their words and surroundings alone.
 */
export async function readOldTexts(
  disk: Disk,
  fence: Fence,
  hashes: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {}
  for (const hash of hashes.filter(one => HASH.test(one))) {
    const text = await readText(disk, fence, hash)
    if (text !== null) texts[hash] = text
  }
  return texts
}

async function readText(disk: Disk, fence: Fence, hash: string): Promise<string | null> {
  try {
    const bytes = await readBounded(disk, textPlace(fence.root, hash), MAX_ARTICLE_BYTES, fence)
    if (createHash('sha256').update(bytes).digest('hex') !== hash) return null
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof Problem || error instanceof TypeError) return null
    throw error
  }
}
