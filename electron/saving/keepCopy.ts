import { dirname } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import { type Fence, insideFence, makeFolder, syncFolder } from '../disk/fence.ts'
import { moveFile } from '../disk/moveFile.ts'
import { isSameStamp, type Stamp, stampOf } from './stamp.ts'

/**
 * Keeps the bytes of a file under a second name, for good, if they still are
 * those that were read. It is a hard link, which takes no time at any size: the
 * file itself is always replaced whole, so the link keeps the old bytes.
 *
 * Resolves to whether that was done; on a disk without hard links it can't be.
 * A program that writes into the file instead of replacing it changes the copy
 * too. Until the first checkpoint, which parts them, that can't be helped; the
 * copy is known by its hash, so it is never taken for something that it isn't.
 */
export async function keepCopy(disk: Disk, fence: Fence, from: string, stamp: Stamp, to: string): Promise<boolean> {
  try {
    await makeFolder(disk, fence, dirname(to))
    const source = await insideFence(disk, fence, from)
    const target = await insideFence(disk, fence, to)
    if (!isSameStamp(stamp, await stampOf(disk, source))) return false
    // What an earlier part of the history began with stays: by it every version of that part can be had back.
    await moveFile(disk, fence, target, `${target}-${Date.now()}`).catch(unlessNotThere)
    await disk.link(source, target)
    // Giving a file a second name changes its ctime and nothing else.
    const linked = await stampOf(disk, target)
    if (!isSameStamp({ ...stamp, ctimeNs: linked?.ctimeNs ?? 0n }, linked)) return false
    const file = await disk.open(target, 'r+')
    try {
      // Whoever wrote it may not have waited for the disk.
      await file.datasync()
    } finally {
      await file.close()
    }
    await syncFolder(disk, dirname(target))
    return true
  } catch {
    return false // a reason to write the bytes into the history instead, which says what is wrong with the disk
  }
}

function unlessNotThere(error: unknown): void {
  if (!(error instanceof Problem) || error.kind !== 'not-there') throw error
}
