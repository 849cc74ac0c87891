import { basename, dirname } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import { parseSidecarName } from '../../shared/sidecar/names.ts'
import { disk } from '../disk/disk.ts'
import { codeOf } from '../disk/explain.ts'

/** What a path that a person chose means: a folder, and perhaps one article in it. */
export interface Whereabouts {
  /** The folder's real path. */
  readonly folder: string
  /** The article's path inside it, or null for the folder as a whole. */
  readonly article: string | null
}

/**
 * Where the workspace of a path is. A single article's workspace is the folder
 * that it really lies in, for there its sidecar belongs; a sidecar means its
 * article. Throws Problem `folder-not-there` or `cannot-read`.
 */
export async function whereaboutsOf(path: string): Promise<Whereabouts> {
  try {
    const real = await disk.realpath(path)
    const found = await disk.lstat(real)
    if (found.isDirectory()) return { folder: real, article: null }
    const name = basename(real)
    const article = name === 'stet.json' ? null : (parseSidecarName(name)?.article ?? name)
    return { folder: dirname(real), article }
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    const gone = code === 'ENOENT' || code === 'ENOTDIR'
    throw new Problem(gone ? 'folder-not-there' : 'cannot-read', `The system answered ${code}.`, { cause: error })
  }
}

/** Whether there is a file under a path that a person chose. */
export async function isFile(path: string): Promise<boolean> {
  return disk.realpath(path).then(
    async real => (await disk.lstat(real)).isFile(),
    () => false, // opening it says what is wrong
  )
}
