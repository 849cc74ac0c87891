import type { Edit } from '../../shared/annotation/edit.ts'
import type { Problem, ProblemNotice } from '../../shared/problems/problem.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import type { Annotator } from '../../shared/sidecar/head.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import type { Workbench } from '../work/workbench.ts'
import type { OpenArticle } from './openArticle.ts'
import type { OpenProject } from './openProject.ts'

/** What changes of many articles are made with. */
export interface BulkParts {
  readonly disk: Disk
  readonly fence: Fence
  readonly workbench: Pick<Workbench, 'run'>
  /** Names this device, as in histories. */
  readonly device: string
  readonly now: () => Date
  /** The person whose layers are changed; null before anybody said who they are. */
  annotator(): Promise<Annotator | null>
  readonly project: Pick<OpenProject, 'record' | 'isAsLeft' | 'undoOf'>
  /** The project was changed without the window's asking. */
  projectCompleted(): void
  /** The article where it is open in the window; null where it isn't. */
  inHand(path: string): Promise<OpenArticle | null>
  /**
   * Does something with an article whose layer is open for the person: the one
   * in hand, or one that is opened for it and closed, with its sidecar written,
   * afterwards. Nobody else opens or closes it meanwhile. Waits for as long as
   * the disk refuses an edit.
   */
  use<T>(path: string, work: (article: OpenArticle) => Promise<T>): Promise<T>
  /**
   * The same, given up as soon as the disk refuses an edit, with its Problem.
   * Where the article is in hand, it is taken out of it and put back afterwards.
   */
  tryOn<T>(path: string, work: (article: OpenArticle) => Promise<T>): Promise<T>
  progress(name: string, done: number, total: number): void
  problem(problem: ProblemNotice): void
  /** Told of a bug that came to light. */
  failed(error: unknown): void
}

/** One article's part in a change of many. `seen`: an edit that leaves things as they were seen where this was made; null where it puts only what is new. */
export interface BulkEdit {
  readonly path: string
  readonly edit: Edit
  readonly seen: Edit | null
}

export interface BulkAnswer {
  readonly done: { readonly path: string; readonly undo: Edit }[]
  /** Articles that were left as they were, each with the reason; of a change that was cancelled, those that couldn't be taken back. */
  readonly refused: { readonly path: string; readonly problem: ProblemNotice }[]
  readonly projectUndo: ProjectEdit | null
}

/** Articles that are changed at the same time, so that one works while another waits for the disk. */
export const AT_ONCE = 4

export function noticeOf({ kind, detail }: Problem): ProblemNotice {
  return { kind, detail }
}
