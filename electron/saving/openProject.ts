import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import type { Saving } from '../../shared/contract/contract.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import type { SealedProject } from '../../shared/organise/sealed.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { type Merged, mergedIn } from '../../shared/project/merged.ts'
import type { Contradiction } from '../../shared/project/mergeProject.ts'
import { Project } from '../../shared/project/project.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { misfitIn, writeProjectFile } from '../../shared/project/projectFile.ts'
import { isProjectAsLeft } from '../../shared/project/projectFootprint.ts'
import { PROJECT_FORMAT, PROJECT_VERSION } from '../../shared/project/projectSchema.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import type { OpenedProject } from '../work/takeUpProject.ts'
import type { Workbench } from '../work/workbench.ts'
import { keepToThisDevice } from './keepText.ts'
import { Ledger } from './ledger.ts'
import { PROJECT_FILE, projectHistoryPlace } from './places.ts'
import { readKept } from './readKept.ts'

/** Who opens a project, and with what. */
export interface ProjectOpener {
  readonly disk: Disk
  readonly fence: Fence
  readonly workbench: Pick<Workbench, 'run'>
  /** The workspace's name: a new project file says it. */
  readonly name: string
  /** Names this device in histories: `[a-z0-9]+`. */
  readonly device: string
  readonly now: () => Date
  /** What the workspaces around it seal, as it is seen from here: the same array where that is as before. Left out, nothing. */
  readonly around?: (isMoved?: boolean) => Promise<readonly SealedProject[]>
  /** Told of a bug that came to light in the background. */
  readonly failed: (error: unknown) => void
}

/** What an open project tells. */
export interface ProjectListener {
  /** What can be said of its saving has changed. */
  told(): void
  /** Somebody else changed it, or whether it may be changed is another matter now. `takeTroubles` may have something new. */
  changed(contradictions: readonly Contradiction[]): void
}

/**
 * A workspace's project file as the desktop holds it: changed by edits, kept by
 * a ledger, and read anew when somebody else changes the file. One that can't
 * be read is left alone, and edits are refused.
 */
export class OpenProject {
  readonly #opener: ProjectOpener
  readonly #listeners = new Set<ProjectListener>()
  #project: Project
  #problem: ProblemNotice | null = null
  #ledger: Ledger | null = null
  #text: string | null = null
  #organised: OpenProject['organised'] | null = null
  #around: readonly SealedProject[] = []
  /** What was changed on both sides when the file was opened. */
  #untold: readonly Contradiction[] = []
  /** What a person should know of how it was found. */
  #troubles: ProblemNotice[] = []
  /** Edits wait for a reading that is under way, and then go in the order in which they came. */
  #turn: Promise<void> = Promise.resolve()
  #isReading = false
  #waiting = 0
  #revision = 0
  #isClosed = false

  private constructor(opener: ProjectOpener) {
    this.#opener = opener
    this.#project = new Project(newFile(opener.name))
  }

  /** Opens the project of a workspace. Never throws for what stands in the file: see `problem`. */
  static async open(opener: ProjectOpener): Promise<OpenProject> {
    const self = new OpenProject(opener)
    await self.#readAround()
    self.#untold = await self.#takeUp()
    return self
  }

  /** Why it may not be changed; null where it may. */
  get problem(): ProblemNotice | null {
    return this.#problem
  }

  get codebook(): Codebook {
    return this.#project.codebook
  }

