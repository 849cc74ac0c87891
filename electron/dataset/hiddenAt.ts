import { dirname, join, relative, sep } from 'node:path'
import { type Sealed, type SealedProject, sealedFor } from '../../shared/organise/sealed.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { PROJECT_FILE } from '../saving/places.ts'
import type { Workbench } from '../work/workbench.ts'
import { scan } from '../workspace/scan.ts'
import { readProject } from './openWorkspace.ts'

type Readers = Pick<Workbench, 'run'>

/** Which layers of a workspace a command, which is nobody, may not show (see `sealedFor`); null where it may show all. What can't be read of the project keeps everything sealed. */
export async function sealedAt(disk: Disk, root: string, workbench: Readers): Promise<Sealed | null> {
  const project = await sealedProjectAt(disk, root, workbench)
  if (project.isKnown !== false && project.rounds.every(({ opened }) => opened !== undefined)) return null
  const { listings } = await scan(disk, root)
  const paths = [...listings.values()].flatMap(listing => [...listing.articles()].map(({ path }) => path))
  return sealedFor(project, null, paths)
}

/** Whether the layers beside one article may be shown, wherever above it its workspace begins. */
export async function hidesBeside(
  disk: Disk,
  article: string,
  workbench: Readers,
): Promise<(annotator: string) => boolean> {
  const root = await workspaceAround(disk, dirname(article))
  if (root === null) return () => false
  const sealed = await sealedAt(disk, root, workbench)
  if (!sealed) return () => false
  const path = relative(root, article).split(sep).join('/')
  return annotator => sealed.hides(path, annotator)
}

async function sealedProjectAt(disk: Disk, root: string, workbench: Readers): Promise<SealedProject> {
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
