import { createStore } from 'zustand/vanilla'
import type { ToldCases, WantedCases } from '../../shared/agreement/agreementCases.ts'
import type { AgreementReport, Scope } from '../../shared/agreement/agreementReport.ts'
import type { Interval } from '../../shared/agreement/coefficients/bootstrap.ts'
import type { FigureGroup } from '../../shared/agreement/figures/figure.ts'
import type { FigureGround, NamedFigure } from '../../shared/agreement/figures/figureGround.ts'
import type { LevelName } from '../../shared/agreement/levelFigures.ts'
import type { RowIntervals, ScopeDetail } from '../../shared/agreement/scopeDetail.ts'
import { type LeftOut, nothingLeftOut } from '../../shared/agreement/written/figuresAbout.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import { makeGammaAsked } from './gammaAsked.ts'
import { makeSavingFigures } from './savingFigures.ts'

export type AgreementChoices = NonNullable<Output<'workspace.recall'>['agreement']>
export type AgreementBegun = Output<'agreement.begin'>
export type AgreementProgress = Omit<EventOf<'agreement.progress'>, 'workspace'>

/** What the sheet shows. */
export const agreementViews = ['levels', 'measures', 'anatomy', 'confusion', 'time'] as const
export type AgreementView = (typeof agreementViews)[number]

/** The groups of measures that may be open. */
export type MeasureGroup = NonNullable<AgreementChoices['open']>[number]

/** The figure that is explained. */
export type ExplainedFigure =
  | { readonly kind: 'level'; readonly level: LevelName; readonly scope: Scope; readonly interval?: Interval | null }
  | {
      readonly kind: 'figure'
      readonly named: NamedFigure
      readonly interval: Interval | null
      readonly scope: Scope
      /** Null until it is there. */
      readonly told: FigureGround | null
    }
  /** γ of a tag, of all with null, of whom the scope was of. */
  | { readonly kind: 'gamma'; readonly scope: Scope }

export interface Agreeing {
  /** Whose layers there are; null until that is known. */
  readonly begun: AgreementBegun | null
  readonly choices: AgreementChoices
  readonly view: AgreementView
  readonly scope: Scope
  /** The level of which the annotators' matrix, and time and outlets, are shown. */
  readonly level: LevelName
  /** What was computed last; it stays until the next is there. */
  readonly report: AgreementReport | null
  /** What the report is of, which may be other than what is chosen by now. */
  readonly reported: AgreementChoices | null
  /** Its number, by which it is asked for; null where there is none. */
  readonly run: number | null
  readonly leftOut: LeftOut
  /** Intervals of each row; null until they are there. */
  readonly rows: RowIntervals | null
  /** Every measure of the scope; null until they are there. */
  readonly figures: readonly FigureGroup[] | null
  /** The report that they are of, which may be an earlier one. */
  readonly figuresOf: AgreementReport | null
  readonly figuring: 'no' | 'running' | 'stopped'
  /** The scope in detail; null until it is there. */
  readonly detail: ScopeDetail | null
  /** Whether what is chosen is being compared. */
  readonly isComparing: boolean
  readonly isStopped: boolean
  readonly progress: AgreementProgress | null
  readonly explained: ExplainedFigure | null
  /** The cases that are listed; `told` is null until they are there. */
  readonly cases: { readonly wanted: WantedCases; readonly told: ToldCases | null } | null
  readonly problem: ProblemNotice | null
}

const usual: AgreementChoices = {
  ...{ layers: null, tags: null, tolerance: { words: 0, ignoreEnds: false }, period: 'month' },
  open: ['annotations', 'tokens', 'units'],
}
const whole: Scope = { pair: null, tag: null }
const nothing: Omit<Agreeing, 'choices' | 'view' | 'level'> = {
  ...{ begun: null, scope: whole, report: null, reported: null, run: null, leftOut: nothingLeftOut },
  ...{ rows: null, figures: null, figuresOf: null, figuring: 'no', detail: null },
  ...{ isComparing: false, isStopped: false, progress: null, explained: null, cases: null, problem: null },
}

interface Needs {
  readonly ask: Ask
  readonly workspace: () => string | null
  readonly keep: (choices: AgreementChoices) => void
  readonly show: () => void
  readonly hide: () => void
}

