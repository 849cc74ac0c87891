import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { parseSidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import { type Fence, makeFolder } from '../disk/fence.ts'
import { hashFile } from '../disk/hashFile.ts'
import { moveFile } from '../disk/moveFile.ts'
import { readBounded } from '../disk/readBounded.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import { articlePlace } from '../saving/places.ts'
import { asideFolder, putAside } from './putAside.ts'
import type { MadeFile } from './writeImported.ts'

/** Why a file that an import made stays: it says something else by now; somebody works on the article; it isn't there; or it can't be moved. */
export type KeptWhy = 'changed' | 'in-use' | 'gone' | 'problem'

export interface TakenBack {
  readonly put: number
  readonly kept: readonly { readonly path: string; readonly why: KeptWhy }[]
  /** Inside the workspace, with `/`. */
  readonly folder: string
}

/** A file that is taken back; `before`: what stood there until it came, and stands there again. */
interface Replacing extends MadeFile {
  readonly before?: Uint8Array | null
}

interface Ground {
  readonly disk: Disk
  readonly fence: Fence
  readonly now: () => Date
  /** Whether an article is open here. */
  isOpen(path: string): boolean
  /** Whose layers may be written to here; null for nobody's. */
  readonly annotator: string | null
}

/**
 * Puts what an import made into a folder of its own under `.stet/taken-back/`:
 * nothing is deleted. A file whose bytes have changed stays, and so does an
 * article that is open, or beside which stands anything that the import didn't
 * make, and a layer that anybody has worked on. Where something stood before, an
 * earlier answer, it takes its place again, and at no moment stands nothing there.
 */
export async function takeBack(made: readonly Replacing[], ground: Ground): Promise<TakenBack> {
  const { disk, fence, now } = ground
  const folder = asideFolder(now())
  const kept: { path: string; why: KeptWhy }[] = []
  let put = 0
  // Layers come after their article: backwards they go before it.
  for (const { path, sha256, before = null } of [...made].reverse()) {
    try {
      const why = (await isInUse(path, ground)) ? 'in-use' : await changeOf(path, sha256, ground)
      if (why) {
        kept.push({ path, why })
        continue
      }
      if (before === null) {
        const to = articlePlace(fence.root, `${folder}/${path}`)
        await makeFolder(disk, fence, dirname(to))
        await moveFile(disk, fence, articlePlace(fence.root, path), to)
      } else await putBack({ path, sha256, before }, folder, ground)
      put++
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      kept.push({ path, why: error.kind === 'not-there' ? 'gone' : 'problem' })
    }
  }
  return { put, kept: kept.reverse(), folder }
}

/** Keeps what stands there, and puts what stood there before in its place. */
async function putBack(
  { path, sha256, before }: MadeFile & { readonly before: Uint8Array },
  folder: string,
  { disk, fence }: Ground,
): Promise<void> {
  const place = articlePlace(fence.root, path)
  const look = async () => {
    const bytes = await readBounded(disk, place, MAX_SIDECAR_BYTES, fence)
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Problem('file-name-taken', path)
    return bytes
  }
  await putAside({ path, bytes: await look(), folder }, { disk, fence })
  await replaceFile(disk, fence, place, before, async () => async () => void (await look()))
}

async function changeOf(path: string, sha256: string, { disk, fence }: Ground): Promise<'changed' | null> {
  const is = await hashFile(disk, fence, articlePlace(fence.root, path), Number.MAX_SAFE_INTEGER)
  return is === sha256 ? null : 'changed'
}

async function isInUse(path: string, { disk, fence, isOpen, annotator }: Ground): Promise<boolean> {
  const layer = parseSidecarName(basename(path))
  const article = layer ? path.slice(0, path.length - basename(path).length) + layer.article : path
  if (isOpen(article) && (!layer || layer.annotator === annotator)) return true
  // Who edits a layer has a history; beside an article stands whatever else anybody made of it.
  const begin = `${layer ? `${layer.article}.${layer.annotator}` : basename(path)}.`
  const history = await namesIn(disk, dirname(articlePlace(join(fence.root, '.stet', 'history'), path)))
  if (history.some(name => name.startsWith(begin))) return true
  const beside = layer ? [] : await namesIn(disk, dirname(articlePlace(fence.root, path)))
  return beside.some(name => name.startsWith(begin) && name.endsWith('.stet.json'))
}

async function namesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  return disk.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new Problem('cannot-read', error.message)
  })
}
