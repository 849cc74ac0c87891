import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from './disk.ts'
import { codeOf, explain, explainReading } from './explain.ts'

/** The folder that writes may not leave. `root` is its real path, with no link in it. */
export interface Fence {
  readonly root: string
}

/** The fence around a folder that is there. Throws Problem `folder-not-there` or `folder-unreadable` otherwise. */
export async function raiseFence(disk: Disk, folder: string): Promise<Fence> {
  const root = await disk.realpath(folder).catch(explainReading).catch(asFolder)
  const found = await disk.lstat(root).catch(explainReading).catch(asFolder)
  if (!found.isDirectory()) throw new Problem('folder-not-there', 'What has this name is not a folder.')
  return { root }
}

/**
 * The place that `path` names, once it is certain that it lies inside the fence
 * and that no link leads to it. `path` is absolute and begins with the fence's
 * root. What stands at the place itself is for the caller to look at.
 *
 * Throws Problem `outside-workspace`; a missing parent is a failure of the system.
 */
export async function insideFence(disk: Disk, fence: Fence, path: string): Promise<string> {
  const name = basename(path)
  if (!isBelow(fence.root, path)) throw outside('The path leads out of the folder.')
  const folder = dirname(path)
  const real = await disk.realpath(folder)
  if (real !== fence.root && !isBelow(fence.root, real)) throw outside('A link leads out of the folder.')
  await refuseLinks(disk, fence, folder)
  return join(real, name)
}

/** Makes a folder and those above it, inside the fence, each of them durable. Nothing happens where it is there. */
export async function makeFolder(disk: Disk, fence: Fence, folder: string): Promise<void> {
  if (folder === fence.root) return
  if (!isBelow(fence.root, folder)) throw outside('The path leads out of the folder.')
  try {
    for (const step of stepsTo(fence, folder)) {
      const made = await disk.mkdir(step).then(() => true, unlessThere)
      const found = await disk.lstat(step)
      if (!found.isDirectory()) throw outside('Something that is not a folder stands in the way.')
      if (made) await syncFolder(disk, dirname(step))
    }
  } catch (error) {
    explain(error)
  }
}

/** Makes names in a folder durable: without it, a power cut may bring the old name back. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  // Windows opens no folders; there, the file system keeps names in order by itself.
  if (process.platform === 'win32') return
  const open = await disk.open(folder, 'r')
  try {
    await open.sync()
  } catch (error) {
    if (!isUnsupported(error)) throw error
  } finally {
    await open.close()
  }
}

/** Whether `path` lies below `folder`, and isn't the folder itself. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

async function refuseLinks(disk: Disk, fence: Fence, folder: string): Promise<void> {
  for (const step of stepsTo(fence, folder)) {
    // A junction of Windows counts as a link here.
    if ((await disk.lstat(step)).isSymbolicLink()) throw outside('A folder on the way is a link.')
  }
}

/** The folders from below the root down to `folder` itself. */
function stepsTo(fence: Fence, folder: string): string[] {
  const names = relative(fence.root, folder).split(sep).filter(Boolean)
  return names.map((_, i) => join(fence.root, ...names.slice(0, i + 1)))
}

function outside(detail: string): Problem {
  return new Problem('outside-workspace', detail)
}

function asFolder(error: unknown): never {
  if (!(error instanceof Problem)) throw error
  throw new Problem(error.kind === 'not-there' ? 'folder-not-there' : 'folder-unreadable', error.detail, {
    cause: error,
  })
}

function unlessThere(error: NodeJS.ErrnoException): false {
  if (error.code === 'EEXIST') return false
  throw error
}

/** Some network file systems sync no folders at all; nothing can be done about those. */
function isUnsupported(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'EINVAL' || code === 'ENOTSUP'
}
