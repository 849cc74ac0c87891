import { createHash, type Hash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { type ChangeIntent, intentInParts } from '../../shared/sidecar/changeIntent.ts'
import type { Disk } from '../disk/disk.ts'
import { isDraft } from '../disk/draft.ts'
import { explain, unlessMissing } from '../disk/explain.ts'
import { type Fence, insideFence, makeFolder, syncFolder } from '../disk/fence.ts'
import { hashFile } from '../disk/hashFile.ts'
import { moveFile } from '../disk/moveFile.ts'
import { readBounded } from '../disk/readBounded.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import { sweepDrafts } from '../disk/sweepDrafts.ts'
import type { Workbench } from '../work/workbench.ts'
import { inSlices } from './inSlices.ts'
import { bulkFolder, ignorePlace } from './places.ts'

/** A file of an intent that was found: what it says, or why it can't be read. */
export type FoundIntent = { readonly file: string } & (
  | { readonly intent: ChangeIntent }
  | { readonly problem: Problem }
)

/** The intents of a workspace, in `.stet/bulk/`: a file each, whole or not there. */
export class BulkIntents {
  readonly #disk: Disk
  readonly #fence: Fence
  readonly #workbench: Pick<Workbench, 'run'>
  readonly #maxBytes: number

  constructor(disk: Disk, fence: Fence, workbench: Pick<Workbench, 'run'>, maxBytes = MAX_SIDECAR_BYTES) {
    this.#maxBytes = maxBytes
    this.#disk = disk
    this.#fence = fence
    this.#workbench = workbench
  }

  /**
   * Writes an intent, in the place of one of the same name. Throws Problem
   * `change-too-large`, with nothing written, for what couldn't be read again,
   * and what `replaceFile` throws; but not where the new bytes are in place.
   */
  async write(intent: ChangeIntent): Promise<void> {
    const parts = intentInParts(intent)
    const size = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0)
    if (size > this.#maxBytes) throw new Problem('change-too-large', `${size} bytes.`)
    const folder = bulkFolder(this.#fence.root)
    await makeFolder(this.#disk, this.#fence, folder)
    const ignore = ignorePlace(this.#fence.root)
    const isIgnored = await this.#disk
      .lstat(ignore)
      .then(() => true, unlessMissing(false))
      .catch(explain)
    if (!isIgnored) await replaceFile(this.#disk, this.#fence, ignore, Buffer.from('*\n'))
    const place = this.#placeOf(intent.name)
    const hash = createHash('sha256')
    try {
      await replaceFile(this.#disk, this.#fence, place, hashing(inSlices(parts), hash))
    } catch (error) {
      const found = await hashFile(this.#disk, this.#fence, place, MAX_SIDECAR_BYTES).catch(onlyProblems)
      if (found !== hash.digest('hex')) throw error
    }
  }

  /** Takes an intent away, for good. Throws what `explain` makes of the system's failures. */
  async remove(name: string): Promise<void> {
    try {
      const place = await insideFence(this.#disk, this.#fence, this.#placeOf(name))
      await this.#disk.rm(place, { force: true })
      await syncFolder(this.#disk, dirname(place))
    } catch (error) {
      explain(error)
    }
  }

  /** Keeps a file that can't be read, under another name. */
  async putAside(file: string, at: Date): Promise<void> {
    const place = join(bulkFolder(this.#fence.root), file)
    await moveFile(this.#disk, this.#fence, place, `${place}.damaged-${at.getTime()}`)
  }

  /** Every intent that is there, read in the worker. A folder that can't be read has none. */
  async found(): Promise<FoundIntent[]> {
    const folder = bulkFolder(this.#fence.root)
    const names = await this.#disk.readdir(folder).catch(() => [] as string[])
    await sweepDrafts(
      this.#disk,
      this.#fence,
      names.filter(isDraft).map(name => join(folder, name)),
    )
    const found: FoundIntent[] = []
    for (const file of names.filter(name => name.endsWith('.json')).sort()) {
      try {
        const bytes = await readBounded(this.#disk, join(folder, file), MAX_SIDECAR_BYTES, this.#fence)
        const intent = await this.#workbench.run('intent', { bytes })
        if (file !== `${intent.name}.json`) throw new Problem('change-damaged', `It names itself ${intent.name}.`)
        found.push({ file, intent })
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        found.push({ file, problem: error })
      }
    }
    return found
  }

  #placeOf(name: string): string {
    return join(bulkFolder(this.#fence.root), `${name}.json`)
  }
}

/** The same bytes, counted into a hash as they go by. */
async function* hashing(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const slice of bytes) {
    hash.update(slice)
    yield slice
  }
}

function onlyProblems(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
