import * as shape from '../../shared/contract/shapes.ts'
import { readJson } from '../../shared/json/readJson.ts'
import type { ProblemKind } from '../../shared/problems/kinds.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { ChangeIntent, IntendedChange } from '../../shared/sidecar/changeIntent.ts'
import { inTurns } from '../disk/inTurns.ts'
import { completeIn } from './bulkInArticle.ts'
import type { BulkIntents } from './bulkIntents.ts'
import { AT_ONCE, type BulkParts, noticeOf } from './bulkParts.ts'
import { makeTeller } from './bulkProgress.ts'

interface Surroundings {
  readonly parts: BulkParts
  readonly intents: BulkIntents
  /** Takes an intent away that has been carried out. Never throws. */
  forget(name: string): Promise<void>
  /** Work that is waited for before the workspace is let go. */
  watch(work: Promise<unknown>): void
}

/** An interrupted change, and how much of it is still to be done. */
interface Interrupted {
  readonly intent: ChangeIntent
  readonly tell: (done: number) => void
  done: number
  isProjectDue: boolean
  /** What was left as it is, since it doesn't fit any more. */
  readonly left: string[]
}

interface Part {
  readonly of: Interrupted
  readonly change: IntendedChange
}

/** What may be otherwise in a while: the disk is full, another window has the layer. Anything else is decided. */
const passing: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  'disk-full',
  'not-permitted',
  'cannot-save',
  'cannot-read',
  'took-too-long',
  'layer-in-use',
  'sidecar-changed-meanwhile',
  'history-lost',
])
const TRY_AGAIN_MS = 5_000

/**
 * Changes of many articles that were interrupted, and are completed article by
 * article: before anything else is done with an article, and in the background.
 * What the disk refuses is tried again later, and the article may only be read
 * until then. What doesn't fit any more is left as it is, and told at the end.
 */
export class BulkCompletions {
  readonly #around: Surroundings
  readonly #pending = new Map<string, Part[]>()
  readonly #underWay = new Map<string, Promise<Problem | null>>()
  /** Why an article still waits. */
  readonly #reasons = new Map<string, Problem>()
  /** Why something waits, as it was told last: it is tried often, and told once. */
  #toldWhy: ProblemKind | null = null
  #round: Promise<void> | null = null
  #timer: NodeJS.Timeout | null = null
  #isStopped = false

  constructor(around: Surroundings) {
    this.#around = around
  }

