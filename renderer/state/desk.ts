import { createStore } from 'zustand/vanilla'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import type { Circumstances } from '../../shared/commands/commands.ts'
import type { Output, Person, Runtime } from '../../shared/contract/contract.ts'
import type { Ask, Listen } from './ask.ts'
import { asNotice } from './asNotice.ts'
import { circumstancesOf } from './circumstances.ts'
import { makeDialogs } from './dialogs.ts'
import { makeNotices, type Notices } from './notices.ts'
import { makeOpening } from './opening.ts'
import type { Stage } from './pagePort.ts'
import { makePanes } from './panes.ts'
import { makeReading } from './reading.ts'
import { makeRecorder } from './recorder.ts'
import { makeSettings } from './settings.ts'
import { makeTagging } from './tagging.ts'
import { makeUndoing } from './undoing.ts'
import { makeVisibleRows } from './visibleRows.ts'
import { makeWorkspace } from './workspace.ts'

/** Who sits here, on what. */
export interface Entrance {
  /** Before the desktop has answered, nothing is known. */
  readonly entered: boolean
  readonly person: Person | null
  readonly recent: Output<'desk.enter'>['recent']
  readonly runtime: Runtime | null
}

interface Needs {
  readonly ask: Ask
  readonly now: () => Date
  readonly randomId: () => string
  /** What the window says by itself, for instance that an undo no longer fits. */
  readonly sentences: { readonly undoRefused: string }
}

/** Makes the stores and joins them; they don't know one another. */
export function makeDesk({ ask, now, randomId, sentences }: Needs) {
  const notices: Notices = makeNotices()
  const fail = (failure: unknown, about = '') => notices.problem(asNotice(failure, 'cannot-read'), about)
  const recorder = makeRecorder({ ask })
  const reading = makeReading({ recorder })
  const opening = makeOpening({ ask, reading, recorder })
  const tagging = makeTagging({ reading, now, randomId })
  const undoing = makeUndoing({ reading, opening, refuse: () => notices.news(sentences.undoRefused) })
  const workspace = makeWorkspace({ codebook: defaultCodebook })
  const entrance = createStore<Entrance>(() => ({ entered: false, person: null, recent: [], runtime: null }))

  return {
    ask,
    notices,
    fail,
    recorder,
    reading,
    opening,
    tagging,
    undoing,
    workspace,
    visibleRows: makeVisibleRows(),
    entrance,
    settings: makeSettings({ ask, failed: fail }),
    panes: makePanes(),
    dialogs: makeDialogs(),
    stage: { page: null } as Stage,
    platform: () => entrance.getState().runtime?.platform ?? ('other' as const),
  }
}

export type Desk = ReturnType<typeof makeDesk>

/** What holds on this desk now. */
export function circumstancesOn({ reading, workspace, panes }: Desk): Circumstances {
  return circumstancesOf({
    reading: reading.getState(),
    hasWorkspace: workspace.getState().ticket !== null,
    isArticleFocused: panes.getState().focused === 'article',
  })
}

/** Follows the desktop: what it tells goes to the store that it concerns. */
export function follow(desk: Desk, listen: Listen, words: { readonly outside: OutsideWords }): () => void {
  const { workspace, recorder, notices, reading, opening, entrance, settings } = desk
  const stops = [
    listen('articles.changed', workspace.articlesChanged),
    listen('strays.changed', workspace.straysChanged),
    listen('index.progress', workspace.indexed),
    listen('workspace.problem', event => {
      workspace.troubled(event)
      if (event.workspace === null) notices.problem(event.problem)
    }),
    listen('workspace.opened', opened => showWorkspace(desk, opened)),
    listen('person.changed', person => {
      const before = entrance.getState().person
      entrance.setState({ person })
      // Under another id it is another layer.
      if (before?.id !== person.id) void opening.reread()
    }),
    listen('settings.changed', settings.show),
    listen('saving', recorder.hear),
    listen('article.outside', ({ article, what }) => {
      if (reading.getState().article?.ticket !== article) return
      if (what === 'layer') void opening.reread().then(() => notices.news(words.outside.layer))
      else if (what === 'gone') notices.problem({ kind: 'not-there', detail: '' })
      else notices.news(words.outside.text, { title: words.outside.reread, run: () => void opening.reread() })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

interface OutsideWords {
  readonly layer: string
  readonly text: string
  readonly reread: string
}

type Opened = NonNullable<Output<'workspace.choose'>>

/** Puts a workspace on the desk, and the article that was read there last. */
export function showWorkspace(desk: Desk, opened: Opened): void {
  desk.tagging.settle()
  desk.opening.leave()
  desk.reading.setState({ undos: [], redos: [] })
  desk.notices.clear()
  desk.workspace.show(opened)
  if (opened.place) void desk.opening.open(opened.place.article)
}

/** What the desktop knows when the window comes up. */
export async function enter(desk: Desk): Promise<void> {
  try {
    const { person, settings, recent, workspace, runtime, problems } = await desk.ask('desk.enter', undefined)
    desk.settings.show(settings)
    desk.entrance.setState({ entered: true, person, recent, runtime })
    for (const problem of problems) desk.notices.problem(problem)
    if (workspace) showWorkspace(desk, workspace)
  } catch (failure) {
    desk.entrance.setState({ entered: true })
    desk.fail(failure)
  }
}

/** Opens a workspace that the person chooses; nothing happens when they think better of it. */
export async function openWorkspace(desk: Desk, choose: () => Promise<Opened | null>): Promise<void> {
  try {
    const opened = await choose()
    if (opened) showWorkspace(desk, opened)
  } catch (failure) {
    desk.fail(failure)
  }
}
