import { basename } from 'node:path'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { isAsLeft, partsOf } from '../../shared/annotation/footprint.ts'
import type { Layer } from '../../shared/annotation/layer.ts'
import { standsIn } from '../../shared/annotation/standsIn.ts'
import * as shape from '../../shared/contract/shapes.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { readJson } from '../../shared/json/readJson.ts'
import { textOf } from '../../shared/json/rest.ts'
import { MAX_ARTICLE_BYTES } from '../../shared/limits.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { ChangeIntent, IntendedChange } from '../../shared/sidecar/changeIntent.ts'
import type { Annotator } from '../../shared/sidecar/head.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { EditsInFileForm } from '../work/bulkTasks.ts'
import { isNotice } from '../work/notice.ts'
import type { Workbench } from '../work/workbench.ts'
import { BulkIntents } from './bulkIntents.ts'
import type { OpenArticle } from './openArticle.ts'
import type { OpenProject } from './openProject.ts'
import { articlePlace } from './places.ts'

export interface BulkParts {
  readonly disk: Disk
  readonly fence: Fence
  readonly workbench: Pick<Workbench, 'run'>
  /** Names this device, as in histories. */
  readonly device: string
  readonly now: () => Date
  /** The person whose layers are changed; null before anybody said who they are. */
  annotator(): Promise<Annotator | null>
  readonly project: Pick<OpenProject, 'record' | 'isAsLeft'>
  /** The article where it is open in the window; null where it isn't. */
  inHand(path: string): Promise<OpenArticle | null>
  /**
   * Does something with an article whose layer is open for the person: the one
   * in hand, or one that is opened for it and closed, with its sidecar written,
   * afterwards. Nobody else opens or closes it meanwhile.
   */
  use<T>(path: string, work: (article: OpenArticle) => Promise<T>): Promise<T>
  progress(name: string, done: number, total: number): void
  problem(problem: ProblemNotice): void
}

/** One article's part in a change of many. `takesBack`: this undoes that edit, and may only where the layer is as that left it. */
export interface BulkEdit {
  readonly path: string
  readonly edit: Edit
  readonly takesBack: Edit | null
}

export interface BulkAnswer {
  readonly done: { readonly path: string; readonly undo: Edit }[]
  readonly refused: { readonly path: string; readonly problem: ProblemNotice }[]
  readonly projectUndo: ProjectEdit | null
}

/** What was done to one article, and how it is taken back. */
interface Done {
  readonly path: string
  readonly undo: Edit
  readonly back: IntendedChange
}

/** Articles whose edits are put into the form of files at once. */
const FILES_A_TASK = 40
/** Articles that are changed at the same time, so that one works while another waits for the disk. */
const AT_ONCE = 4
const PROGRESS_EVERY_MS = 100

/**
 * Changes in the person's layers of many articles: all of it, or nothing.
 *
 * What is about to be done is written to a file first and that is taken away
 * last, so that a change which was interrupted is completed when the workspace
 * is opened again. An article that can't be changed is told, and the others are.
 */
export class Bulk {
  readonly #parts: BulkParts
  readonly #intents: BulkIntents
  readonly #cancelled = new Map<string, AbortController>()
  readonly #underWay = new Set<Promise<unknown>>()
  /** Parts of interrupted changes that are yet to be completed, by article. */
  readonly #pending = new Map<string, (() => Promise<void>)[]>()
  readonly #completing = new Map<string, Promise<void>>()
  /** Files of intents that are being completed, or never will be here. */
  readonly #seen = new Set<string>()
  #isClosed = false

  constructor(parts: BulkParts) {
    this.#parts = parts
    this.#intents = new BulkIntents(parts.disk, parts.fence, parts.workbench)
  }

