import type { SealedProject } from '../../shared/organise/sealed.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Project } from '../../shared/project/project.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import type { Workbench } from '../work/workbench.ts'
import type { FoundArticle } from '../workspace/listing.ts'
import { readProject } from '../workspace/readProject.ts'
import { scan } from '../workspace/scan.ts'
import { sealingAt } from './sealingAt.ts'

/** A workspace as a dataset is made of it: its articles with the layers beside them, and its project. */
export interface OpenWorkspace {
  readonly articles: readonly FoundArticle[]
  readonly project: Project
  /** What is sealed here: as `project` says, or, for a folder of a workspace, as that does. */
  readonly sealing: SealedProject
}

/** Lists a workspace and reads its project. Throws the Problem by which that can't be done. */
export async function openWorkspace(
  disk: Disk,
  fence: Fence,
  workbench: Pick<Workbench, 'run'>,
): Promise<OpenWorkspace> {
  const { listings, problems } = await scan(disk, fence.root)
  const [problem] = problems.values()
  if (problem) throw new Problem(problem.kind, problem.detail)
  return {
    articles: [...listings.values()].flatMap(listing => [...listing.articles()]),
    project: await readProject(disk, fence, workbench),
    sealing: await sealingAt(disk, fence.root, workbench),
  }
}
