import { createStore } from 'zustand/vanilla'
import type { ColumnMap } from '../../shared/archives/archive.ts'
import { isPattern, USUAL_PATTERN } from '../../shared/archives/namePattern.ts'
import type { Output } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'

export type OpenedArchive = Output<'unpack.open'>
export type Survey = Output<'unpack.survey'>
export type UnpackDone = Output<'unpack.write'>
export type UnpackCounts = Omit<EventOf<'unpack.progress'>, 'archive' | 'articles'>

/** A table's columns are looked at first; then the articles; then they are written. */
export type UnpackStep = 'columns' | 'articles' | 'writing' | 'done'

export interface Unpacking {
  /** What is open; null before anything is. */
  readonly opened: OpenedArchive | null
  readonly step: UnpackStep
  /** What each column of a table holds; null for what is no table. */
  readonly columns: ColumnMap | null
  /** What was found; null while it is looked through. */
  readonly survey: Survey | null
  /** The first of its articles, before all of it is looked through. */
  readonly preview: Survey['articles']
  /** How far it is looked through, or written. */
  readonly progress: UnpackCounts | null
  readonly folder: string
  readonly pattern: string
  /** Whether those that are there with another text get files of their own. */
  readonly differing: boolean
  readonly done: UnpackDone | null
  /** What made the last step fail. */
  readonly problem: ProblemNotice | null
}

const nothing: Unpacking = {
  ...{ opened: null, step: 'articles', columns: null, survey: null, preview: [], progress: null },
  ...{ folder: '', pattern: USUAL_PATTERN, differing: false, done: null, problem: null },
}

interface Needs {
  readonly ask: Ask
  readonly workspace: () => string | null
  /** Shows the dialog. */
  readonly show: () => void
  readonly hide: () => void
}

/** Taking a file of many articles apart, step by step. */
export function makeUnpacking({ ask, workspace, show, hide }: Needs) {
  const store = createStore<Unpacking>(() => nothing)
  const { getState, setState } = store

  function begin(opened: OpenedArchive): void {
    const { pattern } = getState()
    const columns = (opened.columns?.guess as ColumnMap | undefined) ?? null
    setState({ ...nothing, pattern, opened, columns, folder: folderFor(opened.file) })
    show()
    if (columns) setState({ step: 'columns' })
    else void look()
  }

  /** Looks through all of it. */
  async function look(): Promise<void> {
    const { opened, columns } = getState()
    if (!opened) return
    setState({ step: 'articles', survey: null, preview: [], progress: null, problem: null })
    try {
      const survey = await ask('unpack.survey', { archive: opened.archive, columns: columns as never })
      if (getState().opened === opened && getState().step === 'articles') setState({ survey, progress: null })
    } catch (failure) {
      fail(opened, failure, 'cannot-read')
    }
  }

  function fail(opened: OpenedArchive, failure: unknown, otherwise: 'cannot-read' | 'cannot-save'): void {
    if (getState().opened === opened) setState({ problem: asNotice(failure, otherwise), progress: null })
  }

  return {
    ...store,
    begin,
    look,

    /** Asks for a file, and begins with it. */
    async choose(): Promise<void> {
      const ticket = workspace()
      if (ticket === null) return
      const opened = await ask('unpack.choose', { workspace: ticket })
      if (opened) begin(opened)
    },

    /** Begins with a file of the workspace. */
    async open(article: string): Promise<void> {
      begin(await ask('unpack.open', { article }))
    },

    offered(event: EventOf<'unpack.offered'>): void {
      if (event.workspace === workspace()) begin(event.opened)
    },

    progressed({ archive, articles, ...progress }: EventOf<'unpack.progress'>): void {
      if (archive !== getState().opened?.archive) return
      setState({ progress, ...(articles ? { preview: articles } : {}) })
    },

    /** Says what a column holds; null for nothing that is wanted. */
    setColumn(place: number, part: keyof ColumnMap | null): void {
      const { columns } = getState()
      if (!columns) return
      const rest = Object.entries(columns).map(([name, places]) => [name, places.filter(one => one !== place)] as const)
      const map = new Map<string, readonly number[]>(rest)
      if (part)
        map.set(
          part,
          [...(map.get(part) ?? []), place].sort((a, b) => a - b),
        )
      setState({ columns: Object.fromEntries([...map].filter(([, places]) => places.length > 0)) as ColumnMap })
    },

    set: (choices: Partial<Pick<Unpacking, 'folder' | 'pattern' | 'differing' | 'step'>>) => setState(choices),

    /** Whether there is anything to write, and a place and names for it. */
    isReady(): boolean {
      const { survey, pattern, differing } = getState()
      return survey !== null && isPattern(pattern) && survey.fresh + (differing ? survey.differing : 0) > 0
    },

    /** Writes what isn't there; resolves to what was done, or null where nothing could be. */
    async write(): Promise<UnpackDone | null> {
      const { opened, columns, folder, pattern, differing } = getState()
      if (!opened) return null
      setState({ step: 'writing', progress: null, problem: null })
      try {
        const how = { folder: folder.trim().replace(/^\/+|\/+$/g, ''), pattern, differing }
        const done = await ask('unpack.write', { archive: opened.archive, columns: columns as never, ...how })
        if (getState().opened === opened) setState({ step: 'done', done, progress: null })
        return done
      } catch (failure) {
        fail(opened, failure, 'cannot-save')
        if (getState().opened === opened) setState({ step: 'articles' })
        return null
      }
    },

    /** Stops what is under way: what was written stays. */
    stop(): void {
      const { opened } = getState()
      if (opened) void ask('unpack.cancel', { archive: opened.archive }).catch(() => null)
    },

    /** The workspace goes, and whatever was open for it. */
    forget: () => setState({ ...nothing, pattern: getState().pattern }),

    /** Closes the file and the dialog. */
    close(): void {
      const { opened, pattern } = getState()
      setState({ ...nothing, pattern })
      hide()
      if (opened) void ask('unpack.close', { archive: opened.archive }).catch(() => null)
    },
  }
}

export type UnpackingStore = ReturnType<typeof makeUnpacking>

/** A folder of the archive's name, as every system can have it. */
function folderFor(file: string): string {
  const words = file
    .replace(/(?!^)\.[^.]*$/, '')
    .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return words.slice(0, 60).trim() || 'unpacked'
}