/** Looking at how far annotators agree: what is chosen, and the figures of it. The latest choice wins; figures of an earlier one stay until then and say so. */
export function makeAgreeing({ ask, workspace, keep, show, hide }: Needs) {
  const store = createStore<Agreeing>(() => ({ ...nothing, choices: usual, view: 'levels', level: 'found' }))
  const { getState, setState } = store
  /** Grows with every choice that asks for other figures: what answers an earlier one is dropped. */
  let turn = 0

  /** The annotators that are chosen, of those that there are: everybody's own work, unless somebody chose otherwise. */
  function layers(): readonly string[] {
    const there = getState().begun?.layers ?? []
    const { layers } = getState().choices
    const chosen = there.filter(({ annotator, isGold }) => (layers === null ? !isGold : layers.includes(annotator)))
    return chosen.map(({ annotator }) => annotator)
  }

  /** Asks for what may take a moment; what has come too late, or failed while something else was chosen, is dropped. */
  async function follow<T>(asking: (ticket: string) => Promise<T>, take: (answer: T) => void): Promise<void> {
    const ticket = workspace()
    if (ticket === null) return
    const mine = turn
    try {
      const answer = await asking(ticket)
      if (mine === turn && workspace() === ticket) take(answer)
    } catch (failure) {
      if (mine === turn && workspace() === ticket)
        setState({ problem: asNotice(failure, 'cannot-read'), isComparing: false, figuring: 'no', progress: null })
    }
  }

  /** Compares what is chosen. */
  async function compare(): Promise<void> {
    turn++
    const { choices } = getState()
    const asked = { layers: [...layers()], tags: choices.tags, tolerance: choices.tolerance }
    if (asked.layers.length < 2 || choices.tags?.length === 0) {
      const ticket = workspace()
      if (ticket !== null) void ask('agreement.cancel', { workspace: ticket }).catch(() => null)
      setState({ ...noFigures, figuring: 'no', isComparing: false, progress: null, isStopped: false })
      return
    }
    setState({ isComparing: true, isStopped: false, figuring: 'no', problem: null })
    await follow(
      workspace => ask('agreement.run', { workspace, asked: asked as Input<'agreement.run'>['asked'] }),
      answer => {
        if (!answer) return setState({ isComparing: false, progress: null, isStopped: true })
        const { run, report: text, ...leftOut } = answer
        const report = JSON.parse(text) as AgreementReport
        setState({
          report,
          reported: choices,
          run,
          leftOut,
          isComparing: false,
          progress: null,
          rows: null,
          detail: null,
        })
        setState({ scope: within(report, getState().scope), explained: again(report), figuring: 'no' })
        // Those of before would be taken for new ones.
        if (getState().view !== 'measures') setState({ figures: null })
        void askRows(report)
        void askDetail()
        const { explained, cases } = getState()
        if (explained?.kind === 'figure') void explainFigure(explained.named, null)
        if (cases) void list(cases.wanted)
        void askFigures()
      },
    )
  }

  function askRows({ tags, pairs }: AgreementReport): Promise<void> {
    const input = { tags: [...tags], pairs: pairs.map(({ a, b }) => ({ a, b })) }
    return follow(
      workspace => ask('agreement.rows', { workspace, ...input }),
      text => {
        if (text !== null) setState({ rows: JSON.parse(text) as RowIntervals })
      },
    )
  }

  function askDetail(): Promise<void> {
    const { scope, choices } = getState()
    return follow(
      workspace => ask('agreement.look', { workspace, scope, period: choices.period }),
      text => {
        if (text !== null && getState().scope === scope && getState().choices.period === choices.period)
          setState({ detail: JSON.parse(text) as ScopeDetail })
      },
    )
  }

  /** Every measure of the scope, where they are looked at; those of before stay until then. */
  async function askFigures(): Promise<void> {
    const { scope, view, report } = getState()
    if (view !== 'measures' || !report || report.articles === 0) return
    setState({ figuring: 'running', progress: null })
    await follow(
      workspace => ask('agreement.figures', { workspace, scope }),
      text => {
        if (getState().scope !== scope || getState().report !== report) return
        if (text === null) setState({ figuring: 'stopped', progress: null })
        else setState({ figuring: 'no', progress: null, figures: JSON.parse(text) as FigureGroup[], figuresOf: report })
      },
    )
  }

  function explainFigure(named: NamedFigure, interval: Interval | null): Promise<void> {
    const { scope } = getState()
    const explained: ExplainedFigure = { kind: 'figure', named, interval, scope, told: null }
    setState({ explained })
    return follow(
      workspace => ask('agreement.explain', { workspace, named }),
      text => {
        const told = JSON.parse(text) as FigureGround | null
        if (getState().explained === explained) setState({ explained: told && { ...explained, told } })
      },
    )
  }

  function list(wanted: WantedCases): Promise<void> {
    const { scope } = getState()
    const cases = { wanted, told: null }
    setState({ cases })
    return follow(
      workspace => ask('agreement.cases', { workspace, scope, wanted }),
      text => {
        if (getState().cases === cases) setState({ cases: { wanted, told: JSON.parse(text) as ToldCases } })
      },
    )
  }

  /** What was explained of the report before, if there is still such a figure; without an interval that was drawn of that report. */
  function again(report: AgreementReport): ExplainedFigure | null {
    const { explained } = getState()
    if (!explained) return null
    const { pair, tag } = within(report, explained.scope)
    if (pair !== explained.scope.pair || tag !== explained.scope.tag) return null
    if (explained.kind !== 'level') return explained
    const { interval: _, ...level } = explained
    return level
  }

  const gamma = makeGammaAsked({
    ask,
    workspace,
    chosen: () => ({ layers: layers(), tags: getState().choices.tags }),
  })

  const saving = makeSavingFigures({ ask, workspace, shown: () => getState().run })

  return {
    ...store,
    gamma,
    saving,
    layers,
    compare,

    /** Shows the sheet, looks what there is, and compares it. */
    async begin(): Promise<void> {
      turn++
      gamma.forget()
      saving.forget()
      setState({ ...nothing })
      show()
      await follow(
        workspace => ask('agreement.begin', { workspace }),
        begun => {
          setState({ begun })
          void compare()
        },
      )
    },

    /** What was chosen here the last time. */
    recall: (choices: AgreementChoices) => setState({ choices: { ...usual, ...choices } }),

    choose(choices: Partial<Pick<AgreementChoices, 'layers' | 'tags' | 'tolerance'>>): void {
      setState({ choices: { ...getState().choices, ...choices } })
      void compare()
    },

    choosePeriod(period: AgreementChoices['period']): void {
      setState({ choices: { ...getState().choices, period } })
      void askDetail()
    },

    look(view: AgreementView): void {
      setState({ view, cases: null, explained: null })
      if (getState().figures === null || hasOldFigures(getState())) void askFigures()
    },

    /** Opens a group of measures, or closes it. */
    open(group: MeasureGroup, isOpen: boolean): void {
      const { choices } = getState()
      const others = (choices.open ?? []).filter(one => one !== group)
      setState({ choices: { ...choices, open: isOpen ? [...others, group] : others } })
    },

    chooseLevel: (level: LevelName) => setState({ level }),

    /** Looks at other annotators, or another tag. */
    setScope(scope: Partial<Scope>): void {
      setState({ scope: { ...getState().scope, ...scope }, detail: null, figures: null, cases: null, explained: null })
      void askDetail()
      void askFigures()
    },

    /** Explains a figure of the report, which has its counts. */
    explainLevel: (level: LevelName, scope: Scope, interval?: Interval | null) =>
      setState({ explained: { kind: 'level', level, scope, ...(interval === undefined ? {} : { interval }) } }),
    explainFigure,
    explainGamma: (tag: string | null) =>
      setState({ explained: { kind: 'gamma', scope: { pair: getState().scope.pair, tag } } }),
    askFigures,
    list,
    leaveExplained: () => setState({ explained: null }),
    leaveCases: () => setState({ cases: null }),

    progressed({ workspace: ticket, ...progress }: EventOf<'agreement.progress'>): void {
      if (ticket !== workspace()) return
      const { figuring, isComparing } = getState()
      if (progress.doing === 'gamma') gamma.progressed(progress)
      else if (progress.doing === 'saving') saving.progressed(progress)
      else if (progress.doing === 'figures' ? figuring === 'running' : isComparing) setState({ progress })
    },

    /** Stops comparing, or the figures of a scope; those of before stay. */
    stop(): void {
      const ticket = workspace()
      if (ticket !== null) void ask('agreement.cancel', { workspace: ticket }).catch(() => null)
    },

    /** The workspace goes. */
    forget(): void {
      turn++
      gamma.forget()
      setState({ ...nothing, choices: usual, view: 'levels', level: 'found' })
    },

    close(): void {
      const ticket = workspace()
      turn++
      keep(getState().choices)
      gamma.forget()
      setState({ ...nothing })
      hide()
      if (ticket !== null) void ask('agreement.close', { workspace: ticket }).catch(() => null)
    },
  }
}

const noFigures = {
  ...{ report: null, reported: null, run: null, rows: null, figures: null, figuresOf: null, detail: null },
  ...{ explained: null, cases: null },
} as const

/** Whether the measures are of an earlier report than the one at hand: they are neither explained nor taken for those of it. */
export function hasOldFigures({ figures, figuresOf, report }: Agreeing): boolean {
  return figures !== null && figuresOf !== report
}

/** A scope as far as a report has it. */
function within(report: AgreementReport, { pair, tag }: Scope): Scope {
  const known = pair !== null && report.pairs.some(({ a, b }) => a === pair.a && b === pair.b)
  return { pair: known ? pair : null, tag: tag !== null && report.tags.includes(tag) ? tag : null }
}

export type AgreeingStore = ReturnType<typeof makeAgreeing>
