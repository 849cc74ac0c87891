import { createStore } from 'zustand/vanilla'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Input } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import { inPieces, outOfPieces } from '../../shared/contract/pieces.ts'
import type { BulkDone } from '../../shared/contract/shapes.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { Ask } from './ask.ts'
import { asNotice } from './asNotice.ts'
import type { Opening } from './opening.ts'
import type { ProjectStore } from './project.ts'
import type { ReadingStore } from './reading.ts'
import type { Recorder } from './recorder.ts'
import { untilDurable } from './untilDurable.ts'

/**
 * A change of many articles at once: of each one's layer of the person's own.
 * `title` names it to a person. `seen` is an edit that leaves things as they were
 * seen where the change was made, null where it puts only what is new: an
 * article that is otherwise by now is left out.
 */
export interface BulkChange {
  readonly title: string
  readonly changes: readonly { readonly article: string; readonly edit: Edit; readonly seen: Edit | null }[]
  readonly project?: ProjectEdit
}

/** How to take back a change of many articles, or to make it again. */
export interface BulkEntry {
  readonly kind: 'bulk'
  readonly title: string
  readonly changes: readonly { readonly article: string; readonly edit: Edit; readonly takesBack: Edit }[]
  readonly project: { readonly edit: ProjectEdit; readonly takesBack: ProjectEdit } | null
}

/** What became of it. One that was cancelled, or failed, has changed nothing. */
export type Outcome =
  | {
      readonly kind: 'done'
      /** How many articles were changed. */
      readonly done: number
      readonly refused: readonly { readonly article: string; readonly problem: ProblemNotice }[]
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problem: ProblemNotice }

/** The change that is under way; null while there is none. */
export interface Bulk {
  readonly running: {
    readonly name: string
    readonly title: string
    readonly done: number
    readonly total: number
  } | null
}

interface Parts {
  readonly ask: Ask
  readonly recorder: Recorder
  readonly reading: ReadingStore
  readonly project: ProjectStore
  readonly opening: Pick<Opening, 'held' | 'reread'>
  readonly randomId: () => string
  /** Makes an edit of a note that is being typed. */
  readonly settle: () => void
  /** Says which articles were left out, by ticket, and why the first was. */
  readonly tellRefused: (title: string, articles: readonly string[], problem: ProblemNotice) => void
  readonly fail: (problem: ProblemNotice) => void
}

interface Sent {
  readonly changes: BulkChange['changes']
  readonly project: ProjectEdit | null
}

/**
 * Changes many articles at once, and takes it back as one. The desktop does the
 * work; the window follows in the articles that it holds. One at a time.
 */
