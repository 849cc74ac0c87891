import { constants } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk, OpenFile } from './disk.ts'
import { shortWrite, writeAll } from './draft.ts'
import { codeOf, explain } from './explain.ts'
import { type Fence, insideFence, syncFolder } from './fence.ts'
import { isSame, openOrdinary } from './ordinaryFile.ts'

/**
 * A file that only grows, by whole lines: what `append` has resolved for is on
 * the disk, and what it has refused is not in the file. Appends wait for each
 * other. It has one writer; bytes from anyone else are noticed, not overwritten.
 */
export interface AppendFile {
  /** How many bytes of it are good. */
  readonly size: number
  /** Appends bytes, or parts of them in turn, that end a line. Throws what `explain` makes of the system's failures; it may be tried again. */
  append(bytes: Uint8Array | readonly Uint8Array[]): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a file for appending, and makes it where it isn't there; its folder must be.
 *
 * `keep` is how many of its bytes are good: what comes after them (a line that a
 * crash cut off) is removed. Left out, all of them are.
 *
 * Throws Problem `outside-workspace`, and what `explain` makes of the system's failures.
 */
export async function openAppend(disk: Disk, fence: Fence, path: string, keep?: number): Promise<AppendFile> {
  try {
    const place = await insideFence(disk, fence, path)
    // Not O_APPEND: on Windows a file opened so can't be cut back.
    const file = await openOrdinary(disk, place, constants.O_RDWR | constants.O_CREAT, 'outside-workspace')
    try {
      const { size } = await file.stat()
      if (keep !== undefined && keep > size) throw new RangeError(`${keep} bytes to keep of ${size}`)
      if (keep !== undefined && keep < size) await file.truncate(keep)
      await file.datasync()
      await syncFolder(disk, dirname(place))
      return new Appending(disk, place, file, keep ?? size)
    } catch (error) {
      await file.close().catch(() => {})
      throw error
    }
  } catch (error) {
    return explain(error)
  }
}

class Appending implements AppendFile {
  readonly #disk: Disk
  readonly #path: string
  readonly #file: OpenFile
  /** Where the last good line ends. */
  #end: number
  /** Whether bytes of a failed append may stand after the end. */
  #ragged = false
  #last: Promise<unknown> = Promise.resolve()

  constructor(disk: Disk, path: string, file: OpenFile, end: number) {
    this.#disk = disk
    this.#path = path
    this.#file = file
    this.#end = end
  }

  get size(): number {
    return this.#end
  }

  append(bytes: Uint8Array | readonly Uint8Array[]): Promise<void> {
    const parts = bytes instanceof Uint8Array ? [bytes] : bytes
    const appended = this.#last.then(() => this.#append(parts)).catch(explain)
    this.#last = appended.catch(() => {})
    return appended
  }

  async close(): Promise<void> {
    await this.#last
    await this.#file.close().catch(explain)
  }

  async #append(parts: readonly Uint8Array[]): Promise<void> {
    if (this.#ragged) await this.#cutBack()
    const { size } = await this.#file.stat()
    if (size !== this.#end) throw new Problem('history-lost', 'The history was changed by another program.')
    this.#ragged = true
    let end = this.#end
    try {
      for (const part of parts) {
        await writeAll(this.#file, part, end)
        end += part.byteLength
      }
      await this.#file.datasync()
      await this.#check(end)
    } catch (error) {
      await this.#cutBack().catch(() => {})
      throw error
    }
    this.#ragged = false
    this.#end = end
  }

  /** A line counts only in a file that is whole and still has its name: one that was deleted takes writes too. */
  async #check(size: number): Promise<void> {
    const [open, named] = await Promise.all([this.#file.stat(), this.#named()])
    if (open.size !== size) throw shortWrite(open.size, size)
    if (!isSame(open, named)) throw new Problem('history-lost', 'The history was replaced by another program.')
  }

  /** What has the file's name. */
  #named() {
    return this.#disk.lstat(this.#path).catch(error => {
      throw codeOf(error) === 'ENOENT'
        ? new Problem('history-lost', 'The history is not in its place any more.')
        : error
    })
  }

  /** The file ends where its last good line does, for good; or the next append has to see to it. */
  async #cutBack(): Promise<void> {
    await this.#file.truncate(this.#end)
    await this.#file.datasync()
    this.#ragged = false
  }
}
