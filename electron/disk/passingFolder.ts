import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Disk } from './disk.ts'
import { explain } from './explain.ts'
import { type Fence, raiseFence } from './fence.ts'

/** Makes a folder of one's own where the system keeps what passes, and takes it away with all that is in it once the work is done or has failed. */
export async function withPassingFolder<T>(disk: Disk, work: (fence: Fence) => Promise<T>): Promise<T> {
  const folder = join(await disk.realpath(tmpdir()).catch(explain), `stet-${randomUUID()}`)
  // What passes through may be anybody's work: nobody else looks into it.
  await disk.mkdir(folder, { mode: 0o700 }).catch(explain)
  try {
    return await work(await raiseFence(disk, folder))
  } finally {
    await disk.rm(folder, { force: true, recursive: true }).catch(() => {})
  }
}
