import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from './disk.ts'
import { codeOf, explain, unlessMissing } from './explain.ts'
import { type Fence, insideFence, makeFolder } from './fence.ts'

/** A turn takes milliseconds. One that is this old is of somebody who died in it, or of a clock that was wrong. */
const STALE_MS = 3_000
/** How long a turn is waited for before it counts as a failure, which is tried again like any other. */
const PATIENCE_MS = 10_000
const LOOK_AGAIN_MS = 5

/**
 * Waits until nobody else on this machine is at what `path` stands for, and
 * gives back how the turn ends. It is for a few calls of the disk, no longer: a
 * file that only one can make stands there meanwhile.
 *
 * Throws Problem `cannot-save` where it lasts too long, and what `explain` makes
 * of the system's failures.
 */
export async function takeTurn(disk: Disk, fence: Fence, path: string): Promise<() => Promise<void>> {
  try {
    await makeFolder(disk, fence, dirname(path))
    const place = await insideFence(disk, fence, path)
    const since = performance.now()
    while (!(await make(disk, place))) {
      const found = await disk.lstat(place).catch(unlessMissing(null))
      if (found && Math.abs(Date.now() - found.mtimeMs) > STALE_MS) await disk.rm(place, { force: true })
      else if (performance.now() - since > PATIENCE_MS) throw new Problem('cannot-save', 'Somebody else is writing it.')
      else await pause(LOOK_AGAIN_MS)
    }
    return () => disk.rm(place, { force: true }).catch(() => {}) // it grows stale by itself
  } catch (error) {
    return explain(error)
  }
}

/** Makes the file, unless it is there. */
async function make(disk: Disk, place: string): Promise<boolean> {
  try {
    await (await disk.open(place, 'wx')).close()
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}
