import { randomUUID } from 'node:crypto'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { DEFAULT_THRESHOLD } from '../../shared/dataset/splits/nearDuplicates.ts'
import { readShares } from '../../shared/dataset/splits/shares.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { type DatasetBench, type ExportAsked, exportDataset, wantedUnsealed } from '../dataset/exportDataset.ts'
import { headOf } from '../dataset/headOf.ts'
import { namesOfLayers } from '../dataset/namesOfLayers.ts'
import { openWorkspace } from '../dataset/openWorkspace.ts'
import { closeReceipt, receiptOf, writeReceipt } from '../dataset/receipt.ts'
import { type SplitAsked, splitDataset } from '../dataset/splitDataset.ts'
import { weighExport } from '../dataset/weighExport.ts'
import type { Disk } from '../disk/disk.ts'
import { explainReading } from '../disk/explain.ts'
import { raiseFence } from '../disk/fence.ts'
import type { DescribedFormat } from '../work/formatTasks.ts'
import type { Workbench } from '../work/workbench.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import { choicesOf, selectionOf } from './exportChoices.ts'
import { saidOf, weighedOf } from './exportSaid.ts'
import type { Tell } from './tell.ts'

interface Parts {
  readonly workspace: Pick<OpenWorkspace, 'fence' | 'name'>
  /** The workspace's ticket. */
  readonly ticket: string
  readonly disk: Disk
  readonly workbench: Pick<Workbench, 'run'>
  readonly startBench: () => DatasetBench
  readonly tell: Tell
  readonly now: () => Date
  /** Puts all that was done here into its files, where whoever exports reads it. Throws what prevents it. */
  readonly flush: () => Promise<void>
  /** Whoever sits here, who may see their own sealed layers. */
  person(): string | null
  ticketOf(path: string): string
  /** Throws Problem `unknown-ticket`. */
  pathOf(ticket: string): string
}

type Asked = Input<'export.write'>['asked']

/** What is told between two sights of it, in milliseconds: more often nobody could read it. */
const TOLD_EVERY_MS = 100

