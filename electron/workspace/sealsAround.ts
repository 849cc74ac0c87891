import { dirname, join, relative, sep } from 'node:path'
import { MAX_FOLDER_DEPTH } from '../../shared/limits.ts'
import { isSealing, type SealedProject, seenFrom } from '../../shared/organise/sealed.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import { codeOf } from '../disk/explain.ts'
import { raiseFence } from '../disk/fence.ts'
import { PROJECT_FILE } from '../saving/places.ts'
import type { Workbench } from '../work/workbench.ts'
import { readProject } from './readProject.ts'
import { scan } from './scan.ts'

type Readers = Pick<Workbench, 'run'>

/**
 * What is sealed in a folder by the workspaces that it is a part of, and what their project files say of it: nearest first, with
 * paths as the folder has them. A workspace reaches no farther down than MAX_FOLDER_DEPTH, so no file farther up is looked at.
 * What can't be read keeps everything sealed. Nothing is written. `root` is the folder's real path.
 */
export class SealsAround {
  readonly #disk: Disk
  readonly #root: string
  readonly #workbench: Readers
  #marks: string | null = null
  #around: readonly SealedProject[] = []

  constructor(disk: Disk, root: string, workbench: Readers) {
    this.#disk = disk
    this.#root = root
    this.#workbench = workbench
  }

  /** The same array as long as no project file above has changed; what lies in their folders is listed again where `isMoved` says so. */
  async read(isMoved = false): Promise<readonly SealedProject[]> {
    const above = foldersAbove(this.#root)
    const marks = await Promise.all(above.map(folder => markOf(this.#disk, join(folder, PROJECT_FILE))))
    const mark = JSON.stringify(marks)
    if (mark === this.#marks && !(isMoved && this.#around.some(isSealing))) return this.#around
    const having = above.filter((_, i) => marks[i] !== null)
    const around: SealedProject[] = []
    for (const folder of having) around.push(await this.#sealedBy(folder))
    this.#marks = mark
    const sealing = around.filter(isSealing)
    if (JSON.stringify(sealing) !== JSON.stringify(this.#around)) this.#around = sealing
    return this.#around
  }

  async #sealedBy(folder: string): Promise<SealedProject> {
    const project = await sealedProjectAt(this.#disk, folder, this.#workbench)
    if (!isSealing(project)) return project
    const inside = relative(folder, this.#root).split(sep).join('/')
    return seenFrom(project, inside, await pathsIn(this.#disk, folder))
  }
}

/** What the project file in a folder seals; nothing without one, and everything where it can't be read. */
export async function sealedProjectAt(disk: Disk, folder: string, workbench: Readers): Promise<SealedProject> {
  try {
    const { rounds, seals, assignments } = await readProject(disk, await raiseFence(disk, folder), workbench)
    return { rounds, seals, assignments }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { rounds: [], seals: [], assignments: [], isKnown: false }
  }
}

/** The paths of all articles in a folder and below it. */
export async function pathsIn(disk: Disk, root: string): Promise<string[]> {
  const { listings } = await scan(disk, root)
  return [...listings.values()].flatMap(listing => [...listing.articles()].map(({ path }) => path))
}

/** The folders that a folder lies in, nearest first. */
function foldersAbove(root: string): string[] {
  const above: string[] = []
  for (let at = root; dirname(at) !== at && above.length < MAX_FOLDER_DEPTH; at = dirname(at)) above.push(dirname(at))
  return above
}

/** What tells one state of a file from another; null where there is none. */
async function markOf(disk: Disk, path: string): Promise<string | null> {
  try {
    const { ino, size, mtimeMs, ctimeMs } = await disk.lstat(path)
    return [ino, size, mtimeMs, ctimeMs].join(' ')
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    if (code === null) throw error
    return code
  }
}
