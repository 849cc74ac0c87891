import { randomUUID } from 'node:crypto'
import type { ColumnMap, Columns } from '../../shared/archives/archive.ts'
import { isPattern } from '../../shared/archives/namePattern.ts'
import type { FieldName } from '../../shared/article/metadata.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_UNPACKED_NAMED } from '../../shared/contract/unpacking.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import { explainReading } from '../disk/explain.ts'
import { insideFence } from '../disk/fence.ts'
import { articlePlace } from '../saving/places.ts'
import { type Hearing, type Told, type UnpackBench, Unpacking, type Unreadable } from '../workspace/unpack.ts'
import type { OpenWorkspace } from '../workspace/workspace.ts'
import type { Tell } from './tell.ts'

interface Parts {
  readonly workspace: Pick<OpenWorkspace, 'fence' | 'rescan'>
  readonly disk: Disk
  readonly startBench: () => UnpackBench
  readonly tell: Tell
  readonly now: () => Date
  ticketOf(path: string): string
}

type Opened = Output<'unpack.open'>

/** The file of many articles that a window takes apart into its workspace: one at a time. */
export class UnpackOnDesk {
  readonly #parts: Parts
  #open: { readonly ticket: string; readonly unpacking: Unpacking } | null = null
  /** What is under way; the next waits for it. */
  #turn: Promise<unknown> = Promise.resolve()
  #stop = new AbortController()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Opens a file that a person chose by its absolute path, in place of the one before. Throws what `Unpacking.open` throws. */
  async openChosen(path: string): Promise<Opened> {
    return this.#openReal(await this.#parts.disk.realpath(path).catch(explainReading))
  }

  /** Opens a file of the workspace by its path inside it, with `/`. Throws Problem `outside-workspace` where a link leads to it, too. */
  async openInside(path: string): Promise<Opened> {
    const { disk, workspace } = this.#parts
    const place = articlePlace(workspace.fence.root, path)
    return this.#openReal(await insideFence(disk, workspace.fence, place).catch(explainReading))
  }

  async #openReal(path: string): Promise<Opened> {
    const { disk, startBench, now, workspace } = this.#parts
    await this.letGo()
    const unpacking = await Unpacking.open(path, { disk, fence: workspace.fence, startBench, now })
    await this.letGo()
    const ticket = randomUUID()
    this.#open = { ticket, unpacking }
    const { file, archive, columns } = unpacking
    return { archive: ticket, file: file.slice(0, 1000), kind: archive.title, columns: columns && shown(columns) }
  }

  survey({ archive, columns }: Input<'unpack.survey'>): Promise<Output<'unpack.survey'>> {
    this.#stop.abort()
    return this.#inTurn(archive, async (unpacking, hearing) => {
      const survey = await unpacking.survey(columns as ColumnMap | null, hearing)
      return { ...survey, articles: survey.articles.map(told), unreadable: named(survey.unreadable) }
    })
  }

  write({ archive, columns, ...how }: Input<'unpack.write'>): Promise<Output<'unpack.write'>> {
    // The window offers no other pattern.
    if (!isPattern(how.pattern)) throw new RangeError('This pattern names no articles')
    this.#stop.abort()
    return this.#inTurn(archive, async (unpacking, hearing) => {
      const done = await unpacking.write({ ...how, meant: columns as ColumnMap | null }, hearing)
      // From here on they are listed, and can be opened.
      await this.#parts.workspace.rescan()
      const written = done.written
        .slice(0, MAX_UNPACKED_NAMED)
        .map(({ path }) => ({ article: this.#parts.ticketOf(path), path }))
      const differ = done.differ.slice(0, MAX_UNPACKED_NAMED).map(({ path }) => path)
      return { ...done, written, differ, unreadable: named(done.unreadable) }
    })
  }

  cancel(archive: string): void {
    if (this.#open?.ticket === archive) this.#stop.abort()
  }

  async close(archive: string): Promise<void> {
    if (this.#open?.ticket === archive) await this.letGo()
  }

  /** Closes what is open; what is being written is written whole first. */
  async letGo(): Promise<void> {
    this.#stop.abort()
    await this.#turn
    const open = this.#open
    this.#open = null
    await open?.unpacking.close()
  }

  #inTurn<T>(archive: string, work: (unpacking: Unpacking, hearing: Hearing) => Promise<T>): Promise<T> {
    const stop = new AbortController()
    this.#stop = stop
    const done = this.#turn.then(async () => {
      if (this.#open?.ticket !== archive) throw new Problem('unknown-ticket')
      return work(this.#open.unpacking, {
        signal: stop.signal,
        told: (progress, articles) =>
          this.#parts.tell('unpack.progress', {
            ...{ archive, ...progress },
            ...(articles ? { articles: articles.map(told) } : {}),
          }),
      })
    })
    this.#turn = done.catch(() => {})
    return done
  }
}

function told({ state, metadata, name, lead }: Told): Output<'unpack.survey'>['articles'][number] {
  const say = (field: FieldName) => metadata[field]?.value ?? ''
  const fields = { title: say('title'), outlet: say('outlet'), published: say('published'), section: say('section') }
  return { state, ...fields, name, lead }
}

function shown({ names, rows, guess }: Columns): NonNullable<Opened['columns']> {
  const cells = (row: readonly string[]) => row.slice(0, MAX_COLUMNS).map(cell => cell.slice(0, MAX_CELL_CHARACTERS))
  const known = Object.entries(guess).map(([part, places]) => [part, places.filter(place => place < MAX_COLUMNS)])
  return { names: cells(names), rows: rows.slice(0, 50).map(cells), guess: Object.fromEntries(known) }
}

function named(unreadable: readonly Unreadable[]) {
  return unreadable.slice(0, MAX_UNPACKED_NAMED).map(({ key, problem: { kind, detail } }) => ({
    name: key.slice(0, 1000),
    problem: { kind, detail: detail.slice(0, 10_000) },
  }))
}
