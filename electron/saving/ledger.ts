import { createHash, type Hash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { NewEntry } from '../../shared/history/history.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { jsonOf } from '../../shared/json/rest.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { makeFolder } from '../disk/fence.ts'
import { hashFile } from '../disk/hashFile.ts'
import { readBounded } from '../disk/readBounded.ts'
import { type LastLook, replaceFile } from '../disk/replaceFile.ts'
import { takeTurn } from '../disk/takeTurn.ts'
import type { KeptStart } from '../work/takeUp.ts'
import { HistoryFile, type HistoryPlace } from './historyFile.ts'
import { BegunAnew, HistoryQueue } from './historyQueue.ts'
import { inSlices } from './inSlices.ts'
import { keepCopy } from './keepCopy.ts'
import { copyPlace, turnPlace } from './places.ts'
import { isSameStamp, type Stamp, stampOf } from './stamp.ts'

/** What a ledger needs from its surroundings. */
export interface LedgerPlace extends HistoryPlace {
  /** Absolute, inside the fence. */
  readonly path: string
  /** The whole file as it stands in memory at the call, as text in parts; what is changed later doesn't show in them. */
  readonly render: () => Iterable<string>
  /** Told whenever what the status line says may have changed. */
  readonly told: () => void
  /** Puts down what must stand beside the file before it is written again. No edit waits for it. */
  readonly keep?: () => Promise<void>
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
 * An edit never waits for a checkpoint, which may take seconds: the checkpoint
 * shows the file as it stood when it was begun, is written a little at a time,
 * and its line in the history says how many of the edits above it lacks.
 * Counting them at that line needs no line of its own where nobody edits
 * meanwhile, which is the usual case, and that line is as it always was.
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
  readonly #lines: HistoryQueue
  #needsBase: boolean
  /** Changes since the file was opened, and how many of them the file on disk holds. */
  #changes: number
  #checkpointedAt = 0
  #onDisk: string | null
  /** The bytes that a checkpoint is about to put there, or has put there, and how many of the changes they hold. */
  #announced: string | null = null
  #announcedAt = 0
  /** Edits that the file on disk lacks, each with the count of changes that it made. */
  #pending: { readonly entry: NewEntry; readonly change: number }[] = []
  /** Bytes on disk that the history must yet be told are this device's. */
  #unconfirmed: string | null
  /** Whether the file on disk is what the pending edits were made on, and in their form. */
  #isGround: boolean
  /** Tells the file as it was read; only as long as the layer is what its bytes say. */
  readonly #stamp: Stamp | null
  /** Checkpoints wait for each other. */
  #queue: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | null = null
  #checkpointCostMs = 0
  #stopped = false
  #keeping: Promise<void> | null = null

  /** `stamp` tells the file on disk where its bytes are exactly what stands in memory, and keeping them aside is worth while. */
  constructor(place: LedgerPlace, start: KeptStart, stamp: Stamp | null = null) {
    this.#place = place
    this.#start = start
    this.#history = new HistoryFile(place, start.history)
    this.#stamp = stamp
    const first = firstEntries(start, place.now().toISOString())
    this.#lines = new HistoryQueue({
      history: this.#history,
      first,
      base: before => this.#base(before),
      asProblem,
      say: problem => this.#say(problem),
    })
    this.#needsBase = start.needsBase && first.length === 0
    this.#unconfirmed = this.#needsBase || first.length > 0 ? null : (start.unconfirmed ?? null)
    this.#changes = start.due ? 1 : 0
    this.#onDisk = start.sha256
    this.#isGround = stamp !== null || !(start.due || start.needsBase || start.putAside)
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
  async record(edit: JsonObject, revision: number, before: Iterable<string> | null): Promise<void> {
    const at = this.#place.now().toISOString()
    const base = this.#needsBase ? before : null
    this.#needsBase = false
    this.#changes++
    this.#recorded++
    const entry: NewEntry = { kind: 'edit', at, revision, edit }
    this.#pending.push({ entry, change: this.#changes })
    void this.#confirmFound()
    await this.#lines.edit(entry, base)
    this.durable++
    void this.#keep().catch(() => {}) // tried again, and said, by the next checkpoint
    this.#schedule()
    this.#place.told()
  }

  /** What the file says beside what its edits made has changed: a file that is there is written anew. */
  renew(): void {
    if (this.#onDisk === null || this.#stopped) return
    this.#changes++
    this.#schedule()
    this.#place.told()
  }

  /** What must stand beside the file, once. A large one takes longer than an edit may, so it begins when the first is on disk. */
  #keep(): Promise<void> {
    this.#keeping ??= (this.#place.keep?.() ?? Promise.resolve()).catch(error => {
      this.#keeping = null
      throw error
    })
    return this.#keeping
  }

  /** Resolves once what was recorded so far is in the history, or can't be for now. */
  settled(): Promise<void> {
    return this.#lines.settled()
  }

  /**
   * Writes what is due, and then puts a shorter history in the place of the one
   * there is, while nothing else is written. Resolves to null where that can't
   * be done now. `make` is given the history's bytes.
   */
  async shorten<T extends { readonly text: string; readonly last: string }>(
    make: (bytes: Uint8Array) => Promise<T | null>,
  ): Promise<T | null> {
    await this.flush()
    if (this.#needsBase) return null
    return this.#inTurn(() => this.#lines.alone(() => this.#history.rewrite(make)))
  }

  /** Writes the file now, if it lacks something. Resolves when it is written; rejects with the Problem that prevents it. */
  async flush(): Promise<void> {
    await this.#confirmFound()
    await this.#lines.settled()
    await this.#inTurn(() => this.#checkpoint())
  }

  /** What this device had begun to put there when it stopped is there. Nothing waits for that being said: it is tried again. */
  async #confirmFound(): Promise<void> {
    const sha256 = this.#unconfirmed
    this.#unconfirmed = null
    if (sha256 === null) return
    await this.#confirm(sha256).catch(() => {
      this.#unconfirmed = sha256
    })
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
    await this.#lines.stop()
    await this.#queue.catch(() => {})
    await this.#keeping?.catch(() => {})
    await this.#history.close()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work)
    this.#queue = done.catch(() => {})
    return done
  }

  /**
   * A new beginning of the history. It is known beside bytes that are on disk;
   * where a checkpoint is about to replace them, beside those too.
   */
  async #base(before: Iterable<string> | null): Promise<NewEntry[]> {
    const { disk, fence, path, historyPath, render } = this.#place
    const at = this.#now()
    const [sha256, announced] = [this.#onDisk, this.#announced]
    if (before && this.#stamp && announced === null) {
      const isKept = await keepCopy(disk, fence, path, this.#stamp, copyPlace(historyPath))
      if (isKept) return [{ kind: 'base', at, sha256, parts: null }]
    }
    const whole: NewEntry = { kind: 'base', at, sha256, parts: before ?? render() }
    const again = before ? null : await this.#fromGround(at)
    if (again) return again
    return announced === null || announced === sha256
      ? [whole]
      : [whole, { kind: 'checkpoint', at, sha256: announced, lacks: 0 }]
  }

  /**
   * A beginning with the file as it stands on disk, and the edits that it lacks
   * as edits: should somebody else change the file next, these are still known
   * as made here. Where somebody has changed it already, the beginning is lost,
   * and only the edits are ours. Null where no file is there to begin with.
   */
  async #fromGround(at: string): Promise<NewEntry[] | null> {
    if (!this.#isGround) return null
    const { disk, fence, path } = this.#place
    const [pending, onDisk, announced] = [this.#pending, this.#onDisk, this.#announced]
    const [announcedAt, checkpointedAt] = [this.#announcedAt, this.#checkpointedAt]
    const found = await readBounded(disk, path, MAX_SIDECAR_BYTES, fence).catch(() => null)
    if (!found) return null
    const there = createHash('sha256').update(found).digest('hex')
    const isOurs = there === onDisk || there === announced
    const sha256 = isOurs ? there : onDisk
    const since = (change: number) => pending.filter(one => one.change > change)
    const edits = since(sha256 === announced ? announcedAt : checkpointedAt).map(({ entry }) => entry)
    const lacks = since(announcedAt).length
    return [
      { kind: 'base', at, sha256, parts: isOurs ? [new TextDecoder().decode(found)] : null },
      ...edits,
      ...(announced !== null && announced !== sha256
        ? [{ kind: 'checkpoint', at, sha256: announced, lacks } as const]
        : []),
    ]
  }

  async #checkpoint(): Promise<void> {
    while (!this.checkpointed && !this.#stopped) {
      const isDone = await this.#writeFile()
      if (isDone) return
    }
  }

  /** Resolves to false where the history began anew meanwhile, so that edits can't be counted: then it is done once more. */
  async #writeFile(): Promise<boolean> {
    const { disk, fence, path, render } = this.#place
    const began = performance.now()
    // Together, in one go: which edits the parts show is counted here.
    const parts = render()
    const changes = this.#changes
    const beginnings = this.#lines.beginnings
    const hash = createHash('sha256')
    let leave = async () => {}
    try {
      await this.#keep()
      if (this.#start.putAside) await this.#putAside()
      await replaceFile(disk, fence, path, this.#hashing(inSlices(parts), hash), async () => {
        const sha256 = hash.digest('hex')
        const look = await this.#refuseStrangers()
        if (beginnings !== this.#lines.beginnings) throw new BegunAnew()
        this.#announced = sha256
        this.#announcedAt = changes
        const lacks = this.#changes - changes
        await this.#lines.line({ kind: 'checkpoint', at: this.#now(), sha256, lacks })
        return async () => {
          await leave()
          // Two programs that looked at the same moment would both go on.
          leave = await takeTurn(disk, fence, turnPlace(fence.root, path))
          await look()
        }
      })
      this.#onDisk = this.#announced
      this.#checkpointedAt = changes
      this.#pending = this.#pending.filter(({ change }) => change > changes)
      this.#isGround = true
      await this.#confirm(this.#announced!)
      this.#say(null)
      if (!this.checkpointed) this.#schedule()
      return true
    } catch (error) {
      if (error instanceof BegunAnew) return false
      const problem = asProblem(error)
      this.#say(problem)
      this.#schedule(RETRY_MS)
      throw problem
    } finally {
      await leave()
      this.#checkpointCostMs = performance.now() - began
      this.#place.told()
    }
  }

  /** A history that begins anew meanwhile knows these bytes from its beginning. */
  async #confirm(sha256: string): Promise<void> {
    try {
      await this.#lines.line({ kind: 'kept', at: this.#now(), sha256 })
    } catch (error) {
      if (!(error instanceof BegunAnew)) throw error
    }
  }

  /** The same bytes, counted into a hash as they go by. */
  async *#hashing(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
    for await (const slice of bytes) {
      // Who lets go doesn't wait for a large file whose edits are in the history in any case.
      if (this.#stopped) throw new Problem('cannot-save', 'The article was closed before it could be saved.')
      hash.update(slice)
      yield slice
    }
  }

  #now(): string {
    return this.#place.now().toISOString()
  }

  /** Whether the file on disk is as this device left it. Waits for a checkpoint under way. */
  isOurs(): Promise<boolean> {
    return this.#inTurn(async () => {
      const found = await this.#hashOnDisk()
      return found === this.#onDisk || found === this.#announced
    })
  }

  /**
   * A file that isn't as this device left it is somebody's change: it isn't
   * overwritten. Resolves to the same once more, for the last moment: it costs
   * nothing as long as the file's stamp stays.
   */
  async #refuseStrangers(): Promise<LastLook> {
    const { disk, path } = this.#place
    let seen = await stampOf(disk, path)
    await this.#refuseStranger()
    return async () => {
      for (let now = await stampOf(disk, path); !isSameStamp(seen, now); now = await stampOf(disk, path)) {
        seen = now
        await this.#refuseStranger()
      }
    }
  }

  async #refuseStranger(): Promise<void> {
    const found = await this.#hashOnDisk()
    // A checkpoint may be in place although its last step failed.
    if (found !== null && found === this.#announced) this.#onDisk = found
    if (found === this.#onDisk) return
    throw new Problem('sidecar-changed-meanwhile', `${basename(this.#place.path)} is not as this window left it.`)
  }

  async #hashOnDisk(): Promise<string | null> {
    const { disk, fence, path } = this.#place
    try {
      return await hashFile(disk, fence, path, MAX_SIDECAR_BYTES)
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
}

/** A file that others changed, as they left it, and what is ours in it: so the history holds both. */
function firstEntries({ joined, sha256 }: KeptStart, at: string): NewEntry[] {
  if (!joined) return []
  const edit = jsonOf(joined.edit) as JsonObject
  return [
    { kind: 'base', at, sha256, parts: [joined.theirs] },
    { kind: 'edit', at, revision: 0, edit },
  ]
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem('cannot-save', error instanceof Error ? error.message : String(error), { cause: error })
}
