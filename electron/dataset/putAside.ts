import { dirname } from 'node:path'
import { createFile } from '../disk/createFile.ts'
import type { Disk } from '../disk/disk.ts'
import { type Fence, makeFolder } from '../disk/fence.ts'
import { articlePlace } from '../saving/places.ts'

/** The folder into which what is in the way is put at a moment: nothing is deleted. Inside the workspace, with `/`. */
export function asideFolder(now: Date, end = ''): string {
  return `.stet/taken-back/${now.toISOString().replace(/[:.]/g, '-')}${end}`
}

/** Keeps the bytes of a file that is about to be replaced, in such a folder under the file's own path. Throws the Problem that prevents it. */
export async function putAside(
  { path, bytes, folder }: { readonly path: string; readonly bytes: Uint8Array; readonly folder: string },
  { disk, fence }: { readonly disk: Disk; readonly fence: Fence },
): Promise<void> {
  const to = articlePlace(fence.root, `${folder}/${path}`)
  await makeFolder(disk, fence, dirname(to))
  await createFile(disk, fence, to, bytes)
}
