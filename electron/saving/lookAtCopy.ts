import { createHash } from 'node:crypto'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import type { CopySource, MergedCopy } from '../../shared/merging/mergeCopy.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { Workbench } from '../work/workbench.ts'
import { readOldTexts } from './oldTexts.ts'
import { readKept } from './readKept.ts'
import { readCopies } from './readPast.ts'

interface Surroundings {
  readonly disk: Disk
  readonly fence: Fence
  readonly workbench: Pick<Workbench, 'run'>
  /** Of the copy, of the layer's file and of this device's history; absolute, inside the fence. */
  readonly copyPath: string
  readonly path: string
  readonly historyPath: string
  /** The bytes that the layer's file would have now. */
  readonly here: () => Promise<Uint8Array>
}

/** What merging a copy comes to, and the sha256 of the bytes that were looked at. */
export type LookedAtCopy = MergedCopy & { readonly sha256: string }

/** Reads a copy of a layer, and says what merging it comes to. Nothing is changed. Throws a Problem for a copy that can't be read. */
export async function lookAtCopy(
  { disk, fence, workbench, copyPath, path, historyPath, here }: Surroundings,
  layer: Omit<CopySource, 'copy' | 'here' | 'history' | 'begun' | 'oldTexts'>,
): Promise<LookedAtCopy> {
  // Bytes go to the worker and don't come back, so what is looked at twice is read twice.
  const look = async (oldTexts: CopySource['oldTexts']): Promise<LookedAtCopy> => {
    const copy = await readBounded(disk, copyPath, MAX_SIDECAR_BYTES, fence)
    const sha256 = createHash('sha256').update(copy).digest('hex')
    const { history } = await readKept(disk, fence, path, historyPath)
    const begun = await readCopies(disk, fence, historyPath)
    const merged = await workbench.run('mergeCopy', { ...layer, copy, here: await here(), history, begun, oldTexts })
    return { ...merged, sha256 }
  }
  const found = await look('unread')
  return found.wantsTexts.length > 0 ? look(await readOldTexts(disk, fence, found.wantsTexts)) : found
}