  /** What was merged, with what stands for it now. */
  get merged(): Merged {
    return mergedIn(this.#project)
  }

  /** Who works on it, as far as it says so. */
  get people(): Project['people'] {
    return this.#project.people
  }

  /** Who annotates what, sealed codings, and what was sealed in them, here and around it; `isKnown` is false where that can't be read, and never was. */
  get organised(): SealedProject {
    this.#organised ??= {
      isKnown: this.#problem === null || this.#project.rounds.length > 0,
      rounds: this.#project.rounds,
      seals: this.#project.seals,
      assignments: this.#project.assignments,
      ...(this.#around.length === 0 ? {} : { around: this.#around }),
    }
    return this.#organised
  }

  /** The whole project as JSON text, for a window. */
  get text(): string {
    this.#text ??= JSON.stringify(this.#project.file())
    return this.#text
  }

  /** What was changed on both sides when the project was opened; told once. */
  takeContradictions(): readonly Contradiction[] {
    const contradictions = this.#untold
    this.#untold = []
    return contradictions
  }

  /** What a person should know of how the file was found, though it may be changed; told once. */
  takeTroubles(): readonly ProblemNotice[] {
    return this.#troubles.splice(0)
  }

  /** Whether the project still holds what an edit left behind. */
  isAsLeft(edit: ProjectEdit): boolean {
    return isProjectAsLeft(this.#project, edit)
  }

  /** What would undo an edit; nothing is changed. Throws as `record` does, where the file can't be changed or the edit makes no project of it. */
  undoOf(edit: ProjectEdit): ProjectEdit {
    if (this.#problem) throw new Problem(this.#problem.kind, this.#problem.detail)
    const whole = this.#project.completed(edit)
    const undo = this.#project.apply(whole)
    const misfit = misfitIn(this.#project, whole)
    this.#project.apply(undo)
    if (misfit !== null) throw new RangeError(misfit)
    return undo
  }

  /** How many edits are not on disk. */
  get unsaved(): number {
    return this.#waiting + (this.#ledger?.unsaved ?? 0)
  }

  /** Hears of the project, until the function that it returns is called. */
  listen(listener: ProjectListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /**
   * Makes an edit, with all that follows from it. Resolves once it is on disk,
   * with the edit that undoes it. Throws a Problem where the file may not be
   * changed, and a RangeError, with nothing changed, for an edit that leaves
   * something that isn't a project.
   */
  async record(edit: ProjectEdit): Promise<{ revision: number; undo: ProjectEdit }> {
    this.#waiting++
    try {
      while (this.#isReading) await this.#turn
      if (this.#problem || !this.#ledger) throw new Problem(this.#problem?.kind ?? 'cannot-save', this.#problem?.detail)
    } finally {
      this.#waiting--
    }
    const ledger = this.#ledger
    const whole = this.#project.completed(edit)
    const before = ledger.needsBase ? this.#render() : null
    const undo = this.#project.apply(whole)
    const misfit = misfitIn(this.#project, whole)
    if (misfit !== null) {
      this.#project.apply(undo)
      throw new RangeError(misfit)
    }
    this.#text = null
    this.#organised = null
    const revision = ++this.#revision
    await ledger.record(whole as unknown as JsonObject, revision, before)
    return { revision, undo }
  }

  /** What is sealed around it may be another matter by now; `isMoved`: articles there came or went, as far as anybody knows. */
  async lookAround(isMoved = false): Promise<void> {
    if ((await this.#readAround(isMoved)) && !this.#isClosed) this.#tellChanged([])
  }

  /** Whether something else is sealed around it than before. */
  async #readAround(isMoved = false): Promise<boolean> {
    const before = this.#around
    this.#around = (await this.#opener.around?.(isMoved)) ?? []
    if (this.#around !== before) this.#organised = null
    return this.#around !== before
  }

  /** The file may have been changed by somebody else: then it is read anew, and joined with what was done here. */
  lookAgain(): Promise<void> {
    if (this.#isReading || this.#isClosed) return this.#turn
    this.#isReading = true
    this.#turn = this.#reread().finally(() => {
      this.#isReading = false
    })
    return this.#turn
  }

  /** Merges the two versions that git left in the file, once and for all. Throws the Problem that keeps them from being merged or written. */
  async mergeGit(): Promise<void> {
    await this.lookAgain()
    if (this.#isReading || this.#isClosed || this.#problem?.kind !== 'project-git-conflict') return
    this.#isReading = true
    const merged = this.#takeUp(true).then(contradictions => this.#tellChanged(contradictions))
    this.#turn = merged.finally(() => {
      this.#isReading = false
    })
    await this.#turn
    await this.#ledger?.flush()
  }

  saving(): Omit<Saving, 'article'> {
    const problem = isOutside(this.#ledger?.problem) ? null : (this.#ledger?.problem ?? null)
    return {
      durable: this.#revision - (this.#ledger?.unsaved ?? 0),
      checkpointed: this.#ledger?.checkpointed ?? true,
      problem: problem && { kind: problem.kind, detail: problem.detail },
    }
  }

  /** Writes the file if it lacks something. Rejects with the Problem that prevents it. */
  async flush(): Promise<void> {
    await this.#turn
    await this.#ledger?.flush()
  }

  /** Writes what is due and lets go. Rejects, and stays open, while there are edits that are not on disk. */
  async close(): Promise<void> {
    await this.#turn
    await this.#ledger?.close()
    this.#isClosed = true
  }

  /** Lets go and loses what is not on disk: only for a person who said so. */
  async abandon(): Promise<void> {
    this.#isClosed = true
    await this.#ledger?.abandon()
  }

  async #reread(): Promise<void> {
    const before = this.#ledger
    if (before && (await before.isOurs().catch(() => false))) return
    if (before) {
      try {
        await before.close()
      } catch {
        return // the disk refuses edits: once it takes them, the checkpoint meets the change again
      }
    }
    for (let look = 1; !this.#isClosed; look++) {
      const contradictions = await this.#takeUp()
      if (this.#problem?.kind !== 'project-damaged' || look === LOOKS) return this.#tellChanged(contradictions)
      await setTimeout(PAUSE_MS)
    }
  }

  #tellChanged(contradictions: readonly Contradiction[]): void {
    for (const listener of this.#listeners) {
      listener.changed(contradictions)
      listener.told()
    }
  }

  async #takeUp(mergesGit = false): Promise<readonly Contradiction[]> {
    const { disk, fence, workbench, device, name, now } = this.#opener
    const path = join(fence.root, PROJECT_FILE)
    const historyPath = projectHistoryPlace(fence.root, device)
    this.#ledger = null
    this.#organised = null
    let opened: OpenedProject
    try {
      opened = await workbench.run('project', { ...(await readKept(disk, fence, path, historyPath)), mergesGit })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      this.#problem = noticeOf(error)
      return []
    }
    this.#problem = opened.problem && noticeOf(opened.problem)
    if (opened.told) this.#troubles.push({ ...opened.told, detail: `${PROJECT_FILE}.` })
    // What can't be read any more is shown as it was known last.
    if (this.#problem) return []
    this.#project = new Project(opened.json === null ? newFile(name) : (JSON.parse(opened.json) as JsonObject))
    this.#text = opened.json
    this.#organised = null
    const ledger = new Ledger(
      {
        disk,
        fence,
        path,
        historyPath,
        now,
        render: () => this.#render(),
        told: () => this.#told(ledger),
        prepare: () => keepToThisDevice(disk, fence),
      },
      opened.start,
    )
    this.#ledger = ledger
    return JSON.parse(opened.contradictions) as Contradiction[]
  }

  #told(ledger: Ledger): void {
    if (ledger !== this.#ledger) return
    if (isOutside(ledger.problem)) this.lookAgain().catch(this.#opener.failed)
    for (const listener of this.#listeners) listener.told()
  }

  #render(): Iterable<string> {
    return [writeProjectFile(this.#project)]
  }
}

/** Whoever writes the file bit by bit is given some time to finish: what is half there counts as damaged only after so many looks. */
const LOOKS = 5
const PAUSE_MS = 120

/** A change from outside that a checkpoint came upon is no trouble: it is read and joined. */
function isOutside(problem: Problem | null | undefined): boolean {
  return problem?.kind === 'sidecar-changed-meanwhile'
}

function newFile(name: string): JsonObject {
  return { format: PROJECT_FORMAT, formatVersion: PROJECT_VERSION, id: randomUUID(), name }
}

const named: ReadonlySet<string> = new Set(['project-newer', 'project-git-conflict', 'project-git-unmergeable'])

/** Not a file, too large, too slow: to a person it is all the same file that can't be read. */
function noticeOf({ kind, detail }: ProblemNotice): ProblemNotice {
  return named.has(kind) ? { kind, detail } : { kind: 'project-damaged', detail: detail || kind }
}
