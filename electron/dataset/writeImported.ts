import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import { createTogether } from '../disk/createTogether.ts'
import type { Disk } from '../disk/disk.ts'
import { type Fence, makeFolder } from '../disk/fence.ts'
import { articlePlace } from '../saving/places.ts'
import type { ImportedArticle } from '../work/importTasks.ts'

/** Why something that could be read isn't in the workspace. */
export interface NotImported {
  readonly path: string
  /** null for the article itself. */
  readonly annotator: string | null
  /** Another text, or another layer, has its name; or it can't be read or written. */
  readonly why: 'other-text' | 'layer-there' | 'problem'
  readonly problem: ProblemNotice | null
}

/** A file that an import made: its path inside the workspace, with `/`. */
export interface MadeFile {
  readonly path: string
  readonly sha256: string
}

type Counted = 'written' | 'there' | 'layers' | 'layersThere' | 'annotations' | 'links'
/** What was done until now. */
export type Sum = { -readonly [N in Counted]: number } & {
  readonly made: MadeFile[]
  readonly notImported: NotImported[]
}

/** A file to write, its path inside the workspace, and what to count once it is there. */
interface Coming {
  readonly path: string
  readonly annotator: string | null
  readonly file: string
  readonly bytes: Uint8Array
  readonly done: () => void
}

interface Ground {
  readonly disk: Disk
  /** The workspace. */
  readonly fence: Fence
}

/**
 * Writes some articles and then their layers, so that no layer is there without
 * its article. What can't be written is told, and so are the layers of an
 * article that can't, by that article alone. `gone` has the paths of such
 * articles: those that are met now join them.
 */
export async function writeImported(
  articles: readonly ImportedArticle[],
  ground: Ground,
  sum: Sum,
  gone: Set<string>,
): Promise<void> {
  for (const path of await makeFolders(articles, ground, sum)) gone.add(path)
  const fresh = articles.flatMap(({ path, bytes }): Coming[] => {
    if (gone.has(path)) return []
    if (bytes) return [{ path, annotator: null, file: path, bytes, done: () => void sum.written++ }]
    sum.there++
    return []
  })
  for (const path of await create(fresh, ground, sum)) gone.add(path)
  const layers = articles.flatMap(({ path, layers }) =>
    gone.has(path)
      ? []
      : layers.flatMap(({ annotator, sidecar, annotations, links, standing }): Coming[] => {
          if (standing === 'same') {
            sum.layersThere++
            return []
          }
          const done = () => {
            sum.layers++
            sum.annotations += annotations
            sum.links += links
          }
          const bytes = new TextEncoder().encode(sidecar)
          return [{ path, annotator, file: sidecarName(path, annotator), bytes, done }]
        }),
  )
  await create(layers, ground, sum)
}

/** Makes the folders of articles. Gives the paths of those that have none. */
async function makeFolders(articles: readonly ImportedArticle[], { disk, fence }: Ground, sum: Sum): Promise<string[]> {
  const problems = new Map<string, ProblemNotice | null>()
  const gone: string[] = []
  for (const { path } of articles) {
    const folder = dirname(articlePlace(fence.root, path))
    if (!problems.has(folder)) problems.set(folder, await makeFolder(disk, fence, folder).then(() => null, noticeOf))
    const problem = problems.get(folder)
    if (!problem) continue
    sum.notImported.push({ path, annotator: null, why: 'problem', problem })
    gone.push(path)
  }
  return gone
}

/** Writes files. Gives the paths of the articles to which those belong that aren't there now. */
async function create(coming: readonly Coming[], { disk, fence }: Ground, sum: Sum): Promise<string[]> {
  const files = coming.map(({ file, bytes }) => ({ path: articlePlace(fence.root, file), bytes }))
  const problems = await createTogether(disk, fence, files)
  return coming.flatMap(({ path, annotator, file, bytes, done }, i) => {
    const problem = problems[i]
    if (!problem) {
      sum.made.push({ path: file, sha256: createHash('sha256').update(bytes).digest('hex') })
      done()
      return []
    }
    const isThere = annotator !== null && problem.kind === 'file-name-taken'
    sum.notImported.push({
      ...{ path, annotator, why: isThere ? 'layer-there' : 'problem' },
      problem: isThere ? null : noticeOf(problem),
    })
    return [path]
  })
}

/** A Problem as data; anything else is a bug, and is thrown on. */
function noticeOf(error: unknown): ProblemNotice {
  if (!(error instanceof Problem)) throw error
  return { kind: error.kind, detail: error.detail }
}
