import { exactly } from '../../shared/agreement/place.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'

/** What so many agree on (null: all), as changes of gold that aren't made yet. */
export interface Agreed {
  readonly atLeast: number | null
  /** `stopped`: ended by the person, and nothing of it is known. */
  readonly phase: 'counting' | 'there' | 'stopped'
  /** How many articles have been looked at. */
  readonly progress: { readonly done: number; readonly total: number }
  readonly cases: number
  readonly articles: number
  /** JSON texts of changes as `layers.record` wants them. */
  readonly changes: readonly string[]
}

interface Parts {
  readonly ask: Ask
  readonly randomId: () => string
  readonly workspace: () => string | null
  /** The layers that are decided on. */
  readonly layers: () => string[]
  readonly get: () => Agreed | null
  readonly put: (agreed: Agreed | null, problem?: ProblemNotice) => void
}

const nothing = { progress: { done: 0, total: 0 }, cases: 0, articles: 0, changes: [] } as const

/** Counts what is agreed on and not decided, one threshold at a time, for a person to see before it is taken. */
export function makeCountingAgreed({ ask, randomId, workspace, layers, get, put }: Parts) {
  let running: { readonly name: string; readonly workspace: string } | null = null

  /** Ends the counting that is under way. */
  function stop(): void {
    const ended = running
    const agreed = get()
    running = null
    if (!ended) return
    void ask('review.cancel', ended).catch(() => null)
    if (agreed) put({ ...nothing, atLeast: agreed.atLeast, phase: 'stopped' })
  }

  return {
    stop,
    async count(atLeast: number | null): Promise<void> {
      const ticket = workspace()
      const chosen = layers()
      stop()
      if (ticket === null || chosen.length < 2) return put(null)
      const mine = { name: randomId(), workspace: ticket }
      running = mine
      put({ ...nothing, atLeast, phase: 'counting' })
      try {
        const asked = { layers: chosen, tolerance: exactly, atLeast }
        const { changes, cases, articles, isComplete } = await ask('review.agreed', { ...mine, ...asked })
        if (running !== mine) return
        running = null
        put({
          ...nothing,
          atLeast,
          ...(isComplete ? { phase: 'there', cases, articles, changes } : { phase: 'stopped' }),
        })
      } catch (failure) {
        if (running !== mine) return
        running = null
        put(null, asNotice(failure, 'cannot-read'))
      }
    },
    heard({ name, done, total }: Pick<EventOf<'review.found'>, 'name' | 'done' | 'total'>): void {
      const agreed = get()
      if (agreed && name === running?.name) put({ ...agreed, progress: { done, total } })
    },
    leave(): void {
      stop()
      put(null)
    },
  }
}
