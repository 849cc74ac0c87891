import { constants } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Disk } from './disk.ts'
import { writeDraft } from './draft.ts'
import { explain, unlessMissing } from './explain.ts'
import { type Fence, insideFence, syncFolder } from './fence.ts'
import { openOrdinary } from './ordinaryFile.ts'

/** Waits in milliseconds before a rename is tried again. On Windows a virus scanner or a sync client may hold a file for a moment. */
const patience: readonly number[] = process.platform === 'win32' ? [200, 400, 800] : []

/** A look at what is about to be replaced. It throws what forbids it. */
export type LastLook = () => Promise<void>

/**
 * Replaces a file whole, or leaves it as it was. The file need not be there.
 *
 * The bytes go to a draft beside the file, are forced to disk and counted, and
 * only then take the file's name. A crash at any point leaves the old file or
 * the new one, and at worst a draft for `sweepDrafts`. A hard link's other name
 * keeps the old bytes.
 *
 * The bytes may come in parts, and be made while they are written. `ready` is
 * waited for once the draft is whole and on the disk, and may resolve to a last
 * look, which is taken right before each try to give the draft its name: what
 * either throws leaves the file as it was.
 *
 * Throws Problem `outside-workspace` where the fence or the thing that has the
 * name forbids it (a link, a pipe, a folder), and what `explain` makes of the
 * system's failures. A failure after the rename is told too: the new bytes are
 * then in place, but perhaps not yet for good.
 */
export async function replaceFile(
  disk: Disk,
  fence: Fence,
  path: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  ready: () => Promise<LastLook | undefined> = async () => undefined,
): Promise<void> {
  try {
    const target = await insideFence(disk, fence, path)
    const draft = await writeDraft(disk, dirname(target), bytes, await modeOf(disk, target))
    try {
      const look = await ready()
      await renamePatiently(disk, draft, target, patience, look)
    } catch (error) {
      await disk.rm(draft, { force: true }).catch(() => {})
      throw error
    }
    await syncFolder(disk, dirname(target))
  } catch (error) {
    explain(error)
  }
}

/** Renames, and tries again after each wait while another program holds the file. */
export async function renamePatiently(
  disk: Disk,
  from: string,
  to: string,
  waits = patience,
  look: LastLook = async () => {},
): Promise<void> {
  for (const wait of [...waits, null]) {
    await look()
    try {
      return await disk.rename(from, to)
    } catch (error) {
      const held = /^(EPERM|EBUSY|EACCES)$/.test((error as NodeJS.ErrnoException).code ?? '')
      if (wait === null || !held) throw error
      await pause(wait)
    }
  }
}

/** The permissions of the file that is to be replaced. Opened for writing, so that a file which says no is left alone. */
async function modeOf(disk: Disk, target: string): Promise<number | undefined> {
  const file = await openOrdinary(disk, target, constants.O_RDWR, 'outside-workspace').catch(unlessMissing(null))
  if (!file) return undefined
  try {
    return (await file.stat()).mode & 0o7777
  } finally {
    await file.close()
  }
}
