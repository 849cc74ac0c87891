import { Problem } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { ChangeIntent, IntendedChange } from '../../shared/sidecar/changeIntent.ts'
import { inTurns } from '../disk/inTurns.ts'
import { isNotice } from '../work/notice.ts'
import { inFileForm } from './bulkForms.ts'
import { type Done, recordIn } from './bulkInArticle.ts'
import type { BulkIntents } from './bulkIntents.ts'
import { AT_ONCE, type BulkAnswer, type BulkEdit, type BulkParts, noticeOf } from './bulkParts.ts'
import { makeTeller } from './bulkProgress.ts'

/** What a change of many articles is begun with. */
export interface BulkBegun {
  readonly name: string
  readonly changes: readonly BulkEdit[]
  readonly project: ProjectEdit | null
}

interface Surroundings {
  readonly parts: BulkParts
  readonly intents: BulkIntents
  /** Resolves once no interrupted change waits for the article; to the reason where one goes on waiting. */
  settle(path: string): Promise<Problem | null>
  /** Takes an intent away that has been carried out. Never throws. */
  forget(name: string): Promise<void>
}

/** What an intent says beside what is meant. */
type Head = Omit<ChangeIntent, 'changes' | 'project' | 'projectSeen'>

interface Meant {
  readonly change: BulkEdit
  readonly intended: IntendedChange
}

/** Articles whose edits are put into the form of files at once. */
const FILES_A_TASK = 40

const closed = () => new Problem('cannot-save', 'The workspace was closed meanwhile.')

/**
 * One change of many articles while it is made. What is about to be done is
 * written down first. From then on nothing throws but a workspace that is
 * closed, or a project that refuses its part: an article that can't be changed
 * is told in the answer.
 */
export class BulkRecording {
  readonly #around: Surroundings
  readonly #begun: BulkBegun
  readonly #refused: BulkAnswer['refused'] = []
  readonly #done: Done[] = []
  #projectUndo: ProjectEdit | null = null
  #isCancelled = false
  #isStopped = false

  constructor(around: Surroundings, begun: BulkBegun) {
    this.#around = around
    this.#begun = begun
  }

  /** What was done so far is taken back. Too late once everything is done. */
  cancel(): void {
    this.#isCancelled = true
  }

  /** Begins with no more articles: `run` throws, and the intent says what is left. */
  stop(): void {
    this.#isStopped = true
  }

  get isStopped(): boolean {
    return this.#isStopped
  }

  async run(): Promise<BulkAnswer> {
    const { parts, intents, forget } = this.#around
    const { name, changes, project } = this.#begun
    const annotator = await parts.annotator()
    if (!annotator) throw new Problem('cannot-save', 'Nobody has said yet who annotates here.')
    parts.progress(name, 0, changes.length)
    const meant = await this.#inFileForm()
    if (this.#isStopped) throw closed()
    if (this.#isCancelled) return { done: [], refused: [], projectUndo: null }
    if (meant.length === 0 && !project) return this.#answer()

    const at = parts.now().toISOString()
    const head = { name, annotator: annotator.id, device: parts.device, at }
    const intent: ChangeIntent = {
      ...head,
      project: project && JSON.stringify(project),
      projectSeen: project && JSON.stringify(parts.project.undoOf(project)),
      changes: meant.map(({ intended }) => intended),
    }
    try {
      await intents.write(intent)
    } catch (error) {
      await forget(name)
      throw error
    }
    if (project) await this.#recordProject(intent, project)
    const left = await this.#recordAll(meant, head)
    if (this.#isCancelled) {
      const answer = await this.#takeBack(head)
      if (answer) return answer
      // What couldn't be written down can't be taken back safely: the change is made after all.
      this.#isCancelled = false
      await this.#recordAll(left, head)
    }
    await forget(name)
    return this.#answer()
  }

  #answer(): BulkAnswer {
    const done = this.#done.map(({ path, undo }) => ({ path, undo }))
    return { done, refused: this.#refused, projectUndo: this.#projectUndo }
  }

  async #inFileForm(): Promise<Meant[]> {
    const { parts, settle } = this.#around
    const meant: Meant[] = []
    const changes: BulkEdit[] = []
    for (const change of this.#begun.changes) {
      const why = await settle(change.path)
      if (why) this.#refused.push({ path: change.path, problem: noticeOf(why) })
      else changes.push(change)
    }
    for (let at = 0; at < changes.length && !this.#isOver; at += FILES_A_TASK) {
      const some = changes.slice(at, at + FILES_A_TASK)
      for (const [i, form] of (await inFileForm(parts, some)).entries()) {
        const change = some[i]!
        if (isNotice(form)) this.#refused.push({ path: change.path, problem: form })
        else meant.push({ change, intended: { article: change.path, ...form } })
      }
    }
    return meant
  }

  get #isOver(): boolean {
    return this.#isCancelled || this.#isStopped
  }

