import { Problem } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { BulkCompletions } from './bulkCompletions.ts'
import { BulkIntents } from './bulkIntents.ts'
import { type BulkAnswer, type BulkEdit, type BulkParts, noticeOf } from './bulkParts.ts'
import { BulkRecording } from './bulkRecording.ts'

/**
 * Changes in the person's layers of many articles: all of it, or nothing.
 *
 * What is about to be done is written to a file first and that is taken away
 * last, so that a change which was interrupted is completed when the workspace
 * is opened again. An article that can't be changed is told, and the others are.
 */
export class Bulk {
  readonly #parts: BulkParts
  readonly #intents: BulkIntents
  readonly #completions: BulkCompletions
  readonly #recordings = new Map<string, BulkRecording>()
  readonly #underWay = new Set<Promise<unknown>>()
  /** Names of intents that are being carried out, or have been. */
  readonly #known = new Set<string>()
  /** Intents that have been carried out and couldn't be taken away. What they say is in the histories, so they do no harm. */
  readonly #leftovers = new Set<string>()
  #isStopped = false

  constructor(parts: BulkParts) {
    this.#parts = parts
    this.#intents = new BulkIntents(parts.disk, parts.fence, parts.workbench)
    const around = { parts, intents: this.#intents, forget: (name: string) => this.#forget(name) }
    this.#completions = new BulkCompletions({
      ...around,
      watch: work => void this.#watched(work).catch(error => parts.failed(error)),
    })
  }

  /**
   * Throws what keeps the change from being begun; nothing was changed then.
   * Throws Problem `cannot-save` where the workspace is closed meanwhile: what
   * is left is done when it is opened again.
   */
  async record(name: string, changes: readonly BulkEdit[], project: ProjectEdit | null = null): Promise<BulkAnswer> {
    if (this.#isStopped) throw new Problem('cannot-save', 'The workspace is being closed.')
    if (this.#recordings.has(name)) throw new RangeError(`A change of the name ${name} is under way`)
    const recording = new BulkRecording(
      {
        parts: this.#parts,
        intents: this.#intents,
        settle: path => this.settle(path),
        forget: name => this.#forget(name),
      },
      { name, changes, project },
    )
    this.#recordings.set(name, recording)
    this.#known.add(`${name}.json`)
    return this.#watched(
      recording.run().finally(() => {
        this.#recordings.delete(name)
        // Stopped in the middle, it is taken up as any other that was interrupted.
        if (recording.isStopped) this.#known.delete(`${name}.json`)
      }),
    )
  }

  /** What was done so far is taken back before `record` answers. Too late once everything is done. */
  cancel(name: string): void {
    this.#recordings.get(name)?.cancel()
  }

  /** Begins with no more articles: the rest is done when the workspace is opened again. */
  stop(): void {
    this.#isStopped = true
    for (const recording of this.#recordings.values()) recording.stop()
    this.#completions.stop()
  }

  /** The workspace stays open after all: what was stopped is completed. */
  async resume(): Promise<void> {
    this.#isStopped = false
    this.#completions.resume()
    await Promise.allSettled([...this.#underWay])
    await this.takeUp()
  }

  /** Stops, and resolves once the articles that are being changed are finished. */
  async close(): Promise<void> {
    this.stop()
    await Promise.allSettled([...this.#underWay])
  }

  /** Finds what was interrupted, and completes it in the background; what waits is tried again. */
  async takeUp(): Promise<void> {
    const { annotator, device, problem } = this.#parts
    const me = await annotator()
    for (const found of await this.#intents.found()) {
      if (this.#known.has(found.file)) continue
      if ('intent' in found) {
        if (found.intent.annotator !== me?.id || found.intent.device !== device) continue
        this.#known.add(found.file)
        await this.#completions.take(found.intent)
      } else if (found.problem.kind === 'change-damaged') {
        this.#known.add(found.file)
        problem(noticeOf(found.problem))
        await this.#intents.putAside(found.file, this.#parts.now()).catch(onlyProblems)
      } else problem(noticeOf(found.problem)) // it may be read the next time
    }
    this.#completions.tryAgain()
  }

  /** Tries again what waits for the disk. */
  tryAgain(): void {
    this.#completions.tryAgain()
    for (const name of this.#leftovers) void this.#watched(this.#forget(name))
  }

  /** Resolves once nothing interrupted waits for this article; to the reason where something goes on waiting. */
  settle(path: string): Promise<Problem | null> {
    return this.#completions.settle(path)
  }

  /** Why something interrupted still waits for this article; null where nothing does. */
  waits(path: string): Problem | null {
    return this.#completions.waits(path)
  }

  /** A change that was made isn't unmade by its intent, which may stay for a while. */
  async #forget(name: string): Promise<void> {
    try {
      await this.#intents.remove(name)
      this.#leftovers.delete(name)
    } catch (error) {
      this.#leftovers.add(name)
      onlyProblems(error)
    }
  }

  async #watched<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work)
    try {
      return await work
    } finally {
      this.#underWay.delete(work)
    }
  }
}

function onlyProblems(error: unknown): void {
  if (!(error instanceof Problem)) throw error
}
