import type { SealedProject } from '../../shared/organise/sealed.ts'
import type { Project } from '../../shared/project/project.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import type { FoundArticle } from '../workspace/listing.ts'
import type { DatasetBench } from './exportDataset.ts'

/** What letters and packets are made with. */
export interface TellGround {
  readonly disk: Disk
  /** The workspace. */
  readonly fence: Fence
  readonly bench: DatasetBench
  readonly articles: readonly FoundArticle[]
  readonly project: Project
  /** What is sealed of it; see `OpenWorkspace`. */
  readonly sealing: SealedProject
  /** What the workspace is called. */
  readonly workspace: string
  readonly now: () => Date
  readonly told?: (done: number, of: number) => void
  readonly signal?: AbortSignal
}

/** What people are called, as the project says; who isn't in it goes by their id. */
export function peopleIn({ people }: Project): (id: string) => string {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return id => names.get(id) ?? id
}
