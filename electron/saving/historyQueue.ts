import type { NewEntry } from '../../shared/history/history.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { HistoryFile } from './historyFile.ts'

/** What a queue of lines needs from its ledger. */
export interface QueueParts {
  readonly history: HistoryFile
  /** Goes into the history before anything else. */
  readonly first: readonly NewEntry[]
  /** The base for a file that was so before an edit, and what else a new beginning must say; null where it is as it stands now. */
  readonly base: (before: Iterable<string> | null) => Promise<readonly NewEntry[]>
  readonly asProblem: (error: unknown) => Problem
  /** What stands in the way of the edits that wait; null for nothing. */
  readonly say: (problem: Problem | null) => void
}

/** Thrown for a line that came before a new beginning of the history, and was about what stood above it. */
export class BegunAnew extends Error {}

interface Waiting {
  readonly entry: NewEntry
  /** The whole file as it stood before this edit, where the history begins with it. */
  readonly before: Iterable<string> | null
  /** Tried until it works; other lines are tried once. */
  readonly isEdit: boolean
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

const RETRY_MS = 2_000

/**
 * The lines that wait for a history, in order. All that wait go with one write
 * and one sync, so edits that come faster than the disk share its time. Edits are
 * tried until they are on disk.
 *
 * Where the history is gone or not ours any more, it begins anew with the whole
 * file, which holds every edit that waits.
 */
export class HistoryQueue {
  readonly #parts: QueueParts
  #first: readonly NewEntry[]
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null
  #beginnings = 0
  #mustBegin = false
  #stopped = false
  #wake: () => void = () => {}

  constructor(parts: QueueParts) {
    this.#parts = parts
    this.#first = parts.first
  }

  /** How often the history began anew: what was counted in its lines holds only as long as this stays. */
  get beginnings(): number {
    return this.#beginnings
  }

  /** Resolves once the edit is on disk, however often that has to be tried; rejects only when the queue is stopped. */
  edit(entry: NewEntry, before: Iterable<string> | null): Promise<void> {
    return this.#put(entry, before, true)
  }

  /** Resolves once the line is on disk; rejects with what prevents it, or `BegunAnew`. */
  line(entry: NewEntry): Promise<void> {
    return this.#put(entry, null, false)
  }

  /** Resolves once what waits now has been dealt with. What was refused is tried again at once. */
  async settled(): Promise<void> {
    this.#wake()
    await this.#running
  }

  /** Does something with the history's file while no line is written to it; lines that come meanwhile wait. Null where the history has to begin anew first. */
  async alone<T>(work: () => Promise<T>): Promise<T | null> {
    while (this.#running) await this.#running
    if (this.#stopped || this.#mustBegin || this.#first.length > 0) return null
    const done = work()
    this.#running = done.then(
      () => this.#run(),
      () => this.#run(),
    )
    return done
  }

  /** Refuses what waits and what comes, and resolves once nothing is being written. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#wake()
    await this.#running
  }

  #put(entry: NewEntry, before: Iterable<string> | null, isEdit: boolean): Promise<void> {
    const put = new Promise<void>((resolve, reject) => {
      this.#waiting.push({ entry, before, isEdit, resolve, reject })
    })
    this.#running ??= this.#run()
    return put
  }

  async #run(): Promise<void> {
    // Edits that come in one go are together in the first write.
    await null
    while (this.#waiting.length > 0 && !this.#stopped) {
      const batch = [...this.#waiting]
      try {
        if (this.#mustBegin) await this.#beginAnew()
        else await this.#write(batch)
      } catch (error) {
        await this.#failed(batch, error)
      }
    }
    for (const { reject } of this.#waiting.splice(0)) reject(closed())
    // Here and not later: what comes next must find that nobody is at it any more.
    this.#running = null
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const { history, base } = this.#parts
    try {
      const begins = this.#first.length > 0 || batch.some(({ before }) => before)
      if (history.isBroken && !begins) {
        this.#mustBegin = true
        return
      }
      const makesWay = begins && history.mustMakeWay
      if (makesWay) await history.keepAside()
      const entries = [...this.#first]
      for (const { entry, before } of batch) {
        if (before) entries.push(...(await base(before)))
        entries.push(entry)
      }
      await (makesWay ? history.begin(entries) : history.write(entries))
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'history-lost') throw error
      this.#mustBegin = true
      return
    }
    this.#first = []
    this.#done(batch)
  }

  /** Whatever waits at this moment is in the file as it stands, so none of it is written once more. */
  async #beginAnew(): Promise<void> {
    const { history, base } = this.#parts
    await history.keepAside()
    const included = [...this.#waiting]
    this.#beginnings++
    await history.begin(await base(null))
    this.#first = []
    this.#mustBegin = false
    this.#refuseLines(included, new BegunAnew())
    this.#done(included.filter(({ isEdit }) => isEdit))
  }

  async #failed(batch: readonly Waiting[], error: unknown): Promise<void> {
    this.#refuseLines(batch, error)
    if (!batch.some(({ isEdit }) => isEdit)) return
    this.#parts.say(this.#parts.asProblem(error))
    // One that was abandoned meanwhile has nothing to wait for.
    if (!this.#stopped) await this.#pause(RETRY_MS)
  }

  #refuseLines(batch: readonly Waiting[], reason: unknown): void {
    const lines = new Set(batch.filter(({ isEdit }) => !isEdit))
    this.#waiting = this.#waiting.filter(one => !lines.has(one))
    for (const { reject } of lines) reject(reason)
  }

  #done(batch: readonly Waiting[]): void {
    const done = new Set(batch)
    this.#waiting = this.#waiting.filter(one => !done.has(one))
    if (batch.some(({ isEdit }) => isEdit)) this.#parts.say(null)
    for (const { resolve } of batch) resolve()
  }

  #pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

function closed(): Problem {
  return new Problem('cannot-save', 'The article was closed before it could be saved.')
}