export function makeBulk({ ask, recorder, reading, project, opening, randomId, settle, tellRefused, fail }: Parts) {
  const store = createStore<Bulk>(() => ({ running: null }))
  let isCancelled = false

  /** Makes the change, so that one undo takes it back. */
  async function record({ title, changes, project: projectEdit }: BulkChange): Promise<Outcome> {
    const sent = {
      changes,
      project: projectEdit ? project.completed(projectEdit) : null,
    }
    const { outcome, back } = await run(title, sent)
    if (back) reading.put(back)
    return outcome
  }

  /** Takes an entry's step; what the articles that were left out would have needed is given up. Resolves to whether anything was done. */
  async function step(entry: BulkEntry, from: 'undos' | 'redos', to: 'undos' | 'redos'): Promise<boolean> {
    const changes = entry.changes.map(({ article, edit, takesBack }) => ({ article, edit, seen: takesBack }))
    const sent = { changes, project: entry.project && project.present(entry.project.edit) }
    const { outcome, back } = await run(entry.title, sent)
    if (outcome.kind === 'done' && back) reading.replace(from, entry, to, back)
    return back !== null
  }

  async function run(title: string, sent: Sent): Promise<{ outcome: Outcome; back: BulkEntry | null }> {
    if (store.getState().running) throw new RangeError('Another change of many articles is under way')
    const name = randomId()
    const { workspace } = project.getState()
    isCancelled = false
    store.setState({ running: { name, title, done: 0, total: sent.changes.length } })
    try {
      settle()
      const stuck = await untilDurable(recorder)
      if (stuck) return failed(stuck)
      await recorder.settled()
      const before = new Map(sent.changes.map(({ article }) => [article, reading.countOf(article)]))
      const answer = await ask('layers.record', {
        name,
        ...(workspace === null ? {} : { workspace }),
        changes: inPieces(sent.changes),
        project: sent.project as Input<'layers.record'>['project'],
      })
      if (isCancelled && answer.done.length === 0 && answer.projectUndo === null) return cancelled(title, sent, answer)
      return follow(title, sent, { ...answer, done: outOfPieces(answer.done) } as Answer, before)
    } catch (failure) {
      return failed(asNotice(failure, 'cannot-save'))
    } finally {
      store.setState({ running: null })
    }
  }

  function follow(title: string, sent: Sent, answer: Answer, before: ReadonlyMap<string, number>) {
    const edits = new Map(sent.changes.map(({ article, edit }) => [article, edit]))
    for (const { article } of answer.done) {
      const held = opening.held(article)
      if (!held) continue
      // What was edited here meanwhile may have come to the desktop before or after: it knows.
      if (reading.countOf(article) !== before.get(article)) void opening.reread()
      else reading.follow(held, edits.get(article)!)
    }
    // The window may have heard of the project's change already: what takes it back, the desktop knows.
    const undoOfProject = sent.project && answer.projectUndo
    if (sent.project && undoOfProject) project.apply(sent.project)
    tellLeftOut(title, answer)
    const outcome: Outcome = { kind: 'done', done: answer.done.length, refused: answer.refused }
    if (answer.done.length === 0 && !undoOfProject) return { outcome, back: null }
    const back: BulkEntry = {
      kind: 'bulk',
      title,
      changes: answer.done.map(({ article, undo }) => ({ article, edit: undo, takesBack: edits.get(article)! })),
      project: undoOfProject && { edit: undoOfProject, takesBack: sent.project! },
    }
    return { outcome, back }
  }

  /** What was changed before is taken back, but where somebody worked on it meanwhile. */
  function cancelled(title: string, sent: Sent, answer: Pick<Answer, 'refused'>) {
    tellLeftOut(title, answer)
    // The open article may have been changed and changed back, past this window.
    if (sent.changes.some(({ article }) => opening.held(article))) void opening.reread()
    return { outcome: { kind: 'cancelled' } as const, back: null }
  }

  function tellLeftOut(title: string, { refused }: Pick<Answer, 'refused'>): void {
    const articles = refused.map(({ article }) => article)
    if (refused[0]) tellRefused(title, articles, refused[0].problem)
  }

  function failed(problem: ProblemNotice): { outcome: Outcome; back: null } {
    fail(problem)
    return { outcome: { kind: 'failed', problem }, back: null }
  }

  return {
    ...store,
    record,
    step,
    /** Resolves once no change is under way. */
    over: (): Promise<void> =>
      new Promise(resolve => {
        if (!store.getState().running) return resolve()
        const stop = store.subscribe(({ running }) => {
          if (running) return
          stop()
          resolve()
        })
      }),
    /** Takes back what was done so far of the change that is under way. */
    async cancel(): Promise<void> {
      const { running } = store.getState()
      if (!running) return
      isCancelled = true
      await ask('layers.cancel', { name: running.name }).catch(() => null)
    },
    progressed({ name, done, total }: EventOf<'layers.progress'>): void {
      const { running } = store.getState()
      if (running?.name === name) store.setState({ running: { ...running, done, total } })
    },
  }
}

export type BulkStore = ReturnType<typeof makeBulk>

interface Answer {
  readonly done: readonly BulkDone[]
  readonly refused: readonly { readonly article: string; readonly problem: ProblemNotice }[]
  readonly projectUndo: ProjectEdit | null
}
