import { type Call, contract, type Input, type Output, type Reply } from '../../shared/contract/contract.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { misfit } from './misfit.ts'
import { makeTurnstile } from './turnstile.ts'

/** What is done for each call. Input is checked before it comes here. */
export type Handlers = { readonly [C in Call]: (input: Input<C>) => Promise<Output<C>> }

/** How a window's calls are answered. Always resolves, whatever the name and the input are. */
export type Answer = (name: unknown, input: unknown) => Promise<Reply<unknown>>

/** Told of bugs: the call's name, and what was thrown. */
export type ReportBug = (where: string, error: unknown) => void

/**
 * Checks every call against the contract, both ways, for one window. Knows
 * nothing of Electron: the shell and the end-to-end host both drive it.
 *
 * Handlers begin in the order in which calls came; so many at a time, so many
 * waiting, and more than that are refused as `busy`.
 */
export function makeRouter(handlers: Handlers, reportBug: ReportBug): Answer {
  const recording = makeTurnstile({ underWay: EDITS_UNDER_WAY, waiting: 0 })
  const anything = makeTurnstile({ underWay: CALLS_UNDER_WAY, waiting: CALLS_WAITING })
  return async (name, input) => {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return refusal('unknown-call', spell(name))
    const call = name as Call
    try {
      const checked = contract[call].input.safeParse(input)
      if (!checked.success) return refusal('bad-input', checked.error.message.slice(0, LONGEST_DETAIL))
      const handler = handlers[call] as (input: unknown) => Promise<unknown>
      const result = await (records.has(call) ? recording : anything)(() => handler(checked.data))
      if (result === 'full') return refusal('busy', call)
      const answer = contract[call].output.safeParse(result.value)
      if (!answer.success) throw misfit('The answer', answer.error)
      return { ok: true, value: answer.data }
    } catch (error) {
      if (error instanceof Problem) return refusal(error.kind, error.detail)
      // What was under way when the program ended; nobody waits for it any more.
      if (error instanceof DOMException && error.name === 'AbortError') return refusal('withdrawn', call)
      reportBug(call, error)
      return refusal('bug', 'Something went wrong inside Stet.')
    }
  }
}

/** More than a person causes; a window that asks for more at once is made to wait. */
export const CALLS_UNDER_WAY = 64
/** Edits wait for the disk, however long it refuses them; meanwhile they mustn't stand in the way of other calls. */
export const EDITS_UNDER_WAY = 10_000
const records: ReadonlySet<Call> = new Set<Call>(['layer.record', 'layers.record', 'facts.record', 'project.record'])
/** All pieces of a layer of half a million annotations may be asked for at once. */
export const CALLS_WAITING = 1000
const LONGEST_DETAIL = 2000

function spell(name: unknown): string {
  return typeof name === 'string' ? name.slice(0, 100) : typeof name
}

function refusal(kind: string, detail: string): Reply<never> {
  return { ok: false, problem: { kind, detail } }
}
