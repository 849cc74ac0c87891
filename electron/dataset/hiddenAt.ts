import { basename, dirname } from 'node:path'
import { isSealing, type Sealed, sealedFor } from '../../shared/organise/sealed.ts'
import type { Disk } from '../disk/disk.ts'
import type { Workbench } from '../work/workbench.ts'
import { pathsIn } from '../workspace/sealsAround.ts'
import { sealingAt } from './sealingAt.ts'

type Readers = Pick<Workbench, 'run'>

/** Which layers of a workspace, or of a folder of one, a command, which is nobody, may not show (see `sealedFor`); null where it may show all. What can't be read of the project keeps everything sealed. */
export async function sealedAt(disk: Disk, root: string, workbench: Readers): Promise<Sealed | null> {
  const real = await disk.realpath(root).catch(() => root)
  const sealing = await sealingAt(disk, real, workbench)
  return isSealing(sealing) ? sealedFor(sealing, null, await pathsIn(disk, real)) : null
}

/** Whether the layers beside one article may be shown, wherever above it its workspace begins. */
export async function hidesBeside(
  disk: Disk,
  article: string,
  workbench: Readers,
): Promise<(annotator: string) => boolean> {
  const sealed = await sealedAt(disk, dirname(article), workbench)
  return annotator => sealed?.hides(basename(article), annotator) ?? false
}
