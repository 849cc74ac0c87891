import { dirname } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from './disk.ts'
import { writeDraft } from './draft.ts'
import { explain } from './explain.ts'
import { type Fence, insideFence, syncFolder } from './fence.ts'
import { inTurns } from './inTurns.ts'
import { giveName } from './takeName.ts'

/** A file that is to be there. */
export interface NewFile {
  /** Absolute. Its folder is there. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** So many drafts are written and synced at once: a disk takes them up together. */
const AT_ONCE = 16

/**
 * Writes many new files, each as whole and as durable as `createFile` makes it,
 * and none over anything that is there. What costs the most, forcing them to
 * the disk, is done for all together: the drafts side by side, and each folder
 * once, when all of them have their names.
 *
 * Resolves, in their order, to what prevented each, or null: a Problem as
 * `createFile` throws it. A folder that can't be synced counts for each file in it,
 * though they are there.
 */
export async function createTogether(disk: Disk, fence: Fence, files: readonly NewFile[]): Promise<(Problem | null)[]> {
  const problems = files.map((): Problem | null => null)
  const folders = new Map<string, number[]>()
  await inTurns([...files.entries()], AT_ONCE, async ([i, { path, bytes }]) => {
    problems[i] = await problemOf(async () => {
      const target = await insideFence(disk, fence, path)
      const draft = await writeDraft(disk, dirname(target), bytes)
      await giveName(disk, draft, target).catch(async error => {
        await disk.rm(draft, { force: true }).catch(() => {})
        throw error
      })
      folders.set(dirname(target), [...(folders.get(dirname(target)) ?? []), i])
    })
  })
  await inTurns([...folders], AT_ONCE, async ([folder, inIt]) => {
    const problem = await problemOf(() => syncFolder(disk, folder))
    if (problem) for (const i of inIt) problems[i] = problem
  })
  return problems
}

async function problemOf(work: () => Promise<void>): Promise<Problem | null> {
  try {
    await work().catch(explain)
    return null
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