  /** Throws what writing the intent throws; nothing was changed then. */
  record(name: string, changes: readonly BulkEdit[], project: ProjectEdit | null = null): Promise<BulkAnswer> {
    const cancel = new AbortController()
    this.#cancelled.set(name, cancel)
    const recorded = this.#record(name, changes, project, cancel.signal).finally(() => {
      if (this.#cancelled.get(name) === cancel) this.#cancelled.delete(name)
    })
    return this.#watched(recorded)
  }

  /** What was done so far is taken back before `record` answers. Too late once everything is done. */
  cancel(name: string): void {
    this.#cancelled.get(name)?.abort()
  }

  /** Begins with no more articles: the rest is done when the workspace is opened again. */
  stop(): void {
    this.#isClosed = true
  }

  /** Stops, and resolves once the articles that are being changed are finished. */
  async close(): Promise<void> {
    this.stop()
    await Promise.allSettled([...this.#underWay])
  }

  /** Finds what was interrupted, and completes it in the background. */
  async takeUp(): Promise<void> {
    const annotator = await this.#parts.annotator()
    for (const found of await this.#intents.found()) {
      if (this.#seen.has(found.file)) continue
      if ('problem' in found) {
        this.#seen.add(found.file)
        this.#parts.problem({ kind: 'change-damaged', detail: found.problem.detail })
        await this.#intents.putAside(found.file, this.#parts.now()).catch(onlyProblems)
      } else if (found.intent.annotator === annotator?.id && found.intent.device === this.#parts.device) {
        this.#seen.add(found.file)
        await this.#completeProject(found.intent)
        this.#plan(found.intent)
      }
    }
  }

  /** Resolves once no interrupted change waits for this article. */
  async settle(path: string): Promise<void> {
    await this.#complete(path)
  }

  async #record(
    name: string,
    changes: readonly BulkEdit[],
    project: ProjectEdit | null,
    cancelled: AbortSignal,
  ): Promise<BulkAnswer> {
    const annotator = await this.#parts.annotator()
    if (!annotator) throw new Problem('cannot-save', 'Nobody has said yet who annotates here.')
    const refused: BulkAnswer['refused'] = []
    const meant: { readonly change: BulkEdit; readonly intended: IntendedChange }[] = []
    this.#parts.progress(name, 0, changes.length)
    for (let at = 0; at < changes.length && !cancelled.aborted; at += FILES_A_TASK) {
      const some = changes.slice(at, at + FILES_A_TASK)
      const forms = await this.#inFileForm(some)
      for (const [i, form] of forms.entries()) {
        const change = some[i]!
        if (isNotice(form)) refused.push({ path: change.path, problem: form })
        else meant.push({ change, intended: { article: change.path, ...form } })
      }
    }
    if (cancelled.aborted || this.#isClosed) return nothing
    if (meant.length === 0 && !project) return { done: [], refused, projectUndo: null }

    const at = this.#parts.now().toISOString()
    const head = { name, annotator: annotator.id, device: this.#parts.device, at }
    this.#seen.add(`${name}.json`)
    const intended = meant.map(({ intended }) => intended)
    await this.#intents.write({ ...head, project: project && JSON.stringify(project), changes: intended })
    const projectUndo = project && (await this.#recordProject(name, project))
    const done: Done[] = []
    const tell = this.#teller(name, meant.length)
    await inTurns(meant, AT_ONCE, async ({ change }) => {
      if (cancelled.aborted || this.#isClosed) return
      try {
        done.push(await this.#parts.use(change.path, article => recordIn(article, change)))
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        refused.push({ path: change.path, problem: { kind: error.kind, detail: error.detail } })
      }
      tell(done.length + refused.length)
    })
    // The window is going: what is left is done when the workspace is opened again.
    if (this.#isClosed) throw new Problem('cannot-save', 'The workspace was closed meanwhile.')
    if (cancelled.aborted) {
      await this.#takeBack(head, done, projectUndo, tell)
      return nothing
    }
    await this.#intents.remove(name)
    return { done: done.map(({ path, undo }) => ({ path, undo })), refused, projectUndo }
  }

  /** The project's part. Where it is refused, nothing was changed, and nothing is meant any more. */
  async #recordProject(name: string, edit: ProjectEdit): Promise<ProjectEdit> {
    try {
      return (await this.#parts.project.record(edit)).undo
    } catch (error) {
      await this.#intents.remove(name)
      throw error
    }
  }

  /** Takes back what was done, the last first; the intent is now to do that. */
  async #takeBack(
    head: Omit<ChangeIntent, 'changes' | 'project'>,
    done: readonly Done[],
    project: ProjectEdit | null,
    tell: (count: number) => void,
  ): Promise<void> {
    const back = [...done].reverse()
    // Nothing that this very change left may count as somebody's later work.
    const at = this.#parts.now().toISOString()
    await this.#intents.write({
      ...{ ...head, at },
      project: project && JSON.stringify(project),
      changes: back.map(one => one.back),
    })
    let left = back.length
    await inTurns(back, 1, async ({ path, undo }) => {
      await this.#parts.use(path, async article => {
        const layer = article.layerInHand()
        if (!isAsLeft(layer.layer, undo)) await layer.record(undo)
      })
      tell(--left)
    })
    if (project && !this.#parts.project.isAsLeft(project)) await this.#parts.project.record(project)
    await this.#intents.remove(head.name)
  }

  /** Edits as files hold them; those of an article in hand by its text there, which its file may not be any more. */
  async #inFileForm(changes: readonly BulkEdit[]): Promise<(EditsInFileForm | ProblemNotice)[]> {
    const forms = new Map<BulkEdit, EditsInFileForm | ProblemNotice>()
    const byFile: { readonly change: BulkEdit; readonly bytes: Uint8Array }[] = []
    for (const change of changes) {
      const article = await this.#parts.inHand(change.path)
      if (article) forms.set(change, inFormOf(article, change))
      else {
        const bytes = await this.#bytesOf(change.path)
        if (bytes instanceof Uint8Array) byFile.push({ change, bytes })
        else forms.set(change, bytes)
      }
    }
    if (byFile.length > 0) {
      const files = byFile.map(({ change: { path, edit, takesBack }, bytes }) => {
        return { name: basename(path), bytes, edit, takesBack }
      })
      const made = await this.#parts.workbench.run('editsToFile', { files })
      for (const [i, form] of made.entries()) forms.set(byFile[i]!.change, form)
    }
    return changes.map(change => forms.get(change)!)
  }

  async #bytesOf(path: string): Promise<Uint8Array | ProblemNotice> {
    const { disk, fence } = this.#parts
    try {
      return await readBounded(disk, articlePlace(fence.root, path), MAX_ARTICLE_BYTES, fence)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return { kind: error.kind, detail: error.detail }
    }
  }

  /** What was begun in the project, before anything in an article. */
  async #completeProject({ project: text }: ChangeIntent): Promise<void> {
    if (text === null) return
    const { project, problem } = this.#parts
    const edit = shape.ProjectEdit.safeParse(readJson(text))
    try {
      if (!edit.success) throw new RangeError('No edit of a project')
      const meant = edit.data as ProjectEdit
      if (!project.isAsLeft(meant)) await project.record(meant)
    } catch (error) {
      if (!(error instanceof Problem || error instanceof RangeError)) throw error
      problem({ kind: 'change-not-completed', detail: 'stet.json.' })
    }
  }

  /** Sets an interrupted change down to be completed, article by article. */
  #plan(intent: ChangeIntent): void {
    const left: string[] = []
    for (const change of intent.changes) {
      const steps = this.#pending.get(change.article) ?? []
      this.#pending.set(change.article, steps)
      steps.push(async () => {
        const why = await this.#completeOne(change, intent.at).catch(kindOf)
        if (why !== null) left.push(change.article)
      })
    }
    const paths = [...new Set(intent.changes.map(({ article }) => article))]
    const tell = this.#teller(intent.name, paths.length)
    let done = 0
    const completed = inTurns(paths, AT_ONCE, async path => {
      if (this.#isClosed) return
      await this.#complete(path)
      tell(++done)
    }).then(async () => {
      if (done < paths.length) return
      if (left.length > 0) this.#parts.problem({ kind: 'change-not-completed', detail: `${listed(left)}.` })
      await this.#intents.remove(intent.name)
    })
    this.#watched(completed).catch(error => {
      if (!(error instanceof Problem)) throw error
      this.#parts.problem({ kind: error.kind, detail: error.detail })
    })
  }

  #complete(path: string): Promise<void> {
    const steps = this.#pending.get(path)
    if (!steps) return this.#completing.get(path) ?? Promise.resolve()
    this.#pending.delete(path)
    const completed = (async () => {
      for (const step of steps) await step()
    })().finally(() => this.#completing.delete(path))
    this.#completing.set(path, completed)
    return completed
  }

  /** Does what is still to be done in one article; throws a Problem where it doesn't fit any more. Resolves to null. */
  async #completeOne({ article: path, textSha256, edit, takesBack }: IntendedChange, at: string): Promise<null> {
    return this.#parts.use(path, async article => {
      const meant = article.fromFile(textSha256, readJson(edit) as JsonObject)
      if (!meant) throw new Problem('words-not-there')
      const layer = article.layerInHand()
      if (isAsLeft(layer.layer, meant)) return null
      const before = takesBack === null ? null : article.fromFile(textSha256, readJson(takesBack) as JsonObject)
      if (before && !isAsLeft(layer.layer, before)) throw new Problem('changed-since')
      if (isLaterWork(layer.layer, meant, at)) throw new Problem('changed-since')
      if (!standsIn(meant, article.live().text)) throw new Problem('words-not-there')
      await layer.record(meant)
      return null
    })
  }

  /** Tells how far it is, now and then, and at the end. */
  #teller(name: string, total: number): (done: number) => void {
    let toldAt = 0
    return done => {
      const now = performance.now()
      if (done > 0 && done < total && now - toldAt < PROGRESS_EVERY_MS) return
      toldAt = now
      this.#parts.progress(name, done, total)
    }
  }

  #watched<T>(work: Promise<T>): Promise<T> {
    const watched = work.finally(() => this.#underWay.delete(watched))
    this.#underWay.add(watched)
    return watched
  }
}

