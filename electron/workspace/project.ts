import { join } from 'node:path'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { MAX_PROJECT_BYTES } from '../../shared/limits.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { Workbench } from '../work/workbench.ts'
import { PROJECT_FILE } from './listing.ts'

/** What a workspace's project file says, or what holds without one. */
export interface OpenProject {
  readonly codebook: Codebook
  /** Why the project file was left aside; null where it was read, or there is none. */
  readonly problem: ProblemNotice | null
}

/** Reads `stet.json`, in the worker. One that can't be read stays untouched, and the default codebook holds meanwhile. */
export async function openProject(disk: Disk, fence: Fence, workbench: Pick<Workbench, 'run'>): Promise<OpenProject> {
  try {
    const bytes = await readBounded(disk, join(fence.root, PROJECT_FILE), MAX_PROJECT_BYTES, fence)
    const { codebook } = await workbench.run('project', { bytes })
    return { codebook: codebook ?? defaultCodebook, problem: null }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { codebook: defaultCodebook, problem: noticeOf(error) }
  }
}

function noticeOf({ kind, detail }: Problem): ProblemNotice | null {
  if (kind === 'not-there') return null
  // Not a file, too large, too slow: to a person it is all the same file that can't be read.
  return kind === 'project-newer' ? { kind, detail } : { kind: 'project-damaged', detail: detail || kind }
}
