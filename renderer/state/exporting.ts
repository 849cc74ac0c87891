import { createStore } from 'zustand/vanilla'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { Feature } from '../../shared/dataset/features.ts'
import type { Fitting } from '../../shared/dataset/format.ts'
import { readShares } from '../../shared/dataset/splits/shares.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'

export type Begun = Output<'export.begin'>
export type ExportFormat = Begun['formats'][number]
export type ExportAsked = Input<'export.write'>['asked']
export type Weighed = NonNullable<Output<'export.weigh'>>
export type ExportDone = NonNullable<Output<'export.write'>>
export type ExportTarget = NonNullable<Output<'export.choose'>>
/** What is chosen, as it is kept: for all formats, and for each of them. */
export type ExportChoices = NonNullable<Output<'workspace.recall'>['exporting']>
export type FormatChoices = ExportChoices['formats'][string]
export type ExportProgress = Omit<EventOf<'export.progress'>, 'workspace'>

export type ExportStep = 'choosing' | 'writing' | 'done'

export interface Exporting {
  /** What there is to export; null until that is known. */
  readonly begun: Begun | null
  readonly step: ExportStep
  readonly choices: ExportChoices
  /** What would be lost, as things were chosen last; the one before stays until the next is there. */
  readonly weighed: Weighed | null
  /** Whether what is chosen now is being looked at. */
  readonly isWeighing: boolean
  readonly progress: ExportProgress | null
  /** Where it was to go, while that can't be or has to be confirmed. */
  readonly target: ExportTarget | null
  readonly done: ExportDone | null
  /** Whether a person stopped the writing. */
  readonly isStopped: boolean
  /** Whether layers of sealed codings go in that the person isn't shown yet. Never remembered. */
  readonly withSealed: boolean
  /** What made the last step fail. */
  readonly problem: ProblemNotice | null
}

const usual: ExportChoices = {
  ...{ format: 'csv', layers: null, tags: null, zones: null, articles: 'all', anonymous: false, split: null },
  formats: {},
}
const usualOfFormat: FormatChoices = { unit: null, withText: true, fittings: {}, options: {} }

const nothing: Omit<Exporting, 'choices'> = {
  ...{ begun: null, step: 'choosing', weighed: null, isWeighing: false, progress: null, target: null },
  ...{ done: null, isStopped: false, withSealed: false, problem: null },
}

interface Needs {
  readonly ask: Ask
  readonly workspace: () => string | null
  /** The articles that the list shows, in its order. */
  readonly listed: () => readonly string[]
  /** The article that is open. */
  readonly open: () => string | null
  /** Ids of tags that the codebook has. */
  readonly tags: () => readonly string[]
  readonly keep: (choices: ExportChoices) => void
  readonly show: () => void
  readonly hide: () => void
}

