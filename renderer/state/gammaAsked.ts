import { createStore } from 'zustand/vanilla'
import type { GammaReport } from '../../shared/agreement/gamma/articleGamma.ts'
import type { Input } from '../../shared/contract/contract.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'

/** What γ is measured of. */
export interface GammaOf {
  readonly layers: readonly string[]
  readonly tags: readonly string[] | null
}

/** γ as far as somebody asked for it. */
export interface GammaAsked {
  readonly isRunning: boolean
  readonly isStopped: boolean
  readonly progress: { readonly done: number; readonly of: number } | null
  /** What was measured last, of what; it stays whatever is chosen since. */
  readonly report: GammaReport | null
  readonly of: GammaOf | null
  /** How many articles couldn't be measured. */
  readonly unread: number
  readonly problem: ProblemNotice | null
}

const nothing: GammaAsked = {
  ...{ isRunning: false, isStopped: false, progress: null, report: null, of: null, unread: 0, problem: null },
}

interface Needs {
  readonly ask: Ask
  readonly workspace: () => string | null
  /** What is chosen now. */
  readonly chosen: () => GammaOf
}

/** γ takes long: it is measured when somebody asks for it, and kept as long as the sheet is open. */
export function makeGammaAsked({ ask, workspace, chosen }: Needs) {
  const store = createStore<GammaAsked>(() => nothing)
  const { getState, setState } = store
  /** Grows with every question, and when the sheet goes. */
  let turn = 0

  return {
    ...store,

    async compute(): Promise<void> {
      const ticket = workspace()
      if (ticket === null) return
      const mine = ++turn
      const of = chosen()
      setState({ isRunning: true, isStopped: false, progress: null, problem: null })
      try {
        const asked = { layers: [...of.layers], tags: of.tags } as Omit<Input<'agreement.gamma'>, 'workspace'>
        const answer = await ask('agreement.gamma', { workspace: ticket, ...asked })
        if (mine !== turn) return
        if (answer === null) setState({ isRunning: false, isStopped: true, progress: null })
        else {
          const report = JSON.parse(answer.report) as GammaReport
          setState({ isRunning: false, progress: null, report, of, unread: answer.unread })
        }
      } catch (failure) {
        if (mine === turn) setState({ isRunning: false, progress: null, problem: asNotice(failure, 'cannot-read') })
      }
    },

    /** Whether what was measured is what is chosen. */
    isOfChosen(): boolean {
      return JSON.stringify(getState().of) === JSON.stringify(chosen())
    },

    progressed(progress: NonNullable<GammaAsked['progress']>): void {
      if (getState().isRunning) setState({ progress })
    },

    /** Stops measuring; what was measured before stays. */
    stop(): void {
      const ticket = workspace()
      if (ticket !== null) void ask('agreement.stopGamma', { workspace: ticket }).catch(() => null)
    },

    forget(): void {
      turn++
      setState(nothing)
    },
  }
}

export type GammaAskedStore = ReturnType<typeof makeGammaAsked>
