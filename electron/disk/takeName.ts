import { dirname } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from './disk.ts'
import { codeOf } from './explain.ts'
import { syncFolder } from './fence.ts'

/**
 * Gives the file at `from` the name `to`, unless something has that name: a
 * rename that never overwrites, for which Node has no call. A crash on the way
 * leaves the file under one of the names, or whole under both.
 *
 * Throws Problem `file-name-taken`; what the system says passes as it is.
 */
export async function takeName(disk: Disk, from: string, to: string): Promise<void> {
  await giveName(disk, from, to)
  await syncFolder(disk, dirname(to))
  if (dirname(from) !== dirname(to)) await syncFolder(disk, dirname(from))
}

/** The same, but the name is durable only once its folder is synced. */
export async function giveName(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.link(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw taken()
    if (!isWithoutLinks(error)) throw error
    return reserveAndRename(disk, from, to)
  }
  try {
    await disk.rm(from)
  } catch (error) {
    await disk.rm(to, { force: true }).catch(() => {})
    throw error
  }
}

/** Whether a failure says that a file system has no hard links, as exFAT and some network drives haven't. */
export function isWithoutLinks(error: unknown): boolean {
  return /^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK|EINVAL)$/.test(codeOf(error) ?? '')
}

/** An empty file takes the name first, since that can be done exclusively; then the whole file replaces it. */
async function reserveAndRename(disk: Disk, from: string, to: string): Promise<void> {
  const reserved = await disk.open(to, 'wx').catch(error => {
    throw codeOf(error) === 'EEXIST' ? taken() : error
  })
  try {
    await reserved.close()
    await disk.rename(from, to)
  } catch (error) {
    const found = await disk.lstat(to).catch(() => null)
    if (found?.size === 0) await disk.rm(to, { force: true }).catch(() => {})
    throw error
  }
}

function taken(): Problem {
  return new Problem('file-name-taken')
}
