import type { SealedProject } from '../../shared/organise/sealed.ts'
import type { Disk } from '../disk/disk.ts'
import type { Workbench } from '../work/workbench.ts'
import { SealsAround, sealedProjectAt } from '../workspace/sealsAround.ts'

/**
 * What is sealed in a folder, with paths inside it: as its own project says, and as those of the workspaces say that it is a part of.
 * What can't be read keeps everything sealed. `root` is a real path.
 */
export async function sealingAt(disk: Disk, root: string, workbench: Pick<Workbench, 'run'>): Promise<SealedProject> {
  const own = await sealedProjectAt(disk, root, workbench)
  const around = await new SealsAround(disk, root, workbench).read()
  return around.length === 0 ? own : { ...own, around }
}
