import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { Part } from '../../shared/dataset/format.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk, OpenFile } from './disk.ts'
import { writeAll } from './draft.ts'
import { explain } from './explain.ts'
import { type Fence, insideFence, makeFolder, syncFolder } from './fence.ts'
import { inTurns } from './inTurns.ts'
import { takeName } from './takeName.ts'

/** So many files are open at once. */
const MOST_OPEN = 64
/** So many are forced to the disk at once: it takes them up together. */
const AT_ONCE = 16

/**
 * Files that grow part by part: those of a new folder, or one new file (by the
 * name ''). They have the name of a draft until they are whole; nothing that is
 * there is ever written over.
 */
export class OutFiles {
  readonly #disk: Disk
  readonly #fence: Fence
  /** The folder, or the file itself, and what it is called until it is whole. Absolute. */
  readonly #out: string
  readonly #draft: string
  readonly #open = new Map<string, OpenFile>()
  readonly #sizes = new Map<string, number>()
  /** Files that were closed to make room for others, and aren't forced to the disk yet. */
  readonly #unsynced = new Set<string>()
  readonly #folders = new Set<string>()

  /** Throws Problem `file-name-taken` where something has the name. */
  static async begin(disk: Disk, fence: Fence, out: string): Promise<OutFiles> {
    await refuseTaken(disk, out)
    return new OutFiles(disk, fence, out)
  }

  private constructor(disk: Disk, fence: Fence, out: string) {
    this.#disk = disk
    this.#fence = fence
    this.#out = out
    this.#draft = join(dirname(out), `.${basename(out)}-${randomUUID()}.stet-draft`)
  }

  /** Where they are until they are whole. */
  get draft(): string {
    return this.#draft
  }

  /** Every name, in the order in which they began. */
  get names(): readonly string[] {
    return [...this.#sizes.keys()]
  }

  /** Where a file stands until they are whole. Absolute. */
  pathOf(name: string): string {
    return name === '' ? this.#draft : join(this.#draft, ...name.split('/'))
  }

  /** Puts parts behind what their files have. Throws the Problem that prevents it. */
  async write(parts: readonly Part[]): Promise<void> {
    try {
      for (const { file: name, data } of parts) {
        const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
        const file = await this.#fileOf(name)
        const size = this.#sizes.get(name) ?? 0
        await writeAll(file, bytes, size)
        this.#sizes.set(name, size + bytes.byteLength)
      }
    } catch (error) {
      explain(error)
    }
  }

  /** Begins what has no part yet: an empty file, or a folder without any. Throws the Problem that prevents it. */
  async beginEmpty(makes: 'file' | 'folder'): Promise<void> {
    if (makes === 'file') return this.write([{ file: '', data: '' }])
    try {
      await makeFolder(this.#disk, this.#fence, this.#draft)
      this.#folders.add(this.#draft)
    } catch (error) {
      explain(error)
    }
  }

  /** Nothing more is written, and everything that was is forced to the disk, names and all. */
  async close(): Promise<void> {
    const files = [...this.#open.values()]
    this.#open.clear()
    try {
      await inTurns(files, AT_ONCE, synced)
      await inTurns([...this.#unsynced], AT_ONCE, async name => synced(await this.#disk.open(this.pathOf(name), 'r+')))
      await inTurns([...this.#folders], AT_ONCE, folder => syncFolder(this.#disk, folder))
    } catch (error) {
      explain(error)
    }
  }

  /** They are whole, and take their name. Throws Problem `file-name-taken` where something has it now. */
  async finish(): Promise<void> {
    try {
      if (this.#sizes.has('')) return await takeName(this.#disk, this.#draft, this.#out)
      await refuseTaken(this.#disk, this.#out)
      // No folder takes the place of one in which anything stands.
      await this.#disk.rename(this.#draft, this.#out)
      await syncFolder(this.#disk, dirname(this.#out))
    } catch (error) {
      explain(error)
    }
  }

  /** Takes them away. */
  async discard(): Promise<void> {
    for (const file of this.#open.values()) await file.close().catch(() => {})
    this.#open.clear()
    await this.#disk.rm(this.#draft, { force: true, recursive: true }).catch(() => {})
  }

  async #fileOf(name: string): Promise<OpenFile> {
    const known = this.#open.get(name)
    if (known) return known
    const path = this.pathOf(name)
    if (!this.#folders.has(dirname(path))) await makeFolder(this.#disk, this.#fence, dirname(path))
    this.#folders.add(dirname(path))
    const [oldest] = this.#open
    if (oldest && this.#open.size >= MOST_OPEN) {
      this.#open.delete(oldest[0])
      this.#unsynced.add(oldest[0])
      await oldest[1].close()
    }
    this.#unsynced.delete(name)
    const place = await insideFence(this.#disk, this.#fence, path)
    const file = await this.#disk.open(place, this.#sizes.has(name) ? 'r+' : 'wx')
    this.#open.set(name, file)
    return file
  }
}

async function synced(file: OpenFile): Promise<void> {
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function refuseTaken(disk: Disk, out: string): Promise<void> {
  const there = await disk.lstat(out).catch(() => null)
  if (there) throw new Problem('file-name-taken', basename(out))
}
