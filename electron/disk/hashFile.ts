import { createHash } from 'node:crypto'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from './disk.ts'
import { explainReading } from './explain.ts'
import type { Fence } from './fence.ts'
import { withStretches } from './readStretch.ts'

/** Bytes read and hashed at a time: well under a millisecond. */
const STRETCH = 256 * 1024

/**
 * The sha256 of a file inside the fence, which is read a little at a time so
 * that nobody waits for a large one. Throws as `readBounded` does.
 */
export async function hashFile(disk: Disk, fence: Fence, path: string, maxBytes: number): Promise<string> {
  try {
    return await withStretches(disk, fence, path, async ({ size, read }) => {
      if (size > maxBytes) throw new Problem('too-large', `${size} bytes.`)
      const hash = createHash('sha256')
      for (let at = 0; at < size; at += STRETCH) hash.update(await read(at, Math.min(STRETCH, size - at)))
      return hash.digest('hex')
    })
  } catch (error) {
    return explainReading(error)
  }
}
