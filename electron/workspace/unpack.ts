import { basename } from 'node:path'
import type { ColumnMap, Columns } from '../../shared/archives/archive.ts'
import type { Metadata } from '../../shared/article/metadata.ts'
import { MAX_ARTICLES, UNPACK_BATCH_MS, UNPACK_HEAP_MIB } from '../../shared/limits.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import { type Fence, makeFolder } from '../disk/fence.ts'
import { inTurns } from '../disk/inTurns.ts'
import type { WithFacts } from '../work/unpackedBefore.ts'
import type { Batch, Item, OpenedArchive, Reading, UnpackTasks } from '../work/unpackTasks.ts'
import { Workbench } from '../work/workbench.ts'
import { articlesFolder } from './articlesFolder.ts'
import { NamesInFolder } from './namesInFolder.ts'
import { scan } from './scan.ts'
import { UnpackedWriter, type Unwritten, type WrittenArticle } from './unpackedWriter.ts'

/** Where an archive is taken apart. */
export type UnpackBench = Pick<Workbench<UnpackTasks>, 'run' | 'close'>

/** A worker for one archive, by the module that it runs. */
export function benchFor(entry: URL): UnpackBench {
  return new Workbench<UnpackTasks>({ entry, heapMiB: UNPACK_HEAP_MIB, deadlineMs: UNPACK_BATCH_MS })
}

export interface UnpackParts {
  readonly disk: Disk
  /** The workspace. */
  readonly fence: Fence
  /** Starts a worker that takes archives apart; this unpacking alone has it. */
  readonly startBench: () => UnpackBench
  readonly now: () => Date
}

/** How far it is, told after each batch. Counts are of articles. */
export interface UnpackProgress {
  readonly found: number
  /** In a survey, those that aren't in the workspace; else those that were written. */
  readonly fresh: number
  readonly there: number
  readonly differing: number
  readonly unread: number
  /** How far the file has been read, and how long it is, in bytes. */
  readonly reached: number
  readonly byteLength: number
}

/** An article as the archive tells of it. */
export interface Told {
  readonly state: 'new' | 'there' | 'differs'
  readonly metadata: Metadata
  readonly name: string
  readonly lead: string
  /** Where it is in the workspace; null where it isn't, or came before in the archive. */
  readonly path: string | null
}

export interface Unreadable {
  readonly key: string
  readonly problem: ProblemNotice
}

/** What a survey found: the first articles, and the counts of all. */
export interface Survey extends UnpackProgress {
  readonly articles: readonly Told[]
  readonly unreadable: readonly Unreadable[]
  /** Why nothing could be read from some place on. */
  readonly problem: ProblemNotice | null
  readonly isCancelled: boolean
}

/** What was done. Paths are inside the workspace, with `/`. */
export interface UnpackDone extends UnpackProgress {
  readonly written: readonly WrittenArticle[]
  readonly differ: readonly { readonly path: string; readonly key: string }[]
  readonly unreadable: readonly Unreadable[]
  /** What stopped it: the archive from some place on, or the disk. */
  readonly problem: ProblemNotice | null
  readonly isCancelled: boolean
}

export interface WriteChoices {
  readonly meant: ColumnMap | null
  /** Inside the workspace, with `/`; '' for its top. */
  readonly folder: string
  readonly pattern: string
  /** Whether an article whose text differs from what is there gets a file of its own beside it. */
  readonly differing: boolean
}

export interface Hearing {
  /** Told after each batch; of a survey, after the first one with what was found by then. */
  readonly told?: (progress: UnpackProgress, articles?: readonly Told[]) => void
  readonly signal?: AbortSignal
}

/** So many facts are read at once, between which it can be stopped. */
const FACTS_AT_ONCE = 500
/** So many articles are put on the disk at the same time: their syncs are one for some file systems. */
const WRITTEN_AT_ONCE = 16
/** Of a survey, so many articles and so many troubles are told by name. */
const SHOWN = 200

/** One file of many articles that is being taken apart into a workspace, in a worker of its own. */
export class Unpacking {
  /** The file's name, without a folder. */
  readonly file: string
  readonly archive: OpenedArchive
  readonly columns: Columns | null
  readonly #parts: UnpackParts
  readonly #bench: UnpackBench
  #isClosed = false

  /** `path` is absolute and real: a link is refused. Throws Problem `not-there`, `not-a-file`, `no-reader` and what the kind throws of a damaged file. */
  static async open(path: string, parts: UnpackParts): Promise<Unpacking> {
    const bench = parts.startBench()
    try {
      const archive = await bench.run('open', { path })
      return new Unpacking(basename(path), archive, await bench.run('columns', null), parts, bench)
    } catch (error) {
      await bench.close()
      throw error
    }
  }

  private constructor(
    file: string,
    archive: OpenedArchive,
    columns: Columns | null,
    parts: UnpackParts,
    bench: UnpackBench,
  ) {
    this.file = file
    this.archive = archive
    this.columns = columns
    this.#parts = parts
    this.#bench = bench
  }

