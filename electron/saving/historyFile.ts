import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { lineInParts, type NewEntry } from '../../shared/history/history.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { type AppendFile, openAppend } from '../disk/appendLine.ts'
import type { Disk } from '../disk/disk.ts'
import { type Fence, makeFolder } from '../disk/fence.ts'
import { moveFile } from '../disk/moveFile.ts'
import type { KeptStart } from '../work/takeUp.ts'
import { inSlices } from './inSlices.ts'
import { copyPlace } from './places.ts'

/** Where a history stands, and what it needs to be written. */
export interface HistoryPlace {
  readonly disk: Disk
  readonly fence: Fence
  readonly historyPath: string
  readonly now: () => Date
  /** Done before the first line is written. */
  readonly prepare: () => Promise<void>
}

/** A history that has grown to this size makes way for a new one when it has to begin anew in any case. */
const LONG_BYTES = 32 * 1024 * 1024

const NEWLINE = Buffer.from('\n')
/** Lines of fewer bytes than this are put together before they are written. */
const JOINED = 1024 * 1024

/** This device's history of one file: lines that each name the hash of the one before, synced as they are written. */
export class HistoryFile {
  readonly #place: HistoryPlace
  #found: KeptStart['history']
  #append: AppendFile | null = null
  #previous: string

  constructor(place: HistoryPlace, found: KeptStart['history']) {
    this.#place = place
    this.#found = found
    this.#previous = found.last
  }

  /** Whether the file that is there must make way before a new beginning is written: it is broken, or long. */
  get mustMakeWay(): boolean {
    return this.#found.broken || (this.#append?.size ?? this.#found.goodBytes) > LONG_BYTES
  }

  /**
   * Appends entries and syncs them. Throws Problem `history-lost` where the file
   * isn't as this device left it (deleted, replaced, longer or shorter), and
   * what `openAppend` throws.
   */
  async write(entries: readonly NewEntry[]): Promise<void> {
    this.#append ??= await this.#open()
    let previous = this.#previous
    const bytes: Uint8Array[] = []
    for (const entry of entries) {
      const hash = createHash('sha256')
      for await (const slice of inSlices(lineInParts(entry, previous))) {
        hash.update(slice)
        bytes.push(slice)
      }
      bytes.push(NEWLINE)
      previous = hash.digest('hex')
    }
    // Many short lines are one write.
    const length = bytes.reduce((sum, { byteLength }) => sum + byteLength, 0)
    await this.#append.append(length > JOINED ? bytes : Buffer.concat(bytes))
    this.#previous = previous
  }

  /** Puts aside whatever stands under the history's name, so that the next write begins a new one. */
  async makeWay(): Promise<void> {
    const { disk, fence, historyPath, now } = this.#place
    await this.close()
    await makeFolder(disk, fence, dirname(historyPath))
    const aside = `${historyPath}.${this.#found.broken ? 'damaged' : 'until'}-${now().getTime()}`
    await moveFile(disk, fence, copyPlace(historyPath), copyPlace(aside)).catch(unlessNotThere)
    await moveFile(disk, fence, historyPath, aside).catch(unlessNotThere)
    this.#found = { size: 0, goodBytes: 0, last: '', broken: false }
    this.#previous = ''
  }

  async close(): Promise<void> {
    await this.#append?.close().catch(() => {})
    this.#append = null
  }

  async #open(): Promise<AppendFile> {
    const { disk, fence, historyPath, prepare } = this.#place
    await prepare()
    await makeFolder(disk, fence, dirname(historyPath))
    const size = await disk.lstat(historyPath).then(({ size }) => size, missing)
    // Cutting a torn line is right only in the very file that was read.
    if (size !== this.#found.size)
      throw new Problem('history-lost', `It has ${size} bytes where ${this.#found.size} were read.`)
    return openAppend(disk, fence, historyPath, this.#found.goodBytes)
  }
}

function missing(error: NodeJS.ErrnoException): number {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return 0
  throw error
}

function unlessNotThere(error: unknown): void {
  if (!(error instanceof Problem) || error.kind !== 'not-there') throw error
}