  /** Takes an intent of the person's up. Resolves once its part of the project stands in memory; the rest goes on in the background. */
  async take(intent: ChangeIntent): Promise<void> {
    const tell = makeTeller(this.#around.parts.progress, intent.name, intent.changes.length)
    const one: Interrupted = { intent, tell, done: 0, isProjectDue: intent.project !== null, left: [] }
    for (const change of intent.changes) {
      const parts = this.#pending.get(change.article) ?? []
      this.#pending.set(change.article, [...parts, { of: one, change }])
    }
    if (intent.project !== null) this.#beginProject(one, intent.project)
    else if (intent.changes.length === 0) this.#around.watch(this.#look(one))
    this.tryAgain()
  }

  /** Resolves once nothing interrupted waits for this article; to the reason where something goes on waiting. */
  async settle(path: string): Promise<Problem | null> {
    const underWay = this.#underWay.get(path)
    if (underWay) return underWay
    if (!this.#pending.has(path)) return null
    const completed = this.#complete(path).finally(() => this.#underWay.delete(path))
    this.#underWay.set(path, completed)
    return completed
  }

  /** Why something interrupted still waits for this article; null where nothing does, or it isn't known yet. */
  waits(path: string): Problem | null {
    return this.#reasons.get(path) ?? null
  }

  /** Goes on with what waits, in the background; nothing happens while that is being done already. */
  tryAgain(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#round || this.#isStopped || this.#pending.size === 0) return
    this.#round = this.#goThrough().finally(() => {
      this.#round = null
      if (this.#pending.size > 0 && !this.#isStopped)
        this.#timer = setTimeout(() => this.tryAgain(), TRY_AGAIN_MS).unref()
    })
    this.#around.watch(this.#round)
  }

  /** Begins with no more articles: what is left is done when the workspace is opened again. */
  stop(): void {
    this.#isStopped = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  resume(): void {
    this.#isStopped = false
    this.tryAgain()
  }

  async #goThrough(): Promise<void> {
    await inTurns([...this.#pending.keys()], AT_ONCE, path => this.settle(path))
    const reason = [...this.#reasons.values()][0] ?? null
    if (reason && reason.kind !== this.#toldWhy && !this.#isStopped) this.#around.parts.problem(noticeOf(reason))
    this.#toldWhy = reason?.kind ?? null
  }

  async #complete(path: string): Promise<Problem | null> {
    const { parts } = this.#around
    while (!this.#isStopped) {
      const part = this.#pending.get(path)?.[0]
      if (!part) break
      // Somebody else's: it waits for them, and nobody else waits for it.
      if ((await parts.annotator())?.id !== part.of.intent.annotator) return null
      const why = await this.#try(path, part)
      if (why && passing.has(why.kind)) {
        if (!this.#isStopped) this.#reasons.set(path, why)
        return why
      }
      this.#reasons.delete(path)
      this.#pending.set(path, this.#pending.get(path)!.slice(1))
      if (why) part.of.left.push(path)
      part.of.tell(++part.of.done)
      await this.#look(part.of)
    }
    if (this.#pending.get(path)?.length === 0) this.#pending.delete(path)
    return null
  }

  async #try(path: string, { of, change }: Part): Promise<Problem | null> {
    const { parts } = this.#around
    try {
      await parts.tryOn(path, article => completeIn(article, parts, of.intent, change))
      return null
    } catch (error) {
      if (error instanceof Problem) return error
      // A bug: it would be the same the next time.
      parts.failed(error)
      return new Problem('words-not-there')
    }
  }

  /** The project's part, unless it is done, or the project was changed since. It comes before anything in an article. */
  #beginProject(one: Interrupted, text: string): void {
    const { parts, watch } = this.#around
    watch(
      this.#completeProject(one.intent, text)
        .catch(error => {
          if (this.#isStopped) return 'stopped'
          if (!(error instanceof Problem || error instanceof RangeError)) parts.failed(error)
          one.left.unshift('stet.json')
          return 'left'
        })
        .then(async outcome => {
          if (outcome === 'stopped') return
          const { intent } = one
          // Not to be done again, whatever becomes of it. Only then may the intent go.
          await this.#around.intents.write({ ...intent, project: null, projectSeen: null }).catch(onlyProblems)
          one.isProjectDue = false
          await this.#look(one)
        }),
    )
  }

  async #completeProject({ projectSeen }: ChangeIntent, text: string): Promise<void> {
    const { project, projectCompleted } = this.#around.parts
    const edit = projectEditOf(text)
    if (project.isAsLeft(edit)) return
    if (projectSeen === null || !project.isAsLeft(projectEditOf(projectSeen))) throw new Problem('changed-since')
    const recorded = project.record(edit)
    projectCompleted()
    await recorded
  }

  /** Once nothing of a change is left to do, what was left out is told, and the intent goes. */
  async #look(one: Interrupted): Promise<void> {
    if (one.isProjectDue || one.done < one.intent.changes.length) return
    if (one.left.length > 0) this.#around.parts.problem({ kind: 'change-not-completed', detail: listed(one.left) })
    await this.#around.forget(one.intent.name)
  }
}

function projectEditOf(text: string): ProjectEdit {
  const edit = shape.ProjectEdit.safeParse(readJson(text))
  if (!edit.success) throw new RangeError('No edit of a project')
  return edit.data as ProjectEdit
}

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, 20).join(', ')
  return paths.length > 20 ? `${shown} and ${paths.length - 20} more.` : `${shown}.`
}

function onlyProblems(error: unknown): void {
  if (!(error instanceof Problem)) throw error
}
