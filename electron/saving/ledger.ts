import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { NewEntry } from '../../shared/history/history.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { jsonOf } from '../../shared/json/rest.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { makeFolder } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import type { KeptStart } from '../work/takeUp.ts'
import { HistoryFile, type HistoryPlace } from './historyFile.ts'

/** What a ledger needs from its surroundings. */
export interface LedgerPlace extends HistoryPlace {
  /** Absolute, inside the fence. */
  readonly path: string
  /** The whole file as it stands in memory. */
  readonly render: () => string
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
  readonly #history: HistoryFile
  #needsBase: boolean
  /** What goes into the history before anything else: a joined change of somebody's, and our edit of it. */
  #first: readonly NewEntry[]
  /** Changes since the file was opened, and how many of them the file on disk holds. */
  #changes: number
  #checkpointedAt = 0
  #onDisk: string | null
  #announced: string | null = null
  #queue: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | null = null
  #checkpointCostMs = 0
  #stopped = false
  #waiting: (() => void) | null = null

  constructor(place: LedgerPlace, start: KeptStart) {
    this.#place = place
    this.#start = start
    this.#history = new HistoryFile(place, start.history)
    this.#first = firstEntries(start, place.now().toISOString())
    this.#needsBase = start.needsBase && this.#first.length === 0
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
   * Records an edit. `before` is the whole file as it stood before it, where
   * `needsBase` asks for it. Resolves once the edit is on disk,
   * however often that has to be tried; rejects only if the ledger is abandoned.
   */
  record(edit: JsonObject, revision: number, before: string | null): Promise<void> {
    const at = this.#place.now().toISOString()
    const base = this.#needsBase ? before : null
    this.#needsBase = false
    this.#changes++
    this.#recorded++
    return this.#inTurn(async () => {
      await this.#untilDone(async () => {
        const entries: NewEntry[] = [{ kind: 'edit', at, revision, edit }]
        if (base !== null && this.#history.mustMakeWay) await this.#history.makeWay()
        await this.#write(base === null ? entries : [this.#base(base), ...entries])
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
    await this.#history.close()
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
        // One that was abandoned meanwhile has nothing to wait for.
        if (!this.#stopped) await this.#pause(RETRY_MS)
      }
    }
  }

  /** Writes lines. Where the history is gone or not ours any more, it begins anew with the whole file as it stands. */
  async #write(entries: readonly NewEntry[]): Promise<void> {
    try {
      if (this.#first.length > 0 && this.#history.mustMakeWay) await this.#history.makeWay()
      await this.#history.write([...this.#first, ...entries])
      this.#first = []
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'history-lost') throw error
      await this.#history.makeWay()
      await this.#history.write([this.#base(this.#place.render()), ...entries.filter(({ kind }) => kind !== 'base')])
      this.#first = []
    }
  }

  #base(text: string): NewEntry {
    return { kind: 'base', at: this.#place.now().toISOString(), sha256: this.#onDisk, text }
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
      this.#announced = hash
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
    return this.#inTurn(async () => {
      const found = await this.#hashOnDisk()
      return found === this.#onDisk || found === this.#announced
    })
  }

  /** A file that isn't as this device left it is somebody's change: it isn't overwritten. */
  async #refuseStrangers(): Promise<void> {
    const found = await this.#hashOnDisk()
    // A checkpoint may be in place although its last step failed.
    if (found !== null && found === this.#announced) this.#onDisk = found
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

/** A file that others changed, as they left it, and what is ours in it: so the history holds both. */
function firstEntries({ joined, sha256 }: KeptStart, at: string): NewEntry[] {
  if (!joined) return []
  const edit = jsonOf(joined.edit) as JsonObject
  return [
    { kind: 'base', at, sha256, text: joined.theirs },
    { kind: 'edit', at, revision: 0, edit },
  ]
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem('cannot-save', error instanceof Error ? error.message : String(error), { cause: error })
}
