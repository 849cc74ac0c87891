import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Call, Input, Output } from '../../shared/contract/contract.ts'
import type { Told } from '../../shared/contract/events.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { benchForDataset } from '../dataset/benchForDataset.ts'
import type { DatasetBench } from '../dataset/exportDataset.ts'
import { type Disk, disk as realDisk } from '../disk/disk.ts'
import { codebookMarkOf } from '../saving/codebookMark.ts'
import { LayersInUse } from '../saving/layersInUse.ts'
import { OpenArticle } from '../saving/openArticle.ts'
import { openMemories } from '../settings/memories.ts'
import { openPerson } from '../settings/person.ts'
import { openPlaces } from '../settings/places.ts'
import { openRecent } from '../settings/recent.ts'
import { openSettings } from '../settings/settings.ts'
import { fromSource } from '../work/fromSource.ts'
import type { SearchTasks } from '../work/searchTasks.ts'
import type { Workbench } from '../work/workbench.ts'
import { benchFor } from '../workspace/unpack.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import { DesksByFolder } from './desksByFolder.ts'
import { type JoinedDesk, joinDesk } from './joinDesk.ts'
import type { DeskParts } from './parts.ts'

/** A desk, and what its window heard. */
export interface Sitting {
  readonly desk: JoinedDesk
  readonly told: Told[]
  /** The workspace's ticket. */
  readonly workspace: string
  /** What was wrong with the workspace when the window came. */
  readonly problems: readonly ProblemNotice[]
  /** Asks as a window does; throws with the problem's `kind` and `detail`. */
  ask<C extends Call>(call: C, input: Input<C>): Promise<Output<C>>
  /** The ticket of an article, by its path. */
  ticket(path: string): Promise<string>
}

interface Benches {
  readonly workbench: Workbench
  readonly searchBench: Workbench<SearchTasks>
  /** One for all datasets of a test file, since a worker out of the sources takes seconds to start; left out, each gets its own. */
  readonly datasetBench?: DatasetBench
}

/** A folder of files and a profile of its own, for tests of what a window may ask. */
export class DeskGround {
  readonly around: string
  readonly folder: string
  readonly bugs: unknown[] = []
  /** What a person says a dataset is to be called, absolute; null: they close the dialog. */
  exportTo: string | null = null
  /** What was shown in its folder. */
  readonly shown: string[] = []
  /** What a person chooses in the next dialog, absolute; null: they close it. */
  chosen: string | null = null
  readonly #benches: Benches
  readonly #desks: JoinedDesk[] = []
  readonly #kept: { settled(): Promise<unknown> }[] = []

  private constructor(around: string, benches: DeskGround['benches']) {
    this.around = around
    this.folder = join(around, 'corpus')
    this.#benches = benches
  }

  get benches() {
    return this.#benches
  }

  static async make(files: Readonly<Record<string, string>>, benches: Benches): Promise<DeskGround> {
    const ground = new DeskGround(await realpath(await mkdtemp(join(tmpdir(), 'stet-ground-'))), benches)
    await mkdir(join(ground.around, 'profile'))
    await mkdir(ground.folder)
    for (const [path, text] of Object.entries(files)) await ground.write(path, text)
    return ground
  }

  /** A ground that another process made, as it left it. */
  static found(around: string, benches: DeskGround['benches']): DeskGround {
    return new DeskGround(around, benches)
  }

  at(path: string): string {
    return join(this.folder, path)
  }

  async write(path: string, text: string): Promise<void> {
    await mkdir(dirname(this.at(path)), { recursive: true })
    await writeFile(this.at(path), text)
  }

  /** Another ground with the same files and the same profile, as they are on disk now. */
  async copy(): Promise<DeskGround> {
    const ground = await DeskGround.make({}, this.#benches)
    // Drafts, turns and owners come and go while files are being written.
    const passing = ['turns', 'owners'].map(name => join('.stet', name))
    const filter = (path: string) => !path.endsWith('.draft') && !passing.some(name => path.includes(name))
    await cp(this.around, ground.around, { recursive: true, filter })
    return ground
  }

  /**
   * Starts the program as it were, with one window, and whoever was there last; `name` is who sits down at first. `hear` is
   * told what the window is, when it is.
   */
  async sit(
    name: string | null = 'Zoë',
    { disk = realDisk, hear = () => {} }: { readonly disk?: Disk; readonly hear?: (told: Told) => void } = {},
  ): Promise<Sitting> {
    const told: Told[] = []
    const desk = joinDesk(
      await this.#parts(disk),
      {
        send: event => {
          told.push(event)
          hear(event)
        },
        choose: async () => this.chosen,
        chooseCodebook: async () => null,
        chooseCodebookTarget: async () => null,
        chooseExportTarget: async () => this.exportTo,
        showInFolder: path => void this.shown.push(path),
        chooseTarget: async () => this.chosen,
        showMenu: () => {},
        toFront: () => {},
        painted: () => {},
      },
      this.folder,
    )
    this.#desks.push(desk)
    const ask: Sitting['ask'] = async (call, input) => {
      const reply = await desk.answer(call, input)
      if (!reply.ok) throw Object.assign(new Error(call), reply.problem)
      return reply.value as never
    }
    if (name !== null) await ask('person.set', { id: name.toLowerCase().replace(/[^a-z]/g, ''), name })
    const { workspace } = await ask('desk.enter', undefined)
    const ticket = async (path: string) => workspace!.articles.find(row => row.path === path)!.ticket
    return { desk, told, workspace: workspace!.ticket, problems: workspace!.problems, ask, ticket }
  }

  async remove(): Promise<void> {
    for (const desk of this.#desks) await desk.leave().catch(() => {})
    for (const kept of this.#kept) await kept.settled()
    await rm(this.around, { recursive: true, force: true, maxRetries: 10 })
  }

  async #parts(disk: Disk): Promise<DeskParts> {
    const profile = { root: join(this.around, 'profile') }
    const person = await openPerson(profile, 'here')
    const inUse = new LayersInUse()
    const now = () => new Date()
    const { workbench, searchBench, datasetBench } = this.#benches
    const settings = await openSettings(profile, disk)
    const recent = await openRecent(profile)
    const places = await openPlaces(profile)
    const memories = await openMemories(profile)
    this.#kept.push(settings, person, recent, places, memories)
    return {
      disk,
      ...{ settings, person, recent, places, memories },
      desks: new DesksByFolder(),
      runtime: { runtime: 'override', electron: '', sandbox: true, platform: 'other' },
      openWorkspace: (folder, annotator) => openWorkspace(folder, { disk, workbench, profile, annotator }),
      openArticle: (workspace, path, annotator, hearing) => {
        const { fence } = workspace
        const { device } = person
        const codebook = () => codebookMarkOf(workspace.codebook)
        const around = { disk, fence, workbench, device, codebook, inUse, now }
        return OpenArticle.open(path, { ...around, annotator, ...hearing })
      },
      workbench,
      searchBench,
      startUnpackBench: () => benchFor(fromSource('./unpackWorker.ts').entry),
      startDatasetBench: () =>
        datasetBench
          ? { run: (name, input, choices) => datasetBench.run(name, input, choices), close: async () => {} }
          : benchForDataset(fromSource('./datasetWorker.ts').entry),
      sample: async () => this.folder,
      beginsWithArticle: false,
      now,
      report: (_, error) => this.bugs.push(error),
      assisted: () => false,
      dress: () => {},
    }
  }
}
