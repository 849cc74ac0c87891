import { dirname } from 'node:path'
import type { DatasetHead } from '../../shared/dataset/dataset.ts'
import type { Part, Told, Untaken, WriteChoices } from '../../shared/dataset/format.ts'
import type { Left } from '../../shared/dataset/left.ts'
import type { Selection } from '../../shared/dataset/select.ts'
import { isInShard, type Shard } from '../../shared/dataset/splits/shard.ts'
import { layersIn, type SealedProject, withoutSealed } from '../../shared/organise/sealed.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { hashFile } from '../disk/hashFile.ts'
import { LongList } from '../disk/longList.ts'
import { OutFiles } from '../disk/outFiles.ts'
import type { AgreeTasks } from '../work/agreeTasks.ts'
import type { DatasetSource, NotTaken } from '../work/datasetArticle.ts'
import type { DatasetTasks } from '../work/datasetTasks.ts'
import type { FormatTasks } from '../work/formatTasks.ts'
import type { GammaTasks } from '../work/gammaArticle.ts'
import type { ImportTasks } from '../work/importTasks.ts'
import type { ReviewTasks } from '../work/reviewTasks.ts'
import type { TellTasks } from '../work/tellTasks.ts'
import type { WeighTasks } from '../work/weighTasks.ts'
import type { Workbench } from '../work/workbench.ts'
import type { FoundArticle } from '../workspace/listing.ts'
import { aheadOf } from './aheadOf.ts'
import { ofArticle, sourcesOf } from './articleSource.ts'
import { type ExportTally, Tallying } from './exportTally.ts'

/** Where datasets are written and read. */
export type DatasetBench = Pick<
  Workbench<DatasetTasks & ImportTasks & FormatTasks & WeighTasks & ReviewTasks & TellTasks & AgreeTasks & GammaTasks>,
  'run' | 'close'
>

/** What is exported, and how. */
export interface ExportAsked {
  readonly format: string
  readonly makes: 'file' | 'folder'
  /** Where it goes, absolute: nothing may be there yet. */
  readonly out: string
  /** Ids of annotators; null: everybody's. */
  readonly layers: readonly string[] | null
  readonly selection: Selection
  /** The paths of articles that may be in it; all without it. */
  readonly articles?: ReadonlySet<string> | null
  /** The filter by which they were chosen, for the receipt; left out where they were not, or otherwise. */
  readonly filter?: string
  readonly choices: WriteChoices
  /** The part of a split that each article is in, by its path; null where there is none. */
  readonly split: ((path: string) => string | null) | null
  readonly shard: Shard | null
  /** Layers of sealed codings that aren't open yet, of those that were asked for: how many there are, and whether they are in it; null or left out where there are none. */
  readonly sealed?: { readonly layers: number; readonly areIn: boolean } | null
}

export interface ExportGround {
  readonly disk: Disk
  /** The workspace. */
  readonly fence: Fence
  /** Around the folder in which `out` is. */
  readonly outFence: Fence
  readonly bench: DatasetBench
  readonly told?: (done: number, of: number) => void
  readonly signal?: AbortSignal
}

/** A file of the dataset, by its name inside the folder; '' for a dataset that is one file. */
export interface OutFile {
  readonly file: string
  readonly sha256: string
}

/** What was found when the files were read back. */
export interface ReadBack {
  /** Whether every article says what was meant. */
  readonly isEqual: boolean
  /** Articles that say something else, or aren't there. */
  readonly differing: readonly string[]
  readonly untaken: readonly Untaken[]
  readonly problem: ProblemNotice | null
}

/** What was written, and what wasn't. */
export interface ExportDone {
  readonly articles: number
  readonly layers: number
  readonly annotations: number
  readonly links: number
  readonly files: readonly OutFile[]
  /** Each of them may be as long as the dataset: `writeReceipt` writes them down and lets them go. */
  readonly leftOut: LongList<Left>
  readonly notTaken: LongList<NotTaken>
  /** What a person should know of what was written. */
  readonly told: LongList<Told>
  /** The three lists by kind. */
  readonly tally: ExportTally
  /** null for a format that nobody here reads. */
  readonly readBack: ReadBack | null
}

/** The articles that a dataset would have, sorted by path: those that were chosen and have one of the wanted layers, in the shard. */
export function wantedArticles(
  articles: Iterable<FoundArticle>,
  { layers, shard, articles: chosen = null }: Pick<ExportAsked, 'layers' | 'shard' | 'articles'>,
): FoundArticle[] {
  const isWanted = (annotator: string) => layers === null || layers.includes(annotator)
  return [...articles]
    .filter(({ path }) => (chosen === null || chosen.has(path)) && (shard === null || isInShard(path, shard)))
    .map(article => ({ ...article, layers: article.layers.filter(({ annotator }) => isWanted(annotator)) }))
    .filter(({ layers }) => layers.length > 0)
    .sort((one, other) => (one.path < other.path ? -1 : 1))
}

