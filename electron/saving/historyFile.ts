import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { lineInParts, type NewEntry } from '../../shared/history/history.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { type AppendFile, openAppend } from '../disk/appendLine.ts'
import type { Disk } from '../disk/disk.ts'
import { type Fence, makeFolder } from '../disk/fence.ts'
import { keepAside } from '../disk/keepAside.ts'
import { readBounded } from '../disk/readBounded.ts'
import { replaceFile } from '../disk/replaceFile.ts'
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
  /** Whether what stands under the history's name has a second name already. */
  #isAside = false

  constructor(place: HistoryPlace, found: KeptStart['history']) {
    this.#place = place
    this.#found = found
    this.#previous = found.last
  }

  /** Whether something in the file that is there was altered or lost. Nothing may be appended to it: it would be cut off first. */
  get isBroken(): boolean {
    return this.#found.broken
  }

  /** Whether the file that is there must make way for a new beginning: it is broken, or long. */
  get mustMakeWay(): boolean {
    return this.isBroken || (this.#append?.size ?? this.#found.goodBytes) > LONG_BYTES
  }

  /**
   * Appends entries and syncs them. Throws Problem `history-lost` where the file
   * isn't as this device left it (deleted, replaced, longer or shorter), and
   * what `openAppend` throws.
   */
  async write(entries: readonly NewEntry[]): Promise<void> {
    this.#append ??= await this.#open()
    const bytes: Uint8Array[] = []
    const previous = { hash: this.#previous }
    for await (const slice of linesOf(entries, previous)) bytes.push(slice)
    // Many short lines are one write.
    const length = bytes.reduce((sum, { byteLength }) => sum + byteLength, 0)
    await this.#append.append(length > JOINED ? bytes : Buffer.concat(bytes))
    this.#previous = previous.hash
  }

  /**
   * Keeps whatever stands under the history's name under a second one too; only
   * `begin` replaces it, so that a machine which stops between them has it still.
   */
  async keepAside(): Promise<void> {
    const { disk, fence, historyPath, now } = this.#place
    await this.close()
    if (this.#isAside) return
    await makeFolder(disk, fence, dirname(historyPath))
    const aside = `${historyPath}.${this.isBroken ? 'damaged' : 'until'}-${now().getTime()}`
    await keepAside(disk, fence, copyPlace(historyPath), copyPlace(aside))
    await keepAside(disk, fence, historyPath, aside)
    this.#isAside = true
  }

  /** Begins the history anew with these entries, in one step: at any instant the old one stands there or the new one, whole. */
  async begin(entries: readonly NewEntry[]): Promise<void> {
    const { disk, fence, historyPath, prepare } = this.#place
    await this.close()
    await prepare()
    await makeFolder(disk, fence, dirname(historyPath))
    const previous = { hash: '' }
    let size = 0
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const slice of linesOf(entries, previous)) {
        size += slice.byteLength
        yield slice
      }
    }
    await replaceFile(disk, fence, historyPath, counted())
    this.#found = { size, goodBytes: size, last: previous.hash, broken: false }
    this.#previous = previous.hash
    this.#isAside = false
  }

  /**
   * Puts other lines in the place of all that are there, in one step: at any
   * instant the old history stands there or the new one, whole. `make` is given
   * the bytes, and null from it leaves them as they are. Throws Problem
   * `history-lost` where the file isn't as this device left it, and what
   * `replaceFile` throws.
   */
  async rewrite<T extends { readonly text: string; readonly last: string }>(
    make: (bytes: Uint8Array) => Promise<T | null>,
  ): Promise<T | null> {
    const { disk, fence, historyPath } = this.#place
    if (this.isBroken) return null
    this.#append ??= await this.#open()
    const { size } = this.#append
    await this.close()
    this.#found = { size, goodBytes: size, last: this.#previous, broken: false }
    const bytes = await readBounded(disk, historyPath, MAX_SIDECAR_BYTES, fence)
    const refuse = (found: number) => {
      if (found !== size) throw new Problem('history-lost', `It has ${found} bytes where ${size} were written.`)
    }
    refuse(bytes.byteLength)
    const made = await make(bytes)
    if (!made) return null
    const rewritten = Buffer.from(made.text)
    const isStill = async () => refuse(await disk.lstat(historyPath).then(({ size }) => size, missing))
    await replaceFile(disk, fence, historyPath, rewritten, async () => isStill)
    this.#found = { size: rewritten.byteLength, goodBytes: rewritten.byteLength, last: made.last, broken: false }
    this.#previous = made.last
    return made
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

/** Entries as lines, newlines included, each with the hash of the one before. `previous` is that of the last one, and is kept so. */
async function* linesOf(entries: readonly NewEntry[], previous: { hash: string }): AsyncGenerator<Uint8Array> {
  for (const entry of entries) {
    const hash = createHash('sha256')
    for await (const slice of inSlices(lineInParts(entry, previous.hash))) {
      hash.update(slice)
      yield slice
    }
    yield NEWLINE
    previous.hash = hash.digest('hex')
  }
}