/** Datasets that a window makes of its workspace, one at a time, in a worker that is there as long as the window's dialog is. */
export class ExportOnDesk {
  readonly #parts: Parts
  #bench: DatasetBench | null = null
  #formats: readonly DescribedFormat[] | null = null
  /** Where the next one goes. Absolute. */
  #target: { readonly ticket: string; readonly path: string } | null = null
  /** Where the last one stands. Absolute. */
  #written: string | null = null
  /** What is under way; the next waits for it. */
  #turn: Promise<unknown> = Promise.resolve()
  #stop = new AbortController()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** What there is to export, with the formats. Throws what prevents listing the workspace. */
  async begin(): Promise<Output<'export.begin'>> {
    const { articles, project } = await this.#look()
    const formats = await this.#allFormats()
    const { disk, workspace } = this.#parts
    const layers = await namesOfLayers(articles, project, { disk, fence: workspace.fence, bench: this.#started() })
    return {
      formats: formats.map(format => ({
        ...format,
        ...{ units: [...format.units], readBy: [...format.readBy] },
        options: format.options.map(({ name, values }) => ({ name, values: [...values] })),
        ways: format.ways.map(({ feature, ways }) => ({ feature, ways: [...ways] })),
      })),
      layers,
      articles: articles.filter(({ layers }) => layers.length > 0).map(({ path }) => this.#parts.ticketOf(path)),
    }
  }

  /** What a new dataset is to be called, before a person says otherwise. */
  async nameFor(format: string): Promise<string> {
    const { makes, extension } = await this.#format(format)
    const name = this.#parts.workspace.name
    return makes === 'folder' ? `${name}-${format}` : `${name}.${extension}`
  }

  /** The next dataset goes to this absolute path. Nothing is made yet. */
  async aim(path: string): Promise<NonNullable<Output<'export.choose'>>> {
    const { disk, workspace } = this.#parts
    const folder = await disk.realpath(dirname(path)).catch(explainReading)
    const place = join(folder, basename(path))
    const ticket = randomUUID()
    this.#target = { ticket, path: place }
    const inside = relative(workspace.fence.root, place)
    return {
      ...{ target: ticket, name: basename(place).slice(0, 1_000) },
      taken: (await this.#taken(place))?.slice(0, 1_000) ?? null,
      isInside: !inside.startsWith('..') && !isAbsolute(inside),
    }
  }

  /** What a dataset would have, and what the format would leave out; null where it was stopped, as by the next question. Throws what prevents it. */
  weigh({ asked }: Pick<Input<'export.weigh'>, 'asked'>): Promise<Output<'export.weigh'>> {
    this.#stop.abort()
    return this.#inTurn(async signal => {
      const { disk, workspace, ticketOf } = this.#parts
      const { wanted, head, how } = await this.#planned(asked)
      const ground = { disk, fence: workspace.fence, bench: this.#started(), signal, told: this.#teller('weighing') }
      return weighedOf(await weighExport(wanted, head([]), how, ground), path => ticketOf(path))
    })
  }

  /** Writes a dataset with its receipt; null where it was stopped. Throws the Problem that prevents it; nothing is left then. */
  write({ target, asked }: Pick<Input<'export.write'>, 'target' | 'asked'>): Promise<Output<'export.write'>> {
    // What is weighed for nobody would only be waited for.
    this.#stop.abort()
    return this.#inTurn(async signal => {
      if (this.#target?.ticket !== target) throw new Problem('unknown-ticket')
      return this.#write(this.#target.path, asked, signal)
    })
  }

  cancel(): void {
    this.#stop.abort()
  }

  /** The dataset that was written last, as the system can show it. Throws Problem `not-there` where none was. */
  written(): string {
    if (this.#written === null) throw new Problem('not-there')
    return this.#written
  }

  /** Stops what is under way, and lets the worker go. */
  async letGo(): Promise<void> {
    this.#stop.abort()
    await this.#turn
    const bench = this.#bench
    this.#bench = null
    this.#target = null
    await bench?.close()
  }

  async #write(out: string, asked: Asked, signal: AbortSignal): Promise<NonNullable<Output<'export.write'>>> {
    const { disk, workspace, now, ticketOf } = this.#parts
    const { fence } = workspace
    const taken = await this.#taken(out)
    if (taken !== null) throw new Problem('file-name-taken', taken)
    const outFence = await raiseFence(disk, dirname(out))
    const { wanted, head, how, project } = await this.#planned(asked)
    const ground = { disk, fence, outFence, bench: this.#started(), signal }
    const split =
      asked.split &&
      (await splitDataset(wanted, how, splitOf(asked.split), { ...ground, told: this.#teller('dividing') }))
    const exportAsked: ExportAsked = {
      ...{ ...how, out },
      choices: { ...how.choices, ...(split ? { families: split.report.families } : {}) },
      split: split && (path => split.partOf.get(path) ?? null),
    }
    const parts = split?.asked.parts.map(({ name }) => name) ?? []
    const done = await exportDataset(wanted, head(parts), exportAsked, { ...ground, told: this.#teller('writing') })
    this.#written = out
    const about = { made: now(), workspace: workspace.name, codebook: project.codebook }
    const receipt = receiptOf(exportAsked, done, about, split)
    const name = `${basename(out)}${RECEIPT}`
    try {
      // Without its receipt the dataset stands, and is whole.
      const problem = await problemOf(writeReceipt(disk, outFence, join(dirname(out), name), receipt))
      return {
        ...(await saidOf(done, path => ticketOf(path))),
        ...{ name: basename(out).slice(0, 1_000), receipt: problem ? null : name.slice(0, 1_000) },
        receiptProblem: problem,
        split: split && {
          parts: split.report.parts.map(({ name, articles }) => ({ name, articles })),
          families: split.report.families,
        },
      }
    } finally {
      await closeReceipt(receipt)
    }
  }

  /** The workspace as its files say, with all that was done here in them. */
  async #look() {
    const { disk, workspace, workbench, flush } = this.#parts
    await flush()
    return openWorkspace(disk, workspace.fence, workbench)
  }

  /** What a dataset is of, with what there is now. */
  async #planned(asked: Asked) {
    const { workspace, pathOf } = this.#parts
    const { articles: tickets, layers } = asked
    const format = await this.#format(asked.format)
    const { articles, project, sealing } = await this.#look()
    const selection = selectionOf(asked, articles)
    const chosen = {
      ...{ layers, shard: null },
      articles: tickets && new Set(tickets.map(ticket => pathOf(ticket))),
    }
    const who = { person: this.#parts.person(), withSealed: asked.withSealed === true }
    const { wanted, sealed } = wantedUnsealed(articles, sealing, who, chosen)
    const how: Omit<ExportAsked, 'out'> = {
      ...{ format: format.id, makes: format.makes, selection, split: null, sealed },
      ...chosen,
      choices: choicesOf(format, asked),
    }
    const head = (parts: readonly string[]) => headOf(workspace.name, project, wanted, selection, parts)
    return { wanted, head, how, project }
  }

  /** What is there already of a dataset and its receipt, by name; null where nothing is. */
  async #taken(out: string): Promise<string | null> {
    for (const path of [out, `${out}${RECEIPT}`]) {
      const there = await this.#parts.disk.lstat(path).catch(() => null)
      if (there) return basename(path)
    }
    return null
  }

  async #format(id: string): Promise<DescribedFormat> {
    const format = (await this.#allFormats()).find(one => one.id === id)
    // The window offers no other.
    if (!format) throw new RangeError(`No format that is written is called ${id}`)
    return format
  }

  async #allFormats(): Promise<readonly DescribedFormat[]> {
    this.#formats ??= await this.#started().run('describe', null)
    return this.#formats
  }

  #started(): DatasetBench {
    this.#bench ??= this.#parts.startBench()
    return this.#bench
  }

  #teller(doing: 'weighing' | 'dividing' | 'writing'): (done: number, of: number) => void {
    const { tell, ticket } = this.#parts
    let last = Number.NEGATIVE_INFINITY
    return (done, of) => {
      const now = performance.now()
      if (now - last < TOLD_EVERY_MS && done < of) return
      last = now
      tell('export.progress', { workspace: ticket, doing, done, of })
      if (doing === 'writing' && done === of)
        tell('export.progress', { workspace: ticket, doing: 'reading-back', done, of })
    }
  }

  /** Work after what is under way, until somebody stops it; null where they do. */
  #inTurn<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    const stop = new AbortController()
    this.#stop = stop
    const done = this.#turn.then(async () => {
      try {
        stop.signal.throwIfAborted()
        return await work(stop.signal)
      } catch (error) {
        if (stop.signal.aborted && error instanceof DOMException) return null
        throw error
      }
    })
    this.#turn = done.catch(() => {})
    return done
  }
}

const RECEIPT = '.receipt.json'

function splitOf({ shares, seed }: NonNullable<Asked['split']>): SplitAsked {
  const parts = readShares(shares)
  // The window lets no other through.
  if ('refused' in parts) throw new RangeError('These are no shares')
  return { parts, seed, threshold: DEFAULT_THRESHOLD }
}

/** The Problem by which something couldn't be done; null where it was. */
async function problemOf(work: Promise<void>): Promise<ProblemNotice | null> {
  try {
    await work
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { kind: error.kind, detail: error.detail }
  }
}
