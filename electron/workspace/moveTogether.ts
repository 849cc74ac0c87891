import { dirname, join } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import { explain, unlessMissing } from '../disk/explain.ts'
import { type Fence, makeFolder } from '../disk/fence.ts'
import { moveFile } from '../disk/moveFile.ts'

/**
 * Renames several files, all of them or none, and none over anything that is
 * there. Paths are inside the fence.
 *
 * Throws the Problem that stood in the way, once what had moved is back. Files
 * that could not be moved back are named in its detail: they are whole, at
 * their new place. A crash on the way leaves each file whole at one of its places.
 */
export async function moveTogether(
  disk: Disk,
  fence: Fence,
  moves: readonly (readonly [string, string])[],
): Promise<void> {
  const absolute = moves.map(([from, to]) => ({ from: join(fence.root, from), to: join(fence.root, to) }))
  for (const { to } of absolute) {
    if (await isThere(disk, to).catch(explain))
      throw new Problem('file-name-taken', `${to.slice(fence.root.length + 1)}.`)
  }
  const begun: { from: string; to: string }[] = []
  try {
    for (const move of absolute) {
      await makeFolder(disk, fence, dirname(move.to))
      begun.push(move)
      await moveFile(disk, fence, move.from, move.to)
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const stuck = await moveBack(disk, fence, begun)
    throw stuck.length === 0
      ? error
      : new Problem(error.kind, `${error.detail} Already renamed: ${stuck.join(', ')}.`, { cause: error })
  }
}

/** Gives the files that could not be moved back, by their new path inside the fence. */
async function moveBack(disk: Disk, fence: Fence, begun: readonly { from: string; to: string }[]): Promise<string[]> {
  const stuck: string[] = []
  for (const { from, to } of begun.toReversed()) {
    // The last one may have failed before or after it got its new name.
    if (await isThere(disk, from).catch(() => false)) continue
    await moveFile(disk, fence, to, from).catch(async error => {
      if (!(error instanceof Problem)) throw error
      if (!(await isThere(disk, from).catch(() => false))) stuck.push(to.slice(fence.root.length + 1))
    })
  }
  return stuck
}

async function isThere(disk: Disk, path: string): Promise<boolean> {
  return (await disk.lstat(path).catch(unlessMissing(null))) !== null
}
