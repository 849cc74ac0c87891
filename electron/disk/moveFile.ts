import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from './disk.ts'
import { explain } from './explain.ts'
import { type Fence, insideFence } from './fence.ts'
import { strangeness } from './ordinaryFile.ts'
import { takeName } from './takeName.ts'

/**
 * Renames a file inside the fence, and never over anything that is there.
 *
 * Throws Problem `not-there` where there is nothing to move, `file-name-taken`,
 * `outside-workspace` (also for what is no ordinary file), and what `explain`
 * makes of the system's failures.
 */
export async function moveFile(disk: Disk, fence: Fence, from: string, to: string): Promise<void> {
  try {
    const source = await insideFence(disk, fence, from)
    const target = await insideFence(disk, fence, to)
    const found = await disk.lstat(source).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new Problem('not-there') : error
    })
    const what = strangeness(found)
    if (what) throw new Problem('outside-workspace', what)
    await takeName(disk, source, target)
  } catch (error) {
    explain(error)
  }
}