/** The same without layers of sealed codings that aren't open to `person` yet, unless they are asked for; and how many those are. */
export function wantedUnsealed(
  articles: readonly FoundArticle[],
  sealing: SealedProject,
  { person, withSealed }: { readonly person: string | null; readonly withSealed: boolean },
  asked: Parameters<typeof wantedArticles>[1],
): { readonly wanted: FoundArticle[]; readonly sealed: NonNullable<ExportAsked['sealed']> | null } {
  const { open, hidden } = withoutSealed(articles, sealing, person)
  const layers = layersIn(wantedArticles(hidden, asked))
  return {
    wanted: wantedArticles(withSealed ? articles : open, asked),
    sealed: layers === 0 ? null : { layers, areIn: withSealed },
  }
}

/**
 * Writes a dataset, reads it back and compares. It appears under its name whole,
 * or not at all. Memory holds one article at a time, a hash of each, and what
 * the format itself keeps; what was left out waits in files without a name.
 *
 * Throws the Problem that prevents it, and an `AbortError` when it is stopped;
 * nothing is left then.
 */
export async function exportDataset(
  articles: readonly FoundArticle[],
  head: DatasetHead,
  asked: ExportAsked,
  ground: ExportGround,
): Promise<ExportDone> {
  const { disk, fence, outFence, bench, signal } = ground
  const { format, choices, selection } = asked
  const files = await OutFiles.begin(disk, outFence, asked.out)
  const meant = new Map<string, string>()
  const sum = { articles: 0, layers: 0, annotations: 0, links: 0 }
  const folder = dirname(files.draft)
  const lists = {
    leftOut: new LongList<Left>(disk, folder),
    notTaken: new LongList<NotTaken>(disk, folder),
    told: new LongList<Told>(disk, folder),
  }
  const tallying = new Tallying()
  const write = async (parts: readonly Part[]) => {
    await files.write(parts)
    for (const { told = [] } of parts) {
      await lists.told.add(told)
      tallying.told(told)
    }
  }
  const missed = async (some: readonly NotTaken[]) => {
    await lists.notTaken.add(some)
    tallying.notTaken(some)
  }
  const { split } = asked
  const add = (source: DatasetSource) => bench.run('add', { source, split: split?.(source.path) ?? null }, { signal })
  try {
    await write(await bench.run('begin', { format, head, choices, selection }, { signal }))
    await missed(await aheadOf(articles, asked, ground))
    let done = 0
    for await (const source of sourcesOf(disk, fence, articles)) {
      signal?.throwIfAborted()
      const added = 'why' in source ? source : await ofArticle(source.path, add(source))
      ground.told?.(++done, articles.length)
      if ('why' in added) {
        await missed([added])
        continue
      }
      await write(added.parts)
      meant.set(added.path, added.saying)
      await lists.leftOut.add(added.leftOut)
      tallying.leftOut(added.leftOut)
      await missed(added.notTaken)
      sum.articles++
      for (const name of ['layers', 'annotations', 'links'] as const) sum[name] += added[name]
    }
    await write(await bench.run('end', null, { signal }))
    // Where no article could be taken there is a dataset of none, and the lists say why.
    if (files.names.length === 0) await files.beginEmpty(asked.makes)
    await files.close()
    const readBack = await compare(bench, { path: files.draft, root: fence.root }, meant, signal)
    const hashed: OutFile[] = []
    for (const file of files.names)
      hashed.push({ file, sha256: await hashFile(disk, outFence, files.pathOf(file), Number.MAX_SAFE_INTEGER) })
    await files.finish()
    return { ...sum, files: hashed, ...lists, tally: tallying.tally, readBack }
  } catch (error) {
    await files.discard()
    for (const list of Object.values(lists)) await list.close()
    throw error
  }
}

async function compare(
  bench: DatasetBench,
  at: { readonly path: string; readonly root: string },
  meant: ReadonlyMap<string, string>,
  signal?: AbortSignal,
): Promise<ReadBack | null> {
  if (!(await bench.run('readBack', at, { signal }))) return null
  const awaited = new Map(meant)
  const differing = new Set<string>()
  const untaken: Untaken[] = []
  for (;;) {
    signal?.throwIfAborted()
    const { items, isEnd, problem } = await bench.run('nextBack', null, { signal })
    for (const item of items) {
      if (item.kind === 'untaken') untaken.push(item.untaken)
      else if (awaited.get(item.path) === item.saying) awaited.delete(item.path)
      else differing.add(item.path)
    }
    if (!isEnd) continue
    for (const path of awaited.keys()) differing.add(path)
    const isEqual = differing.size + untaken.length === 0 && problem === null
    return { isEqual, differing: [...differing], untaken, problem }
  }
}
