import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { type Entry, writeEntry } from '../../shared/history/history.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { readJson } from '../../shared/json/readJson.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { type AppendFile, openAppend } from '../disk/appendLine.ts'
import type { Disk } from '../disk/disk.ts'
import { type Fence, makeFolder } from '../disk/fence.ts'
import { moveFile } from '../disk/moveFile.ts'
import { readBounded } from '../disk/readBounded.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import type { KeptStart } from '../work/takeUp.ts'

/** What a ledger needs from its surroundings. */
export interface LedgerPlace {
  readonly disk: Disk
  readonly fence: Fence
  /** Absolute, inside the fence. */
  readonly path: string
  readonly historyPath: string
  readonly now: () => Date
  /** The whole file as it stands in memory. */
  readonly render: () => string
  /** Done before the first line of the history is written. */
  readonly prepare: () => Promise<void>
  /** Told whenever what the status line says may have changed. */
  readonly told: () => void
}

/** The shortest time between two checkpoints, in milliseconds: long enough to join a burst of edits, short enough for scripts that look on. */
const CHECKPOINT_AFTER_MS = 400
/** A checkpoint may take this part of the time at most, so a large layer is written less often. */
const CHECKPOINT_SHARE = 1 / 20
const RETRY_MS = 2_000

/**
 * Keeps one file by edits: each edit is appended to this device's history and
 * synced, and only then counts as saved; the file itself is a checkpoint that
 * follows soon after, replaced whole, and never over bytes that this device
 * hasn't seen.
 *
 * What can't be written stays here and is tried again until it can.
 */
export class Ledger {
  /** How many edits are on disk, counted since the file was opened. */
  durable = 0
  #recorded = 0
  /** What stands in the way of saving, or null. */
  problem: Problem | null = null

  #place: LedgerPlace
  #start: KeptStart
  #append: AppendFile | null = null
  #previous: string
  #needsBase: boolean
  /** Changes since the file was opened, and how many of them the file on disk holds. */
  #changes: number
  #checkpointedAt = 0
  #onDisk: string | null
  #queue: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | null = null
  #checkpointCostMs = 0
  #stopped = false
  #waiting: (() => void) | null = null

  constructor(place: LedgerPlace, start: KeptStart) {
    this.#place = place
    this.#start = start
    this.#previous = start.history.last
    this.#needsBase = start.needsBase
    this.#changes = start.due ? 1 : 0
    this.#onDisk = start.sha256
    if (start.due) this.#schedule()
  }

  /** Whether the file on disk holds everything. */
  get checkpointed(): boolean {
    return this.#changes === this.#checkpointedAt
  }

  /** Whether the next record asks for the whole file as it stood before. */
  get needsBase(): boolean {
    return this.#needsBase
  }

  /** How many edits are not on disk. */
  get unsaved(): number {
    return this.#recorded - this.durable
  }

