import { createStore } from 'zustand/vanilla'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { TagMap } from '../../shared/dataset/map/tagMap.ts'
import { pathPattern } from '../../shared/dataset/pathPattern.ts'
import { isSame } from '../../shared/json/isSame.ts'
import type { Json } from '../../shared/json/json.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'

export type BroughtFile = NonNullable<Output<'bring.choose'>>
export type BringLooked = Output<'bring.look'>
export type BringDone = Output<'bring.write'>
export type BringTakenBack = Output<'bring.takeBack'>

/** What is to be imported, and how it is read; what it holds; what becomes of what; and what was done. */
export type BringStep = 'choose' | 'preview' | 'map' | 'writing' | 'done'

export interface Bringing {
  /** null before anything is chosen. */
  readonly opened: BroughtFile | null
  readonly step: BringStep
  /** The id of a format; '' before one is chosen. */
  readonly format: string
  /** Whose annotations they are, where the files don't say it. */
  readonly annotator: string
  /** Whether patterns say where texts and annotations stand. */
  readonly hasPatterns: boolean
  readonly patterns: { readonly text: string; readonly annotations: string }
  /** What was found; null while it is read. */
  readonly looked: BringLooked | null
  /** What becomes of what, as the person has it; null: as it is proposed. */
  readonly map: TagMap | null
  /** How far it is read, or written; `all` is 0 while nobody knows. */
  readonly progress: { readonly done: number; readonly all: number } | null
  readonly done: BringDone | null
  readonly takenBack: BringTakenBack | null
  /** What made the last step fail. */
  readonly problem: ProblemNotice | null
}

const nothing: Bringing = {
  ...{ opened: null, step: 'choose', format: '', annotator: 'imported', hasPatterns: false },
  ...{ patterns: { text: 'text/{article}.txt', annotations: 'annotations/{article}_{layer}.ann' } },
  ...{ looked: null, map: null, progress: null, done: null, takenBack: null, problem: null },
}

interface Needs {
  readonly ask: Ask
  readonly workspace: () => string | null
  /** Shows the dialog. */
  readonly show: () => void
  readonly hide: () => void
}

