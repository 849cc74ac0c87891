import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The bytes in all files of a folder. What goes away while it is counted counts as nothing. */
export function folderBytes(folder: string): number {
  let bytes = 0
  for (const name of names(folder)) bytes += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0
  return bytes
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
