import { constants, type Stats } from 'node:fs'
import type { ProblemKind } from '../../shared/problems/kinds.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk, OpenFile } from './disk.ts'

/** Flags of open(2) by which a pipe is not waited for and a link not followed. Windows has neither; a missing constant counts as 0 in `|`. */
export const safely = constants.O_NOFOLLOW | constants.O_NONBLOCK

/**
 * Opens a file that is a file: no link, no folder, no pipe, no device. `flags`
 * are those of open(2); with O_CREAT the file need not be there.
 *
 * A pipe or device is never opened, since opening one may wait or do something.
 * Throws a Problem of the kind `otherwise`; what the system says passes as it is.
 */
export async function openOrdinary(disk: Disk, path: string, flags: number, otherwise: ProblemKind): Promise<OpenFile> {
  const creates = (flags & constants.O_CREAT) !== 0
  const before = await disk.lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (creates && error.code === 'ENOENT') return null
    throw error
  })
  if (before) refuseUnlessFile(before, otherwise)
  const file = await disk.open(path, flags | safely).catch((error: NodeJS.ErrnoException) => {
    // A link or socket that came after the look.
    if (error.code === 'ELOOP' || error.code === 'ENXIO') throw new Problem(otherwise, 'It is a link or a socket.')
    throw error
  })
  try {
    const after = await file.stat()
    refuseUnlessFile(after, otherwise)
    // Where links can't be refused on opening, another file than the one looked at was reached through one.
    if (before && constants.O_NOFOLLOW === undefined && !isSame(before, after))
      throw new Problem(otherwise, 'It changed.')
    return file
  } catch (error) {
    await file.close().catch(() => {})
    throw error
  }
}

/** Whether two looks were at the same file. */
export function isSame(one: Stats, other: Stats): boolean {
  return one.ino === other.ino && one.dev === other.dev
}

/** What a thing is that isn't an ordinary file, in words; null for an ordinary file. */
export function strangeness(
  thing: Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink' | 'isFIFO' | 'isSocket'>,
): string | null {
  if (thing.isFile()) return null
  if (thing.isSymbolicLink()) return 'It is a link.'
  if (thing.isDirectory()) return 'It is a folder.'
  if (thing.isFIFO()) return 'It is a pipe.'
  return thing.isSocket() ? 'It is a socket.' : 'It is a device.'
}

function refuseUnlessFile(found: Stats, otherwise: ProblemKind): void {
  const what = strangeness(found)
  if (what) throw new Problem(otherwise, what)
}