const nothing: BulkAnswer = { done: [], refused: [], projectUndo: null }

async function recordIn(article: OpenArticle, { path, edit, takesBack }: BulkEdit): Promise<Done> {
  const layer = article.layerInHand()
  if (takesBack && !isAsLeft(layer.layer, takesBack)) throw new Problem('changed-since')
  if (!standsIn(edit, article.live().text)) throw new Problem('words-not-there')
  const { undo, durable } = layer.recordUndoably(edit)
  await durable
  const { textSha256, edit: back } = article.toFile(undo)
  return { path, undo, back: { article: path, textSha256, edit: textOf(back), takesBack: null } }
}

function inFormOf(article: OpenArticle, { edit, takesBack }: BulkEdit): EditsInFileForm | ProblemNotice {
  const { text } = article.live()
  if (!standsIn(edit, text)) return { kind: 'words-not-there', detail: '' }
  if (takesBack && !standsIn(takesBack, text)) return { kind: 'changed-since', detail: '' }
  const { textSha256, edit: inFile } = article.toFile(edit)
  return { textSha256, edit: textOf(inFile), takesBack: takesBack && textOf(article.toFile(takesBack).edit) }
}

/** Whether an edit would replace or remove what was modified after it was meant. */
function isLaterWork({ annotations }: Layer, edit: Edit, at: string): boolean {
  return partsOf(edit).some(part => {
    const id = part.kind === 'put' ? part.annotation.id : part.kind === 'remove' ? part.id : null
    const present: Annotation | undefined = id === null ? undefined : annotations.get(id)
    return present !== undefined && present.modified > at
  })
}

async function inTurns<T>(things: readonly T[], atOnce: number, work: (thing: T) => Promise<void>): Promise<void> {
  const left = things[Symbol.iterator]()
  const worker = async () => {
    for (const thing of left) await work(thing)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker))
}

function kindOf(error: unknown): string {
  if (error instanceof Problem) return error.kind
  throw error
}

function onlyProblems(error: unknown): void {
  if (!(error instanceof Problem)) throw error
}

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, 20).join(', ')
  return paths.length > 20 ? `${shown} and ${paths.length - 20} more` : shown
}
