import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { OpenProject } from '../saving/openProject.ts'
import type { DeskWindow } from './parts.ts'
import { unlessStuck } from './unlessStuck.ts'

/** The project of a workspace that a window has open; what happens to it is told under the workspace's ticket. */
export class ProjectOnDesk {
  readonly #project: OpenProject
  readonly #workspace: string
  readonly #tell: DeskWindow['tell']
  /** Called at every turn of its saving. */
  readonly #watchers = new Set<() => void>()
  readonly #stopListening: () => void

  constructor(project: OpenProject, workspace: string, { tell }: Pick<DeskWindow, 'tell'>) {
    this.#project = project
    this.#workspace = workspace
    this.#tell = tell
    this.#stopListening = project.listen({
      told: () => {
        for (const watch of this.#watchers) watch()
        tell('saving', { article: workspace, ...project.saving() })
      },
      changed: contradictions => {
        this.tellChanged(JSON.stringify(contradictions))
        for (const problem of project.takeTroubles()) tell('workspace.problem', { workspace, problem })
      },
    })
  }

  /** Tells the window how the project is now: it was changed without its asking. */
  tellChanged(contradictions = '[]'): void {
    this.#tell('project.changed', { workspace: this.#workspace, ...this.#present(), contradictions })
  }

  /** Tells the window that seals were added to the project. */
  tellSealed(): void {
    this.#tell('project.changed', {
      ...{ workspace: this.#workspace, ...this.#present(), contradictions: '[]' },
      sealed: true,
    })
  }

  /** The project as it is now, for a window that is shown the workspace. */
  view() {
    return { ...this.#present(), contradictions: JSON.stringify(this.#project.takeContradictions()) }
  }

  /** What a person should know of how it was found; told once. */
  takeTroubles(): readonly ProblemNotice[] {
    return this.#project.takeTroubles()
  }

  #present() {
    const { around } = this.#project.organised
    return {
      ...{ project: this.#project.text, projectProblem: this.#project.problem },
      ...(around ? { sealedAround: JSON.stringify(around) } : {}),
    }
  }

  async record(edit: ProjectEdit): Promise<{ revision: number }> {
    const { revision } = await this.#project.record(edit)
    return { revision }
  }

  /** Resolves once every edit is on disk, and the file too where the disk lets it. Throws while an edit isn't. */
  flush(): Promise<void> {
    return unlessStuck(this.#project, this.#watchers, () => this.#project.flush())
  }

  /** Closes the project. Throws, and keeps it, while edits can't be put on disk. */
  async close(): Promise<void> {
    await this.flush()
    await this.#project.close()
    this.#stopListening()
  }

  /** Closes for good. Throws the Problem by which an edit was lost. */
  async leave(): Promise<void> {
    try {
      await this.close()
    } finally {
      await this.#project.abandon()
      this.#stopListening()
    }
  }
}