  /** The project's part. Where it is refused, nothing was changed, and nothing is meant any more. */
  async #recordProject(intent: ChangeIntent, edit: ProjectEdit): Promise<void> {
    const { parts, intents, forget } = this.#around
    try {
      this.#projectUndo = (await parts.project.record(edit)).undo
    } catch (error) {
      // A workspace that is closed over it leaves the intent, to be completed.
      if (this.#isStopped) throw closed()
      await forget(intent.name)
      throw error
    }
    // Not to be done again, whatever becomes of it. Where this isn't said, it is known by what was there before.
    if (intent.changes.length > 0)
      await intents.write({ ...intent, project: null, projectSeen: null }).catch(onlyProblems)
  }

  /** Changes articles until it is stopped or cancelled; resolves to those that are left. Throws once it is stopped. */
  async #recordAll(meant: readonly Meant[], head: Head): Promise<readonly Meant[]> {
    const { parts } = this.#around
    const left = new Set(meant)
    const tell = makeTeller(parts.progress, this.#begun.name, this.#begun.changes.length)
    await inTurns(meant, AT_ONCE, async one => {
      if (this.#isOver) return
      const { path } = one.change
      try {
        this.#done.push(await parts.use(path, article => recordIn(article, head.annotator, one.change)))
      } catch (error) {
        // Closed over an edit that the disk refuses: it is still meant.
        if (this.#isStopped) return
        this.#refused.push({ path, problem: noticeOf(this.#asProblem(error)) })
      }
      left.delete(one)
      tell(this.#done.length + this.#refused.length)
    })
    if (this.#isStopped) {
      const changes = [...left].map(({ intended }) => intended)
      await this.#leave({ ...head, project: null, projectSeen: null, changes })
    }
    return [...left]
  }

  /** The window is going: what is left is done when the workspace is opened again. */
  async #leave(rest: ChangeIntent): Promise<never> {
    await this.#around.intents.write(rest).catch(onlyProblems)
    throw closed()
  }

  /**
   * Takes back what was done, the last first; the intent is now to do that.
   * What has been changed since stays, and is told. Null, with nothing taken
   * back, where the intent can't be written.
   */
  async #takeBack({ at: _, ...head }: Head): Promise<BulkAnswer | null> {
    const { parts, intents, forget } = this.#around
    const { name, project } = this.#begun
    const back = [...this.#done].reverse()
    const projectUndo = this.#projectUndo
    const projectBack = {
      project: projectUndo && JSON.stringify(projectUndo),
      projectSeen: projectUndo && JSON.stringify(project),
    }
    // What this very change did isn't what is meant from now on.
    const at = parts.now().toISOString()
    try {
      await intents.write({ ...head, at, ...projectBack, changes: back.map(one => one.back) })
    } catch (error) {
      onlyProblems(error)
      return null
    }
    const refused: BulkAnswer['refused'] = []
    const left = new Set(back)
    const tell = makeTeller(parts.progress, name, back.length)
    await inTurns(back, 1, async one => {
      if (this.#isStopped) return
      const { path, undo, edit } = one
      try {
        const taken = { path, edit: undo, seen: edit }
        await parts.use(path, article => recordIn(article, head.annotator, taken))
      } catch (error) {
        if (this.#isStopped) return
        refused.push({ path, problem: noticeOf(this.#asProblem(error)) })
      }
      left.delete(one)
      tell(left.size)
    })
    if (this.#isStopped) await this.#leave({ ...head, at, ...projectBack, changes: [...left].map(one => one.back) })
    await this.#takeBackProject()
    await forget(name)
    return { done: [], refused, projectUndo: null }
  }

  async #takeBackProject(): Promise<void> {
    const { parts } = this.#around
    const { project } = this.#begun
    if (!project || !this.#projectUndo) return
    try {
      if (!parts.project.isAsLeft(project)) throw new Problem('changed-since', 'stet.json')
      await parts.project.record(this.#projectUndo)
    } catch (error) {
      if (this.#isStopped) throw closed()
      parts.problem(noticeOf(this.#asProblem(error)))
    }
  }

  /** What one article throws concerns that article alone, a bug too. */
  #asProblem(error: unknown): Problem {
    if (error instanceof Problem) return error
    this.#around.parts.failed(error)
    return new Problem('cannot-save', 'Something went wrong inside Stet.')
  }
}

function onlyProblems(error: unknown): void {
  if (!(error instanceof Problem)) throw error
}
