import { createStore } from 'zustand/vanilla'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'

/** Figures on their way into a file. */
export interface SavingFigures {
  readonly isRunning: boolean
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly problem: ProblemNotice | null
}

const nothing: SavingFigures = { isRunning: false, progress: null, problem: null }

interface Needs {
  readonly ask: Ask
  readonly workspace: () => string | null
  /** The number of what is shown; null where nothing is. */
  readonly shown: () => number | null
}

/** How figures are written into a file. */
type Written = Pick<Input<'agreement.save'>, 'format' | 'isBlind'> & {
  readonly names: readonly Input<'agreement.save'>['names'][number][]
}

/** Saving every figure of what is shown: whatever is looked at or compared meanwhile, the file has what was shown when it was asked for. */
export function makeSavingFigures({ ask, workspace, shown }: Needs) {
  const store = createStore<SavingFigures>(() => nothing)
  const { getState, setState } = store

  return {
    ...store,

    /** Writes a file that the person names: what it is called, or whether it was stopped; null where it failed, which `problem` says, or there is nothing to be saved. */
    async save({ names, ...written }: Written): Promise<Output<'agreement.save'> | null> {
      const [ticket, run] = [workspace(), shown()]
      if (ticket === null || run === null || getState().isRunning) return null
      setState({ isRunning: true, progress: null, problem: null })
      try {
        const answer = await ask('agreement.save', { workspace: ticket, run, names: [...names], ...written })
        setState(nothing)
        return answer
      } catch (failure) {
        setState({ ...nothing, problem: asNotice(failure, 'cannot-save') })
        return null
      }
    },

    progressed(progress: NonNullable<SavingFigures['progress']>): void {
      if (getState().isRunning) setState({ progress })
    },

    /** Stops it: then there is no file. */
    stop(): void {
      const ticket = workspace()
      if (ticket !== null) void ask('agreement.stopSaving', { workspace: ticket }).catch(() => null)
    },

    /** What was said of it was seen; one that goes on goes on. */
    forget(): void {
      setState({ problem: null })
    },
  }
}
