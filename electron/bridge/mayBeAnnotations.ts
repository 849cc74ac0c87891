import { basename, join } from 'node:path'
import { hasReader } from '../../shared/importers/extensions.ts'
import type { Disk } from '../disk/disk.ts'
import { explainReading } from '../disk/explain.ts'

/** Names that are looked at before it is decided. */
const MOST_NAMES = 2_000

/**
 * Whether a file or folder may be what others annotated, by its names alone:
 * most that is dropped is an article or a folder of them, and is opened at once.
 * A folder with anything of ours in it is a workspace. `path` is real.
 */
export async function mayBeAnnotations(disk: Disk, path: string, isFolder: boolean): Promise<boolean> {
  if (!isFolder) return !hasReader(basename(path))
  let looked = 0
  let isOther = false
  const folders = [path]
  for (let folder = folders.shift(); folder !== undefined && looked < MOST_NAMES; folder = folders.shift()) {
    for (const entry of await disk.readdir(folder, { withFileTypes: true }).catch(explainReading)) {
      looked++
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) folders.push(join(folder, entry.name))
      else if (/(^|\.)stet\.json$/.test(entry.name)) return false
      else if (entry.isFile() && !hasReader(entry.name)) isOther = true
    }
  }
  return isOther
}
