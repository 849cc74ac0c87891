import { dirname, join, relative, sep } from 'node:path'
import { type SealedProject, seenFrom } from '../../shared/organise/sealed.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { PROJECT_FILE } from '../saving/places.ts'
import type { Workbench } from '../work/workbench.ts'
import { scan } from '../workspace/scan.ts'
import { readProject } from './readProject.ts'

/**
 * What is sealed in a folder, with paths inside it: as its project says, or, where it has none, that of the workspace it is a part of.
 * What can't be read keeps everything sealed. `root` is a real path.
 */
export async function sealingAt(disk: Disk, root: string, workbench: Pick<Workbench, 'run'>): Promise<SealedProject> {
  const around = await workspaceAround(disk, root)
  if (around === null) return { rounds: [], seals: [], assignments: [] }
  const project = await sealedProjectAt(disk, around, workbench)
  if (around === root || !isSealing(project)) return project
  const folder = relative(around, root).split(sep).join('/')
  return seenFrom(project, folder, await pathsIn(disk, around))
}

/** Whether something may be sealed by it. */
export function isSealing({ rounds, isKnown = true }: SealedProject): boolean {
  return !isKnown || rounds.some(({ opened }) => opened === undefined)
}

/** The paths of all articles in a folder and below it. */
export async function pathsIn(disk: Disk, root: string): Promise<string[]> {
  const { listings } = await scan(disk, root)
  return [...listings.values()].flatMap(listing => [...listing.articles()].map(({ path }) => path))
}

async function sealedProjectAt(disk: Disk, root: string, workbench: Pick<Workbench, 'run'>): Promise<SealedProject> {
  try {
    return await readProject(disk, await raiseFence(disk, root), workbench)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { rounds: [], seals: [], assignments: [], isKnown: false }
  }
}

/** The nearest folder with a project file, this one or above it; null without one. */
async function workspaceAround(disk: Disk, folder: string): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await disk.lstat(join(at, PROJECT_FILE)).catch(() => null)
    if (found) return at
    if (dirname(at) === at) return null
  }
}
