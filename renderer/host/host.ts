import type { Call, Input, Output, Reply } from '../../shared/contract/contract.ts'
import type { EventName, EventOf, Told } from '../../shared/contract/events.ts'
import { isProblemKind } from '../../shared/problems/kinds.ts'
import { Problem } from '../../shared/problems/problem.ts'

declare global {
  interface Window {
    /** What the preload puts into the page, and nothing else of the desktop. */
    readonly host: {
      call(name: string, input: unknown): Promise<Reply<unknown>>
      /** Hands every event to `heard`, until the function that it returns is called. */
      listen(heard: (told: Told) => void): () => void
      drop(files: readonly File[]): Promise<Reply<unknown>>
    }
  }
}

/**
 * The only way out of the window. Answers with what the contract says, or
 * throws: a Problem where the failure is one that we expect, an Error where it
 * is a bug.
 */
export async function ask<C extends Call>(call: C, input: Input<C>): Promise<Output<C>> {
  return unwrap(call, (await window.host.call(call, input)) as Reply<Output<C>>)
}

/** Hears one kind of event, until the function that it returns is called. */
export function listen<E extends EventName>(name: E, heard: (value: EventOf<E>) => void): () => void {
  return window.host.listen(told => {
    if (told.name === name) heard(told.value as EventOf<E>)
  })
}

/**
 * Opens what was dropped on this window; it arrives as `workspace.opened`. The
 * desktop takes the first folder or file. Files without a path, such as a
 * picture dragged out of a page, are a Problem.
 */
export async function dropFiles(files: Iterable<File>): Promise<void> {
  unwrap('drop', await window.host.drop([...files]))
}

function unwrap<T>(what: string, reply: Reply<T>): T {
  if (reply.ok) return reply.value
  const { kind, detail } = reply.problem
  if (isProblemKind(kind)) throw new Problem(kind, detail)
  // By its name, whoever asked tells a call that was refused for good from one that may be tried again.
  throw Object.assign(new Error(`${what} failed: ${kind}: ${detail}`), { name: kind })
}