/** Importing what others annotated, step by step. */
export function makeBringing({ ask, workspace, show, hide }: Needs) {
  const store = createStore<Bringing>(() => nothing)
  const { getState, setState } = store

  function begin(opened: BroughtFile): void {
    const [only, ...others] = opened.likely
    const { annotator, patterns } = getState()
    setState({ ...nothing, annotator, patterns, opened, format: only !== undefined && others.length === 0 ? only : '' })
    show()
  }

  function choices(): Omit<Input<'bring.look'>, 'brought' | 'map'> {
    const { format, annotator, hasPatterns, patterns } = getState()
    return { format, annotator: annotator.trim(), patterns: hasPatterns && takesPatterns() ? patterns : null }
  }

  /** Whether the chosen format has texts and annotations in files of their own. */
  function takesPatterns(): boolean {
    const { opened, format } = getState()
    return opened?.formats.some(({ id, takesPatterns }) => id === format && takesPatterns) === true
  }

  /** Reads all of it, with the map as the person has it. */
  async function look(): Promise<BringLooked | null> {
    const { opened, map } = getState()
    if (!opened) return null
    setState({ step: 'preview', looked: null, progress: null, problem: null })
    try {
      const looked = await ask('bring.look', { brought: opened.brought, ...choices(), map })
      if (!isShown(opened, 'preview')) return null
      setState({ looked, map: looked.map, progress: null })
      return looked
    } catch (failure) {
      if (!isShown(opened, 'preview')) return null
      const problem = asNotice(failure, 'cannot-read')
      setState({ step: 'choose', progress: null, problem: problem.kind === 'stopped' ? null : problem })
      return null
    }
  }

  const isShown = (opened: BroughtFile, step: BringStep) => getState().opened === opened && getState().step === step

  /** Asks for what is open; a failure is shown where it happened. */
  async function asked<T>(
    work: (brought: string) => Promise<T>,
    otherwise: 'cannot-read' | 'cannot-save',
  ): Promise<T | null> {
    const { opened } = getState()
    if (!opened) return null
    setState({ problem: null })
    try {
      return await work(opened.brought)
    } catch (failure) {
      if (getState().opened === opened) setState({ problem: asNotice(failure, otherwise) })
      return null
    }
  }

  return {
    ...store,
    begin,
    look,
    takesPatterns,

    /** Shows the dialog, where a file or a folder is chosen. */
    start(): void {
      const { annotator, patterns } = getState()
      setState({ ...nothing, annotator, patterns })
      show()
    },

    /** Asks for a file or a folder, and begins with it. */
    async choose(what: 'file' | 'folder'): Promise<void> {
      const ticket = workspace()
      if (ticket === null) return
      setState({ problem: null })
      try {
        const opened = await ask('bring.choose', { workspace: ticket, what })
        if (opened) begin(opened)
      } catch (failure) {
        setState({ problem: asNotice(failure, 'cannot-read') })
      }
    },

    offered(event: EventOf<'bring.offered'>): void {
      if (event.workspace === workspace()) begin(event.opened)
    },

    progressed({ brought, ...progress }: EventOf<'bring.progress'>): void {
      if (brought === getState().opened?.brought) setState({ progress })
    },

    /** Another format, annotator or pattern: what was found before, and the map for it, hold no more. */
    set: (said: Partial<Pick<Bringing, 'format' | 'annotator' | 'hasPatterns' | 'patterns'>>) =>
      setState({ ...said, looked: null, map: null }),

    /** Goes to a step that needs nothing to be read. */
    goTo: (step: 'choose' | 'preview' | 'map') => setState({ step, problem: null }),

    /** Whether the way of reading it is said. */
    isReadable(): boolean {
      const { format, annotator, hasPatterns, patterns } = getState()
      const areGood = [patterns.text, patterns.annotations].every(one => pathPattern(one) !== null)
      return format !== '' && annotator.trim() !== '' && (!hasPatterns || !takesPatterns() || areGood)
    },

    setMap: (map: TagMap) => setState({ map }),

    /** Whether what was found was found by the map as it is now. */
    isFresh(): boolean {
      const { looked, map } = getState()
      return looked !== null && (map === null || isSame(looked.map as unknown as Json, map as unknown as Json))
    },

    /** Whether there is anything to import. */
    isReady(): boolean {
      const { looked } = getState()
      return looked !== null && looked.articles > 0
    },

    /** The name of the file whose map was loaded; null where none was. */
    async loadMap(): Promise<string | null> {
      const loaded = await asked(brought => ask('bring.loadMap', { brought }), 'cannot-read')
      if (!loaded) return null
      setState({ map: loaded.map })
      return loaded.file
    },

    /** The name of the file that the map was written to; null where it wasn't. */
    saveMap(): Promise<string | null> {
      const { map } = getState()
      return asked(brought => (map ? ask('bring.saveMap', { brought, map }) : Promise.resolve(null)), 'cannot-save')
    },

    /** Writes what was found; resolves to what was done, or null where nothing could be. */
    async write(): Promise<BringDone | null> {
      const { opened } = getState()
      if (!opened) return null
      setState({ step: 'writing', progress: null, problem: null })
      try {
        const done = await ask('bring.write', { brought: opened.brought })
        if (getState().opened === opened) setState({ step: 'done', done, progress: null })
        return done
      } catch (failure) {
        if (getState().opened === opened)
          setState({ step: 'preview', problem: asNotice(failure, 'cannot-save'), progress: null })
        return null
      }
    },

    /** The report in words; null where it can't be had. */
    report: () => asked(brought => ask('bring.report', { brought }), 'cannot-read'),
    saveReport: () => asked(brought => ask('bring.saveReport', { brought }), 'cannot-save'),

    /** Puts the files that were made out of the way. */
    async takeBack(): Promise<BringTakenBack | null> {
      const takenBack = await asked(brought => ask('bring.takeBack', { brought }), 'cannot-save')
      if (takenBack) setState({ takenBack })
      return takenBack
    },

    /** Stops what is under way: what was written stays. */
    stop(): void {
      const { opened } = getState()
      if (opened) void ask('bring.cancel', { brought: opened.brought }).catch(() => null)
    },

    /** The workspace goes, and whatever was open for it. */
    forget: () => setState(nothing),

    /** Closes the file and the dialog. */
    close(): void {
      const { opened, annotator, patterns } = getState()
      setState({ ...nothing, annotator, patterns })
      hide()
      if (opened) void ask('bring.close', { brought: opened.brought }).catch(() => null)
    },
  }
}

export type BringingStore = ReturnType<typeof makeBringing>
