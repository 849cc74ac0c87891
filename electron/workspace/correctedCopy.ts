import { basename, dirname, extname, join } from 'node:path'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { factsName, sidecarName } from '../../shared/sidecar/names.ts'
import { createFile } from '../disk/createFile.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import { articlePlace } from '../saving/places.ts'
import type { Workbench } from '../work/workbench.ts'

export interface CopyParts {
  readonly disk: Disk
  readonly fence: Fence
  readonly workbench: Pick<Workbench, 'run'>
  /** Of the article that is copied, inside the workspace. */
  readonly path: string
  /** The whole corrected text. */
  readonly text: string
  /** Whose layer goes with the copy. */
  readonly annotator: string
}

/** How often a name may be taken, by an earlier copy or by someone who was faster. */
const TRIES = 100

/**
 * Writes a corrected text beside its article as `NAME (corrected).txt`: UTF-8,
 * letter for letter, never over anything. The person's layer and the article's
 * facts go with it as they stand, but for the encoding that was chosen for the
 * article's own bytes: they say which text they were made on, so
 * that opening the copy carries them through the difference. The article itself
 * and its files are only read. Resolves to the copy's path.
 *
 * Throws what `createFile` and `readBounded` throw. A copy whose layer couldn't
 * be written stays, without it.
 */
export async function correctedCopy({ disk, fence, workbench, path, text, annotator }: CopyParts): Promise<string> {
  const nameOfLayer = (article: string) => sidecarName(article, annotator)
  const [layer, facts] = await Promise.all([nameOfLayer(path), factsName(path)].map(name => bytesOf(disk, fence, name)))
  const along = [
    { nameOf: nameOfLayer, bytes: layer },
    { nameOf: factsName, bytes: facts && (await workbench.run('factsOfCopy', { bytes: facts })) },
  ]
  for (let tries = 1; ; tries++) {
    const copy = copyName(path, tries)
    const isFree = await noneThere(
      disk,
      along.map(({ nameOf }) => articlePlace(fence.root, nameOf(copy))),
    )
    if (isFree && (await isCreated(disk, fence, copy, Buffer.from(text), tries < TRIES))) {
      for (const { nameOf, bytes } of along)
        if (bytes) await createFile(disk, fence, articlePlace(fence.root, nameOf(copy)), bytes)
      return copy
    }
    if (tries === TRIES) throw new Problem('file-name-taken')
  }
}

/** What the copy is called; the second and later ones are counted. */
export function copyName(path: string, count: number): string {
  const end = extname(path)
  const name = `${basename(path, end)} (corrected${count === 1 ? '' : ` ${count}`})${end}`
  const folder = dirname(path)
  return folder === '.' ? name : join(folder, name).replaceAll('\\', '/')
}

async function isCreated(
  disk: Disk,
  fence: Fence,
  copy: string,
  bytes: Uint8Array,
  mayFail: boolean,
): Promise<boolean> {
  try {
    await createFile(disk, fence, articlePlace(fence.root, copy), bytes)
    return true
  } catch (error) {
    if (mayFail && error instanceof Problem && error.kind === 'file-name-taken') return false
    throw error
  }
}

async function noneThere(disk: Disk, places: readonly string[]): Promise<boolean> {
  for (const place of places) {
    const found = await disk.lstat(place).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (found) return false
  }
  return true
}

async function bytesOf(disk: Disk, fence: Fence, name: string): Promise<Uint8Array | null> {
  try {
    return await readBounded(disk, articlePlace(fence.root, name), MAX_SIDECAR_BYTES, fence)
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-there') return null
    throw error
  }
}
