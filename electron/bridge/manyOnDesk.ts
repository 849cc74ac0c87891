import { setImmediate as breathe } from 'node:timers/promises'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { inPieces } from '../../shared/contract/pieces.ts'
import * as shape from '../../shared/contract/shapes.ts'
import { MAX_ARTICLES } from '../../shared/limits.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { Bulk } from '../saving/bulk.ts'
import type { BulkEdit } from '../saving/bulkParts.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import type { AnnotatorHere } from './annotatorHere.ts'
import type { ArticlesOnDesk } from './articlesOnDesk.ts'
import { misfit } from './misfit.ts'
import type { DeskParts, DeskWindow } from './parts.ts'
import type { WorkspaceTickets } from './workspaceTickets.ts'

export interface ManyOnDeskParts {
  readonly shared: Pick<DeskParts, 'disk' | 'workbench' | 'now' | 'report'> & { readonly person: AnnotatorHere }
  readonly workspace: OpenWorkspace
  readonly tickets: WorkspaceTickets
  readonly window: Pick<DeskWindow, 'tell'>
  readonly articles: Pick<ArticlesOnDesk, 'open' | 'uses'>
  tellProblem(problem: ProblemNotice): void
  /** The project was changed without the window's asking. */
  projectCompleted(): void
  /** These edits stand in the files of their articles. */
  recorded(edits: readonly { readonly path: string; readonly edit: Edit }[]): void
}

/** Changes of many articles as a window asks for them: by tickets, and nothing taken on trust. */
export class ManyOnDesk {
  readonly #parts: ManyOnDeskParts
  readonly bulk: Bulk
  #underWay = 0

  constructor(parts: ManyOnDeskParts) {
    this.#parts = parts
    const { shared, workspace, window, articles } = parts
    this.bulk = new Bulk({
      disk: shared.disk,
      fence: workspace.fence,
      workbench: shared.workbench,
      device: shared.person.device,
      now: shared.now,
      annotator: () => shared.person.annotator(),
      project: workspace.project,
      projectCompleted: () => parts.projectCompleted(),
      inHand: async path => (articles.open.has(path) ? articles.open.get(path) : null),
      use: (path, work) => articles.uses.use(path, work),
      tryOn: (path, work) => articles.uses.tryOn(path, work),
      progress: (name, done, total) => window.tell('layers.progress', { name, done, total }),
      problem: problem => parts.tellProblem(problem),
      failed: error => shared.report('bulk', error),
    })
  }

  /** Whether a change is being made, from the moment it is asked for, in the name of who annotates then. */
  get isRecording(): boolean {
    return this.#underWay > 0
  }

  /** Throws what `Bulk.record` throws, and a RangeError for what is no edit. */
  async record(asked: Input<'layers.record'>): Promise<Output<'layers.record'>> {
    this.#underWay++
    try {
      return await this.#record(asked)
    } finally {
      this.#underWay--
    }
  }

  async #record(asked: Input<'layers.record'>): Promise<Output<'layers.record'>> {
    const { name, changes, project, workspace } = asked
    const { tickets } = this.#parts
    // Articles say by their tickets whose they are; a project has no other name than its workspace.
    if (project && workspace !== tickets.workspace) throw new Problem('unknown-ticket')
    const edits: BulkEdit[] = []
    for (const piece of changes) {
      for (const { article, edit, seen } of changesIn(piece))
        edits.push({ path: tickets.pathOf(article), edit: asEdit(edit), seen: seen && asEdit(seen) })
      if (edits.length > MAX_ARTICLES) throw new RangeError(`More than ${MAX_ARTICLES} changes at once`)
      await breathe()
    }
    const { done, refused, projectUndo } = await this.bulk.record(name, edits, project as ProjectEdit | null)
    await this.#look(done.map(({ path }) => path))
    const made = new Set(done.map(({ path }) => path))
    this.#parts.recorded(edits.filter(({ path }) => made.has(path)))
    return {
      done: inPieces(done.map(({ path, undo }): shape.BulkDone => ({ article: tickets.article(path), undo }))),
      refused: refused.map(({ path, problem }) => ({ article: tickets.article(path), problem })),
      projectUndo: projectUndo as Output<'layers.record'>['projectUndo'],
    }
  }

  /** Looks for what this person had begun when the program ended. A workspace opens whatever is the matter with that. */
  async takeUp(): Promise<void> {
    await this.bulk.takeUp().catch(this.#report)
  }

  /** The workspace stays open after all. */
  resume(): void {
    void this.bulk.resume().catch(this.#report)
  }

  /** What was done is done, whether its files can be looked at or not. */
  async #look(paths: readonly string[]): Promise<void> {
    const { shared, workspace } = this.#parts
    const me = shared.person.person
    if (me && paths.length > 0) await workspace.wrote(paths, me.id).catch(this.#report)
  }

  readonly #report = (error: unknown) => this.#parts.shared.report('bulk', error)
}

function changesIn(piece: string): shape.BulkChange[] {
  const checked = shape.BulkChanges.safeParse(JSON.parse(piece))
  if (!checked.success) throw new RangeError(misfit('A piece of many', checked.error).message)
  return checked.data
}

function asEdit(thing: unknown): Edit {
  const checked = shape.Edit.safeParse(thing)
  if (!checked.success) throw new RangeError(misfit('An edit of many', checked.error).message)
  return checked.data as Edit
}
