import { READ_DEADLINE_MS, WORKER_HEAP_MIB } from '../../shared/limits.ts'
import { Bench } from './bench.ts'
import type { TaskInput, TaskOutput, TaskTable } from './serve.ts'
import type { Tasks } from './tasks.ts'

export interface WorkbenchChoices {
  /** The worker's module: `out/worker.js`, or what `fromSource` gives. */
  readonly entry: URL
  readonly deadlineMs?: number
  readonly heapMiB?: number
}

export interface RunChoices {
  /** `background` tasks wait only for each other, and yield to whatever else the machine does. */
  readonly lane?: 'foreground' | 'background'
  readonly deadlineMs?: number
  /** Withdraws a task that hasn't begun. One that has is let finish. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Where everything that others wrote is read: in workers, so that no file can
 * freeze, fill or break the program. Two of them, so that opening an article
 * never waits for the index.
 */
export class Workbench<T extends TaskTable = Tasks> {
  readonly #lanes: Readonly<Record<'foreground' | 'background', Bench>>
  readonly #deadlineMs: number

  constructor({ entry, deadlineMs = READ_DEADLINE_MS, heapMiB = WORKER_HEAP_MIB }: WorkbenchChoices) {
    this.#deadlineMs = deadlineMs
    this.#lanes = {
      foreground: new Bench({ entry, heapMiB, role: 'foreground' }),
      background: new Bench({ entry, heapMiB, role: 'background' }),
    }
  }

  /**
   * Runs a task. Buffers in its input change hands and are empty afterwards.
   *
   * Throws the task's own Problem; `took-too-long` past the deadline;
   * `too-large` when memory runs out; an `AbortError` when it is withdrawn or
   * the workbench closes; any other Error is a bug in the task.
   */
  async run<N extends keyof T & string>(
    name: N,
    input: TaskInput<T, N>,
    { lane = 'foreground', deadlineMs = this.#deadlineMs, signal }: RunChoices = {},
  ): Promise<TaskOutput<T, N>> {
    return (await this.#lanes[lane].run({ name, input }, deadlineMs, signal)) as TaskOutput<T, N>
  }

  async close(): Promise<void> {
    await Promise.all([this.#lanes.foreground.close(), this.#lanes.background.close()])
  }
}
