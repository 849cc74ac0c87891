import { Worker } from 'node:worker_threads'
import { Problem } from '../../shared/problems/problem.ts'
import { type Answered, type Asked, transferable } from './serve.ts'

/** How a bench starts its worker, and what the worker may take. */
export interface BenchChoices {
  /** The worker's module: `out/worker.js`, or what `fromSource` gives. */
  readonly entry: URL
  readonly heapMiB: number
  /** Handed to the worker as its `workerData`. */
  readonly role: 'foreground' | 'background'
}

interface Job {
  readonly asked: Asked
  readonly deadlineMs: number
  readonly signal: AbortSignal | undefined
  readonly resolve: (output: unknown) => void
  readonly reject: (reason: unknown) => void
}

/** A worker may take this long to load its own code before it counts as broken. */
const START_MS = 30_000

/**
 * One worker and the tasks that wait for it, one at a time and in order. The
 * worker starts with the first task and stays. One that runs past a deadline or
 * out of memory is ended, its task fails, and the next task gets a new worker.
 */
export class Bench {
  readonly #choices: BenchChoices
  readonly #waiting: Job[] = []
  #worker: Worker | null = null
  #isReady = false
  #job: Job | null = null
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(choices: BenchChoices) {
    this.#choices = choices
  }

  run(asked: Asked, deadlineMs: number, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw new RangeError('This bench is closed')
      signal?.throwIfAborted()
      const withdraw = () => this.#withdraw(job)
      // A signal may stand over very many tasks, one after another.
      const ended =
        <T>(tell: (said: T) => void) =>
        (said: T) => {
          signal?.removeEventListener('abort', withdraw)
          tell(said)
        }
      const job = { asked, deadlineMs, signal, resolve: ended(resolve), reject: ended(reject) }
      signal?.addEventListener('abort', withdraw, { once: true })
      this.#waiting.push(job)
      this.#next()
    })
  }

  /** Ends the worker. Tasks that are under way or wait are refused with an `AbortError`. */
  async close(): Promise<void> {
    this.#isClosed = true
    const gone = new DOMException('The workbench was closed', 'AbortError')
    for (const job of this.#waiting.splice(0)) job.reject(gone)
    await this.#end(gone)
  }

  #next(): void {
    if (this.#job || this.#isClosed) return
    const job = this.#waiting.shift()
    if (!job) {
      this.#worker?.unref()
      return
    }
    this.#job = job
    this.#worker ??= this.#start()
    this.#worker.ref()
    if (this.#isReady) this.#send(job)
    else this.#giveUpAfter(START_MS, new Error('The worker did not start'))
  }

  /** A task that waits goes at once; one that is under way takes the worker with it, for nothing else stops a task. */
  #withdraw(job: Job): void {
    if (this.#job === job) void this.#end(job.signal?.reason)
    const place = this.#waiting.indexOf(job)
    if (place === -1) return
    this.#waiting.splice(place, 1)
    job.reject(job.signal?.reason)
  }

  #start(): Worker {
    const { entry, heapMiB, role } = this.#choices
    const worker = new Worker(entry, {
      // Options that this process was started with are none of a worker's.
      execArgv: [],
      workerData: role,
      resourceLimits: { maxOldGenerationSizeMb: heapMiB },
    })
    this.#isReady = false
    // A worker that was given up may still say something: only the present one is listened to.
    const ifPresent = (act: () => void) => this.#worker === worker && act()
    worker.on('message', (answered: Answered) => ifPresent(() => this.#hear(answered)))
    worker.on('error', error => ifPresent(() => void this.#end(explained(error))))
    worker.on('exit', code => ifPresent(() => void this.#end(new Error(`The worker ended with ${code}`))))
    return worker
  }

  #send(job: Job): void {
    try {
      this.#worker!.postMessage(job.asked, transferable(job.asked.input, 4))
    } catch (error) {
      // What can't be cloned is a mistake of the caller's.
      this.#finish(() => job.reject(error))
      return
    }
    this.#giveUpAfter(
      job.deadlineMs,
      new Problem('took-too-long', `It was stopped after ${job.deadlineMs / 1000} seconds.`),
    )
  }

  #hear(answered: Answered): void {
    const job = this.#job
    if ('ready' in answered) {
      this.#isReady = true
      if (job) this.#send(job)
    } else if (job) {
      this.#finish(() => {
        if ('output' in answered) job.resolve(answered.output)
        else if ('problem' in answered) job.reject(new Problem(answered.problem.kind, answered.problem.detail))
        else job.reject(new Error(`In the worker: ${answered.bug}`))
      })
    }
  }

  #giveUpAfter(ms: number, reason: Error): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#end(reason), ms)
  }

  /** Ends the worker for a reason that its task, if it has one, fails with; the next task gets a new one. */
  async #end(reason: unknown): Promise<void> {
    const worker = this.#worker
    const job = this.#job
    this.#worker = null
    this.#isReady = false
    // The old one is gone before the next starts, so that two heaps never stand side by side.
    await worker?.terminate()
    if (job && this.#job === job) this.#finish(() => job.reject(reason))
  }

  #finish(tell: () => void): void {
    clearTimeout(this.#timer)
    this.#job = null
    tell()
    this.#next()
  }
}

function explained(error: Error): Error {
  const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isFull ? new Problem('too-large', 'It takes more memory than a reader may use.') : error
}
