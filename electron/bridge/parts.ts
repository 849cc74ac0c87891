import type { Circumstance } from '../../shared/commands/commands.ts'
import type { Runtime, Workspace } from '../../shared/contract/contract.ts'
import type { Annotator, Keyed } from '../../shared/sidecar/head.ts'
import type { DatasetBench } from '../dataset/exportDataset.ts'
import type { Disk } from '../disk/disk.ts'
import type { OpenArticle, Opener } from '../saving/openArticle.ts'
import type { KeptMemories } from '../settings/memories.ts'
import type { KeptPerson } from '../settings/person.ts'
import type { KeptPlaces } from '../settings/places.ts'
import type { KeptRecent } from '../settings/recent.ts'
import type { KeptSettings } from '../settings/settings.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import type { Workbench } from '../work/workbench.ts'
import type { UnpackBench } from '../workspace/unpack.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import type { DesksByFolder } from './desksByFolder.ts'
import type { ReportBug } from './router.ts'
import type { Tell } from './tell.ts'

/** A workspace as the window is shown it. */
export type WorkspaceView = Workspace

/** Opens one article of a workspace for an annotator. */
export type OpenArticleFor = (
  workspace: OpenWorkspace,
  path: string,
  annotator: Annotator & Keyed,
  hearing: Pick<Opener, 'told' | 'passed' | 'stop'>,
) => Promise<OpenArticle>

/** What all desks share: the profile, the disk's side, and each other. */
export interface DeskParts {
  /** The disk that is written to. */
  readonly disk: Disk
  readonly settings: KeptSettings
  readonly person: KeptPerson
  readonly recent: KeptRecent
  readonly places: KeptPlaces
  readonly memories: KeptMemories
  readonly desks: DesksByFolder
  readonly runtime: Runtime
  /** Opens a folder for an annotator, whose layers are counted; null before anybody said who they are. */
  readonly openWorkspace: (folder: string, annotator: string | null) => Promise<OpenWorkspace>
  readonly openArticle: OpenArticleFor
  readonly workbench: Pick<Workbench, 'run'>
  /** The worker of searches: another than the one that opens articles, which never waits for a search. */
  readonly searchBench: Pick<Workbench<SearchTasks>, 'run'>
  /** Starts a worker that takes a file of many articles apart. */
  readonly startUnpackBench: () => UnpackBench
  /** Starts a worker that writes or reads one dataset. */
  readonly startDatasetBench: () => DatasetBench
  /** The folder of the sample's copy; it is made when it isn't there. */
  readonly sample: () => Promise<string>
  /** For a picture: a workspace where nobody has been begins with its first article. */
  readonly beginsWithArticle: boolean
  readonly now: () => Date
  readonly report: ReportBug
  /** Whether assistive technology is on. */
  readonly assisted: () => boolean
  /** The theme, the size or the keys have changed: windows, menus and the system's dialogs follow. */
  readonly dress: () => void
}

/** What a person can be asked for by a dialog of the system. */
export type Choosable = 'folder' | 'file' | 'archive' | 'annotations-file' | 'annotations-folder' | 'map' | 'answer'

/** What a person can be asked to name by a dialog of the system. */
export type Savable = 'map' | 'report' | 'agreement' | 'letters' | 'packet'

/** What a desk may do with its window. */
export interface DeskWindow {
  readonly tell: Tell
  choose(what: Choosable): Promise<string | null>
  chooseCodebook(): Promise<string | null>
  /** Where the codebook is to be written; `name` is what the dialog begins with. */
  chooseCodebookTarget(name: string): Promise<string | null>
  /** Where a dataset is to be written; `name` is what the dialog begins with. */
  chooseExportTarget(name: string): Promise<string | null>
  /** Shows a file or folder, by its absolute path, in the system's own window. */
  showInFolder(path: string): void
  /** Where a map, the report of an import, letters or a packet are to be written; `name` is what the dialog begins with. */
  chooseTarget(what: Savable, name: string): Promise<string | null>
  showMenu(now: readonly Circumstance[]): void
  toFront(): void
  painted(): void
}