/** Making a dataset of the workspace, from what is chosen to its receipt. */
export function makeExporting({ ask, workspace, listed, open, tags, keep, show, hide }: Needs) {
  const store = createStore<Exporting>(() => ({ ...nothing, choices: usual }))
  const { getState, setState } = store
  /** What was weighed last, or is. */
  let weighed = ''

  /** The format that is chosen; null before any is known. */
  function format(): ExportFormat | null {
    const { begun, choices } = getState()
    return begun?.formats.find(({ id }) => id === choices.format) ?? begun?.formats[0] ?? null
  }

  /** What is chosen of the format's own, as far as it has it. */
  function formatChoices(): FormatChoices {
    const known = format()
    const { unit, withText, fittings, options } = getState().choices.formats[known?.id ?? ''] ?? usualOfFormat
    if (!known) return usualOfFormat
    const has = (feature: string, way: string | undefined) =>
      known.ways.some(one => one.feature === feature && one.ways.includes(way as Fitting))
    const mayBe = (name: string, value: string) => {
      const values = known.options.find(one => one.name === name)?.values
      return values !== undefined && (values.length === 0 || values.includes(value))
    }
    return {
      unit: unit !== null && known.units.includes(unit) ? unit : null,
      withText: withText || !known.canLeaveTextOut,
      fittings: Object.fromEntries(Object.entries(fittings).filter(([feature, way]) => has(feature, way))),
      options: Object.fromEntries(Object.entries(options).filter(([name, value]) => mayBe(name, value))),
    }
  }

  /** Whose annotations are chosen, of those that there are. */
  function layers(): readonly string[] {
    const there = getState().begun?.layers.map(({ annotator }) => annotator) ?? []
    const { layers } = getState().choices
    return layers === null ? there : there.filter(id => layers.includes(id))
  }

  /** The articles that are chosen and have annotations. */
  function articles(): readonly string[] {
    const { begun, choices } = getState()
    const there = begun?.articles ?? []
    if (choices.articles === 'all') return there
    const wanted = new Set(choices.articles === 'listed' ? listed() : [open() ?? ''])
    return there.filter(ticket => wanted.has(ticket))
  }

  /** What the desktop is asked for; null before any format is known. */
  function asked(): ExportAsked | null {
    const known = format()
    if (!known) return null
    const { choices } = getState()
    return {
      ...{ format: known.id, zones: choices.zones, anonymous: choices.anonymous, split: choices.split },
      articles: choices.articles === 'all' ? null : [...articles()],
      layers: choices.layers === null ? null : [...layers()],
      tags: choices.tags && tags().filter(tag => choices.tags!.includes(tag)),
      ...formatChoices(),
      ...(getState().withSealed ? { withSealed: true as const } : {}),
    }
  }

  /** Finds out what would be lost, unless that is known. */
  async function weigh(): Promise<void> {
    const ticket = workspace()
    const wanted = asked()
    if (ticket === null || wanted === null || getState().step !== 'choosing') return
    // A split moves articles about, and loses nothing.
    const input = { workspace: ticket, asked: { ...wanted, split: null } }
    const key = JSON.stringify(input)
    if (key === weighed) return
    weighed = key
    setState({ isWeighing: true, progress: null, problem: null })
    try {
      const result = await ask('export.weigh', input)
      if (weighed !== key) return
      // Stopped by the person: nobody knows what would be lost.
      if (!result) weighed = ''
      setState({ weighed: result, isWeighing: false, progress: null })
    } catch (failure) {
      if (weighed !== key) return
      weighed = ''
      setState({ problem: asNotice(failure, 'cannot-read'), weighed: null, isWeighing: false, progress: null })
    }
  }

  async function write(target: ExportTarget): Promise<ExportDone | null> {
    const ticket = workspace()
    const wanted = asked()
    if (ticket === null || wanted === null) return null
    keep(getState().choices)
    weighed = ''
    setState({ step: 'writing', progress: null, problem: null, target: null, isWeighing: false, isStopped: false })
    try {
      const done = await ask('export.write', { workspace: ticket, target: target.target, asked: wanted })
      if (getState().step !== 'writing' || workspace() !== ticket) return null
      setState({ step: done ? 'done' : 'choosing', done, progress: null, isStopped: done === null })
      if (!done) void weigh()
      return done
    } catch (failure) {
      if (getState().step === 'writing' && workspace() === ticket)
        setState({ step: 'choosing', problem: asNotice(failure, 'cannot-save'), progress: null })
      return null
    }
  }

  return {
    ...store,
    format,
    formatChoices,
    weigh,
    layers,
    articles,

    /** Shows the dialog, and looks what there is. */
    async begin(): Promise<void> {
      const ticket = workspace()
      if (ticket === null) return
      weighed = ''
      setState({ ...nothing })
      show()
      try {
        const begun = await ask('export.begin', { workspace: ticket })
        if (workspace() !== ticket) return
        setState({ begun })
        if (begun.layers.length > 0) await weigh()
      } catch (failure) {
        if (workspace() === ticket) setState({ problem: asNotice(failure, 'cannot-read') })
      }
    },

    /** What was chosen here the last time. */
    recall: (choices: ExportChoices) => setState({ choices: { ...usual, ...choices } }),

    choose(choices: Partial<ExportChoices>): void {
      setState({ choices: { ...getState().choices, ...choices }, target: null })
      void weigh()
    },

    /** Takes sealed layers in, or leaves them out. */
    chooseSealed(withSealed: boolean): void {
      setState({ withSealed, target: null })
      void weigh()
    },

    /** Chooses something of the format's own. */
    chooseOfFormat(choices: Partial<FormatChoices>): void {
      const known = format()
      if (!known) return
      const { formats } = getState().choices
      const before = formats[known.id] ?? usualOfFormat
      const after = { ...getState().choices, formats: { ...formats, [known.id]: { ...before, ...choices } } }
      setState({ choices: after, target: null })
      void weigh()
    },

    chooseWay(feature: Feature, way: Fitting): void {
      this.chooseOfFormat({ fittings: { ...formatChoices().fittings, [feature]: way } })
    },

    /** Takes one thing in or out of a choice of several, of which null is all. Where all are in, so will be those that come. */
    toggle(what: 'layers' | 'tags' | 'zones', one: string, all: readonly string[]): void {
      const chosen: readonly string[] = getState().choices[what] ?? all
      const next = all.filter(each => (each === one) !== chosen.includes(each))
      this.choose({ [what]: next.length === all.length ? null : next })
    },

    /** Whether there is anything to write, what is chosen makes sense, and what would be lost was looked at, unless a person stopped that. */
    isReady(): boolean {
      const { choices, isWeighing } = getState()
      if (isWeighing) return false
      const someTags = choices.tags === null || tags().some(tag => choices.tags!.includes(tag))
      const someZones = choices.zones === null || choices.zones.length > 0
      const shares = choices.split && readShares(choices.split.shares)
      return layers().length > 0 && articles().length > 0 && someTags && someZones && !(shares && 'refused' in shares)
    },

    /** Asks where it goes, and writes it there, unless something stands there or it has to be confirmed. Resolves to what was done; null where nothing was. */
    async export(): Promise<ExportDone | null> {
      const ticket = workspace()
      const known = format()
      if (ticket === null || known === null) return null
      setState({ target: null, problem: null, isStopped: false })
      try {
        const target = await ask('export.choose', { workspace: ticket, format: known.id })
        if (target === null || workspace() !== ticket) return null
        if (target.taken === null && !target.isInside) return await write(target)
        setState({ target })
      } catch (failure) {
        if (workspace() === ticket) setState({ problem: asNotice(failure, 'cannot-save') })
      }
      return null
    },

    /** Writes it where it has to be confirmed. */
    async confirm(): Promise<ExportDone | null> {
      const { target } = getState()
      return target && target.taken === null ? write(target) : null
    },

    progressed({ workspace: ticket, ...progress }: EventOf<'export.progress'>): void {
      const { step, isWeighing } = getState()
      if (ticket !== workspace() || (progress.doing === 'weighing' ? !isWeighing : step !== 'writing')) return
      setState({ progress })
    },

    /** Stops what is under way; what was written goes. */
    stop(): void {
      const ticket = workspace()
      if (ticket !== null) void ask('export.cancel', { workspace: ticket }).catch(() => null)
    },

    /** Shows what was written in its folder. */
    async reveal(): Promise<void> {
      const ticket = workspace()
      if (ticket !== null) await ask('export.show', { workspace: ticket })
    },

    /** Back to what is chosen, for another one. */
    again(): void {
      setState({ step: 'choosing', done: null, problem: null })
      void weigh()
    },

    /** The workspace goes. */
    forget(): void {
      weighed = ''
      setState({ ...nothing, choices: usual })
    },

    close(): void {
      const ticket = workspace()
      keep(getState().choices)
      weighed = ''
      setState({ ...nothing })
      hide()
      if (ticket !== null) void ask('export.close', { workspace: ticket }).catch(() => null)
    },
  }
}

export type ExportingStore = ReturnType<typeof makeExporting>
