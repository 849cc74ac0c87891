import { cpSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A folder of the same files: hard links where the disk is the same, copies elsewhere. */
export function linkFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  try {
    linkTree(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    rmSync(to, { recursive: true, force: true })
    cpSync(from, to, { recursive: true })
  }
}

function linkTree(from: string, to: string): void {
  const names = readdirIfFolder(from)
  if (names) mkdirSync(to)
  else linkSync(from, to)
  for (const name of names ?? []) linkTree(join(from, name), join(to, name))
}

/** The names in a folder; null for a file. */
export function readdirIfFolder(path: string): string[] | null {
  try {
    return readdirSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null
    throw error
  }
}
