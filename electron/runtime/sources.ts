import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a build is made of: when one of these changes, it is made again. */
export const sources = ['shared', 'electron', 'renderer', 'resources', 'package.json', 'package-lock.json'] as const

/** When a build began, as the file system dates it; written last, so that a build without one is not whole. */
export interface Stamp {
  readonly begunMs: number
}

/** Whether the build in `out` is missing, cut short, or older than a source. */
export function isStale(project: string): boolean {
  const begunMs = readStamp(join(project, 'out', 'stamp.json'))
  return begunMs === undefined || sources.some(source => newestChange(join(project, source)) >= begunMs)
}

/** When anything in a file or folder changed last. A folder changes when a file in it is added or taken away. */
export function newestChange(path: string): number {
  const seen = statSync(path, { throwIfNoEntry: false })
  if (seen === undefined) return Number.NEGATIVE_INFINITY
  // A file put back with its old date has still changed: the system's own date says so.
  const changed = Math.max(seen.mtimeMs, seen.ctimeMs)
  if (!seen.isDirectory()) return changed
  return Math.max(changed, ...readdirSync(path).map(name => newestChange(join(path, name))))
}

function readStamp(path: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as Stamp).begunMs
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw error
  }
}
