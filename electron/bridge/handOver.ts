import { Problem } from '../../shared/problems/problem.ts'
import type { DesksByFolder } from './desksByFolder.ts'
import { whereaboutsOf } from './whereabouts.ts'

/** The windows, as far as they are needed to show something. */
export interface Showing {
  open(path: string | null): void
  /** False where there is no window. */
  toFront(): boolean
}

/**
 * Shows what another start of the program asked for: in the window that has it,
 * else in a new one. A path that leads nowhere gets a window too, which says so.
 */
export async function handOver(path: string | null, desks: DesksByFolder, windows: Showing): Promise<void> {
  if (path === null) {
    if (!windows.toFront()) windows.open(null)
    return
  }
  const holder = desks.deskAt(await folderOf(path))
  if (holder) await holder.show(path)
  else windows.open(path)
}

async function folderOf(path: string): Promise<string> {
  try {
    return (await whereaboutsOf(path)).folder
  } catch (error) {
    if (error instanceof Problem) return path
    throw error
  }
}
