import { randomUUID } from 'node:crypto'
import { basename, dirname, sep } from 'node:path'
import { MAX_REPORT_CHARACTERS } from '../../shared/contract/bringing.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { writeMapFile } from '../../shared/dataset/map/mapFile.ts'
import type { TagMap } from '../../shared/dataset/map/tagMap.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { MAX_PROJECT_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { Project } from '../../shared/project/project.ts'
import { parseSidecarName } from '../../shared/sidecar/names.ts'
import { words as en } from '../../shared/words/words.ts'
import type { DatasetBench } from '../dataset/exportDataset.ts'
import { type ImportDone, importDataset, type LookedAt, look } from '../dataset/importDataset.ts'
import { importReport } from '../dataset/importReport.ts'
import { type TakenBack, takeBack } from '../dataset/takeBack.ts'
import type { Disk } from '../disk/disk.ts'
import { explainReading } from '../disk/explain.ts'
import { raiseFence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import type { ReadableAs, ReadPlan } from '../work/importTasks.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import { doneSaid, lookedSaid, takenBackSaid } from './bringSaid.ts'
import { mayBeAnnotations } from './mayBeAnnotations.ts'
import type { Tell } from './tell.ts'

interface Parts {
  readonly workspace: Pick<OpenWorkspace, 'fence' | 'rescan' | 'project'>
  readonly disk: Disk
  readonly startBench: () => DatasetBench
  readonly tell: Tell
  readonly now: () => Date
  /** Who annotates here; null before anybody said so. */
  readonly annotator: () => string | null
  ticketOf(path: string): string
  isOpen(path: string): boolean
  /** The project was changed without the window's asking. */
  projectChanged(): void
}

type Opened = Output<'bring.choose'> & object

/** A file or folder that is open, and how far a person is with it. */
interface Open {
  readonly ticket: string
  readonly path: string
  readonly isFolder: boolean
  readonly bench: DatasetBench
  plan: ReadPlan | null
  looked: LookedAt | null
  done: ImportDone | null
  takenBack: TakenBack | null
}

/** What others annotated, brought into a window's workspace: one file or folder at a time. */
export class BringOnDesk {
  readonly #parts: Parts
  #open: Open | null = null
  /** What is under way; the next waits for it. */
  #turn: Promise<unknown> = Promise.resolve()
  #stop = new AbortController()
  #isLooking = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Opens what a person chose by its absolute path, in place of what was open before. Throws the Problem by which it can't be read. */
  async openChosen(path: string): Promise<Opened> {
    return (await this.#begin(path, () => true))!
  }

  /** Opens what a person dropped, where its words say that it is annotations, and it is no workspace; null for anything else. */
  async openDropped(path: string): Promise<Opened | null> {
    const { disk, workspace } = this.#parts
    const real = await disk.realpath(path).catch(explainReading)
    // The workspace itself, or a part of it, is no dataset of others.
    if (`${real}${sep}`.startsWith(`${workspace.fence.root}${sep}`)) return null
    const isFolder = (await disk.lstat(real).catch(explainReading)).isDirectory()
    if (!(await mayBeAnnotations(disk, real, isFolder))) return null
    return this.#begin(path, ({ isCertain, isWorkspace }) => isCertain && !isWorkspace)
  }

  async #begin(path: string, isWanted: (found: ReadableAs) => boolean): Promise<Opened | null> {
    const { disk, startBench } = this.#parts
    const real = await disk.realpath(path).catch(explainReading)
    const isFolder = (await disk.lstat(real).catch(explainReading)).isDirectory()
    const bench = startBench()
    try {
      const found = await bench.run('recognise', { path: real, isFolder })
      if (!isWanted(found)) {
        await bench.close()
        return null
      }
      await this.letGo()
      const ticket = randomUUID()
      this.#open = { ticket, path: real, isFolder, bench, plan: null, looked: null, done: null, takenBack: null }
      return {
        ...{ brought: ticket, file: basename(real).slice(0, 1000), isFolder, likely: [...found.likely] },
        formats: [...found.formats],
      }
    } catch (error) {
      await bench.close()
      throw error
    }
  }

  look({ brought, format, annotator, patterns, map }: Input<'bring.look'>): Promise<Output<'bring.look'>> {
    // Whoever looks again has changed their mind.
    if (this.#isLooking) this.#stop.abort()
    return this.#stoppable(brought, async (open, signal) => {
      const { path, isFolder, bench } = open
      const { root } = this.#parts.workspace.fence
      const planned = (map: TagMap | null): ReadPlan => ({
        ...{ path, isFolder, format, root, layer: annotator, patterns },
        map: map && new TextEncoder().encode(writeMapFile(map)),
      })
      open.plan = null
      open.looked = null
      this.#isLooking = true
      const project = this.#project()
      const ground = { ...this.#ground(open, signal), project }
      try {
        let used = map
        let looked = await look(planned(map), ground)
        if (!used) {
          used = await bench.run('propose', project.codebook)
          if (!isEmpty(used)) looked = await look(planned(used), ground)
        }
        const details = await bench.run('details', null)
        open.plan = planned(null)
        open.looked = looked
        return lookedSaid(looked, details, used, basename(path), project)
      } catch (error) {
        if (signal.aborted) throw new Problem('stopped')
        throw error
      } finally {
        this.#isLooking = false
      }
    })
  }

  write({ brought }: Input<'bring.write'>): Promise<Output<'bring.write'>> {
    return this.#stoppable(brought, async (open, signal) => {
      const { workspace, ticketOf } = this.#parts
      if (!open.looked) throw new Problem('unknown-ticket')
      const done = await importDataset(open.looked, {
        ...this.#ground(open, signal),
        project: this.#project(),
        add: async edit => {
          await workspace.project.record(edit)
          this.#parts.projectChanged()
          return workspace.project.codebook
        },
      })
      // Files of an import that went on after a stop are taken back with those before.
      open.done = { ...done, made: [...(open.done?.made ?? []), ...done.made] }
      // From here on they are listed, and can be opened.
      await workspace.rescan()
      const layer = done.made.find(({ path }) => parseSidecarName(path) !== null)
      const article = layer && parseSidecarName(layer.path)!.article
      return doneSaid(open.done, article === undefined ? null : ticketOf(article))
    })
  }

  takeBack({ brought }: Input<'bring.takeBack'>): Promise<Output<'bring.takeBack'>> {
    return this.#inTurn(brought, async open => {
      const { workspace, disk, now, isOpen, annotator } = this.#parts
      const ground = { disk, fence: workspace.fence, now, isOpen, annotator: annotator() }
      const takenBack = await takeBack(open.done?.made ?? [], ground)
      open.takenBack = takenBack
      if (open.done) open.done = { ...open.done, made: [] }
      await workspace.rescan()
      return takenBackSaid(takenBack)
    })
  }

  /** The map in a file that a person chose by its absolute path. */
  async loadMap(brought: string, path: string): Promise<Output<'bring.loadMap'>> {
    const { disk } = this.#parts
    return this.#inTurn(brought, async ({ bench }) => {
      const bytes = await readBounded(disk, await disk.realpath(path).catch(explainReading), MAX_PROJECT_BYTES)
      return { file: basename(path).slice(0, 1000), map: await bench.run('readMap', bytes) }
    })
  }

  saveMap(brought: string, path: string, map: TagMap): Promise<string> {
    return this.#inTurn(brought, () => this.#save(path, writeMapFile(map)))
  }

  report(brought: string): Promise<string> {
    return this.#inTurn(brought, async open => {
      const text = this.#reportOf(open)
      if (text.length <= MAX_REPORT_CHARACTERS) return text
      return `${text.slice(0, MAX_REPORT_CHARACTERS)}\n\n${en.bring.report.cut}\n`
    })
  }

  saveReport(brought: string, path: string): Promise<string> {
    return this.#inTurn(brought, open => this.#save(path, this.#reportOf(open)))
  }

  /** The name of a file that a dialog for saving begins with. Throws Problem `unknown-ticket`. */
  nameFor(brought: string, what: 'map' | 'report'): string {
    const name = basename(this.#checked(brought).path)
    return what === 'map' ? `${name}.map.json` : `${name}.import.txt`
  }

  cancel(brought: string): void {
    if (this.#open?.ticket === brought) this.#stop.abort()
  }

  async close(brought: string): Promise<void> {
    if (this.#open?.ticket === brought) await this.letGo()
  }

  /** Closes what is open; the file that is being written is written whole first. */
  async letGo(): Promise<void> {
    this.#stop.abort()
    await this.#turn
    const open = this.#open
    this.#open = null
    await open?.bench.close()
  }

  #reportOf({ path, plan, looked, done, takenBack }: Open): string {
    if (!plan || !looked) throw new Problem('unknown-ticket')
    const { now } = this.#parts
    return importReport({ file: basename(path), format: plan.format, at: now(), looked, done, takenBack })
  }

  /** Outside the workspace, too, for a person chose the place. */
  async #save(path: string, text: string): Promise<string> {
    const { disk } = this.#parts
    await replaceFile(disk, await raiseFence(disk, dirname(path)), path, Buffer.from(text))
    return basename(path).slice(0, 1000)
  }

  #project(): Project {
    return new Project(JSON.parse(this.#parts.workspace.project.text) as JsonObject)
  }

  #ground({ ticket, bench }: Open, signal: AbortSignal) {
    const { disk, workspace, now, tell } = this.#parts
    const told = (done: number, all: number) => tell('bring.progress', { brought: ticket, done, all })
    return { disk, fence: workspace.fence, bench, now, signal, told: atMostOften(told, now) }
  }

  #checked(brought: string): Open {
    if (this.#open?.ticket !== brought) throw new Problem('unknown-ticket')
    return this.#open
  }

  #stoppable<T>(brought: string, work: (open: Open, signal: AbortSignal) => Promise<T>): Promise<T> {
    const stop = new AbortController()
    this.#stop = stop
    return this.#inTurn(brought, open => work(open, stop.signal))
  }

  #inTurn<T>(brought: string, work: (open: Open) => Promise<T>): Promise<T> {
    const done = this.#turn.then(() => work(this.#checked(brought)))
    this.#turn = done.catch(() => {})
    return done
  }
}

const PROGRESS_MS = 50

/** Tells the first, the last, and what comes between not too often. */
function atMostOften(tell: (done: number, all: number) => void, now: () => Date): typeof tell {
  let last = Number.NEGATIVE_INFINITY
  return (done, all) => {
    const at = now().getTime()
    if (at - last < PROGRESS_MS && done !== all) return
    last = at
    tell(done, all)
  }
}

function isEmpty({ tags, attributes, links, frames }: TagMap): boolean {
  return [tags, attributes, links, frames].every(part => Object.keys(part).length === 0)
}