  /**
   * Records an edit. `before` is the whole file as it stood before it, asked for
   * only where the history has to begin anew. Resolves once the edit is on disk,
   * however often that has to be tried; rejects only if the ledger is abandoned.
   */
  record(edit: JsonObject, revision: number, before: () => string): Promise<void> {
    const at = this.#place.now().toISOString()
    const base = this.#needsBase ? before() : null
    this.#needsBase = false
    this.#changes++
    this.#recorded++
    return this.#inTurn(async () => {
      await this.#untilDone(async () => {
        const entries: Entry[] = [{ kind: 'edit', at, revision, edit }]
        if (base !== null)
          entries.unshift({ kind: 'base', at, sha256: this.#onDisk, file: readJson(base) as JsonObject })
        await this.#write(entries)
      })
      this.durable++
      this.#schedule()
      this.#place.told()
    })
  }

  /** Writes the file now, if it lacks something. Resolves when it is written; rejects with the Problem that prevents it. */
  async flush(): Promise<void> {
    await this.#inTurn(() => this.#checkpoint())
  }

  /**
   * Writes what is due and lets go of the files. A checkpoint that can't be made
   * is no reason to stay: its edits are in the history, and the next opening
   * makes it. Rejects, and stays open, while there are edits that are not on disk.
   */
  async close(): Promise<void> {
    if (this.unsaved > 0 && this.problem) throw this.problem
    this.#cancelTimer()
    await this.flush().catch(() => {})
    await this.abandon()
  }

  /** Lets go of the files without writing more. Edits that are not on disk are lost: only for a person who said so. */
  async abandon(): Promise<void> {
    this.#stopped = true
    this.#cancelTimer()
    this.#waiting?.()
    await this.#queue.catch(() => {})
    await this.#append?.close().catch(() => {})
    this.#append = null
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work)
    this.#queue = done.catch(() => {})
    return done
  }

  /** Tries until it works, saying what is wrong meanwhile. */
  async #untilDone(work: () => Promise<void>): Promise<void> {
    for (;;) {
      if (this.#stopped) throw new Problem('cannot-save', 'The article was closed before it could be saved.')
      try {
        await work()
        this.#say(null)
        return
      } catch (error) {
        this.#say(asProblem(error))
        await this.#pause(RETRY_MS)
      }
    }
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    const append = await this.#openHistory()
    let previous = this.#previous
    let lines = ''
    for (const entry of entries) {
      const { line, last } = writeEntry(entry, previous, sha256)
      lines += line
      previous = last
    }
    await append.append(Buffer.from(lines))
    this.#previous = previous
  }

  async #openHistory(): Promise<AppendFile> {
    if (this.#append) return this.#append
    const { disk, fence, historyPath, prepare } = this.#place
    const { goodBytes, broken } = this.#start.history
    await prepare()
    await makeFolder(disk, fence, dirname(historyPath))
    if (broken) {
      await moveFile(disk, fence, historyPath, `${historyPath}.damaged-${this.#place.now().getTime()}`)
      this.#start = { ...this.#start, history: { goodBytes: 0, last: '', broken: false } }
      this.#previous = ''
    }
    this.#append = await openAppend(disk, fence, historyPath, broken ? 0 : goodBytes)
    return this.#append
  }

  async #checkpoint(): Promise<void> {
    if (this.checkpointed || this.#stopped) return
    const { disk, fence, path, render, now } = this.#place
    const began = performance.now()
    const changes = this.#changes
    const bytes = Buffer.from(render())
    const hash = sha256(bytes)
    try {
      if (this.#start.putAside) await this.#putAside()
      await this.#refuseStrangers()
      await this.#write([{ kind: 'checkpoint', at: now().toISOString(), sha256: hash }])
      await replaceFile(disk, fence, path, bytes)
      this.#onDisk = hash
      this.#checkpointedAt = changes
      await this.#write([{ kind: 'kept', at: now().toISOString(), sha256: hash }])
      this.#say(null)
      if (!this.checkpointed) this.#schedule()
    } catch (error) {
      const problem = asProblem(error)
      this.#say(problem)
      this.#schedule(RETRY_MS)
      throw problem
    } finally {
      this.#checkpointCostMs = performance.now() - began
      this.#place.told()
    }
  }

  /** Whether the file on disk is as this device left it. Waits for a checkpoint under way. */
  isOurs(): Promise<boolean> {
    return this.#inTurn(async () => (await this.#hashOnDisk()) === this.#onDisk)
  }

  /** A file that isn't as this device left it is somebody's change: it isn't overwritten. */
  async #refuseStrangers(): Promise<void> {
    const found = await this.#hashOnDisk()
    if (found === this.#onDisk) return
    throw new Problem('sidecar-changed-meanwhile', `${basename(this.#place.path)} is not as this window left it.`)
  }

  async #hashOnDisk(): Promise<string | null> {
    const { disk, fence, path } = this.#place
    try {
      return sha256(await readBounded(disk, path, MAX_SIDECAR_BYTES, fence))
    } catch (error) {
      if (error instanceof Problem && error.kind === 'not-there') return null
      throw error
    }
  }

  /** Keeps the bytes of a damaged file before it is replaced. */
  async #putAside(): Promise<void> {
    const { disk, fence, path, historyPath } = this.#place
    const name = `${basename(path)}.${(this.#onDisk ?? '').slice(0, 8)}.damaged`
    const target = join(dirname(historyPath), name)
    await makeFolder(disk, fence, dirname(target))
    await replaceFile(disk, fence, target, await readBounded(disk, path, MAX_SIDECAR_BYTES, fence))
    this.#start = { ...this.#start, putAside: false }
  }

  #schedule(afterMs = Math.max(CHECKPOINT_AFTER_MS, this.#checkpointCostMs / CHECKPOINT_SHARE)): void {
    if (this.#timer || this.#stopped) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#inTurn(() => this.#checkpoint()).catch(() => {}) // said by `#say`, and scheduled again
    }, afterMs)
  }

  #cancelTimer(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #say(problem: Problem | null): void {
    if (this.problem?.kind === problem?.kind) return
    this.problem = problem
    this.#place.told()
  }

  #pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms)
      this.#waiting = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem('cannot-save', error instanceof Error ? error.message : String(error), { cause: error })
}
