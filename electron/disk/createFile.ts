import { dirname } from 'node:path'
import type { Disk } from './disk.ts'
import { writeDraft } from './draft.ts'
import { explain } from './explain.ts'
import { type Fence, insideFence } from './fence.ts'
import { takeName } from './takeName.ts'

/**
 * Writes a new file whole, of bytes or of parts of them as they come, and never over anything that is there.
 *
 * Throws Problem `file-name-taken` or `outside-workspace`, and what `explain`
 * makes of the system's failures. A failure while the folder is synced leaves
 * the new file there, whole.
 */
export async function createFile(
  disk: Disk,
  fence: Fence,
  path: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  try {
    const target = await insideFence(disk, fence, path)
    const draft = await writeDraft(disk, dirname(target), bytes)
    await takeName(disk, draft, target).catch(async error => {
      await disk.rm(draft, { force: true }).catch(() => {})
      throw error
    })
  } catch (error) {
    explain(error)
  }
}
