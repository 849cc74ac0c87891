import { basename } from 'node:path'
import type { Disk } from './disk.ts'
import { isDraft } from './draft.ts'
import { type Fence, insideFence } from './fence.ts'

/** A draft that was written to this recently may be somebody's who is at it. */
const AT_WORK_MS = 60_000

/**
 * Clears away drafts that a crash left behind. Resolves to how many went.
 *
 * Only files with a draft's name go, only inside the fence, and one that can't
 * be removed stays without a word: it harms nobody.
 */
export async function sweepDrafts(
  disk: Disk,
  fence: Fence,
  paths: readonly string[],
  now = Date.now(),
): Promise<number> {
  let swept = 0
  for (const path of paths) {
    if (!isDraft(basename(path))) throw new RangeError(`Not a draft: ${basename(path)}`)
    try {
      const place = await insideFence(disk, fence, path)
      const found = await disk.lstat(place)
      // A date in the future says that a clock was wrong, not that someone is at work.
      if (!found.isFile() || Math.abs(now - found.mtimeMs) < AT_WORK_MS) continue
      await disk.rm(place)
      swept++
    } catch {
      // A read-only folder, or someone was faster.
    }
  }
  return swept
}
