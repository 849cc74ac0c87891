import { getPriority, setPriority } from 'node:os'
import { type MessagePort, workerData } from 'node:worker_threads'
import type { ProblemKind } from '../../shared/problems/kinds.ts'
import { Problem } from '../../shared/problems/problem.ts'

/** Pure functions by name: what a worker can do. Inputs and outputs must survive a structured clone. */
export type TaskTable = Record<string, (input: never) => unknown>

export type TaskInput<T extends TaskTable, N extends keyof T> = Parameters<T[N]>[0]
export type TaskOutput<T extends TaskTable, N extends keyof T> = Awaited<ReturnType<T[N]>>

/** One task as it goes to a worker. A worker has one at a time. */
export interface Asked {
  readonly name: string
  readonly input: unknown
}

/** What a worker says: that it stands ready, or how its task ended. */
export type Answered =
  | { readonly ready: true }
  | { readonly output: unknown }
  | { readonly problem: { readonly kind: ProblemKind; readonly detail: string } }
  | { readonly bug: string }

/** How nice a background thread is: enough to yield, not so much that a busy machine never gets round to it. */
const BACKGROUND = 5

/** Does the tasks that come through a port, until the port closes. In the background it yields to other threads. */
export function serve(port: MessagePort, tasks: TaskTable): void {
  // Linux alone gives a thread a priority of its own; elsewhere it would be the whole program's.
  if (workerData === 'background' && process.platform === 'linux') yieldToOthers()
  port.on('message', ({ name, input }: Asked) => void answer(port, tasks, name, input))
  port.postMessage({ ready: true } satisfies Answered)
}

/** Only ever downwards: a program that was started nicer than this must not get a background that goes before it. */
function yieldToOthers(): void {
  if (getPriority() < BACKGROUND) setPriority(BACKGROUND)
}

/**
 * The buffers in a value that can change hands instead of being copied, as deep
 * as is asked for. One that is part of a larger buffer can't: others may look
 * into it.
 */
export function transferable(value: unknown, depth: number): ArrayBuffer[] {
  if (value instanceof Uint8Array) {
    const { buffer, byteLength } = value
    return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength > 0 ? [buffer] : []
  }
  if (depth === 0 || typeof value !== 'object' || value === null) return []
  return [...new Set(Object.values(value).flatMap(part => transferable(part, depth - 1)))]
}

async function answer(port: MessagePort, tasks: TaskTable, name: string, input: unknown): Promise<void> {
  let answered: Answered
  try {
    const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
    if (!task) throw new RangeError(`No task is called ${name}`)
    answered = { output: await (task as (input: unknown) => unknown)(input) }
  } catch (error) {
    // A thrown error loses its class on the way; data doesn't.
    if (error instanceof Problem) answered = { problem: { kind: error.kind, detail: error.detail } }
    else answered = { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  port.postMessage(answered, 'output' in answered ? transferable(answered.output, 1) : [])
}