  /** Reads all of it and writes nothing. */
  async survey(meant: ColumnMap | null, hearing: Hearing = {}): Promise<Survey> {
    const counts = new Counts(this.archive.byteLength)
    const articles: Told[] = []
    const unreadable: Unreadable[] = []
    await this.#know(hearing)
    const reading = { meant, isSurvey: true, differing: false }
    let isFirst = true
    const problem = await this.#read(reading, hearing, async ({ items, reached }) => {
      for (const item of items) {
        counts.take(item)
        if (item.kind === 'unread') {
          if (unreadable.length < SHOWN) unreadable.push({ key: item.key, problem: item.problem })
        } else if (articles.length < SHOWN) {
          const { kind, metadata, name, lead } = item
          articles.push({ state: kind, metadata, name, lead, path: kind === 'new' ? null : item.path })
        }
      }
      counts.reached = reached
      hearing.told?.(counts.progress, isFirst ? [...articles] : undefined)
      isFirst = false
      return true
    })
    return { ...counts.progress, articles, unreadable, problem, isCancelled: hearing.signal?.aborted ?? false }
  }

  /**
   * Writes what isn't in the workspace, each article whole or not at all. What
   * the disk refuses stops it; what was written stays, and a later run goes on.
   * Throws Problem `outside-workspace` or `not-permitted` by the folder.
   */
  async write({ meant, folder, pattern, differing }: WriteChoices, hearing: Hearing = {}): Promise<UnpackDone> {
    const { disk, fence, now } = this.#parts
    await makeFolder(disk, fence, articlesFolder(fence.root, folder))
    const known = await this.#know(hearing, folder)
    const names = new NamesInFolder(known.names)
    let room = known.room
    const writer = new UnpackedWriter({ disk, fence, folder, pattern, names, archive: this.file, now })
    const counts = new Counts(this.archive.byteLength)
    const written: WrittenArticle[] = []
    const differ: { path: string; key: string }[] = []
    const unreadable: Unreadable[] = []
    let refused: ProblemNotice | null = null
    const isStopped = () => refused !== null || (hearing.signal?.aborted ?? false)
    const reading = { meant, isSurvey: false, differing }
    const problem = await this.#read(reading, hearing, async ({ items, reached }) => {
      const toWrite: Unwritten[] = []
      for (const item of items) {
        if (item.kind !== 'unread' && item.file) toWrite.push({ ...item, file: item.file, name: item.name })
        else counts.take(item)
        if (item.kind === 'unread') unreadable.push({ key: item.key, problem: item.problem })
        if (item.kind === 'differs' && item.path !== null) differ.push({ path: item.path, key: item.key })
      }
      await inTurns(toWrite, WRITTEN_AT_ONCE, async one => {
        if (isStopped()) return
        if (room-- <= 0) {
          refused = { kind: 'too-many-files', detail: `Stet lists at most ${MAX_ARTICLES} files.` }
          return
        }
        const result = await writer.write(one)
        if ('problem' in result) refused ??= result.problem
        else {
          written.push(result)
          counts.wrote(one.kind === 'differs')
        }
      })
      counts.reached = reached
      hearing.told?.(counts.progress)
      return !isStopped()
    })
    return {
      ...counts.progress,
      ...{ written: written.sort((a, b) => a.order - b.order), differ, unreadable },
      problem: refused ?? problem,
      isCancelled: hearing.signal?.aborted ?? false,
    }
  }

  /** Ends the worker, at once: what is under way is refused with an `AbortError`. */
  close(): Promise<void> {
    this.#isClosed = true
    return this.#bench.close()
  }

  readonly #run: UnpackBench['run'] = (name, input) => {
    if (this.#isClosed) return Promise.reject(new DOMException('The archive was closed', 'AbortError'))
    return this.#bench.run(name, input)
  }

  /**
   * Learns what is in the workspace; resolves to the names in one folder of it,
   * and to how many more articles it can hold. Throws a Problem where something
   * can't be listed: what is there could be written a second time.
   */
  async #know(
    { signal }: Hearing,
    folder?: string,
  ): Promise<{ readonly names: readonly string[]; readonly room: number }> {
    const { disk, fence } = this.#parts
    const { listings, problems } = await scan(disk, fence.root)
    for (const { kind, detail } of problems.values()) throw new Problem(kind, detail)
    const articles: WithFacts[] = [...listings.values()].flatMap(listing => [...listing.withFacts()])
    await this.#run('forget', null)
    for (let from = 0; from < articles.length && !signal?.aborted; from += FACTS_AT_ONCE)
      await this.#run('know', { root: fence.root, articles: articles.slice(from, from + FACTS_AT_ONCE) })
    const listing = folder === undefined ? undefined : listings.get(folder)
    let room = MAX_ARTICLES
    for (const one of listings.values()) room -= one.names().length
    return { names: listing ? [...listing.names(), ...listing.namesOnDisk()] : [], room }
  }

  /** Takes batch after batch, the next read while one is taken, until there are no more, or `take` says that it is enough. */
  async #read(
    reading: Reading,
    { signal }: Hearing,
    take: (batch: Batch) => Promise<boolean>,
  ): Promise<ProblemNotice | null> {
    await this.#run('begin', reading)
    let coming = this.#run('next', null)
    for (;;) {
      if (signal?.aborted) {
        await coming
        return null
      }
      const batch = await coming
      if (!batch.isEnd) {
        coming = this.#run('next', null)
        // Whoever stops doesn't wait for it.
        coming.catch(() => {})
      }
      if ((await take(batch)) === false || batch.isEnd) return batch.problem
    }
  }
}

class Counts {
  reached = 0
  readonly #byteLength: number
  #found = 0
  #fresh = 0
  #there = 0
  #differing = 0
  #unread = 0

  constructor(byteLength: number) {
    this.#byteLength = byteLength
  }

  take({ kind }: Item): void {
    this.#found++
    if (kind === 'new') this.#fresh++
    else if (kind === 'there') this.#there++
    else if (kind === 'differs') this.#differing++
    else this.#unread++
  }

  wrote(differs: boolean): void {
    this.#found++
    this.#fresh++
    if (differs) this.#differing++
  }

  get progress(): UnpackProgress {
    return {
      ...{ found: this.#found, fresh: this.#fresh, there: this.#there },
      ...{ differing: this.#differing, unread: this.#unread },
      ...{ reached: this.reached, byteLength: this.#byteLength },
    }
  }
}
