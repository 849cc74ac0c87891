import { createStore } from 'zustand/vanilla'
import type { AgreementReport } from '../../shared/agreement/agreementReport.ts'
import type { Figure, FigureGroup } from '../../shared/agreement/figures/figure.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'

/** A measure of what is double-coded so far, and what it is of. */
export interface PilotFigure {
  /** Names it among the others. */
  readonly key: string
  readonly group: FigureGroup
  readonly figure: Figure
}

/** What was measured of what two or more have annotated so far. */
export interface Piloted {
  readonly articles: number
  readonly annotators: number
  /** Of all tags: those that have a value. */
  readonly figures: readonly PilotFigure[]
  /** How many files couldn't be read or compared. */
  readonly unread: number
}

/** A pilot as far as somebody asked for it. */
export interface Pilot {
  readonly isRunning: boolean
  readonly isStopped: boolean
  readonly progress: { readonly doing: 'reading' | 'comparing' | 'figures'; done: number; of: number } | null
  /** How many people's layers are sealed, and so left out. */
  readonly sealed: number
  /** What was measured last; null before, and where no article has two layers. */
  readonly measured: Piloted | null
  readonly isEmpty: boolean
  readonly problem: ProblemNotice | null
}

const nothing: Pilot = {
  ...{ isRunning: false, isStopped: false, progress: null, sealed: 0, measured: null, isEmpty: false, problem: null },
}
const asTheyAre = { words: 0, ignoreEnds: false }

interface Needs {
  readonly ask: Ask
  readonly workspace: () => string | null
  /** Whether the sheet of agreement is looked at: what the desktop holds is that one's then. */
  readonly isLookedAt: () => boolean
}

/** What is double-coded already, measured when somebody asks the planner for it, by the questions that the sheet of agreement asks. */
export function makePilot({ ask, workspace, isLookedAt }: Needs) {
  const store = createStore<Pilot>(() => nothing)
  const { getState, setState } = store
  /** Grows with every question, with stopping it, and when the planner goes: what answers an earlier one is dropped. */
  let turn = 0

  async function measured(ticket: string, isOver: () => boolean): Promise<Partial<Pilot> | null> {
    const begun = await ask('agreement.begin', { workspace: ticket })
    if (isOver()) return null
    const sealed = begun.sealed.length
    const layers = begun.layers.filter(({ isGold }) => !isGold).map(({ annotator }) => annotator)
    if (layers.length < 2) return { sealed, isEmpty: true }
    const asked = { layers, tags: null, tolerance: asTheyAre }
    const answer = await ask('agreement.run', { workspace: ticket, asked })
    if (isOver()) return null
    if (!answer) return { isStopped: true }
    const { articles, annotators } = JSON.parse(answer.report) as AgreementReport
    if (articles === 0) return { sealed, isEmpty: true }
    const text = await ask('agreement.figures', { workspace: ticket, scope: { pair: null, tag: null } })
    if (isOver()) return null
    if (text === null) return { isStopped: true }
    const figures = figuresIn(JSON.parse(text) as FigureGroup[])
    return { sealed, measured: { articles, annotators: annotators.length, figures, unread: answer.unread } }
  }

  function letGo(ticket: string): void {
    if (!isLookedAt()) void ask('agreement.close', { workspace: ticket }).catch(() => null)
  }

  return {
    ...store,

    async measure(): Promise<void> {
      const ticket = workspace()
      if (ticket === null) return
      const mine = ++turn
      const isOver = () => mine !== turn || workspace() !== ticket || isLookedAt()
      setState({ ...nothing, isRunning: true })
      let found: Partial<Pilot> | null
      try {
        found = await measured(ticket, isOver)
      } catch (failure) {
        found = { problem: asNotice(failure, 'cannot-read') }
      }
      if (isOver()) return
      setState({ ...nothing, ...found })
      letGo(ticket)
    },

    progressed({ workspace: ticket, doing, done, of }: EventOf<'agreement.progress'>): void {
      if (ticket !== workspace() || !getState().isRunning || doing === 'gamma' || doing === 'saving') return
      setState({ progress: { doing, done, of } })
    },

    /** Stops measuring. */
    stop(): void {
      if (!getState().isRunning) return
      turn++
      setState({ ...nothing, isStopped: true })
      const ticket = workspace()
      if (ticket !== null) letGo(ticket)
    },

    /** Nobody looks at it any more: what is under way is stopped, and what was measured goes, for it may be another by the next time. */
    leave(): void {
      const { isRunning } = getState()
      turn++
      setState(nothing)
      const ticket = workspace()
      if (isRunning && ticket !== null) letGo(ticket)
    },
  }
}

/** Those of all tags that have a value, in the order in which they come. */
function figuresIn(groups: readonly FigureGroup[]): PilotFigure[] {
  return groups
    .filter(({ tag, question }) => tag === null && question === null)
    .flatMap(group =>
      group.figures
        .filter(({ value }) => value !== null)
        .map(figure => ({ key: [group.over, figure.measure, figure.level ?? ''].join(' '), group, figure })),
    )
}

export type PilotStore = ReturnType<typeof makePilot>
